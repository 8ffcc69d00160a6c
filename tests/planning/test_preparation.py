"""Checklist and readiness: what is to be done before the visit, and what is lacking."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.dossier import Dossier
from briefing_app.domain.ids import ColleagueId, PersonId
from briefing_app.domain.mend import Mend
from briefing_app.domain.offering import Permission
from briefing_app.domain.opportunity import CommercialStrategy, Stage
from briefing_app.domain.stakeholder import BuyingRole, Concern, ConcernTopic
from briefing_app.domain.text import Language, Text
from briefing_app.errors import UserError
from briefing_app.planning.briefing import ChecklistItem, ReadinessPart
from briefing_app.planning.days import local_day, working_days_after, working_days_before
from briefing_app.planning.prepare import prepare
from briefing_app.wording import wording_in
from tests.builders import (
    CONFIRMED,
    STARTS_AT,
    TODAY,
    VISIT_DAY,
    bare_dossier,
    case,
    client,
    colleague,
    follow_up,
    industry_value,
    need,
    opportunity,
    person,
    product,
    rich_dossier,
    stakeholder,
    visit,
)


def items(dossier: Dossier, today: date = TODAY) -> tuple[ChecklistItem, ...]:
    return prepare(dossier, today).team_side.checklist


def tasks(dossier: Dossier) -> list[str]:
    return [wording_in(Language.EN).message(item.what) for item in items(dossier)]


def parts(dossier: Dossier) -> dict[str, ReadinessPart]:
    found = prepare(dossier, TODAY).team_side.readiness
    return {part.name.msgid: part for part in found.parts}


def staged(stage: Stage, **overrides: Any) -> Dossier:
    return rich_dossier(visit=replace(rich_dossier().visit, stage=stage), **overrides)


@given(day=st.dates(date(2024, 1, 1), date(2030, 1, 1)), count=st.integers(1, 30))
def test_working_days_leave_out_weekends_in_both_directions(day: date, count: int) -> None:
    after, before = working_days_after(day, count), working_days_before(day, count)
    assert after.weekday() < 5
    assert before.weekday() < 5
    assert (after - day).days >= count <= (day - before).days


def test_working_days_are_counted_over_a_weekend() -> None:
    friday = date(2026, 3, 6)
    assert working_days_after(friday, 1) == date(2026, 3, 9)
    assert working_days_before(date(2026, 3, 9), 1) == friday
    assert working_days_before(date(2026, 3, 8), 0) == date(2026, 3, 8)


def test_the_day_of_the_visit_is_the_clients() -> None:
    assert local_day(STARTS_AT, "Asia/Shanghai") == VISIT_DAY
    assert local_day(STARTS_AT, "America/Los_Angeles") == VISIT_DAY - timedelta(days=1)


@pytest.mark.parametrize("zone", ["Nowhere/Town", "", "../etc/passwd", "/etc/passwd"])
def test_an_unknown_time_zone_is_named_to_the_user(zone: str) -> None:
    with pytest.raises(UserError, match="time zone"):
        prepare(bare_dossier(client=client(time_zone=zone)), TODAY)


@given(ahead=st.integers(0, 40))
def test_nothing_falls_due_before_today_or_after_the_visit(ahead: int) -> None:
    today = VISIT_DAY - timedelta(days=ahead)
    due = [item.due for item in items(rich_dossier(), today)]
    assert due == sorted(due)
    assert due
    assert all(today <= day <= VISIT_DAY for day in due)


def test_after_the_visit_nothing_is_left_to_prepare() -> None:
    assert items(rich_dossier(), VISIT_DAY + timedelta(days=1)) == ()


def test_there_is_a_brochure_for_everybody_and_two_to_spare() -> None:
    assert "6 printed brochures" in tasks(rich_dossier())


@pytest.mark.parametrize(
    ("stage", "task"),
    [
        (Stage.FIRST_CONTACT, "known by heart"),
        (Stage.NEEDS, "List of needs"),
        (Stage.SOLUTION, "trial plan"),
        (Stage.NEGOTIATION, "Draft of the contract"),
        (Stage.DELIVERY_REVIEW, "Training plan"),
    ],
)
def test_each_stage_has_materials_of_its_own(stage: Stage, task: str) -> None:
    having = [other for other in Stage if any(task in line for line in tasks(staged(other)))]
    assert having == [stage]


def test_a_demonstration_is_tried_out_for_those_who_want_to_see_it_work() -> None:
    assert any("Demonstration of" in task for task in tasks(rich_dossier()))
    decider = rich_dossier(
        people=(person(),),
        stakeholders=(stakeholder(roles=(BuyingRole.DECIDER,)),),
        lines=(),
        visit=visit(attendees=(PersonId("wang"),)),
    )
    assert not any("Demonstration of" in task for task in tasks(decider))


def test_a_customer_without_a_name_is_told_in_the_middle_of_the_sentence() -> None:
    unnamed = replace(case("unnamed"), permission=Permission.ANONYMOUS)
    found = tasks(rich_dossier(cases=(case(), unnamed)))
    assert "Success case on one page: Orchard Markets and a supermarket chain" in found


def test_an_overdue_promise_is_settled_before_the_client_sees_it() -> None:
    overdue = follow_up(is_for_client=True, due=TODAY - timedelta(days=3))
    found = tasks(rich_dossier(follow_ups=(overdue,)))
    assert any(task.startswith("Settle or date anew") for task in found)
    assert any(task.startswith("Name an owner") for task in found)


def test_words_without_an_answer_are_given_one() -> None:
    worried = stakeholder(
        concerns=(Concern(topic=ConcernTopic.SECURITY, detail=Text.same("leaks")),)
    )
    dossier = bare_dossier(
        people=(person(),), stakeholders=(worried,), visit=visit(attendees=(PersonId("wang"),))
    )
    assert "Write an answer for Wang on Data and security: leaks" in tasks(dossier)


def test_an_open_strategy_is_agreed_first_and_a_settled_one_not_mentioned() -> None:
    assert tasks(bare_dossier())[0].startswith("Agree the commercial strategy")
    assert not any("strategy" in task for task in tasks(rich_dossier()))


def test_several_of_us_share_out_the_roles() -> None:
    alone = rich_dossier(visit=replace(rich_dossier().visit, team=(ColleagueId("zhou"),)))
    assert any("Who of us says what" in task for task in tasks(rich_dossier()))
    assert not any("Who of us says what" in task for task in tasks(alone))


def test_the_parts_of_readiness_add_up_to_a_hundred() -> None:
    found = prepare(rich_dossier(), TODAY).team_side.readiness
    assert sum(part.out_of for part in found.parts) == 100
    assert sum(part.points for part in found.parts) == found.score


def test_a_bare_dossier_is_not_ready_and_says_everything_that_is_missing() -> None:
    found = prepare(bare_dossier(visit=visit(purpose=Text())), TODAY).team_side.readiness
    assert found.score == 0
    assert all(part.missing for part in found.parts)


def complete_dossier() -> Dossier:
    """Everything in its place: one person who holds all roles, one confirmed need."""
    known = stakeholder(
        roles=tuple(BuyingRole)[:5],
        roles_evidence=CONFIRMED,
        concerns=(Concern(topic=ConcernTopic.FEATURES),),
    )
    return bare_dossier(
        people=(person(),),
        stakeholders=(known,),
        needs=(need(evidence=CONFIRMED),),
        products=(product(topics=("conversion",), values=(industry_value(),)),),
        cases=(case(),),
        colleagues=(colleague(),),
        opportunity=opportunity(strategy=CommercialStrategy()),
        visit=visit(
            attendees=(PersonId("wang"),),
            best_commitment=Text.same("a trial"),
            least_commitment=Text.same("a name"),
        ),
    )


def test_full_marks_are_possible_and_leave_nothing_missing() -> None:
    found = prepare(complete_dossier(), TODAY).team_side.readiness
    assert found.score == 100
    assert not any(part.missing for part in found.parts)


@pytest.mark.parametrize(
    ("part", "lacking"),
    [
        ("Attendees", {"stakeholders": ()}),
        ("Roles at the table", {"stakeholders": (stakeholder(),)}),
        ("Decision chain", {"stakeholders": (stakeholder(roles=(BuyingRole.USER,)),)}),
        ("Concerns", {"stakeholders": (stakeholder(roles=(BuyingRole.USER,)),)}),
        ("Needs and answers", {"needs": (need(),)}),
        ("Needs and answers", {"needs": (need(topics=("else",), evidence=CONFIRMED),)}),
        ("Proposal for this industry", {"products": (product(topics=("conversion",)),)}),
        ("Success case", {"cases": ()}),
        ("Commercial strategy", {"opportunity": opportunity()}),
        ("Aim", {"visit": visit(attendees=(PersonId("wang"),))}),
    ],
)
def test_each_part_says_what_it_lacks(part: str, lacking: dict[str, Any]) -> None:
    found = parts(replace(complete_dossier(), **lacking))[part]
    assert found.points < found.out_of
    assert found.missing is not None


def test_whatever_is_missing_says_where_to_mend_it() -> None:
    dossier = bare_dossier(visit=visit(purpose=Text()))
    found = parts(dossier)
    assert found["Attendees"].mend == Mend("visit", dossier.visit.id, "attendees")
    assert found["Aim"].mend == Mend("visit", dossier.visit.id, "purpose")
    assert found["Commercial strategy"].mend == Mend(
        "opportunity", dossier.opportunity.id, "strategy"
    )
    assert all(part.mend for part in found.values())
    complete = prepare(complete_dossier(), TODAY).team_side.readiness
    assert not any(part.mend for part in complete.parts)


def test_an_assumed_chain_is_mended_where_roles_are_confirmed() -> None:
    known = stakeholder(roles=tuple(BuyingRole)[:5])
    found = parts(replace(complete_dossier(), stakeholders=(known,)))
    assert found["Decision chain"].mend == Mend("stakeholder", known.id, "roles_evidence")
