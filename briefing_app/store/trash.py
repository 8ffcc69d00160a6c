"""The trash: deletions that can be put back, also long after other things were done."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from briefing_app.domain.deletion import Deletion, TrashedRecord
from briefing_app.domain.message import Message, say, say_count
from briefing_app.domain.records import KIND_BY_NAME, Kind, Record, kind_of
from briefing_app.domain.stakeholder import Line
from briefing_app.domain.text import Text
from briefing_app.errors import UserError
from briefing_app.store.circles import refuse_circles
from briefing_app.store.connection import Connection
from briefing_app.store.drafts import drop_orphans
from briefing_app.store.driver import driver
from briefing_app.store.history import Act, indexed
from briefing_app.store.journal import Journal, State
from briefing_app.store.journal_steps import Step, put_back, steps_of
from briefing_app.store.journal_triggers import Deed
from briefing_app.store.pace import Pace, Tell, silent
from briefing_app.store.reading import AMONG, id_list, read
from briefing_app.store.references import left_dangling, missing_references
from briefing_app.store.shown_names import owner_of, shown_name
from briefing_app.store.tables import table_of

_IN_TRASH = """
FROM act WHERE state IN ('done', 'out-of-reach') AND id IN (SELECT act FROM trashed)
AND NOT EXISTS (SELECT 1 FROM act AS later WHERE later.restores = act.id AND later.state = 'done')
"""


class Trash:
    """What was deleted; see `Store.trash`."""

    def __init__(self, connection: Connection, journal: Journal) -> None:
        self._connection = connection
        self._journal = journal

    def note(self, record: Record, act: int) -> None:
        """Within an act: list a record, which is there still, as deleted by the act."""
        name, owner = shown_name(self._connection, record), owner_of(self._connection, record)
        self._connection.run(
            "INSERT OR REPLACE INTO trashed VALUES (?, ?, ?, ?, ?, ?, ?)",
            (act, kind_of(record).name, record.id, *name.both, *owner.both),
        )

    def deletions(self) -> tuple[Deletion, ...]:
        """What is in the trash, the last deleted first."""
        rows = self._connection.rows(f"SELECT id, made_at {_IN_TRASH} ORDER BY id DESC")
        found = ((int(str(number)), datetime.fromisoformat(str(at))) for number, at in rows)
        return tuple(Deletion(number, at, self._records(number)) for number, at in found)

    def steps_to_restore(self, act: int) -> int:
        """How many rows `restore` would put back."""
        rows = self._connection.rows("SELECT count(*) FROM act_step WHERE act = ?", (act,))
        return int(str(rows[0][0]))

    def restore(self, act: int, tell: Tell = silent) -> Act:
        """Put back what a deletion took, as an act of its own.

        UserError where it is not in the trash, where what it belonged to is gone, and where
        something else took its place. What ``tell`` raises stops it, and nothing is put back.
        """
        records = self._records(act)
        label = _restoring(records)
        with self._journal.act(label) as work:
            if not self._connection.rows(f"SELECT 1 {_IN_TRASH} AND id = ?", (act,)):
                raise UserError("This is no longer in the trash. Look at the trash again.")
            self._journal.watch()
            steps = steps_of(self._connection, act)
            with indexed(self._connection, steps, tell) as pace:
                self._put_back(steps, pace)
            self._connection.run("UPDATE act SET restores = ? WHERE id = ?", (act, work.number))
        return Act(label, work.records)

    def empty(self) -> int:
        """Remove for good what is in the trash, and tell how many deletions that were.

        What was done before the last of them cannot be undone any more.
        """
        with self._journal.transaction():
            rows = self._connection.rows(f"SELECT count(*), max(id) {_IN_TRASH}")
            count, last = rows[0]
            if count:
                self._connection.run(
                    "DELETE FROM act WHERE id <= ? OR state = ?", (last, State.UNDONE)
                )
            drop_orphans(self._connection)
        return int(str(count))

    def _records(self, act: int) -> tuple[TrashedRecord, ...]:
        rows = self._connection.rows(
            "SELECT kind, record, name_zh, name_en, owner_zh, owner_en FROM trashed WHERE act = ?",
            (act,),
        )
        return tuple(
            TrashedRecord(kind, record_id, Text(*texts[:2]), Text(*texts[2:]))
            for kind, record_id, *texts in (map(str, row) for row in rows)
        )

    def _put_back(self, steps: Sequence[Step], pace: Pace) -> None:
        try:
            with self._connection.transaction():
                for step in pace.through(steps):
                    put_back(self._connection, step)
        except driver().IntegrityError as error:
            raise self._refusal(steps) from error
        refuse_circles(self._connection, _opportunities_of_lines(self._connection, steps))

    def _refusal(self, steps: Sequence[Step]) -> UserError:
        """Why a deletion cannot be put back; it is tried once more without the references' veto,
        seen and undone."""
        self._connection.control("SAVEPOINT trial")
        self._connection.pragma("defer_foreign_keys=ON")
        try:
            for step in steps:
                put_back(self._connection, step)
            return self._parent_is_gone()
        except driver().IntegrityError:
            return UserError(
                "This cannot be restored, because something else took its place since, under"
                " “{kind}”. Change or delete that first.",
                kind=Message(KIND_BY_NAME[step.place.kind].label),
            )
        finally:
            self._connection.control("ROLLBACK TO trial")
            self._connection.pragma("defer_foreign_keys=OFF")
            self._connection.control("RELEASE trial")

    def _parent_is_gone(self) -> UserError:
        record = next(left_dangling(self._connection))
        kind, missing = next(missing_references(self._connection, record))
        name = shown_name(self._connection, record)
        if deletion := self._that_took(kind, missing):
            return UserError(
                "“{record}” cannot be restored before “{parent}”, to which it belongs. Restore that"
                " first.",
                record=name,
                parent=deletion.name,
            )
        return UserError(
            "“{record}” cannot be restored, because what it belongs to under “{kind}” is no longer"
            " there.",
            record=name,
            kind=Message(kind.label),
        )

    def _that_took(self, kind: Kind, record_id: str) -> TrashedRecord | None:
        """The record whose deletion took another one along, if that is in the trash."""
        taken = "SELECT act FROM act_step WHERE place = ? AND record = ? AND deed = ?"
        rows = self._connection.rows(
            f"SELECT id {_IN_TRASH} AND id IN ({taken}) ORDER BY id DESC",
            (kind.name, record_id, Deed.DELETED),
        )
        records = self._records(int(str(rows[0][0]))) if rows else ()
        return next((one for one in records if one.id == record_id), next(iter(records), None))


def _restoring(records: Sequence[TrashedRecord]) -> Message:
    if len(records) == 1:
        return say("Restore “{name}”", name=records[0].name)
    return say_count("Restore {count} record", "Restore {count} records", len(records))


def _opportunities_of_lines(connection: Connection, steps: Iterable[Step]) -> set[str]:
    lines = [step.record for step in steps if step.place.kind == "line"]
    return {one.opportunity for one in read(connection, table_of(Line), _THESE, (id_list(lines),))}


_THESE = f"record.id {AMONG}"
