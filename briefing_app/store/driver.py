"""Which SQLite the program runs on; every import of it is here.

Python's own SQLite is often a version that can damage a file in WAL mode, so the
sqlcipher3 wheel is used where there is one. Two SQLite libraries must never work on one
file in a process, hence sqlite-utils is made to take the same.
"""

from __future__ import annotations

import sys
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from briefing_app.errors import UserError

if TYPE_CHECKING:
    from sqlite_utils import Database

_FIRST_SOUND = (3, 51, 3)
_SOUND_BRANCHES = ((3, 44, 6), (3, 50, 7))


def is_sound(version: tuple[int, ...]) -> bool:
    """True for a SQLite version without the WAL-reset fault (3.7.0 to 3.51.2, save for
    the corrected branches 3.44.6 and 3.50.7)."""
    return version >= _FIRST_SOUND or any(
        version[:2] == corrected[:2] and version >= corrected for corrected in _SOUND_BRANCHES
    )


@lru_cache
def driver() -> Any:
    """The DB-API module to use; UserError where this machine has none that is safe."""
    try:
        from sqlcipher3 import dbapi2
    except ImportError:
        return _standard_driver()
    for name in ("pysqlite3", "pysqlite3.dbapi2"):  # what sqlite-utils looks for first
        sys.modules[name] = dbapi2
    return dbapi2


def toolbox(raw_connection: Any) -> Database:
    """sqlite-utils on an open connection, for schema work and inspection."""
    driver()
    from sqlite_utils import Database  # 140 ms to import, and needed only now and then

    return Database(raw_connection, recursive_triggers=False, execute_plugins=False)


def _standard_driver() -> Any:
    import sqlite3

    if not is_sound(sqlite3.sqlite_version_info):
        raise UserError(
            "SQLite {version} of this Python can damage data. Install the package sqlcipher3,"
            " or a Python with SQLite 3.51.3 or newer.",
            version=sqlite3.sqlite_version,
        )
    return sqlite3
