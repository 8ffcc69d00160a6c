"""What the presenter reads below a slide: what the slide leaves out, and what only we know."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from briefing_app.documents.speaker_notes import speaker_notes
from briefing_app.domain.dossier import Dossier
from briefing_app.domain.opportunity import Stage
from briefing_app.domain.text import Language
from briefing_app.planning.prepare import prepare
from tests import builders


def notes(dossier: Dossier, key: str) -> tuple[str, ...]:
    at_terms = replace(dossier, visit=replace(dossier.visit, stage=Stage.NEGOTIATION))
    briefing = prepare(at_terms, builders.TODAY)
    team = briefing.team_side
    return speaker_notes(team, team.decks[0], Language.EN)[key]


def test_every_need_is_told_with_what_answers_it() -> None:
    said = notes(builders.rich_dossier(), "needs-and-answers")
    for need in builders.rich_dossier().needs:
        assert [line for line in said if line.startswith(need.statement.en)]


def test_the_date_that_we_expect_stands_below_the_one_we_ask_for() -> None:
    dossier = builders.rich_dossier()
    dated = replace(dossier.opportunity, expected_decision=date(2027, 3, 1))
    said = notes(replace(dossier, opportunity=dated), "timing")
    assert "We expect the decision by 1 March 2027" in said[0]


def test_without_a_date_the_presenter_is_told_to_leave_with_one() -> None:
    dossier = builders.rich_dossier()
    undated = replace(dossier.opportunity, expected_decision=None)
    said = notes(replace(dossier, opportunity=undated), "timing")
    assert said[0] == "We know no date for the decision: leave with one."
