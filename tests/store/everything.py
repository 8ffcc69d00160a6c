"""All that a store holds, to be compared: every row, and every word of the search index."""

from __future__ import annotations

from briefing_app.store.store import Store

_JOURNAL = ("act", "act_step", "trashed", "sqlite_sequence")
_COUNTS_CHANGES = {"client_overview": ("entry", "changed")}
"""Columns that say that something was written, undoing included."""


def everything(store: Store) -> dict[str, list[tuple]]:
    """The rows of all tables but the journal's, and the words by which each record is found."""
    connection = store._connection
    tables = connection.rows(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search%'"
    )
    rows = {
        str(name): sorted(connection.rows(_select(store, str(name))), key=repr)
        for (name,) in tables
        if name not in _JOURNAL
    }
    return {**rows, "search": _words(store)}


def _select(store: Store, table: str) -> str:
    columns = [row[1] for row in store._connection.rows(f'PRAGMA table_info("{table}")')]
    kept = [name for name in columns if name not in _COUNTS_CHANGES.get(table, ())]
    names = ", ".join(f'"{name}"' for name in kept)
    return f'SELECT {names} FROM "{table}"'


def _words(store: Store) -> list[tuple]:
    connection = store._connection
    connection.control(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.words"
        " USING fts5vocab (main, search_index, instance)"
    )
    return connection.rows(
        "SELECT kind, record, term, col, offset FROM words JOIN search_entry ON rowid = doc"
        " ORDER BY kind, record, term, col, offset"
    )
