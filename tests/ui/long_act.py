"""A long act in a helper process, as long as a test wants it to be."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

from briefing_app.domain.client import Client
from briefing_app.domain.message import say
from briefing_app.services.changes import Change
from briefing_app.services.data_folder import open_data
from briefing_app.services.progress import Progress


def write_until_told(*, data: Path, sign: Path, progress: Progress) -> Change:
    """Holds the database's write lock until there is a file at ``sign``."""
    label = say("Import")
    with open_data(data) as store, store.act(label) as act:
        store.save([replace(store.page(Client, 1)[0], website="apart")])
        while not sign.exists():
            progress(label, 1, 1)
            time.sleep(0.01)
    return Change(label, act.records)
