"""Pages of rows for lists: what decides of each record, read without the records themselves."""

from briefing_app.store.lists.lists import Lists

__all__ = ["Lists"]
