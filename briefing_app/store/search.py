"""The search index: written with the rows, read a page at a time.

Names are found before notes. Nothing is ranked: ranking would read every hit of a common
word, and pages come in constant time without it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import TypeAlias

from briefing_app.domain.client import Client, Person
from briefing_app.domain.offering import Product, SuccessCase
from briefing_app.domain.opportunity import Opportunity
from briefing_app.domain.records import KIND_BY_NAME, Record
from briefing_app.domain.text import Language, Text
from briefing_app.domain.visit import Visit
from briefing_app.store.client_overview import clear_overview, refresh_overview, write_overview
from briefing_app.store.connection import Cell, Connection
from briefing_app.store.naming import name_of, names_of
from briefing_app.store.reading import AMONG, id_list, read
from briefing_app.store.tables import KIND_OF, table_of
from briefing_app.store.tokens import (
    PINYIN_LENGTH,
    Piece,
    index_tokens,
    pieces,
    pinyin_tokens,
    sort_key,
    word_query,
)

QUERY_LENGTH = 200
"""Characters of a query that count; more of them would only narrow the search further."""

NOTES: Mapping[type[Record], tuple[str, ...]] = {
    Client: ("city", "situation", "business_process", "website", "note"),
    Person: ("title", "email", "phone", "note"),
    Product: ("essence", "capabilities", "works_in", "facts", "topics", "demo", "note"),
    SuccessCase: ("situation", "what_was_done", "quote", "quote_by", "topics", "note"),
    Visit: ("place", "best_commitment", "least_commitment", "note"),
}
"""The kinds that search finds, with the fields searched beside their names."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Hit:
    """A record that search found. ``context`` tells namesakes apart: a client or a city."""

    record_type: type[Record]
    id: str
    name: Text
    context: Text


def find_hits(
    connection: Connection,
    text: str,
    record_types: Collection[type[Record]],
    *,
    limit: int,
    offset: int,
) -> tuple[Hit, ...]:
    """A page of what holds all pieces of ``text``: Chinese anywhere, words and pinyin by
    their beginnings."""
    found_by = finder(text, record_types)
    if not found_by:
        return ()
    found = connection.rows(_PAGE, (*found_by, limit, offset))
    return hits_of(connection, [(str(kind), str(record_id)) for kind, record_id in found])


FOUND = """
    SELECT rowid FROM search_index WHERE search_index MATCH ?
    UNION ALL
    SELECT rowid FROM search_index WHERE search_index MATCH ?
        AND rowid NOT IN (SELECT rowid FROM search_index WHERE search_index MATCH ?)
"""
"""The entries that are found by name, then those by their notes; `finder` makes its parameters."""

_PAGE = f"""
SELECT entry.kind, entry.record
FROM ({FOUND}) AS found
CROSS JOIN search_entry AS entry ON entry.rowid = found.rowid
LIMIT ? OFFSET ?
"""  # noqa: S608 - own names


def finder(text: str, record_types: Collection[type[Record]]) -> tuple[str, ...]:
    """The parameters of `FOUND` for what holds all pieces of ``text``; empty where there is
    nothing to look for."""
    wanted = tuple(pieces(text[:QUERY_LENGTH]))
    kinds = [KIND_OF[record_type].name for record_type in record_types]
    if not (wanted and kinds):
        return ()
    by_name = _expression(kinds, wanted, "name")
    return by_name, _expression(kinds, wanted, "name body"), by_name


def name_finder(text: str, record_type: type[Record]) -> str:
    """An expression for ``search_index`` that matches the records of a kind with all pieces of
    ``text`` in their names; empty where there is nothing to look for."""
    return next(iter(finder(text, (record_type,))), "")


def _expression(kinds: Iterable[str], wanted: Iterable[Piece], columns: str) -> str:
    of_kind = " OR ".join(f'"{kind}"' for kind in kinds)
    return " AND ".join([f"kind : ({of_kind})", *(_condition(piece, columns) for piece in wanted)])


def _condition(piece: Piece, columns: str) -> str:
    """One piece as an FTS5 expression; pieces are letters and digits, so quotes are safe."""
    if piece.is_chinese:
        return f'{{{columns}}} : "{" ".join(piece.pairs or (piece.text,))}"'
    spelling = word_query(piece.text[:PINYIN_LENGTH])
    return f"({{{columns}}} : {word_query(piece.text)} OR pinyin : {spelling})"


def hits_of(connection: Connection, found: list[tuple[str, str]]) -> tuple[Hit, ...]:
    """Names and contexts of records of searchable kinds, given as pairs of kind and id."""
    hits: dict[tuple[str, str], Hit] = {}
    for kind in {kind for kind, _ in found}:
        ids = [record_id for found_kind, record_id in found if found_kind == kind]
        marks = ", ".join("?" for _ in ids)
        for cells in connection.rows(f"{_TITLES[kind]} WHERE record.id IN ({marks})", ids):
            record_id, name_zh, name_en, context_zh, context_en = map(_text, cells)
            hits[kind, record_id] = Hit(
                record_type=KIND_BY_NAME[kind].record_type,
                id=record_id,
                name=Text(name_zh, name_en),
                context=Text(context_zh, context_en),
            )
    return tuple(hits[key] for key in found)


def _text(cell: Cell) -> str:
    return str(cell)


_OF_CLIENT = (
    "coalesce(nullif(client.short_name_zh, ''), client.name_zh),"
    " coalesce(nullif(client.short_name_en, ''), client.name_en)"
)
_TITLES: Mapping[str, str] = {
    "client": "SELECT id, name_zh, name_en, city_zh, city_en FROM client AS record",
    "product": "SELECT id, name_zh, name_en, essence_zh, essence_en FROM product AS record",
    "case": "SELECT id, customer_zh, customer_en, anonymous_name_zh, anonymous_name_en"
    ' FROM "case" AS record',
    "person": f"SELECT record.id, record.name_zh, record.name_en, {_OF_CLIENT}"  # noqa: S608
    " FROM person AS record JOIN client ON client.id = record.client",
    "visit": f"SELECT record.id, record.purpose_zh, record.purpose_en, {_OF_CLIENT}"  # noqa: S608
    " FROM visit AS record JOIN opportunity ON opportunity.id = record.opportunity"
    " JOIN client ON client.id = opportunity.client",
}


def index_records(connection: Connection, records: Iterable[Record]) -> None:
    """Bring the index up to date for records that were just written; within a transaction."""
    for record in records:
        if type(record) in NOTES:
            _index(connection, record)


Stored: TypeAlias = Mapping[tuple[str, str], Record]
"""Records by kind and id."""


def stored_records(connection: Connection, touched: Iterable[tuple[str, str]]) -> Stored:
    """Those of the records, given by kind and id, that are stored now and that search depends
    on."""
    ids: dict[str, list[str]] = {}
    for kind, record_id in touched:
        ids.setdefault(kind, []).append(record_id)
    return {
        (kind, record.id): record
        for record_type in (*NOTES, Opportunity)
        if (wanted := ids.get(kind := KIND_OF[record_type].name))
        for record in read(
            connection, table_of(record_type), f"record.id {AMONG}", (id_list(wanted),)
        )
    }


def index_changed(
    connection: Connection,
    before: Stored,
    records: Iterable[Record],
    through: Callable[[Iterable[Record]], Iterable[Record]] = iter,
) -> None:
    """Bring the index up to date for written records, and for the visits that are found by their
    names; ``before`` is what `stored_records` told of them before. ``through`` gets to see what
    is indexed."""
    latest = {(KIND_OF[type(record)].name, record.id): record for record in records}
    reworded = {key for key in latest if _words(before.get(key)) != _words(latest[key])}
    for key in latest.keys() - reworded:
        if isinstance(client := latest[key], Client) and client != before[key]:
            refresh_overview(connection, client)
    renamed = {k for k in reworded & before.keys() if _shown(before[k]) != _shown(latest[k])}
    visits = _visits_named_after(connection, renamed)
    latest.update((("visit", visit.id), visit) for visit in visits)
    reworded.update(("visit", visit.id) for visit in visits)
    index_records(connection, through(latest[key] for key in sorted(reworded)))


def _words(record: Record | None) -> tuple[object, ...] | None:
    """What a record is found by."""
    if record is None:
        return None
    notes = (getattr(record, field) for field in NOTES.get(type(record), ()))
    return (*_shown(record), *notes)


def _shown(record: Record) -> tuple[object, ...]:
    """By which its visits are found as well: its names and what it belongs to."""
    owner = (getattr(record, "client", ""), getattr(record, "opportunity", ""))
    return (*names_of(record), *owner)


def _visits_named_after(
    connection: Connection, renamed: Collection[tuple[str, str]]
) -> tuple[Visit, ...]:
    """The visits that are found by names of these clients and opportunities."""
    clients = [record_id for kind, record_id in renamed if kind == "client"]
    projects = [record_id for kind, record_id in renamed if kind == "opportunity"]
    if not (clients or projects):
        return ()
    condition = (
        "record.opportunity IN (SELECT id FROM opportunity"  # noqa: S608 - own names
        f" WHERE client {AMONG} OR id {AMONG})"
    )
    ids = (id_list(clients), id_list(projects))
    return read(connection, table_of(Visit), condition, ids)


def is_emptied(connection: Connection) -> bool:
    """True when nothing can be found although there are records: a migration that changes
    what is searched deletes all of ``search_entry``, and the index is made anew afterwards."""
    if connection.rows("SELECT 1 FROM search_entry LIMIT 1"):
        return False
    tables = (KIND_OF[record_type].name for record_type in NOTES)
    return any(connection.rows(f'SELECT 1 FROM "{name}" LIMIT 1') for name in tables)  # noqa: S608


def clear_index(connection: Connection) -> None:
    """Forget all entries, before they are made anew; within a transaction."""
    clear_overview(connection)
    connection.run("DELETE FROM search_entry")
    connection.run("INSERT INTO search_index (search_index) VALUES ('delete-all')")


def _index(connection: Connection, record: Record) -> None:
    kind = KIND_OF[type(record)].name
    names = list(_strings((names_of(record), *_borrowed_names(connection, record))))
    notes = _strings(tuple(getattr(record, field) for field in NOTES[type(record)]))
    pinyin = pinyin_tokens(names, are_people=isinstance(record, Person))
    sorted_names = _sorted_names(record)
    rowid = _entry(connection, kind, record.id, sorted_names)
    connection.run("DELETE FROM search_index WHERE rowid = ?", (rowid,))
    connection.run(
        "INSERT INTO search_index (rowid, kind, name, pinyin, body) VALUES (?, ?, ?, ?, ?)",
        (rowid, kind, index_tokens(names), pinyin, index_tokens(notes)),
    )
    if isinstance(record, Client):
        write_overview(connection, rowid, record, sorted_names)


def _sorted_names(record: Record) -> tuple[str, str]:
    """By which the record is sorted in a list of Chinese names, and in one of English names."""
    name = record.display_name if isinstance(record, Client) else name_of(record)
    is_person = isinstance(record, Person)
    zh, en = (sort_key(name.best_for(language), is_person=is_person) for language in Language)
    return zh, en


def _entry(
    connection: Connection, kind: str, record_id: str, sorted_names: tuple[str, str]
) -> Cell:
    connection.run(
        "INSERT INTO search_entry (kind, record, sorted_zh, sorted_en) VALUES (?, ?, ?, ?)"
        " ON CONFLICT DO UPDATE SET sorted_zh = excluded.sorted_zh, sorted_en = excluded.sorted_en",
        (kind, record_id, *sorted_names),
    )
    found = connection.rows(
        "SELECT rowid FROM search_entry WHERE kind = ? AND record = ?", (kind, record_id)
    )
    return found[0][0]


def _borrowed_names(connection: Connection, record: Record) -> tuple[str, ...]:
    """A visit is also found by its client and its opportunity."""
    if not isinstance(record, Visit):
        return ()
    rows = connection.rows(
        "SELECT client.name_zh, client.name_en, client.short_name_zh, client.short_name_en,"
        " opportunity.name_zh, opportunity.name_en"
        " FROM opportunity JOIN client ON client.id = opportunity.client WHERE opportunity.id = ?",
        (record.opportunity,),
    )
    return tuple(str(cell) for cell in rows[0])


def _strings(value: object) -> Iterator[str]:
    """All words in a value, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _strings(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _strings(getattr(value, field.name))
