"""Where everybody stands on the map: reporting lines as an indented tree, and the grid's cells.

A tree of equal boxes that runs down a page needs no layout engine: a person's row follows the
superior's, and the depth is the indent. It breaks over pages between any two rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from briefing_app.domain.client import Department
from briefing_app.domain.dossier import Dossier
from briefing_app.domain.ids import PersonId
from briefing_app.domain.stakeholder import Influence, Line, LineKind, Stakeholder, Support

WEIGHT: Mapping[Influence, int] = {
    Influence.HIGH: 0,
    Influence.MEDIUM: 1,
    Influence.UNKNOWN: 2,
    Influence.LOW: 3,
}
"""Who weighs more stands first; somebody unknown may turn out to weigh."""

_DEPARTMENTS = tuple(Department)


@dataclass(frozen=True, slots=True)
class Branch:
    """A person's row in the tree. ``goes_on`` tells for each level above, from the root down,
    whether its line runs on below this row; the last of them is the person's own."""

    person: PersonId
    goes_on: tuple[bool, ...]

    @property
    def depth(self) -> int:
        """How many superiors stand above; 0 for a root."""
        return len(self.goes_on)


def branches(dossier: Dossier) -> tuple[Branch, ...]:
    """Everybody on the map, each once, below the first superior who is on it too.

    Those without a superior stand by department, then by weight.
    """
    everyone = on_the_map(dossier)
    superior = superiors(dossier, everyone)
    below: dict[PersonId | None, list[PersonId]] = {}
    for person in in_order(dossier, everyone):
        below.setdefault(superior.get(person), []).append(person)
    return tuple(_branches(below, None, ()))


def cells(dossier: Dossier) -> Mapping[tuple[Influence, Support], tuple[PersonId, ...]]:
    """Who stands where between power and support, those of most weight first."""
    found: dict[tuple[Influence, Support], list[PersonId]] = {}
    for person in in_order(dossier, on_the_map(dossier)):
        known = dossier.stakeholder(person)
        place = (
            known.influence if known else Influence.UNKNOWN,
            known.support if known else Support.UNKNOWN,
        )
        found.setdefault(place, []).append(person)
    return {place: tuple(people) for place, people in found.items()}


def other_lines(dossier: Dossier) -> tuple[Line, ...]:
    """Influence, conflict, and further superiors: what the tree does not show."""
    everyone = on_the_map(dossier)
    superior = superiors(dossier, everyone)
    return tuple(
        line
        for line in dossier.lines
        if line.source in everyone
        and line.target in everyone
        and not (line.kind is LineKind.REPORTS_TO and superior.get(line.source) == line.target)
    )


def on_the_map(dossier: Dossier) -> frozenset[PersonId]:
    """Everybody whom the project knows, who comes to the visit, or whom a line joins."""
    known = {person.id for person in dossier.people}
    named = {one.person for one in dossier.stakeholders} | set(dossier.visit.attendees)
    linked = {end for line in dossier.lines for end in (line.source, line.target)}
    return frozenset((named | linked) & known)


def superiors(dossier: Dossier, everyone: frozenset[PersonId]) -> dict[PersonId, PersonId]:
    """The first superior of each; a line that would close a circle is left out."""
    superior: dict[PersonId, PersonId] = {}
    for line in dossier.lines:
        is_up = line.kind is LineKind.REPORTS_TO and {line.source, line.target} <= everyone
        if is_up and line.source not in superior and not _leads_to(superior, line):
            superior[line.source] = line.target
    return superior


def _leads_to(superior: Mapping[PersonId, PersonId], line: Line) -> bool:
    above: PersonId | None = line.target
    while above is not None:
        if above == line.source:
            return True
        above = superior.get(above)
    return False


def in_order(dossier: Dossier, people: Iterable[PersonId]) -> list[PersonId]:
    """The people by department, then by weight."""
    departments = {one.id: _DEPARTMENTS.index(one.department) for one in dossier.people}
    known: dict[PersonId, Stakeholder] = {one.person: one for one in dossier.stakeholders}

    def place(person: PersonId) -> tuple[int, int, str]:
        influence = known[person].influence if person in known else Influence.UNKNOWN
        return departments[person], WEIGHT[influence], person

    return sorted(people, key=place)


def _branches(
    below: Mapping[PersonId | None, list[PersonId]],
    above: PersonId | None,
    goes_on: tuple[bool, ...],
) -> Iterator[Branch]:
    people = below.get(above, [])
    for position, person in enumerate(people, start=1):
        own = () if above is None else (*goes_on, position < len(people))
        yield Branch(person, own)
        yield from _branches(below, person, own)
