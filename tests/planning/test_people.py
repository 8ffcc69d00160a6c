"""Decision chain, audience and concerns."""

from __future__ import annotations

from typing import Any

import pytest

from briefing_app.domain.audience import Audience
from briefing_app.domain.client import Department
from briefing_app.domain.dossier import Dossier
from briefing_app.domain.ids import PersonId
from briefing_app.domain.stakeholder import (
    DECISION_CHAIN,
    BuyingRole,
    Concern,
    ConcernTopic,
    Coverage,
)
from briefing_app.domain.text import Text
from briefing_app.planning.audience import audience_of
from briefing_app.planning.briefing import SeatState
from briefing_app.planning.chain import decision_chain
from briefing_app.planning.concerns import WANTED_BY_ROLE, concerns_of, role_concerns
from briefing_app.planning.facts import Facts
from briefing_app.planning.settings import PlanningSettings
from tests.builders import CONFIRMED, TODAY, bare_dossier, person, stakeholder, visit


def facts(dossier: Dossier) -> Facts:
    return Facts(dossier, TODAY, PlanningSettings())


def meeting(**roles: tuple[BuyingRole, ...]) -> Dossier:
    """A dossier whose attendees hold the given roles."""
    return bare_dossier(
        people=tuple(person(name) for name in roles),
        stakeholders=tuple(stakeholder(name, roles=held) for name, held in roles.items()),
        visit=visit(attendees=tuple(PersonId(name) for name in roles)),
    )


def test_all_five_roles_have_a_seat_even_when_nobody_is_known() -> None:
    chain = decision_chain(facts(bare_dossier()))
    assert tuple(seat.role for seat in chain) == DECISION_CHAIN
    assert {seat.state for seat in chain} == {SeatState.EMPTY}


@pytest.mark.parametrize(
    ("known", "state", "is_met"),
    [
        ({}, SeatState.ASSUMED, False),
        ({"roles_evidence": CONFIRMED}, SeatState.CONFIRMED, False),
        ({"coverage": Coverage.MET}, SeatState.ASSUMED, True),
    ],
)
def test_a_seat_tells_how_sure_its_holder_is(
    known: dict[str, Any], state: SeatState, is_met: bool
) -> None:
    dossier = bare_dossier(
        people=(person(),), stakeholders=(stakeholder(roles=(BuyingRole.DECIDER,), **known),)
    )
    seat = next(s for s in decision_chain(facts(dossier)) if s.role is BuyingRole.DECIDER)
    assert (seat.people, seat.state, seat.is_met) == (("wang",), state, is_met)


def test_other_roles_get_a_seat_only_when_somebody_has_them() -> None:
    chain = decision_chain(facts(meeting(wang=(BuyingRole.GATEKEEPER,))))
    assert [seat.role for seat in chain[5:]] == [BuyingRole.GATEKEEPER]


@pytest.mark.parametrize(
    ("roles", "audience"),
    [
        ({"a": (BuyingRole.DECIDER,)}, Audience.EXECUTIVE),
        ({"a": (BuyingRole.DECIDER, BuyingRole.USER)}, Audience.EXECUTIVE),
        ({"a": (BuyingRole.EVALUATOR,), "b": (BuyingRole.EVALUATOR,)}, Audience.TECHNICAL),
        ({"a": (BuyingRole.USER,)}, Audience.USERS),
        ({"a": (BuyingRole.BUDGET_HOLDER,), "b": (BuyingRole.SIGNATORY,)}, Audience.PURCHASING),
        ({"a": (BuyingRole.DECIDER,), "b": (BuyingRole.USER,)}, Audience.MIXED),
        ({}, Audience.MIXED),
    ],
)
def test_the_audience_follows_the_roles_at_the_table(
    roles: dict[str, tuple[BuyingRole, ...]], audience: Audience
) -> None:
    assert audience_of(facts(meeting(**roles))) is audience


def test_without_roles_the_department_tells_the_audience() -> None:
    dossier = bare_dossier(
        people=(person(department=Department.SECURITY),),
        visit=visit(attendees=(PersonId("wang"),)),
    )
    assert audience_of(facts(dossier)) is Audience.TECHNICAL


def test_recorded_concerns_win_over_those_of_the_role() -> None:
    detail = Text("担心停机", "Fears downtime")
    dossier = bare_dossier(
        people=(person(),),
        stakeholders=(
            stakeholder(
                roles=(BuyingRole.USER,),
                concerns=(
                    Concern(topic=ConcernTopic.RELIABILITY),
                    Concern(topic=ConcernTopic.RELIABILITY, detail=detail),
                ),
            ),
        ),
    )
    found = concerns_of(facts(dossier).contacts[0])
    assert found.topics == ((ConcernTopic.RELIABILITY, detail),)
    assert not found.assumed


def test_every_role_has_concerns_to_assume() -> None:
    assert set(WANTED_BY_ROLE) == set(BuyingRole)
    found = concerns_of(facts(meeting(wang=(BuyingRole.SIGNATORY,))).contacts[0])
    assert found.assumed
    assert found.first is ConcernTopic.COMPLIANCE


def test_the_first_concern_of_each_role_comes_before_the_second_of_any() -> None:
    topics = role_concerns((BuyingRole.USER, BuyingRole.DECIDER))
    assert topics[:2] == (ConcernTopic.MUTUAL_GAIN, ConcernTopic.DAILY_WORK)
    assert len(topics) == len(set(topics))


def test_a_seat_with_somebody_unnamed_stays_a_gap() -> None:
    nameless = person("x", name=Text("? 拍板方", "? Decider"))
    dossier = bare_dossier(
        people=(nameless,), stakeholders=(stakeholder("x", roles=(BuyingRole.DECIDER,)),)
    )
    seat = next(one for one in decision_chain(facts(dossier)) if one.role is BuyingRole.DECIDER)
    assert seat.state is SeatState.EMPTY
    assert seat.people == (PersonId("x"),)
