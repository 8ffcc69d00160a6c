"""What minutes say, before it is known whether Word or a PDF says it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import TypeAlias
from unicodedata import east_asian_width

from briefing_app.documents.text_fit import plain
from briefing_app.domain.text import Language

_LINE = 94
"""Half-width signs of a table's text that stand on a line of the page."""
_WHITE = 4
"""The white beside a column, in the same measure."""
_SHORT, _LEAST = 21, 18
"""Columns up to this stay on one line, as long as each of the others keeps the least room."""


@dataclass(frozen=True, slots=True)
class Points:
    """Sentences, one below the other; ``are_numbered`` so that people can refer to them."""

    lines: tuple[str, ...]
    are_numbered: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels with what they name."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with a line of headings. ``shares`` are the columns' widths in proportion."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[int, ...]


Block: TypeAlias = Points | Facts | Grid


@dataclass(frozen=True, slots=True)
class Section:
    """A part under a heading."""

    heading: str
    blocks: tuple[Block, ...]

    @property
    def texts(self) -> Iterator[str]:
        """What it says, a line for each sentence, label or row."""
        for block in self.blocks:
            match block:
                case Points():
                    yield from block.lines
                case Facts():
                    yield from (": ".join(row) for row in block.rows)
                case Grid():
                    yield from (" · ".join(filter(None, row)) for row in block.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes:
    """One edition. ``mark`` stands on every page of an internal one; ``foot`` on every page."""

    language: Language
    title: str
    subtitle: str
    author: str
    mark: str
    foot: str
    sections: tuple[Section, ...]


def points(lines: Iterable[str], *, are_numbered: bool = False) -> Points:
    """The lines that have words."""
    kept = tuple(line for line in map(plain, lines) if line)
    return Points(kept, are_numbered=are_numbered)


def facts(rows: Iterable[tuple[str, str]]) -> Facts:
    """The rows that have something to the right."""
    kept = ((plain(label), plain(words)) for label, words in rows)
    return Facts(tuple((label, words) for label, words in kept if words))


def grid(
    headings: Sequence[str], rows: Iterable[Sequence[str]], shares: Sequence[int] = ()
) -> Grid:
    """A table; a column without a word in any row is left out with its heading.

    Without ``shares`` short columns get the room that they need, and long texts the rest.
    """
    kept = [tuple(map(plain, row)) for row in rows]
    used = [n for n in range(len(headings)) if any(row[n] for row in kept)]
    names = tuple(plain(headings[n]) for n in used)
    cells = tuple(tuple(row[n] for n in used) for row in kept)
    return Grid(
        names, cells, tuple(shares[n] for n in used) if shares else _shares((names, *cells))
    )


def _shares(rows: Sequence[Sequence[str]]) -> tuple[int, ...]:
    """How wide columns should be, in half-width signs."""
    wanted = [max(map(_width, column)) + _WHITE for column in zip(*rows, strict=True)]
    room, left = _LINE, sorted(range(len(wanted)), key=wanted.__getitem__)
    shares: dict[int, int] = {}
    while left and wanted[left[0]] <= max(
        room / len(left), min(_SHORT, room - _LEAST * (len(left) - 1))
    ):  # no more than its fair part, or a date or label that should not break
        place = left.pop(0)
        shares[place] = wanted[place]
        room -= wanted[place]
    weights = {place: sqrt(wanted[place]) for place in left}  # a long text breaks well
    for place, weight in weights.items():
        shares[place] = round(room * weight / sum(weights.values()))
    return tuple(shares[place] for place in range(len(wanted)))


def _width(words: str) -> int:
    """The width of a line in half-width signs."""
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in words)


def section(heading: str, *blocks: Block) -> Section | None:
    """A part of the blocks that say something; ``None`` where none does."""
    kept = tuple(block for block in blocks if _is_filled(block))
    return Section(plain(heading), kept) if kept else None


def sections(found: Iterable[Section | None]) -> tuple[Section, ...]:
    """Those that have something to say."""
    return tuple(one for one in found if one is not None)


def _is_filled(block: Block) -> bool:
    match block:
        case Points():
            return bool(block.lines)
        case _:
            return bool(block.rows)
