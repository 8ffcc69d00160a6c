"""How an older database becomes a current one.

Append only: a migration that was released is never changed. Each is one transaction, and
before each a verified copy of the database is put into ``backups``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_app.errors import UserError
from briefing_app.files import TEMPORARY
from briefing_app.store.backups import copy_verified
from briefing_app.store.client_names import CLIENT_NAMES_SCHEMA
from briefing_app.store.client_overview import CLIENT_OVERVIEW_SCHEMA
from briefing_app.store.connection import Connection
from briefing_app.store.driver import toolbox
from briefing_app.store.faults import BACKUPS, told_to_user
from briefing_app.store.schema import FIRST_SCHEMA
from briefing_app.store.schema_v2 import SECOND_SCHEMA

if TYPE_CHECKING:
    from sqlite_utils import Database

APPLICATION_ID = 0x42524945
"""What marks a database as this program's: "BRIE" in ASCII."""


@dataclass(frozen=True, slots=True)
class Migration:
    """One step. ``apply`` gets sqlite-utils on a connection with an open transaction; mind that
    its ``transform()`` drops a table's triggers, those of the search index included."""

    version: int
    apply: Callable[[Database], object]


_SECOND = SECOND_SCHEMA + CLIENT_NAMES_SCHEMA + CLIENT_OVERVIEW_SCHEMA

MIGRATIONS: tuple[Migration, ...] = (
    Migration(1, lambda database: database.executescript(FIRST_SCHEMA)),
    Migration(2, lambda database: database.executescript(_SECOND)),
)


def migrate(
    connection: Connection, busy_seconds: float, migrations: Sequence[Migration] = MIGRATIONS
) -> None:
    """Bring the database up to the last of ``migrations``.

    UserError for a newer database, for one of another program and for a damaged one; such
    a file is left as it is.
    """
    latest = migrations[-1].version
    found = _accepted_version(connection, latest)
    if found == latest:
        return

    def keep_copy(version: int) -> None:
        if found > 0:  # a new database holds nothing yet that could be lost
            _keep_copy(connection.path, version, busy_seconds)

    with _without_foreign_keys(connection):
        for migration in migrations:
            _take_step(connection, migration, latest, keep_copy)


def check_identity(connection: Connection, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Refuse, before anything is written, what `migrate` would refuse."""
    _accepted_version(connection, migrations[-1].version)


def _take_step(
    connection: Connection,
    migration: Migration,
    latest: int,
    keep_copy: Callable[[int], None],
) -> None:
    with connection.transaction():
        version = _accepted_version(connection, latest)  # another process may have been quicker
        if version >= migration.version:
            return
        keep_copy(version)
        with told_to_user(connection.path):
            migration.apply(toolbox(connection.raw))
        _check_references(connection)
        connection.pragma(f"application_id={APPLICATION_ID}")
        connection.pragma(f"user_version={migration.version}")


def _keep_copy(path: Path, version: int, busy_seconds: float) -> None:
    folder = path.parent / BACKUPS
    for unfinished in folder.glob(f"{TEMPORARY}*"):  # of a process that was killed while it copied
        unfinished.unlink()
    copy_verified(path, folder / f"{path.stem}-v{version}{path.suffix}", busy_seconds)


def _accepted_version(connection: Connection, latest: int) -> int:
    """The version of the database; 0 for an empty file."""
    if not connection.rows("SELECT 1 FROM sqlite_master LIMIT 1"):
        return 0
    if connection.pragma("application_id") != APPLICATION_ID:
        raise UserError(
            "{path} belongs to another program. Choose another data folder.",
            path=str(connection.path),
        )
    version = int(connection.pragma("user_version") or 0)
    if version > latest:
        raise UserError(
            "{path} was written by a newer version of this program. Install the newest version;"
            " nothing was changed.",
            path=str(connection.path),
        )
    return version


@contextmanager
def _without_foreign_keys(connection: Connection) -> Iterator[None]:
    """A table that is rebuilt must not take what refers to it along."""
    connection.pragma("foreign_keys=OFF")
    try:
        yield
    finally:
        connection.pragma("foreign_keys=ON")


def _check_references(connection: Connection) -> None:
    dangling = connection.rows("PRAGMA foreign_key_check")
    if dangling:
        raise RuntimeError(f"a migration would leave references without target: {dangling[:5]}")
