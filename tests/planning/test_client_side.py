"""Nothing internal ever reaches a client: planted markers, and the types themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import Field, dataclass, fields, is_dataclass, replace
from datetime import date
from enum import Enum
from typing import Any, get_args, get_type_hints

import pytest

from briefing_app.domain.client import Client
from briefing_app.domain.dossier import Dossier
from briefing_app.domain.offering import Permission, SuccessCase
from briefing_app.domain.opportunity import Opportunity, Stage
from briefing_app.domain.records import KINDS
from briefing_app.domain.sharing import is_shareable, may_share
from briefing_app.domain.text import Text
from briefing_app.domain.values import Money
from briefing_app.domain.visit_record import PersonFinding
from briefing_app.planning import client_side
from briefing_app.planning.client_side import ClientSide, SharedClient, SharedNeed, share, view_of
from briefing_app.planning.minutes import client_minutes
from briefing_app.planning.prepare import prepare
from briefing_app.planning.settings import PlanningSettings
from tests.builders import (
    TODAY,
    case,
    client,
    company,
    follow_up,
    industry,
    need,
    opportunity,
    person,
    rich_dossier,
    visit,
)

MARKER = "⟦internal⟧"
ALL_CASES = PlanningSettings(case_score=0, shown_cases=99, other_slides=99)

# A client knows its own time zone; ClientSide carries it to write times of the meeting.
KNOWN_TO_THE_CLIENT = {(Client, "time_zone")}


@dataclass
class Planting:
    """Replaces every internal text of a dossier by the marker, and remembers where."""

    places: set[tuple[type, str]]

    def planted(self, value: Any) -> Any:
        if isinstance(value, tuple):
            return tuple(self.planted(item) for item in value)
        if is_dataclass(value) and not isinstance(value, Text | Money | type):
            return replace(value, **dict(self._changes(value)))
        return value

    def _changes(self, record: Any) -> Iterator[tuple[str, Any]]:
        hints = get_type_hints(type(record))
        for record_field in fields(record):
            place = type(record), record_field.name
            value = getattr(record, record_field.name)
            internal = not isinstance(record, Dossier) and not may_share(record, record_field)
            if internal and place not in KNOWN_TO_THE_CLIENT and self._holds_words(hints, place):
                self.places.add(place)
                yield record_field.name, self._marked(value)
            else:
                yield record_field.name, self.planted(value)

    def _holds_words(self, hints: dict[str, Any], place: tuple[type, str]) -> bool:
        """True for str, Text and tuples of str; ids are types of their own and stay."""
        return hints[place[1]] in (str, Text, tuple[str, ...])

    def _marked(self, value: Any) -> Any:
        if isinstance(value, tuple):
            return (*value, MARKER)
        return Text.same(MARKER) if isinstance(value, Text) else MARKER


def words(value: Any) -> Iterator[str]:
    """Every string that can be reached from a value."""
    if isinstance(value, Enum):
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from words(item)
    elif is_dataclass(value):
        for value_field in fields(value):
            yield from words(getattr(value, value_field.name))


def poisoned(**overrides: Any) -> tuple[Dossier, set[tuple[type, str]]]:
    planting = Planting(set())
    return planting.planted(rich_dossier(**overrides)), planting.places


def internal_word_fields() -> set[tuple[type, str]]:
    """Every internal field of words of the record kinds, by the domain's own marks."""
    return {
        (kind.record_type, record_field.name)
        for kind in KINDS
        for record_field in fields(kind.record_type)
        if not is_shareable(record_field)
        and get_type_hints(kind.record_type)[record_field.name] in (str, Text, tuple[str, ...])
    } - KNOWN_TO_THE_CLIENT


def test_the_planting_reaches_every_internal_field_of_every_record_kind() -> None:
    _, places = poisoned()
    assert internal_word_fields() <= places
    assert len(places) > 40


@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize("pricing", [True, False])
def test_no_internal_word_is_reachable_from_the_client_side(stage: Stage, pricing: bool) -> None:
    dossier, places = poisoned(
        visit=replace(rich_dossier().visit, stage=stage),
        opportunity=replace(rich_dossier().opportunity, pricing_is_shareable=pricing),
        follow_ups=() if pricing else rich_dossier().follow_ups,
    )
    briefing = prepare(dossier, TODAY, ALL_CASES)
    assert ((Opportunity, "commercial_frame") in places) != pricing
    assert len(briefing.client_side.cases) == 2
    assert not [word for word in words(briefing.client_side) if MARKER in word]
    assert any(MARKER in word for word in words(briefing.team_side))


@pytest.mark.parametrize("stage", Stage)
def test_nothing_internal_is_said_in_the_first_sentence(stage: Stage) -> None:
    for attendee in rich_dossier().visit.attendees:
        planned = replace(rich_dossier().visit, stage=stage, attendees=(attendee,))
        dossier, _ = poisoned(visit=planned)
        opening = prepare(dossier, TODAY).team_side.opening
        assert not [word for word in words(opening) if MARKER in word]


def test_an_anonymous_customer_is_named_nowhere() -> None:
    secret = case(permission=Permission.ANONYMOUS, quote_by=Text.same(MARKER))
    dossier, places = poisoned(cases=(secret,))
    side = prepare(dossier, TODAY, ALL_CASES).client_side
    assert {(SuccessCase, "customer"), (SuccessCase, "quote_by")} <= places
    assert side.cases[0].case.public_name == secret.anonymous_name
    assert not [word for word in words(side) if MARKER in word]


def test_follow_ups_for_ourselves_stay_with_ourselves() -> None:
    own = follow_up(what=Text.same(MARKER), is_for_client=False)
    side = prepare(rich_dossier(follow_ups=(own,)), TODAY).client_side
    assert not [word for word in words(side) if MARKER in word]


def test_what_is_done_is_agreed_and_no_next_step() -> None:
    done = follow_up("done", what=Text.same(MARKER), is_for_client=True, done_on=date(2026, 1, 1))
    side = prepare(rich_dossier(follow_ups=(done,)), TODAY).client_side
    assert [step.done_on for step in side.agreed] == [done.done_on]
    assert not [step for step in side.next_steps if MARKER in step.what.en]


def test_all_needs_count_and_the_weightiest_are_listed() -> None:
    many = tuple(need(f"need-{number}") for number in range(12))
    side = prepare(rich_dossier(needs=many), TODAY).client_side
    assert (len(side.needs), len(side.listed_needs)) == (12, PlanningSettings().shown_needs)


def types_in(hint: Any) -> Iterator[type]:
    """All classes in a type hint, through tuples and unions."""
    if get_args(hint):
        for inner in get_args(hint):
            yield from types_in(inner)
    elif isinstance(hint, type):
        yield hint


def reachable(start: type) -> set[type]:
    """All dataclasses that a value of the type can hold."""
    found: set[type] = set()
    waiting = [start]
    while waiting:
        current = waiting.pop()
        if is_dataclass(current) and current not in found:
            found.add(current)
            waiting += [t for hint in get_type_hints(current).values() for t in types_in(hint)]
    return found


def test_the_client_side_has_no_type_that_could_hold_an_internal_field() -> None:
    types = reachable(ClientSide)
    foreign = {t for t in types if t.__module__ != client_side.__name__} - {Text}
    leaking = {(t.__name__, f.name) for t in foreign for f in fields(t) if not harmless(f)}
    assert len(types) > 20
    assert not leaking
    assert types.isdisjoint(kind.record_type for kind in KINDS)


def harmless(record_field: Field[Any]) -> bool:
    """Shareable, and not only under a condition."""
    return is_shareable(record_field) and not record_field.metadata["shareable_when"]


def test_a_view_with_an_internal_field_is_refused_when_it_is_declared() -> None:
    @dataclass(frozen=True, kw_only=True, slots=True)
    class Indiscreet:
        grade: str

    with pytest.raises(TypeError, match="grade"):
        view_of(Client)(Indiscreet)


def test_sharing_copies_what_may_be_seen() -> None:
    shared = share(client(note=Text(MARKER, MARKER), city=Text("杭州", "Hangzhou")), SharedClient)
    assert shared.city == Text("杭州", "Hangzhou")
    assert MARKER not in repr(shared)


def test_needs_are_shown_in_the_clients_words_the_hardest_first() -> None:
    side = prepare(rich_dossier(needs=(*rich_dossier().needs, need("x", statement=Text()))), TODAY)
    shown = side.client_side.needs
    assert shown[0] == SharedNeed(
        statement=Text("活动当天看到转化", "See conversion on the day of a campaign")
    )
    assert all(item.statement for item in shown)


def test_a_proposal_points_at_the_needs_that_it_answers() -> None:
    side = prepare(rich_dossier(), TODAY).client_side
    answered = {proposal.product_id: proposal.answers for proposal in side.proposals}
    assert answered == {"analytics": (0, 2), "mall": (1,)}


def test_a_statistic_without_its_source_is_not_shown() -> None:
    pressure = replace(rich_dossier().industry.pressures[0], source=Text())
    side = prepare(rich_dossier(industry=industry(pressures=(pressure,))), TODAY).client_side
    assert side.pressures[0].statistic == Text()
    assert side.pressures[0].title == pressure.title


def test_the_pressures_nearest_to_the_needs_come_first() -> None:
    side = prepare(rich_dossier(), TODAY).client_side
    assert [pressure.title.en for pressure in side.pressures] == [
        "Campaigns follow each other faster",
        "Winning customers costs more",
    ]


def test_team_and_attendees_come_in_the_visits_order() -> None:
    side = prepare(rich_dossier(), TODAY).client_side
    assert [person.name.en for person in side.attendees][:2] == ["Chen Li", "Lin Xiao"]
    assert [colleague.name.en for colleague in side.team] == ["Zhou Min", "Xu Ran"]


def test_open_promises_to_the_client_are_the_next_steps() -> None:
    late = follow_up("late", is_for_client=True, due=date(2026, 5, 1))
    soon = follow_up("soon", is_for_client=True, due=date(2026, 4, 1), what=Text.same("soon"))
    undated = follow_up("some-day", is_for_client=True, what=Text.same("some day"))
    side = prepare(rich_dossier(follow_ups=(undated, late, soon)), TODAY).client_side
    assert [step.due for step in side.next_steps] == [date(2026, 4, 1), date(2026, 5, 1), None]


@pytest.mark.parametrize("stage", Stage)
def test_without_promises_each_stage_proposes_its_usual_steps(stage: Stage) -> None:
    dossier = rich_dossier(follow_ups=(), visit=replace(rich_dossier().visit, stage=stage))
    steps = prepare(dossier, TODAY).client_side.next_steps
    assert [step.due for step in steps] == [
        date(2026, 3, 13),
        date(2026, 3, 18),
        date(2026, 3, 25),
    ]
    assert [step.owner.en for step in steps] == ["Zhou Min", "Chen Li", "Zhou Min"]
    assert all(step.what.zh and step.what.en for step in steps)


def test_usual_steps_are_owned_by_the_companies_where_nobody_is_named() -> None:
    dossier = rich_dossier(
        follow_ups=(),
        visit=visit(),
        company=company(name=Text("灯塔", "Lighthouse")),
        opportunity=opportunity(),
    )
    steps = prepare(dossier, TODAY).client_side.next_steps
    assert {step.owner.en for step in steps} == {"Lighthouse", "Galaxy"}


def test_what_we_call_somebody_unnamed_never_reaches_the_client() -> None:
    nameless = person("x", name=Text("? 签字方", "? Signatory"))
    rich = rich_dossier()
    visit = replace(rich.visit, attendees=(nameless.id, *rich.visit.attendees))
    record = replace(rich.records[0], visit=visit.id)
    record = replace(
        record,
        people=(PersonFinding(person=nameless.id, was_there=True), *record.people),
    )
    dossier = replace(rich, people=(nameless, *rich.people), visit=visit, records=(record,))
    said = [*words(prepare(dossier, TODAY).client_side), *words(client_minutes(dossier, record))]
    assert not any("Signatory" in one or "签字方" in one for one in said)
