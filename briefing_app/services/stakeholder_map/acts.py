"""What a user does on the map. Each act is one step to undo, and tells what it changed.

A value set here is what somebody on our team believes today: assumed, until a visit confirms it
or somebody made sure of it (`grounds`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from briefing_app.domain.client import Person
from briefing_app.domain.ids import (
    ColleagueId,
    LineId,
    OpportunityId,
    PersonId,
    new_id,
)
from briefing_app.domain.message import Message, say
from briefing_app.domain.opportunity import Opportunity
from briefing_app.domain.records import Record
from briefing_app.domain.stakeholder import (
    BuyingRole,
    Coverage,
    Influence,
    Line,
    LineKind,
    Stakeholder,
    Support,
)
from briefing_app.domain.text import Language, Text
from briefing_app.domain.values import Evidence
from briefing_app.errors import UserError
from briefing_app.services.changes import Change
from briefing_app.services.creating import as_text
from briefing_app.services.stakeholder_map.known import (
    change_known,
    find_known,
    name_of,
    nothing_known,
)
from briefing_app.wording import wording_in

if TYPE_CHECKING:  # loads on the database thread
    from briefing_app.store.store import Store


def set_support(
    store: Store, opportunity: OpportunityId, person: PersonId, support: Support, *, today: date
) -> Change:
    """Say where somebody stands towards us."""
    label = say("{name}: {value}", name=name_of(store, person), value=support)
    return change_known(
        store, opportunity, person, label, lambda one: _supporting(one, support, today)
    )


def set_influence(
    store: Store,
    opportunity: OpportunityId,
    person: PersonId,
    influence: Influence,
    *,
    today: date,
) -> Change:
    """Say how much somebody's word weighs."""
    label = say("{name}: {value}", name=name_of(store, person), value=influence)
    return change_known(
        store, opportunity, person, label, lambda one: _weighing(one, influence, today)
    )


def set_position(
    store: Store,
    opportunity: OpportunityId,
    person: PersonId,
    influence: Influence,
    support: Support,
    *,
    today: date,
) -> Change:
    """Move somebody on the grid: both values in one step, each only where it changes."""
    label = say(
        "{name}: {influence}, {support}",
        name=name_of(store, person),
        influence=influence,
        support=support,
    )

    def moved(one: Stakeholder) -> Stakeholder:
        return _supporting(_weighing(one, influence, today), support, today)

    return change_known(store, opportunity, person, label, moved)


def set_coverage(
    store: Store, opportunity: OpportunityId, person: PersonId, coverage: Coverage, *, today: date
) -> Change:
    """Say how close our team is to somebody."""
    label = say("{name}: {value}", name=name_of(store, person), value=coverage)

    def covered(one: Stakeholder) -> Stakeholder:
        if one.coverage is coverage:
            return one
        return replace(one, coverage=coverage, coverage_evidence=_believed(today))

    return change_known(store, opportunity, person, label, covered)


def set_owner(
    store: Store, opportunity: OpportunityId, person: PersonId, colleague: ColleagueId | None
) -> Change:
    """Say who of us looks after somebody; ``None`` for nobody."""
    label = say("Who looks after {name}", name=name_of(store, person))
    return change_known(
        store, opportunity, person, label, lambda one: replace(one, covered_by=colleague)
    )


def set_roles(
    store: Store,
    opportunity: OpportunityId,
    person: PersonId,
    roles: tuple[BuyingRole, ...],
    *,
    today: date,
) -> Change:
    """Say which roles somebody has in the purchase, in the order of the chain."""
    wished = tuple(role for role in BuyingRole if role in roles)
    label = say("Roles of {name}", name=name_of(store, person))

    def cast(one: Stakeholder) -> Stakeholder:
        if set(one.roles) == set(wished):
            return one
        return replace(one, roles=wished, roles_evidence=_believed(today))

    return change_known(store, opportunity, person, label, cast)


def set_note(store: Store, opportunity: OpportunityId, person: PersonId, note: Text) -> Change:
    """Write down what else the team should know of somebody."""
    label = say("Note on {name}", name=name_of(store, person))

    def noted(one: Stakeholder) -> Stakeholder:
        return replace(one, note=note)

    return change_known(store, opportunity, person, label, noted)


def add_to_map(store: Store, opportunity: OpportunityId, person: PersonId) -> Change:
    """Put somebody of the client on the map, with nothing known yet."""
    label = say("{name} on the map", name=name_of(store, person))
    return change_known(store, opportunity, person, label, lambda one: one)


def add_placeholder(
    store: Store, opportunity: OpportunityId, role: BuyingRole, *, today: date
) -> Change:
    """Put somebody on the map of whom only the role is known: “? Decider”. The seat stays a gap
    until the person is named."""
    name = Text(*(_nameless(role, language) for language in (Language.ZH, Language.EN)))
    label = say("Placeholder: {role}", role=role)
    return _bring(store, opportunity, name, label, role, today)


def add_new_person(
    store: Store, opportunity: OpportunityId, name: str, role: BuyingRole | None, *, today: date
) -> Change:
    """Put somebody on the map who was not entered at the client yet; ``role`` is one they have."""
    label = say("{name} on the map", name=name)
    return _bring(store, opportunity, as_text(name), label, role, today)


def take_off_map(store: Store, opportunity: OpportunityId, person: PersonId) -> Change:
    """Take somebody off the map with all lines of theirs; a placeholder goes for good, a person
    stays at the client."""
    label = say("{name} off the map", name=name_of(store, person))
    with store.act(label) as act:
        one = store.get(Person, person)
        known = find_known(store, opportunity, person)
        gone: list[Record] = [
            line
            for line in store.referring(Line, "opportunity", opportunity)
            if person in (line.source, line.target)
        ]
        gone += [known] if known else []
        gone += [one] if one.is_placeholder else []
        for record in gone:
            store.delete(type(record), record.id)
    return Change(label, act.records)


def draw_line(
    store: Store, opportunity: OpportunityId, kind: LineKind, source: PersonId, target: PersonId
) -> Change:
    """Draw a line from one person to another; one who reported to somebody reports to the new
    superior from now on. UserError for a line to oneself and for a circle of superiors."""
    if source == target:
        raise UserError("A line needs two people. Choose somebody else.")
    label = say(
        "{kind}: {source}, {target}",
        kind=kind,
        source=name_of(store, source),
        target=name_of(store, target),
    )
    with store.act(label) as act:
        of_kind = [
            one for one in store.referring(Line, "opportunity", opportunity) if one.kind is kind
        ]
        if not any(_joins(one, source, target) for one in of_kind):
            for one in of_kind:
                if kind is LineKind.REPORTS_TO and one.source == source:
                    store.delete(Line, one.id)
            line = Line(
                id=LineId(new_id()),
                opportunity=opportunity,
                kind=kind,
                source=source,
                target=target,
            )
            store.save((*_missing(store, opportunity, (source, target)), line))
    return Change(label, act.records)


def remove_line(store: Store, line: LineId) -> Change:
    """Take a line off the map. UserError where there is no such line."""
    gone = store.get(Line, line)
    label = say(
        "Line removed: {source}, {target}",
        source=name_of(store, gone.source),
        target=name_of(store, gone.target),
    )
    with store.act(label) as act:
        store.delete(Line, line)
    return Change(label, act.records)


def _bring(
    store: Store,
    opportunity: OpportunityId,
    name: Text,
    label: Message,
    role: BuyingRole | None,
    today: date,
) -> Change:
    """Enter somebody at the client and put them on the map."""
    with store.act(label) as act:
        client = store.get(Opportunity, opportunity).client
        person = Person(id=PersonId(new_id()), client=client, name=name)
        known = nothing_known(opportunity, person.id)
        if role is not None:
            known = replace(known, roles=(role,), roles_evidence=_believed(today))
        store.save((person, known))
    return Change(label, act.records)


def _joins(line: Line, source: PersonId, target: PersonId) -> bool:
    """True for a line between these two; a conflict has no direction."""
    ends = (line.source, line.target)
    if line.kind is LineKind.CONFLICTS_WITH:
        return set(ends) == {source, target}
    return ends == (source, target)


def _missing(
    store: Store, opportunity: OpportunityId, people: tuple[PersonId, ...]
) -> Iterator[Stakeholder]:
    """Who of the people must come onto the map first."""
    for person in people:
        if find_known(store, opportunity, person) is None:
            yield nothing_known(opportunity, person)


def _supporting(one: Stakeholder, support: Support, today: date) -> Stakeholder:
    if one.support is support:
        return one
    return replace(one, support=support, support_evidence=_believed(today))


def _weighing(one: Stakeholder, influence: Influence, today: date) -> Stakeholder:
    if one.influence is influence:
        return one
    return replace(one, influence=influence, influence_evidence=_believed(today))


def _believed(today: date) -> Evidence:
    return Evidence(on=today)


def _nameless(role: BuyingRole, language: Language) -> str:
    return f"? {wording_in(language).label(role)}"
