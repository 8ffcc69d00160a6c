"""Clients whose names may mean the same as some words: few, and found without reading all.

Nothing is judged here. One character or word may be wrong, missing or too many, and the first or
the last two characters, a city or a trade, may be missing in what is stored.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing_app.domain.text import Text
from briefing_app.store.connection import Connection, Row
from briefing_app.store.reading import AMONG
from briefing_app.store.tokens import PINYIN_LENGTH, Piece, beginning_of, pieces, spelt, word_query

FEW = 40
"""What more names than these have in common tells nothing of any of them."""

_LOOKED_AT = 3 * FEW
"""People and visits of a client may be found by the same words."""

_LONGEST = 12
"""So many characters of a name are tried without one of them."""

_SHORT = 4
"""What is left of a name so short without two characters could be anybody's."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A client that may be meant; ``sounds_alike`` says that it is pronounced like the words."""

    id: str
    name: Text
    short_name: Text
    city: Text
    sounds_alike: bool


def clients_like(connection: Connection, words: str) -> tuple[Candidate, ...]:
    """Clients that share most of a name with ``words``, or are pronounced like them."""
    parts = tuple(pieces(words))
    found = set(_entries(connection, "name", " AND ".join(map(_all_of, parts))))
    for expression in dict.fromkeys(filter(None, _most_of(parts))):
        entries = _entries(connection, "name", expression)
        found.update(entries if len(entries) <= FEW else ())
    spelling = spelt(words)[:PINYIN_LENGTH]
    alike = set(_entries(connection, "pinyin", f'"{spelling}" *')) if spelling else set()
    rows = connection.rows(_NAMES, (str(sorted(found | alike)),))
    return tuple(_candidate(row, alike) for row in rows)


def _all_of(piece: Piece) -> str:
    """A piece as an FTS5 expression; it is letters and digits, so quotes are safe."""
    return _phrase(piece.text) if piece.is_chinese else word_query(piece.text)


def _phrase(chinese: str) -> str:
    return f'"{" ".join(Piece(chinese, is_chinese=True).pairs or (chinese,))}"'


def _pairs(chinese: str) -> str:
    """Characters side by side, without asking for their order, which takes half the time."""
    starts = range(0, max(len(chinese) - 1, 1), 2)
    pairs = dict.fromkeys([*(chinese[i : i + 2] for i in starts), chinese[-2:]])
    return " AND ".join(f'"{pair}"' for pair in pairs)


def _most_of(parts: Sequence[Piece]) -> Iterator[str]:
    for part in parts:
        if part.is_chinese:
            yield from _most_of_chinese(part.text)
    words = [part.text for part in parts if not part.is_chinese]
    if len(words) > 1:
        for place in range(len(words)):
            others = words[:place] + words[place + 1 :]
            yield " AND ".join(f'"{word}"' for word in others)
    if words:  # a slip of the pen is seldom at the beginning of a word
        yield " AND ".join(f'"{beginning_of(word)}"' for word in words)


def _most_of_chinese(text: str) -> Iterator[str]:
    for place in range(min(len(text), _LONGEST)):
        rest = (text[:place], text[place + 1 :])
        yield " AND ".join(_pairs(part) for part in rest if part)
    if len(text) > _SHORT:
        yield from (_pairs(text[2:]), _pairs(text[:-2]))


def _entries(connection: Connection, column: str, expression: str) -> list[int]:
    """Of the clients that hold an expression in a column, one more than `FEW` at most."""
    rows = connection.rows(_CLIENTS, (f"{{{column}}} : ({expression})", _LOOKED_AT, FEW + 1))
    return [int(str(row[0])) for row in rows]


def _candidate(row: Row, alike: set[int]) -> Candidate:
    entry, record_id, *names = map(str, row)
    return Candidate(
        id=record_id,
        name=Text(*names[:2]),
        short_name=Text(*names[2:4]),
        city=Text(*names[4:]),
        sounds_alike=int(entry) in alike,
    )


_CLIENTS = """
SELECT entry.rowid
FROM (SELECT rowid FROM search_index WHERE search_index MATCH ? LIMIT ?) AS found
CROSS JOIN search_entry AS entry ON entry.rowid = found.rowid
WHERE entry.kind = 'client'
LIMIT ?
"""
"""The index itself would take twice the time to tell clients from others."""

_NAMES = f"""
SELECT entry.rowid, client.id, client.name_zh, client.name_en,
    client.short_name_zh, client.short_name_en, client.city_zh, client.city_en
FROM search_entry AS entry JOIN client ON client.id = entry.record
WHERE entry.rowid {AMONG}
"""  # noqa: S608 - own names
