"""Findings of the export gate that are meant, kept with their visit; undo takes them back."""

from __future__ import annotations

from collections.abc import Iterable

from briefing_app.domain.ids import VisitId
from briefing_app.domain.meant import SetAside
from briefing_app.store.connection import Connection
from briefing_app.store.journal import Journal


class SetAsides:
    """What is set aside for visits; see `Store.set_aside`. Changes belong into an act."""

    def __init__(self, connection: Connection, journal: Journal) -> None:
        self._connection = connection
        self._journal = journal

    def of(self, visit: VisitId) -> tuple[SetAside, ...]:
        """What is set aside for a visit."""
        rows = self._connection.rows(
            "SELECT word, around FROM set_aside WHERE visit = ? ORDER BY word, around", (visit,)
        )
        return tuple(SetAside(str(word), str(around)) for word, around in rows)

    def add(self, visit: VisitId, findings: Iterable[SetAside]) -> None:
        """Set findings aside; those that are already stay so."""
        self._journal.watch()
        for one in findings:
            self._connection.run(
                "INSERT OR IGNORE INTO set_aside VALUES (?, ?, ?)", (visit, one.word, one.around)
            )

    def remove(self, visit: VisitId, finding: SetAside) -> None:
        """Let a finding count again."""
        self._journal.watch()
        self._connection.run(
            "DELETE FROM set_aside WHERE visit = ? AND word = ? AND around = ?",
            (visit, finding.word, finding.around),
        )
