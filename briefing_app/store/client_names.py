"""All clients' names, found by how they begin, so that the export gate need not read them all.

SQLite keeps the index itself: no name can be missing from it, whoever wrote the row.
"""

from __future__ import annotations

import json
from collections.abc import Collection

from briefing_app.store.connection import Connection

ODD_BEGINNING = "…"
"""The beginning of every name that SQLite cannot fold; itself one of the signs it cannot."""

_FOLDED = """iif(
    substr(replace({name}, ' ', ''), 1, 9) GLOB '*[^!-~\u4e00-\u9fff]*',
    '…',
    lower(substr(replace({name}, ' ', ''), 1, iif(length(replace({name}, ' ', '')) < 8, 4, 8)))
)"""
"""A ninth sign that is plain shows that none combines with the eighth."""

_INDEX = f"CREATE INDEX client_by_{{name}} ON client ({_FOLDED}, {{name}});"
_SELECT = f"SELECT {_FOLDED}, {{name}} FROM client"  # noqa: S608 - own names
_NAMES = ("name_zh", "name_en", "short_name_zh", "short_name_en")

CLIENT_NAMES_SCHEMA = "\n".join(
    [
        *(_INDEX.format(name=name) for name in _NAMES),
        "CREATE VIEW client_name (beginning, name) AS",
        "\nUNION ALL ".join(_SELECT.format(name=name) for name in _NAMES) + ";",
    ]
)
"""A part of the second schema; never changed once that is released."""

BY_BEGINNING = "SELECT name FROM client_name WHERE beginning IN (SELECT value FROM json_each(?))"


def client_names(connection: Connection, beginnings: Collection[str]) -> tuple[str, ...]:
    """The names that begin so; see `Store.client_names`."""
    rows = connection.rows(BY_BEGINNING, (json.dumps([*beginnings]),))
    return tuple([str(row[0]) for row in rows])
