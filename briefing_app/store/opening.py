"""Opening the store of a data folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from briefing_app.store.connection import Connection
from briefing_app.store.folder import prepare_folder
from briefing_app.store.migrations import MIGRATIONS, Migration, check_identity, migrate
from briefing_app.store.store import Store

DATABASE = "briefing.db"
BUSY_SECONDS = 5.0


def open_store(
    folder: Path,
    busy_seconds: float = BUSY_SECONDS,
    migrations: Sequence[Migration] = MIGRATIONS,
) -> Store:
    """The store in ``folder``, created when missing and brought up to the current schema.

    ``busy_seconds`` is how long any write waits for another process. UserError when the folder
    cannot be used, or when its database is newer, damaged or of another program.
    """
    path = folder / DATABASE
    prepare_folder(folder, path)
    connection = Connection(path, busy_seconds)
    try:
        check_identity(connection, migrations)  # before set_up, which writes to the file
        connection.set_up()
        migrate(connection, busy_seconds, migrations)
    except BaseException:
        connection.close()
        raise
    return Store(connection)
