"""One connection to the database: pragmas, transactions and faults in one place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeAlias

from briefing_app.store.driver import driver
from briefing_app.store.faults import told_to_user

Cell: TypeAlias = str | int | float | bytes | None
Row: TypeAlias = tuple[Cell, ...]


class Connection:
    """An open database file. It belongs to the thread that opened it."""

    def __init__(self, path: Path, busy_seconds: float, *, is_untouched: bool = False) -> None:
        """Open ``path``, creating an empty file when missing; write nothing yet.

        ``busy_seconds`` is how long to wait while another connection writes. A file that stays
        ``is_untouched`` is only read, and must be there.
        """
        self.path = path
        name = _reading_only(path) if is_untouched else str(path)
        with told_to_user(path):
            self._raw = driver().connect(
                name, timeout=busy_seconds, isolation_level=None, uri=is_untouched
            )

    @property
    def raw(self) -> Any:
        """The driver's connection, for migrations and backups."""
        return self._raw

    @property
    def version(self) -> tuple[Cell, int]:
        """Differs once anything was written, by this connection or by another one."""
        return self.pragma("data_version"), int(self._raw.total_changes)

    def close(self) -> None:
        """Close the file; an open transaction is rolled back."""
        self._raw.close()

    def set_up(self) -> None:
        """Set what every connection needs; see docs/decisions/0002-store.md."""
        self.pragma("journal_mode=WAL")
        self.pragma("synchronous=FULL")
        self.pragma("foreign_keys=ON")
        self.pragma("cell_size_check=ON")
        self.pragma("trusted_schema=OFF")
        self.pragma("temp_store=FILE")  # in memory, many rows in one act take quadratic time

    def pragma(self, statement: str) -> Cell:
        """Run a pragma; return its first cell, or None when it answers nothing."""
        rows = self.rows(f"PRAGMA {statement}")
        return rows[0][0] if rows else None

    def rows(self, sql: str, parameters: Sequence[Cell] = ()) -> list[Row]:
        """All rows that a query answers."""
        with told_to_user(self.path):
            return list(self._raw.execute(sql, parameters))

    def run(self, sql: str, parameters: Sequence[Cell] = ()) -> int:
        """Write within the open transaction; how many rows the statement itself wrote."""
        self._must_be_in_transaction()
        with told_to_user(self.path):
            return int(self._raw.execute(sql, parameters).rowcount)

    def run_many(self, sql: str, rows: Iterable[Sequence[Cell]]) -> None:
        """Write once a row within the open transaction."""
        self._must_be_in_transaction()
        with told_to_user(self.path):
            self._raw.executemany(sql, rows)

    def control(self, statement: str) -> None:
        """Run a statement that begins, ends or undoes a transaction or a part of one."""
        with told_to_user(self.path):
            self._raw.execute(statement)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing. Inside another one it joins that, as a part that can fail alone."""
        if self._raw.in_transaction:
            begin, end = "SAVEPOINT part", "RELEASE part"
            undo: tuple[str, ...] = ("ROLLBACK TO part", "RELEASE part")
        else:
            begin, end, undo = "BEGIN IMMEDIATE", "COMMIT", ("ROLLBACK",)
        self.control(begin)
        try:
            yield
            self._must_be_in_transaction()
            self.control(end)
        except BaseException:
            self._undo(undo)
            raise

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Several reads that see the same state, whatever others write meanwhile."""
        if self._raw.in_transaction:
            yield
            return
        self.control("BEGIN")
        try:
            yield
        finally:
            self._undo(("ROLLBACK",))

    def _undo(self, statements: tuple[str, ...]) -> None:
        if self._raw.in_transaction:  # a full disk, for one, makes SQLite roll back by itself
            for statement in statements:
                self.control(statement)

    def _must_be_in_transaction(self) -> None:
        if not self._raw.in_transaction:
            raise RuntimeError("a write outside of a transaction would be kept in part")


def _reading_only(path: Path) -> str:
    """With a log beside it a database is read together with that; else nothing is made beside it,
    so that it can lie on a disk that takes no writes."""
    whole = path.resolve()
    has_log = whole.with_name(f"{whole.name}-wal").exists()
    return f"{whole.as_uri()}?mode=ro" + ("" if has_log else "&immutable=1")
