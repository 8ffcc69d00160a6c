"""Who takes part in a project: people put on the stakeholder map, and the lines between them."""

from __future__ import annotations

from datetime import date

from briefing_app.domain.client import Person
from briefing_app.domain.ids import LineId, OpportunityId, PersonId, StakeholderId, new_id
from briefing_app.domain.message import say
from briefing_app.domain.opportunity import Opportunity
from briefing_app.domain.stakeholder import BuyingRole, Line, LineKind, Stakeholder
from briefing_app.domain.text import Language, Text
from briefing_app.domain.values import Evidence
from briefing_app.errors import UserError
from briefing_app.services.changes import Change
from briefing_app.services.creating import Created, add_records
from briefing_app.store.store import Store
from briefing_app.wording import wording_in


def add_stakeholder(
    store: Store,
    *,
    opportunity: str,
    person: str,
    roles: tuple[BuyingRole, ...] = (),
    today: date | None = None,
) -> Created:
    """Somebody of the client takes part in a project; roles are assumed, ``today``.

    UserError for somebody of another client, and for a stakeholder already.
    """
    one = _of_the_client(store, opportunity, person)
    stakeholder = _stakeholder(OpportunityId(opportunity), one.id, roles, today)
    label = say("Add “{name}” to the map", name=one.name)
    return Created(add_records(store, label, stakeholder), stakeholder.id)


def add_placeholder_person(
    store: Store, *, opportunity: str, role: BuyingRole, today: date | None = None
) -> Created:
    """Somebody who must be there but is not known yet, as “Unknown budget holder”, put on the
    map in that role. The id is the person's."""
    project = store.get(Opportunity, opportunity)
    taken = {one.name for one in store.referring(Person, "client", project.client)}
    name = next(
        name for number in range(1, len(taken) + 2) if (name := _unknown(role, number)) not in taken
    )
    person = Person(id=PersonId(new_id()), client=project.client, name=name)
    stakeholder = _stakeholder(project.id, person.id, (role,), today)
    label = say("Add “{name}” to the map", name=name)
    return Created(add_records(store, label, person, stakeholder), person.id)


def is_placeholder(person: Person) -> bool:
    """True for somebody whom `add_placeholder_person` made and nobody has named since."""
    words = Text(person.name.zh.rstrip(_NUMBER), person.name.en.rstrip(_NUMBER))
    return words in {_unknown(role, 1) for role in BuyingRole}


def add_line(
    store: Store, *, opportunity: str, kind: LineKind, source: str, target: str
) -> Created:
    """A line between two people of a project: ``source`` reports to, influences or is in conflict
    with ``target``.

    UserError for one that is there, that leads to the same person, or by which people would
    report to each other in a circle.
    """
    people = [_of_the_client(store, opportunity, person) for person in (source, target)]
    line = Line(
        id=LineId(new_id()),
        opportunity=OpportunityId(opportunity),
        kind=kind,
        source=people[0].id,
        target=people[1].id,
    )
    if source == target:
        raise UserError(
            "A line leads from one person to another, but both ends are {name}.",
            name=people[0].name,
        )
    if any(
        is_same_line(line, other) for other in store.referring(Line, "opportunity", opportunity)
    ):
        raise UserError(
            "There is this line already: {source} – {target}, {kind}.",
            source=people[0].name,
            target=people[1].name,
            kind=kind,
        )
    label = say("Add the line {source} – {target}", source=people[0].name, target=people[1].name)
    return Created(add_records(store, label, line), line.id)


def remove_line(store: Store, *, line_id: str) -> Change:
    """Take a line off the map; undo brings it back."""
    label = say("Remove the line {name}", name=store.shown_name(store.get(Line, line_id)))
    with store.act(label) as act:
        store.delete(Line, line_id)
    return Change(label, act.records)


def is_same_line(line: Line, other: Line) -> bool:
    """True for lines that say the same; two people in conflict are so in both directions."""
    ends, others = (line.source, line.target), (other.source, other.target)
    is_turned = line.kind is LineKind.CONFLICTS_WITH and ends == others[::-1]
    return line.kind is other.kind and (ends == others or is_turned)


_NUMBER = " 0123456789"


def _unknown(role: BuyingRole, number: int) -> Text:
    """The name of a placeholder; the first of a role has no number."""
    chinese, english = (wording_in(language) for language in (Language.ZH, Language.EN))
    ending = f" {number}" if number > 1 else ""
    return Text(
        chinese.phrase("Unknown {role}", role=role) + ending,
        english.phrase("Unknown {role}", role=english.label(role).lower()) + ending,
    )


def _stakeholder(
    opportunity: OpportunityId,
    person: PersonId,
    roles: tuple[BuyingRole, ...],
    today: date | None,
) -> Stakeholder:
    return Stakeholder(
        id=StakeholderId(new_id()),
        opportunity=opportunity,
        person=person,
        roles=roles,
        roles_evidence=Evidence(on=today) if roles else Evidence(),
    )


def _of_the_client(store: Store, opportunity: str, person: str) -> Person:
    """The person, who must work at the client of the project."""
    one = store.get(Person, person)
    if one.client != store.get(Opportunity, opportunity).client:
        raise UserError("{name} does not work at the client of this project.", name=one.name)
    return one
