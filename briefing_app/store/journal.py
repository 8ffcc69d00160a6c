"""The journal: what the user did, act by act, so that it can be taken back after a restart, too.

All that is written goes through an act; so the steps of the newest one always find the rows as
they left them. See docs/decisions/0020-undo-and-trash.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from briefing_app.domain.message import Message
from briefing_app.store.connection import Connection
from briefing_app.store.journal_labels import stored_label
from briefing_app.store.journal_triggers import OPEN_ACT, PLACES, make_triggers

KEPT_ACTS = 300
"""So many acts can be undone; deletions among older ones stay in the trash."""


class State(StrEnum):
    """Whether an act can be undone or done again, or is an old deletion."""

    DONE = "done"
    UNDONE = "undone"
    OUT_OF_REACH = "out-of-reach"


@dataclass(slots=True)
class ActInWork:
    """An act while it runs, or a part of it. At its end ``records`` are filled in: kind and id of
    all that it touched, through cascades, too."""

    number: int
    records: tuple[tuple[str, str], ...] = ()


class Journal:
    """Writes down the acts of one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._open: int | None = None

    @contextmanager
    def act(self, label: Message) -> Iterator[ActInWork]:
        """An act, all or nothing; inside another one a part of it, which can fail alone.

        One that writes nothing leaves no trace. Any other ends what could be done again.
        """
        if self._open is not None:
            with self._connection.transaction(), self._part(self._open) as work:
                yield work
            return
        with self.transaction():
            number = self._begun(label)
            with self._writing_into(number), self._part(number) as work:
                yield work
            self._end(number)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """What changes the journal itself, by itself."""
        if self._open is not None:
            raise RuntimeError("the journal cannot be changed within an act")
        with self._connection.transaction():
            yield

    def watch(self) -> None:
        """Within an act, before its records are written: each step is noted from now on.

        What writes none, as an export, is spared the 20 milliseconds for the triggers; they go
        again with a transaction that fails.
        """
        if not self._is_watching():
            make_triggers(self._connection)
        self._connection.run(
            f"INSERT OR REPLACE INTO {OPEN_ACT} VALUES (1, ?)",  # noqa: S608 - own name
            (self._open,),
        )

    @contextmanager
    def written_anew(self, number: int, state: State) -> Iterator[None]:
        """Within `transaction`: the steps of an act are forgotten, and what is written now takes
        their place; the act is in ``state`` then."""
        self._connection.run("DELETE FROM act_step WHERE act = ?", (number,))
        with self._writing_into(number):
            self.watch()
            yield
        self._connection.run("UPDATE act SET state = ? WHERE id = ?", (state, number))

    def let_go_of_all(self) -> None:
        """Within `transaction`: no act can be undone or done again, and the trash keeps its own."""
        self._connection.run("DELETE FROM act WHERE state = ?", (State.UNDONE,))
        for (newest,) in self._connection.rows("SELECT max(id) FROM act HAVING max(id)"):
            self._put_out_of_reach(int(newest or 0))

    def _begun(self, label: Message) -> int:
        self._connection.run(
            "INSERT INTO act (label, made_at, state) VALUES (?, ?, ?)",
            (stored_label(label), datetime.now(UTC).isoformat(), State.DONE),
        )
        return self._number("SELECT max(id) FROM act")

    @contextmanager
    def _writing_into(self, number: int) -> Iterator[None]:
        self._open = number
        try:
            yield
            if self._is_watching():
                self._connection.run(f"DELETE FROM {OPEN_ACT}")  # noqa: S608 - own name
        finally:
            self._open = None

    def _is_watching(self) -> bool:
        known = "SELECT 1 FROM sqlite_temp_master WHERE name = ?"
        return bool(self._connection.rows(known, (OPEN_ACT,)))

    @contextmanager
    def _part(self, number: int) -> Iterator[ActInWork]:
        work = ActInWork(number)
        last = self._number("SELECT ifnull(max(id), 0) FROM act_step")
        yield work
        rows = self._connection.rows(
            "SELECT place, record FROM act_step WHERE id > ? GROUP BY place, record"
            " ORDER BY min(id)",
            (last,),
        )
        found = ((PLACES[str(place)].kind, str(record)) for place, record in rows)
        work.records = tuple(dict.fromkeys(key for key in found if key[0]))

    def _end(self, number: int) -> None:
        if not self._connection.rows("SELECT 1 FROM act_step WHERE act = ? LIMIT 1", (number,)):
            self._connection.run("DELETE FROM act WHERE id = ?", (number,))
            return
        self._connection.run("DELETE FROM act WHERE state = ?", (State.UNDONE,))
        self._let_go()

    def _let_go(self) -> None:
        """Forget what is too old to be undone, except what is in the trash.

        A deletion that an old act put back goes with that act, or it would be in the trash again.
        """
        newest_old = self._connection.rows(
            "SELECT id FROM act WHERE state = ? ORDER BY id DESC LIMIT 1 OFFSET ?",
            (State.DONE, KEPT_ACTS),
        )
        for (old,) in newest_old:
            self._put_out_of_reach(int(old or 0))

    def _put_out_of_reach(self, newest: int) -> None:
        self._connection.run(
            "DELETE FROM act WHERE id IN (SELECT restores FROM act WHERE id <= ?)", (newest,)
        )
        self._connection.run(
            "DELETE FROM act WHERE id <= ? AND id NOT IN (SELECT act FROM trashed)", (newest,)
        )
        self._connection.run("UPDATE act SET state = ? WHERE id <= ?", (State.OUT_OF_REACH, newest))

    def _number(self, sql: str) -> int:
        return int(self._connection.rows(sql)[0][0] or 0)
