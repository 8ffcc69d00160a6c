"""Reporting lines must lead upwards: nobody reports, through others, to oneself."""

from __future__ import annotations

from collections.abc import Iterable
from graphlib import CycleError, TopologicalSorter

from briefing_app.domain.stakeholder import LineKind
from briefing_app.domain.text import Text
from briefing_app.errors import UserError
from briefing_app.store.connection import Connection


def refuse_circles(connection: Connection, opportunities: Iterable[str]) -> None:
    """UserError that names the people when stored reporting lines of an opportunity form a
    circle; within the transaction that wrote them."""
    for opportunity in opportunities:
        circle = _circle(connection, opportunity)
        if circle:
            raise UserError(
                "These people would report to each other in a circle: {people}."
                " Remove one of the reporting lines.",
                people=tuple(_name(connection, person) for person in circle),
            )


def _circle(connection: Connection, opportunity: str) -> list[str]:
    lines = connection.rows(
        "SELECT source, target FROM line WHERE opportunity = ? AND kind = ?",
        (opportunity, LineKind.REPORTS_TO.value),
    )
    superiors: dict[str, set[str]] = {}
    for source, target in lines:
        superiors.setdefault(str(source), set()).add(str(target))
    try:
        TopologicalSorter(superiors).prepare()
    except CycleError as error:
        people: list[str] = error.args[1]  # the first stands at the end once more
        return people[:-1]
    return []


def _name(connection: Connection, person: str) -> Text:
    name_zh, name_en = connection.rows(
        "SELECT name_zh, name_en FROM person WHERE id = ?", (person,)
    )[0]
    return Text(str(name_zh), str(name_en))
