"""From what a user types, an id, the end of one or a name, to the one record that is meant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from briefing_app.domain.records import Record
from briefing_app.domain.text import Text
from briefing_app.errors import UserError
from briefing_app.store.connection import Connection
from briefing_app.store.naming import NAMING_FIELDS, name_of
from briefing_app.store.reading import read
from briefing_app.store.search import NOTES, find_hits
from briefing_app.store.tables import Table, table_of

R = TypeVar("R", bound=Record)

SHORTEST_ENDING = 4
NAMES_SHOWN = 5
"""So many names are listed in a sentence."""


def find_one(connection: Connection, text: str, record_types: Sequence[type[R]]) -> R:
    """The record that ``text`` means: its id, or else the unique end of its id (4 characters
    or more) or its unique name (in either language, letters of any case).

    UserError that names the candidates, or what is similar, when it is not one record.
    """
    wanted = text.strip()
    by_id = _matching(connection, record_types, "record.id = ?", (wanted,))
    found = by_id or (_by_ending_or_name(connection, wanted, record_types) if wanted else [])
    if len(found) == 1:
        return found[0]
    raise _ambiguous(wanted, found) if found else _unknown(connection, wanted, record_types)


def _matching(
    connection: Connection, record_types: Iterable[type[R]], condition: str, cells: Sequence[str]
) -> list[R]:
    return [
        record
        for record_type in record_types
        for record in read(connection, table_of(record_type), condition, cells)
    ]


def _by_ending_or_name(
    connection: Connection, wanted: str, record_types: Sequence[type[R]]
) -> list[R]:
    found: list[R] = []
    for record_type in record_types:
        table = table_of(record_type)
        names = _name_columns(table, NAMING_FIELDS.get(record_type, ()))
        conditions = [f'record."{name}" = ? COLLATE NOCASE' for name in names]
        cells = [wanted] * len(names)
        if len(wanted) >= SHORTEST_ENDING:
            conditions.append("substr(record.id, -length(?)) = ?")
            cells += [wanted, wanted]
        if conditions:
            found += read(connection, table, " OR ".join(conditions), cells)
    return found


def _name_columns(table: Table[R], fields: Iterable[str]) -> list[str]:
    return [column.name for field in fields for column in table.own_codecs[field].columns]


def _ambiguous(wanted: str, found: Sequence[Record]) -> UserError:
    return UserError(
        "“{text}” may mean {candidates}. Give the id of the one you mean.",
        text=wanted,
        candidates=tuple(_with_id(record) for record in found[:NAMES_SHOWN]),
    )


def _with_id(record: Record) -> Text:
    name = name_of(record)
    return Text(f"{name.zh or name.en} ({record.id})", f"{name.en or name.zh} ({record.id})")


def _unknown(connection: Connection, wanted: str, record_types: Sequence[type[Any]]) -> UserError:
    searchable = [record_type for record_type in record_types if record_type in NOTES]
    similar = find_hits(connection, wanted, searchable, limit=NAMES_SHOWN, offset=0)
    if similar:
        return UserError(
            "Nothing is called “{text}”. Similar names: {names}.",
            text=wanted,
            names=tuple(hit.name for hit in similar),
        )
    return UserError("Nothing is called “{text}”. Check the spelling, or give an id.", text=wanted)
