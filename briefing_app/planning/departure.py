"""The departure drill: what is lost when one person leaves the client, or changes sides.

People move on, and a project that hangs on one of them ends with the move. The drill takes a
person out for a moment and tells which roles nobody else holds, which actions wait for that
person, and to which deciders no way is left.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from briefing_app.domain.dossier import Dossier
from briefing_app.domain.ids import PersonId
from briefing_app.domain.opportunity import Need
from briefing_app.domain.stakeholder import BuyingRole, Coverage, LineKind
from briefing_app.domain.visit import FollowUp, Visit
from briefing_app.planning.days import local_day
from briefing_app.planning.follow_ups import open_steps

Path = tuple[PersonId, ...]
"""People from somebody whom we know to a decider, both included."""

Links = Mapping[PersonId, tuple[PersonId, ...]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Departure:
    """What goes with one person.

    ``roles`` are those that nobody else holds; ``steps`` the open follow-ups that name the
    person, ``visits`` those to come that count on the person, ``needs`` those that only this
    person raised. ``paths`` led to a decider through the person; ``cut_off`` are the deciders
    whom no other way reaches, the person included where the person decides.
    """

    person: PersonId
    roles: tuple[BuyingRole, ...] = ()
    steps: tuple[FollowUp, ...] = ()
    visits: tuple[Visit, ...] = ()
    needs: tuple[Need, ...] = ()
    paths: tuple[Path, ...] = ()
    cut_off: tuple[PersonId, ...] = ()

    @property
    def is_harmless(self) -> bool:
        """True when nothing hangs on the person alone."""
        lost = (self.roles, self.steps, self.visits, self.needs, self.paths, self.cut_off)
        return not any(lost)


def departure(dossier: Dossier, person: PersonId, today: date) -> Departure:
    """What would be lost if ``person`` left today."""
    return _departure(dossier, person, today, paths_to_deciders(dossier))


def departures(dossier: Dossier, today: date) -> Mapping[PersonId, Departure]:
    """The same for each of the client's people."""
    before = paths_to_deciders(dossier)
    return {one.id: _departure(dossier, one.id, today, before) for one in dossier.people}


def _departure(
    dossier: Dossier, person: PersonId, today: date, before: Mapping[PersonId, Path]
) -> Departure:
    return Departure(
        person=person,
        roles=tuple(_roles_of_one(dossier, person)),
        steps=tuple(_steps(dossier, person)),
        visits=tuple(_visits(dossier, person, today)),
        needs=tuple(need for need in dossier.needs if need.raised_by == person),
        paths=tuple(path for path in before.values() if person in path),
        cut_off=_cut_off(dossier, person, before),
    )


def _cut_off(
    dossier: Dossier, person: PersonId, before: Mapping[PersonId, Path]
) -> tuple[PersonId, ...]:
    """The deciders whom no way reaches any more; a way that the person is not on stays open."""
    if not any(person in path for path in before.values()):
        return ()
    after = paths_to_deciders(dossier, without=person)
    return tuple(decider for decider in before if decider not in after)


def paths_to_deciders(
    dossier: Dossier, *, without: PersonId | None = None
) -> Mapping[PersonId, Path]:
    """For each named decider whom we can reach, the shortest way there.

    A way starts with somebody whom we have met; it goes along reporting lines in both
    directions, for either end can introduce the other, and along influence towards who is
    influenced. A conflict opens no door.
    """
    people = {one.id for one in dossier.people if not one.is_placeholder} - {without}
    known = [one for one in dossier.stakeholders if one.person in people]
    met = [one.person for one in known if one.coverage is not Coverage.NONE]
    links = _links(dossier, people)
    deciders = [one.person for one in known if BuyingRole.DECIDER in one.roles]
    found = {decider: _shortest(links, met, decider) for decider in deciders}
    return {decider: path for decider, path in found.items() if path}


def _links(dossier: Dossier, people: set[PersonId]) -> Links:
    links: dict[PersonId, list[PersonId]] = {}
    for line in dossier.lines:
        if line.kind is LineKind.CONFLICTS_WITH or not {line.source, line.target} <= people:
            continue
        links.setdefault(line.source, []).append(line.target)
        if line.kind is LineKind.REPORTS_TO:
            links.setdefault(line.target, []).append(line.source)
    return {person: tuple(others) for person, others in links.items()}


def _shortest(links: Links, starts: list[PersonId], goal: PersonId) -> Path:
    """The way with the fewest people; ``()`` where there is none."""
    ways: deque[Path] = deque((start,) for start in starts)
    seen = set(starts)
    while ways:
        way = ways.popleft()
        if way[-1] == goal:
            return way
        for other in links.get(way[-1], ()):
            if other not in seen:
                seen.add(other)
                ways.append((*way, other))
    return ()


def _roles_of_one(dossier: Dossier, person: PersonId) -> Iterator[BuyingRole]:
    """The roles that this person holds and no other named person does."""
    nameless = {one.id for one in dossier.people if one.is_placeholder}
    held = {one.person: one.roles for one in dossier.stakeholders if one.person not in nameless}
    for role in held.get(person, ()):
        if not any(role in roles for other, roles in held.items() if other != person):
            yield role


def _steps(dossier: Dossier, person: PersonId) -> Iterator[FollowUp]:
    names = [words.casefold() for words in dossier.person(person).name.both if words]
    for step in open_steps(dossier):
        if any(name in words.casefold() for name in names for words in step.owner.both):
            yield step


def _visits(dossier: Dossier, person: PersonId, today: date) -> Iterator[Visit]:
    zone = dossier.client.time_zone
    for visit in sorted(dossier.visits, key=lambda one: one.starts_at):
        if person in visit.attendees and local_day(visit.starts_at, zone) >= today:
            yield visit
