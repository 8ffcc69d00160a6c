"""Stores the database of a new schema version as a test file.

    python -m tests.store.release tests/store/released/v2.db

Run it once, when a schema version is released; the file is never made again.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from briefing_app.store.backups import copy_verified
from briefing_app.store.driver import driver
from briefing_app.store.store import DATABASE, open_store
from tests.store.sample import CONTENT, EXPORT, RECORDS


def release(target: Path) -> None:
    """Write a database of the current version with a record of every kind."""
    if target.exists():
        sys.exit(f"{target} was released before and must stay as it is")
    with tempfile.TemporaryDirectory() as folder:
        with open_store(Path(folder)) as store:
            store.save(RECORDS)
            store.add_export(EXPORT, CONTENT)
        copy_verified(Path(folder) / DATABASE, target, busy_seconds=1)
    connection = driver().connect(str(target))
    connection.execute("PRAGMA page_size = 512")  # a fifth of the size, and nothing else
    connection.execute("VACUUM")
    connection.close()


if __name__ == "__main__":
    release(Path(sys.argv[1]))
