"""A backup as a file that somebody chose, and putting it in the place of the data."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from briefing_app.domain.contents import Contents
from briefing_app.errors import UserError
from briefing_app.files import TEMPORARY, is_file, read_beginning
from briefing_app.store.backups import copy_of
from briefing_app.store.connection import Connection
from briefing_app.store.driver import driver
from briefing_app.store.faults import is_damage, is_in_use, told_to_user
from briefing_app.store.folder import prepare_folder
from briefing_app.store.migrations import APPLICATION_ID, MIGRATIONS
from briefing_app.store.store import BUSY_SECONDS, DATABASE, open_store

_HEADER = b"SQLite format 3\x00"
_LOGS = ("-wal", "-shm")
_COUNTED = ("client", "person", "visit")


def contents_of(path: Path) -> Contents:
    """What a backup holds; the file stays as it is.

    UserError that says what is wrong with a file that is none of this program, is of a newer
    version, or is damaged.
    """
    if read_beginning(path, len(_HEADER)) != _HEADER:
        raise UserError(
            "{name} is no backup of this program: it is not a database. Choose a file that"
            " “Back up now” wrote; its name ends in .db.",
            name=path.name,
        )
    with _reading(path) as connection:
        _refuse_others(connection)
        if connection.pragma("integrity_check") != "ok":
            raise _damaged(path)
        return _counted(connection)


def present_contents(folder: Path) -> Contents | None:
    """What the data in a folder are; ``None`` where there are none, and where they are damaged."""
    path = folder / DATABASE
    if not is_file(path):
        return None
    try:
        with closing(Connection(path, BUSY_SECONDS)) as connection:
            return _counted(connection)
    except UserError as error:
        if is_damage(error.__cause__):
            return None
        raise


def restore_database(backup: Path, folder: Path, kept: Path, busy_seconds: float) -> Path | None:
    """Put what a backup holds in the place of the data in ``folder``, all or nothing.

    What was there is copied to ``kept`` first, which is returned; ``None`` where there was
    nothing. A database that is damaged is moved there as it is. The copy of an older version
    is brought up to date, and what was done before can be restored from its trash but not be
    undone. UserError, with everything as it was, when another program uses the data, the disk
    is full, or the backup turns out to be damaged.
    """
    present = folder / DATABASE
    prepare_folder(folder, present)
    with _staged(backup, folder) as ready:
        if not is_file(present):
            ready.replace(present)
            return None
        if _is_damaged(present):
            _move_aside(present, kept)
            ready.replace(present)
        else:
            _replace(present, ready, kept, busy_seconds)
        return kept


@contextmanager
def _staged(backup: Path, folder: Path) -> Iterator[Path]:
    """A copy of the backup on the disk of the data, of the current version and known as sound."""
    with (
        told_to_user(folder / DATABASE),
        tempfile.TemporaryDirectory(
            prefix=TEMPORARY, dir=folder, ignore_cleanup_errors=True
        ) as made,
    ):
        ready = Path(made) / DATABASE
        with _reading(backup) as connection:
            copy_of(connection, ready)
        with open_store(Path(made)) as store:
            store.history.begin_anew()
        with closing(Connection(ready, 0)) as connection:
            connection.pragma("journal_mode=DELETE")  # one file, as it will be copied
        yield ready


def _replace(present: Path, ready: Path, kept: Path, busy_seconds: float) -> None:
    """As one transaction of the present database: no program can hold an older file by then, and
    a power cut leaves the one or the other."""
    with closing(Connection(present, busy_seconds)) as connection:
        _hold_alone(connection)
        copy_of(connection, kept)
        with _reading(ready) as source, told_to_user(present):
            source.raw.backup(connection.raw)


def _hold_alone(connection: Connection) -> None:
    """From now on no other connection reads or writes; UserError where one is open."""
    connection.pragma("locking_mode=EXCLUSIVE")
    try:
        connection.pragma("journal_mode=DELETE")
        connection.control("BEGIN EXCLUSIVE")
        connection.control("COMMIT")
    except UserError as error:
        if not is_in_use(error.__cause__):
            raise
        raise UserError(
            "Another window or command is using the data in {folder}. Close it, then restore"
            " again; nothing was changed.",
            folder=str(connection.path.parent),
        ) from error


def _is_damaged(path: Path) -> bool:
    try:
        with closing(Connection(path, 0)) as connection:
            return connection.pragma("integrity_check") != "ok"
    except UserError as error:
        if not is_damage(error.__cause__):
            raise
        return True


def _move_aside(present: Path, kept: Path) -> None:
    """What cannot be read cannot be copied page by page, so the files go as they are; a log
    that stayed would be taken for one of the new database."""
    logs = [ending for ending in _LOGS if present.with_name(present.name + ending).exists()]
    kept.parent.mkdir(exist_ok=True)
    for ending in ("", *logs):
        shutil.copy2(present.with_name(present.name + ending), f"{kept}{ending}")
    for ending in logs:
        present.with_name(present.name + ending).unlink()


@contextmanager
def _reading(path: Path) -> Iterator[Connection]:
    try:
        with closing(Connection(path, 0, is_untouched=True)) as connection:
            yield connection
    except UserError as error:
        if is_damage(error.__cause__):
            raise _damaged(path) from error
        raise
    except driver().DatabaseError as error:
        raise _damaged(path) from error


def _refuse_others(connection: Connection) -> None:
    name = connection.path.name
    if connection.pragma("application_id") != APPLICATION_ID:
        raise UserError(
            "{name} is a database of another program. Choose a file that “Back up now” wrote.",
            name=name,
        )
    if int(connection.pragma("user_version") or 0) > MIGRATIONS[-1].version:
        raise UserError(
            "{name} was made by a newer version of this program. Install the newest version, then"
            " restore it.",
            name=name,
        )


def _damaged(path: Path) -> UserError:
    return UserError(
        "{name} is damaged: parts of it cannot be read. Choose another backup.", name=path.name
    )


def _counted(connection: Connection) -> Contents:
    clients, people, visits = (
        int(connection.rows(f"SELECT count(*) FROM {table}")[0][0] or 0)  # noqa: S608 - own names
        for table in _COUNTED
    )
    return Contents(clients, people, visits, _changed_at(connection))


def _changed_at(connection: Connection) -> datetime | None:
    if not connection.rows("SELECT 1 FROM sqlite_master WHERE name = 'act'"):
        return None
    at = connection.rows("SELECT max(made_at) FROM act")[0][0]
    return datetime.fromisoformat(str(at)) if at else None
