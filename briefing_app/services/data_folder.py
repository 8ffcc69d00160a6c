"""The user's data folder, ready for work."""

from __future__ import annotations

from pathlib import Path

from briefing_app.domain.client import Client
from briefing_app.store.store import Store, open_store


def open_data(folder: Path) -> Store:
    """The store in ``folder``. A new one gets the industry packs of the program, so that the
    first client has an industry to belong to. Raises UserError as `open_store` does."""
    store = open_store(folder)
    try:
        if store.is_empty():
            from briefing_app.services.samples import load_packs

            load_packs(store)
            store.history.forget()  # undo must not leave the first client without an industry
    except BaseException:
        store.close()
        raise
    return store


def has_clients(store: Store) -> bool:
    """False where somebody only begins."""
    return bool(store.page(Client, 1))
