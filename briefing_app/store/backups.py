"""A copy of the database that can be trusted."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from briefing_app.errors import UserError
from briefing_app.files import atomic_write
from briefing_app.store.connection import Connection
from briefing_app.store.driver import driver
from briefing_app.store.faults import is_of_the_writer, told_to_user


def copy_verified(source: Path, target: Path, busy_seconds: float) -> None:
    """Copy what is committed in ``source`` to ``target``, replacing an older copy.

    The copy takes its name only when it passed SQLite's integrity check and lies on the disk;
    UserError when the source is damaged or the disk is full.
    """
    with closing(Connection(source, busy_seconds)) as original:
        copy_of(original, target)


def copy_of(original: Connection, target: Path) -> None:
    """The same from a connection, with what only that one sees."""
    with told_to_user(target):
        target.parent.mkdir(exist_ok=True)
    with atomic_write(target) as temporary, _told(original.path, target):
        _copy(original, temporary)


@contextmanager
def _told(source: Path, target: Path) -> Iterator[None]:
    try:
        yield
    except driver().Error as fault:
        with told_to_user(target if is_of_the_writer(fault) else source):
            raise


def _copy(original: Connection, target: Path) -> None:
    copy = driver().connect(str(target), isolation_level=None)
    with closing(copy):
        original.raw.backup(copy)  # in one step: a stepped backup starts anew at each write
        copy.execute("PRAGMA journal_mode=DELETE")  # one file, complete in itself
        verdict = copy.execute("PRAGMA integrity_check").fetchone()[0]
    if verdict != "ok":
        raise UserError(
            "{path} is damaged, so it was not updated: {reason}. Put a good copy in its place;"
            " {backups} may hold one.",
            path=str(original.path),
            reason=verdict,
            backups=str(target.parent),
        )
