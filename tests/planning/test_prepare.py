"""What holds for the briefing of any valid dossier."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from briefing_app.domain.audience import Audience
from briefing_app.domain.client import Person
from briefing_app.domain.dossier import Dossier
from briefing_app.domain.ids import NeedId, PersonId, StakeholderId
from briefing_app.domain.message import Message
from briefing_app.domain.records import KIND_BY_NAME, kind_of
from briefing_app.domain.text import Language
from briefing_app.planning.briefing import Briefing, FactReference
from briefing_app.planning.client_side import SlideKind
from briefing_app.planning.days import local_day
from briefing_app.planning.prepare import prepare
from briefing_app.planning.settings import PlanningSettings
from briefing_app.planning.slide_content import slides_of
from briefing_app.planning.story_tables import ANSWERED_BY
from briefing_app.wording import wording_in
from tests.builders import TODAY, rich_dossier
from tests.strategies import dates, dossiers

thorough = settings(
    max_examples=50,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
DEFAULTS = PlanningSettings()


def found_in(value: Any, kind: type) -> Iterator[Any]:
    """Every value of that type inside a briefing, the dossier left out."""
    if isinstance(value, kind):
        yield value
    if isinstance(value, tuple):
        for item in value:
            yield from found_in(item, kind)
    elif is_dataclass(value) and not isinstance(value, Dossier):
        for value_field in fields(value):
            yield from found_in(getattr(value, value_field.name), kind)


def visit_day(dossier: Dossier) -> date:
    return local_day(dossier.visit.starts_at, dossier.client.time_zone)


def records(dossier: Dossier) -> Iterator[Any]:
    for value in (getattr(dossier, f.name) for f in fields(dossier)):
        yield from value if isinstance(value, tuple) else (value,)


@thorough
@given(dossier=dossiers(), today=dates)
def test_any_valid_dossier_gives_a_sound_briefing(dossier: Dossier, today: date) -> None:
    briefing = prepare(dossier, today)
    assert_storyline_is_sound(briefing)
    assert_meeting_is_sound(briefing, dossier, today)
    assert_cases_may_be_shown(briefing, dossier, today)
    assert_reasons_lead_to_facts(briefing, dossier)


def assert_storyline_is_sound(briefing: Briefing) -> None:
    side = briefing.client_side
    slides, is_executive = side.storyline, side.audience is Audience.EXECUTIVE
    cap = DEFAULTS.executive_slides if is_executive else DEFAULTS.other_slides
    assert (slides[0].kind, slides[-1].kind) == (SlideKind.COVER, SlideKind.NEXT_STEPS)
    assert len({slide.key for slide in slides}) == len(slides) <= cap
    assert all(slide in slides_of(slide.kind, side) for slide in slides)
    assert [row.slide for row in briefing.team_side.decks[0].slides] == list(slides)
    assert side.next_steps
    assert_first_concerns_are_answered(briefing, cap)


def assert_first_concerns_are_answered(briefing: Briefing, cap: int) -> None:
    side = briefing.client_side
    firsts = [row for row in briefing.team_side.coverage if row.is_first]
    keys = {slide.key for slide in side.storyline}
    assert all(keys.issuperset(row.slides) for row in briefing.team_side.coverage)
    if len({row.topic for row in firsts}) <= cap - 2:
        for row in firsts:
            possible = [s for kind in ANSWERED_BY[row.topic] for s in slides_of(kind, side)]
            has_content = any(row.topic in slide.answers for slide in possible)
            assert bool(row.slides) == has_content


def assert_meeting_is_sound(briefing: Briefing, dossier: Dossier, today: date) -> None:
    team = briefing.team_side
    assert sum(item.minutes for item in team.agenda) == dossier.visit.minutes
    assert sum(part.out_of for part in team.readiness.parts) == 100
    assert sum(part.points for part in team.readiness.parts) == team.readiness.score
    assert all(0 <= part.points <= part.out_of for part in team.readiness.parts)
    assert all(
        (part.missing is None) == (part.points == part.out_of) for part in team.readiness.parts
    )
    assert all(today <= item.due <= visit_day(dossier) for item in team.checklist)
    assert sum(question.must_ask for question in team.questions) == DEFAULTS.must_ask
    assert len(team.attendees) == len(set(dossier.visit.attendees))
    assert all(0 <= fit.score <= 100 for fit in (*team.products, *team.cases))


def assert_cases_may_be_shown(briefing: Briefing, dossier: Dossier, today: date) -> None:
    allowed = {case.id: case for case in dossier.cases}
    for chosen in briefing.client_side.cases:
        assert allowed[chosen.case_id].may_be_shown_on(today)
        assert allowed[chosen.case_id].may_be_shown_on(visit_day(dossier))
        assert chosen.case.public_name
    proposed = {fit.product_id for fit in briefing.team_side.products if fit.is_proposed}
    assert {proposal.product_id for proposal in briefing.client_side.proposals} == proposed


def assert_reasons_lead_to_facts(briefing: Briefing, dossier: Dossier) -> None:
    known = {(kind_of(record).name, record.id) for record in records(dossier)}
    for reference in set(found_in(briefing, FactReference)):
        assert (reference.kind, reference.record_id) in known
        names = {f.name for f in fields(KIND_BY_NAME[reference.kind].record_type)}
        assert reference.field in names | {""}


@pytest.mark.parametrize("language", Language)
@settings(thorough, max_examples=10)
@given(dossier=dossiers())
def test_every_sentence_can_be_said_in_both_languages(language: Language, dossier: Dossier) -> None:
    wording = wording_in(language)
    for message in found_in(prepare(dossier, TODAY), Message):
        assert wording.message(message)


def test_the_same_facts_give_the_same_briefing() -> None:
    assert prepare(rich_dossier(), TODAY) == prepare(rich_dossier(), TODAY)


def test_every_conclusion_says_why() -> None:
    team = prepare(rich_dossier(), TODAY).team_side
    conclusions = (
        *team.cautions,
        *team.kdm,
        *team.products,
        *team.cases,
        team.strategy,
        *team.attendees,
        *team.questions,
        *team.objections,
        *team.checklist,
        *team.decks[0].slides,
    )
    assert len(conclusions) > 40
    assert all(conclusion.because for conclusion in conclusions)


def test_somebody_named_twice_attends_once() -> None:
    rich = rich_dossier()
    twice = replace(rich.visit, attendees=rich.visit.attendees * 2)
    assert len(prepare(replace(rich, visit=twice), TODAY).client_side.attendees) == 4


def crowded() -> Dossier:
    """The rich dossier grown to 60 people and 40 needs."""
    rich = rich_dossier()
    people: list[Person] = list(rich.people)
    stakeholders = list(rich.stakeholders)
    for number in range(60 - len(people)):
        id_ = PersonId(f"extra-{number}")
        people.append(replace(rich.people[number % 5], id=id_))
        known = rich.stakeholders[number % 5]
        stakeholders.append(replace(known, id=StakeholderId(f"in-{id_}"), person=id_))
    needs = tuple(replace(rich.needs[n % 3], id=NeedId(f"need-{n}")) for n in range(40))
    visit = replace(rich.visit, attendees=tuple(p.id for p in people[:20]))
    return replace(
        rich, people=tuple(people), stakeholders=tuple(stakeholders), needs=needs, visit=visit
    )


@pytest.mark.parametrize("make", [rich_dossier, crowded])
def test_preparing_takes_no_time_that_a_user_would_notice(make: Any) -> None:
    dossier = make()
    durations = []
    for _ in range(5):
        start = time.perf_counter()
        prepare(dossier, TODAY)
        durations.append(time.perf_counter() - start)
    assert min(durations) < 0.1
