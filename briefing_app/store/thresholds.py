"""The planning thresholds that a team set for itself; those that it did not are not stored."""

from __future__ import annotations

from collections.abc import Mapping

from briefing_app.domain.values import Money
from briefing_app.store.connection import Connection
from briefing_app.store.journal import Journal


class Thresholds:
    """Values by the names of thresholds; see `Store.thresholds`. All writing is within an act."""

    def __init__(self, connection: Connection, journal: Journal) -> None:
        self._connection = connection
        self._journal = journal

    def all(self) -> Mapping[str, int | Money]:
        """What the team set."""
        rows = self._connection.rows("SELECT id, amount, currency FROM planning_threshold")
        return {str(name): _value(int(amount or 0), currency) for name, amount, currency in rows}

    def keep(self, name: str, value: int | Money) -> None:
        """Set one."""
        self._journal.watch()
        self._connection.run(
            "INSERT INTO planning_threshold (id, amount, currency) VALUES (?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE"
            " SET amount = excluded.amount, currency = excluded.currency",
            (name, *_columns(value)),
        )

    def forget(self, name: str) -> None:
        """Let the usual value hold again."""
        self._journal.watch()
        self._connection.run("DELETE FROM planning_threshold WHERE id = ?", (name,))


def _columns(value: int | Money) -> tuple[int, str | None]:
    return (value.minor, value.currency) if isinstance(value, Money) else (value, None)


def _value(amount: int, currency: object) -> int | Money:
    return amount if currency is None else Money(amount, str(currency))
