"""Reporting lines must lead upwards: nobody reports to themselves, not even by a long way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from briefing_app.domain.message import say
from briefing_app.domain.records import Record
from briefing_app.domain.stakeholder import Line, LineKind
from briefing_app.domain.text import Text
from briefing_app.exchange.drafts import PlaceOf
from briefing_app.exchange.problems import Problems


def note_circles(
    records: Iterable[Record],
    people: Mapping[str, Record],
    place_of: Mapping[str, PlaceOf],
    problems: Problems,
) -> None:
    """Note the first circle of each project, at a line of it that the file brings."""
    by_project: dict[str, list[Line]] = {}
    for line in records:
        if isinstance(line, Line) and line.kind is LineKind.REPORTS_TO:
            by_project.setdefault(line.opportunity, []).append(line)
    for lines in by_project.values():
        circle = _circle(lines)
        brought = [line for line in lines if _is_part(line, circle) and line.id in place_of]
        if brought:
            names = tuple(_name(people, person) for person in circle)
            fault = say("these people report to each other in a circle: {names}.", names=names)
            problems.add(place_of[brought[-1].id](("target",)), fault)


def _circle(lines: Iterable[Line]) -> list[str]:
    superiors: dict[str, set[str]] = {}
    for line in lines:
        superiors.setdefault(line.source, set()).add(line.target)
    try:
        TopologicalSorter(superiors).prepare()
    except CycleError as error:
        upwards: list[str] = error.args[1][:0:-1]
        first = upwards.index(min(upwards))  # so that the same circle is always told alike
        turned = upwards[first:] + upwards[:first]
        return [*turned, turned[0]]
    return []


def _is_part(line: Line, circle: list[str]) -> bool:
    return (line.source, line.target) in pairwise(circle)


def _name(people: Mapping[str, Record], person: str) -> Text:
    return getattr(people.get(person), "name", Text.same(person))
