"""Clients whose names may mean the same as some words: few, and found without reading all.

Nothing is judged here. A part that few names hold brings those names; one that many hold tells
nothing, save the whole name itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefing_app.domain.text import Text
from briefing_app.store.connection import Connection, Row
from briefing_app.store.reading import AMONG
from briefing_app.store.tokens import PINYIN_LENGTH, Piece, beginning_of, pieces, spelt, word_query

FEW = 40
"""A part of a name that more names than these hold is common."""

_SHORT = 5
"""In a longer name three neighbours are still together where one character is wrong."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A client that may be meant; ``sounds_alike`` says that it is pronounced like the words."""

    id: str
    name: Text
    short_name: Text
    city: Text
    sounds_alike: bool


def clients_like(connection: Connection, words: str) -> tuple[Candidate, ...]:
    """Clients that share rare parts of their names with ``words``, or are pronounced so."""
    parts = tuple(pieces(words))
    found = set(_rows_with(connection, "name", _whole(parts)))
    for part in _parts(parts):
        entries = _rows_with(connection, "name", part)
        found.update(entries if len(entries) <= FEW else ())
    spelling = spelt(words)[:PINYIN_LENGTH]
    alike = set(_rows_with(connection, "pinyin", f'"{spelling}" *')) if spelling else set()
    rows = connection.rows(_NAMES, (str(sorted(found | alike)),))
    return tuple(_candidate(row, alike) for row in rows)


def _whole(parts: Sequence[Piece]) -> str:
    """All of some words, as an FTS5 expression; pieces are letters and digits, so that quotes
    are safe."""
    return " AND ".join(
        f'"{" ".join(part.pairs or (part.text,))}"' if part.is_chinese else word_query(part.text)
        for part in parts
    )


def _parts(parts: Sequence[Piece]) -> Iterator[str]:
    words = [part.text for part in parts if not part.is_chinese]
    for part in parts:
        if part.is_chinese:
            pairs = part.pairs
            yield from (f'"{one} {other}"' for one, other in pairwise(pairs))
            yield from (f'"{pair}"' for pair in (pairs if len(part.text) <= _SHORT else ()))
    yield from (word_query(word) for word in words)
    if words:  # a slip of the pen is seldom at the beginning of a word
        yield " AND ".join(f'"{beginning_of(word)}"' for word in words)


def _rows_with(connection: Connection, column: str, expression: str) -> list[int]:
    """Of the clients that hold an expression in a column, one more than `FEW` at most."""
    wanted = f"kind : client AND {{{column}}} : ({expression})"
    sql = "SELECT rowid FROM search_index WHERE search_index MATCH ? LIMIT ?"
    return [int(str(row[0])) for row in connection.rows(sql, (wanted, FEW + 1))]


def _candidate(row: Row, alike: set[int]) -> Candidate:
    entry, record_id, *names = map(str, row)
    return Candidate(
        id=record_id,
        name=Text(*names[:2]),
        short_name=Text(*names[2:4]),
        city=Text(*names[4:]),
        sounds_alike=int(entry) in alike,
    )


_NAMES = f"""
SELECT entry.rowid, client.id,
    name_zh, name_en, short_name_zh, short_name_en, city_zh, city_en
FROM search_entry AS entry JOIN client ON client.id = entry.record
WHERE entry.rowid {AMONG}
"""  # noqa: S608 - own names
