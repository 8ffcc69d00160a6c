"""SQLite: the only room that knows how records are kept."""

from briefing_app.store.opening import open_store
from briefing_app.store.search import Hit
from briefing_app.store.store import SEARCHABLE, Store

__all__ = ["SEARCHABLE", "Hit", "Store", "open_store"]
