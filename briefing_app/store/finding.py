"""From what a user types, an id, the end of one or a name, to the one record that is meant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from briefing_app.domain.message import Message
from briefing_app.domain.records import Record, kind_of
from briefing_app.domain.text import Language, Text
from briefing_app.errors import UserError
from briefing_app.store.connection import Connection
from briefing_app.store.naming import NAMING_FIELDS, name_of
from briefing_app.store.reading import read
from briefing_app.store.search import NOTES, find_hits, hits_of
from briefing_app.store.tables import KIND_OF, Table, table_of

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
    if not wanted:
        raise UserError("A name or an id is needed, but nothing was given.")
    by_id = _matching(connection, record_types, "record.id = ?", (wanted,))
    found = by_id or _by_ending_or_name(connection, wanted, record_types)
    if len(found) == 1:
        return found[0]
    if found:
        raise _ambiguous(connection, wanted, found)
    raise _unknown(connection, wanted, record_types)


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


def _ambiguous(connection: Connection, wanted: str, found: Sequence[Record]) -> UserError:
    shown = found[:NAMES_SHOWN]
    hits = hits_of(connection, [(kind_of(r).name, r.id) for r in shown if type(r) in NOTES])
    contexts = {hit.id: hit.context for hit in hits}
    return UserError(
        "“{text}” may mean {candidates}. Give the id of the one you mean.",
        text=wanted,
        candidates=tuple(
            _with_id(name_of(record), contexts.get(record.id, Text()), record.id)
            for record in shown
        ),
    )


def _with_id(name: Text, context: Text, record_id: str) -> Text:
    """What tells a record from others of its name: ``Confirm needs, Acme (visit-1)``."""
    named = (
        ", ".join(filter(None, (name.best_for(language), context.best_for(language))))
        for language in Language
    )
    return Text(*(f"{words} ({record_id})" for words in named))


def _unknown(connection: Connection, wanted: str, record_types: Sequence[type[Any]]) -> UserError:
    searchable = [record_type for record_type in record_types if record_type in NOTES]
    similar = find_hits(connection, wanted, searchable, limit=NAMES_SHOWN, offset=0)
    names = tuple(_with_id(hit.name, hit.context, hit.id) for hit in similar)
    if len(record_types) == 1:
        return _unknown_of_kind(wanted, Message(KIND_OF[record_types[0]].label), names)
    if names:
        return UserError(
            "Nothing is called “{text}”. Similar are: {names}.", text=wanted, names=names
        )
    return UserError("Nothing is called “{text}”. Check the spelling, or give an id.", text=wanted)


def _unknown_of_kind(wanted: str, kind: Message, names: tuple[Text, ...]) -> UserError:
    if names:
        return UserError(
            "Nothing under “{kind}” is called “{text}”. Similar are: {names}.",
            kind=kind,
            text=wanted,
            names=names,
        )
    return UserError(
        "Nothing under “{kind}” is called “{text}”. Check the spelling, or give an id.",
        kind=kind,
        text=wanted,
    )
