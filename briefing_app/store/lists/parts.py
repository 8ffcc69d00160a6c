"""What all lists are read with: conditions, numbers, and cells as values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TypeVar

from briefing_app.domain.appointment import at_clients
from briefing_app.domain.labels import Labelled
from briefing_app.store.connection import Cell, Connection

L = TypeVar("L", bound=Labelled)

NOT_STOPPED = """'stopped' IS NOT (
    SELECT visit_record.continuation
    FROM visit JOIN visit_record ON visit_record.visit = visit.id
    WHERE visit.opportunity = opportunity.id
    ORDER BY visit.starts_at DESC LIMIT 1
)"""
"""A condition on ``opportunity``: the last record of its visits does not call it stopped."""


@dataclass(frozen=True, slots=True)
class Condition:
    """Which rows are wanted: SQL and its parameters."""

    sql: str = "TRUE"
    cells: tuple[Cell, ...] = ()

    def and_also(self, sql: str, *cells: Cell) -> Condition:
        """This condition and another one."""
        return Condition(f"{self.sql} AND {sql}", (*self.cells, *cells))


def number(connection: Connection, sql: str, cells: tuple[Cell, ...]) -> int:
    """The one number that a query answers."""
    return int(connection.rows(sql, cells)[0][0] or 0)


def moment(cell: Cell, zone: str) -> datetime | None:
    """A stored moment at the time of a client's zone."""
    return None if cell is None else at_clients(datetime.fromisoformat(str(cell)), zone)


def member(kind: type[L], cell: Cell) -> L:
    """A stored member of an enumeration."""
    return {one.value: one for one in kind}[str(cell)]


def day(cell: Cell) -> date | None:
    """A stored day."""
    return None if cell is None else date.fromisoformat(str(cell))


def utc_text(when: datetime) -> str:
    """A moment as the database holds it, without parts of a second."""
    return when.astimezone(UTC).isoformat(timespec="seconds")
