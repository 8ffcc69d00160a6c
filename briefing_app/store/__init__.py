"""SQLite: the only room that knows how records are kept."""

from briefing_app.store.search import Hit
from briefing_app.store.store import SEARCHABLE, Store, open_store

__all__ = ["SEARCHABLE", "Hit", "Store", "open_store"]
