"""Taking acts back and doing them again, and the trash that restores what was deleted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from briefing_app.domain.message import Message
from briefing_app.errors import UserError
from briefing_app.store.connection import Connection
from briefing_app.store.driver import driver
from briefing_app.store.journal import Journal, State
from briefing_app.store.journal_labels import read_label
from briefing_app.store.journal_steps import Step, steps_of, take_back, touched_by
from briefing_app.store.pace import Pace, Tell, silent
from briefing_app.store.search import index_changed, stored_records

_LAST_DONE = "SELECT id, label FROM act WHERE state = 'done' ORDER BY id DESC LIMIT 1"
_FIRST_UNDONE = "SELECT id, label FROM act WHERE state = 'undone' ORDER BY id LIMIT 1"


@dataclass(frozen=True, slots=True)
class Act:
    """Something the user did: what it is called, and kind and id of each record it touched."""

    label: Message
    records: tuple[tuple[str, str], ...]


class History:
    """What the user did, to be taken back; see `Store.history`."""

    def __init__(self, connection: Connection, journal: Journal) -> None:
        self._connection = connection
        self._journal = journal

    def undoable(self) -> Message | None:
        """What the act is called that `undo` would take back."""
        return self._label(_LAST_DONE)

    def redoable(self) -> Message | None:
        """What the act is called that `redo` would do again."""
        return self._label(_FIRST_UNDONE)

    def steps_to_undo(self) -> int:
        """How many rows `undo` would put back; 0 where there is nothing to undo."""
        return self._count(_LAST_DONE)

    def steps_to_redo(self) -> int:
        """How many rows `redo` would write."""
        return self._count(_FIRST_UNDONE)

    def undo(self, tell: Tell = silent) -> Act | None:
        """Take the last act back and tell which; ``None`` where there is none.

        UserError where another program changed what it changed. What ``tell`` raises stops it,
        and nothing is taken back.
        """
        return self._turned(_LAST_DONE, State.UNDONE, tell)

    def redo(self, tell: Tell = silent) -> Act | None:
        """Do the act again that was taken back last; ``None`` where there is none, and after
        anything else was done."""
        return self._turned(_FIRST_UNDONE, State.DONE, tell)

    def forget(self) -> None:
        """Let what is stored now be the beginning: nothing before it can be undone, and the
        trash is empty."""
        with self._journal.transaction():
            self._connection.run("DELETE FROM act")

    def begin_anew(self) -> None:
        """Let nothing before this be undone; what is in the trash stays there."""
        with self._journal.transaction():
            self._journal.let_go_of_all()

    def _label(self, which: str) -> Message | None:
        found = self._connection.rows(which)
        return read_label(str(found[0][1])) if found else None

    def _count(self, which: str) -> int:
        steps = f"SELECT count(*) FROM act_step WHERE act = (SELECT id FROM ({which}))"  # noqa: S608
        return int(str(self._connection.rows(steps)[0][0]))

    def _turned(self, which: str, state: State, tell: Tell) -> Act | None:
        with self._journal.transaction():
            found = self._connection.rows(which)
            if not found:
                return None
            number, label = int(str(found[0][0])), read_label(str(found[0][1]))
            steps = steps_of(self._connection, number)
            with (
                self._journal.written_anew(number, state),
                indexed(self._connection, steps, tell) as pace,
            ):
                self._take_back(pace.through(steps), label)
            return Act(label, touched_by(steps))

    def _take_back(self, steps: Iterable[Step], label: Message) -> None:
        try:
            is_whole = all(take_back(self._connection, step) for step in steps)
        except driver().IntegrityError as error:
            raise _not_as_left(label) from error
        if not is_whole:
            raise _not_as_left(label)


@contextmanager
def indexed(connection: Connection, steps: Sequence[Step], tell: Tell) -> Iterator[Pace]:
    """Search is right again after the records of these steps were changed; what changes them
    goes through the steps at the pace that is given."""
    touched = touched_by(steps)
    before = stored_records(connection, touched)
    pace = Pace(tell, len(steps) + len(touched))
    yield pace
    after = stored_records(connection, touched).values()
    index_changed(connection, before, after, pace.through)


def _not_as_left(label: Message) -> UserError:
    return UserError(
        "“{act}” cannot be taken back or done again, because another program changed the same"
        " data since.",
        act=label,
    )
