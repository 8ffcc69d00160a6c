"""Questions to a client are chosen by what we do not know, and say nothing of what we think."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from briefing_app.domain.dossier import Dossier
from briefing_app.domain.opportunity import Stage
from briefing_app.domain.stakeholder import DECISION_CHAIN, BuyingRole
from briefing_app.domain.values import Certainty, Evidence
from briefing_app.planning.client_questions import ClientQuestion as Ask
from briefing_app.planning.prepare import prepare
from tests import builders


def asked(dossier: Dossier) -> tuple[Ask, ...]:
    return prepare(dossier, builders.TODAY).client_side.questions


def known(stage: Stage = Stage.NEEDS, *, without: BuyingRole | None = None) -> Dossier:
    """A project of which everything is known but the holder of one role."""
    dossier = builders.rich_dossier()
    roles = tuple(role for role in DECISION_CHAIN if role is not without)
    first, *others = dossier.stakeholders
    holders = (replace(first, roles=roles), *(replace(one, roles=()) for one in others))
    sure = Evidence(Certainty.CONFIRMED)
    return replace(
        dossier,
        visit=replace(dossier.visit, stage=stage),
        stakeholders=holders,
        needs=tuple(replace(need, evidence=sure) for need in dossier.needs),
        opportunity=replace(dossier.opportunity, expected_decision=date(2027, 3, 1)),
    )


@pytest.mark.parametrize("stage", Stage)
def test_there_are_always_three_questions(stage: Stage) -> None:
    bare = builders.bare_dossier()
    for dossier in (known(stage), replace(bare, visit=replace(bare.visit, stage=stage))):
        assert len(set(asked(dossier))) == len(asked(dossier)) == 3


@pytest.mark.parametrize(
    ("role", "question"),
    [
        (BuyingRole.DECIDER, Ask.DECISION),
        (BuyingRole.SIGNATORY, Ask.DECISION),
        (BuyingRole.BUDGET_HOLDER, Ask.BUDGET),
        (BuyingRole.EVALUATOR, Ask.CHECK),
        (BuyingRole.USER, Ask.DAILY_WORK),
    ],
)
def test_a_role_that_nobody_holds_is_asked_for(role: BuyingRole, question: Ask) -> None:
    assert asked(known(without=role))[0] is question
    assert question not in asked(known())


def test_what_is_known_is_not_asked_again() -> None:
    assert asked(known()) == (Ask.WORTH, Ask.FIRST_NEED, Ask.TRIED)


def test_needs_that_nobody_confirmed_are_asked_about_first() -> None:
    dossier = known()
    unsure = tuple(replace(need, evidence=Evidence()) for need in dossier.needs)
    assert asked(replace(dossier, needs=unsure))[0] is Ask.NEEDS


def test_a_project_without_a_date_of_decision_is_asked_for_one() -> None:
    dossier = known()
    undated = replace(dossier.opportunity, expected_decision=None)
    assert asked(replace(dossier, opportunity=undated))[0] is Ask.DATE


def test_a_first_talk_asks_wide_and_leaves_the_budget_alone() -> None:
    bare = builders.bare_dossier()
    bare = replace(bare, visit=replace(bare.visit, stage=Stage.FIRST_CONTACT))
    assert asked(bare) == (Ask.RESULT, Ask.TRIED, Ask.NEXT_TALK)
    assert asked(known(Stage.FIRST_CONTACT)) == (Ask.NEEDS, Ask.TRIED, Ask.WORTH)
