"""Words for the search index, made by us: no tokenizer of SQLite knows Chinese or pinyin.

A run of Chinese becomes its pairs of neighbours, then its single characters: a phrase of
pairs is then any substring, and runs are kept apart by the singles between them. Everything
else becomes words, found by their beginnings.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from briefing_app.store import pinyin

PINYIN_LENGTH = 24
"""So many letters of a query's word decide whether a name is pronounced like it."""

NAME_LENGTH = 100
"""So many characters of a name are known by their pinyin."""

SORTED_LENGTH = 40
"""So many characters of a name decide where it stands in a list."""

SHORT_BEGINNING = 2
"""Beginnings of so many letters have tokens of their own; an FTS5 prefix index would have them
for each Chinese pair as well, at twice the size and three times the time."""

_BEGINS = "…"  # no letter or digit, so no other token ends like this

_CHINESE = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3038-\u303b\u3040-\u30ff\u3100-\u312f"
    "\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
"""Han with its marks and extensions, kana, bopomofo: scripts that leave no space between words."""

_PIECE = re.compile(rf"(?P<chinese>[{_CHINESE}]+)|(?:(?![{_CHINESE}])[^\W_])+")
_HAN = re.compile("[\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]+")

_SURNAMES = {
    "万俟": ("mo", "qi"),
    "尉迟": ("yu", "chi"),
    "仇": ("qiu",),
    "区": ("ou",),
    "单": ("shan",),
    "曾": ("zeng",),
    "朴": ("piao",),
    "查": ("zha",),
    "盖": ("ge",),
    "种": ("chong",),
    "缪": ("miao",),
    "翟": ("zhai",),
    "解": ("xie",),
}
"""Surnames that are read otherwise than the same characters in a word."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of Chinese, or one word of another script; folded."""

    text: str
    is_chinese: bool

    @property
    def tokens(self) -> tuple[str, ...]:
        """What the index holds for it; for Chinese the pairs before the single characters."""
        return (*self.pairs, *self.text) if self.is_chinese else (self.text,)

    @property
    def pairs(self) -> tuple[str, ...]:
        """The pairs of neighbouring characters, in order."""
        return tuple(self.text[i : i + 2] for i in range(len(self.text) - 1))


def fold(text: str) -> str:
    """Text without what a search should not mind: case, accents, full-width and other forms."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(char for char in apart if unicodedata.category(char) != "Mn")
    return unicodedata.normalize("NFKC", bare).casefold()


def pieces(text: str) -> Iterator[Piece]:
    """The pieces of a text in their order; punctuation, symbols and spaces fall out."""
    for match in _PIECE.finditer(fold(text)):
        yield Piece(match[0], match["chinese"] is not None)


def index_tokens(texts: Iterable[str]) -> str:
    """The words of some texts for the index, separated by spaces."""
    found = [piece for text in texts for piece in pieces(text)]
    words = {piece.text for piece in found if not piece.is_chinese}
    tokens = (token for piece in found for token in piece.tokens)
    return " ".join([*tokens, *_beginnings(words)])


def pinyin_tokens(names: Iterable[str], *, are_people: bool) -> str:
    """How names are typed in pinyin, from each of their characters on: in full and as initials.

    ``are_people`` reads the surnames as surnames.
    """
    spellings = {
        spelling
        for name in names
        for run in _HAN.findall(fold(name[:NAME_LENGTH]))
        for spelling in _spellings(_readings(run, are_people))
    }
    return " ".join([*sorted(spellings), *_beginnings(spellings)])


def sort_key(name: str, *, is_person: bool) -> str:
    """Where a name stands among others: Chinese by its pinyin, then by the character itself, so
    that one surname stays together; between words of other scripts as these are spelled."""

    def spelled(run: re.Match[str]) -> str:
        readings = _readings(run[0], is_person)
        return "".join(f"{sound} {sign}" for sound, sign in zip(readings, run[0], strict=True))

    return " ".join(_HAN.sub(spelled, piece.text) for piece in pieces(name[:SORTED_LENGTH]))


def spelt(name: str, *, is_person: bool = False) -> str:
    """How the Chinese of a name is pronounced, in one word; ``""`` for one without."""
    runs = _HAN.findall(fold(name[:NAME_LENGTH]))
    return "".join("".join(_readings(run, is_person)) for run in runs)


def beginning_of(word: str) -> str:
    """The token that the words with this beginning have in common."""
    return f"{word[:SHORT_BEGINNING]}{_BEGINS}"


def word_query(beginning: str) -> str:
    """What finds, as an FTS5 phrase, the words and spellings that begin like this."""
    is_short = len(beginning) <= SHORT_BEGINNING
    return f'"{beginning}{_BEGINS}"' if is_short else f'"{beginning}" *'


def _beginnings(words: Iterable[str]) -> list[str]:
    """Tokens for the beginnings of which too many words would have to be read."""
    lengths = range(1, SHORT_BEGINNING + 1)
    return sorted({f"{word[:length]}{_BEGINS}" for word in words for length in lengths})


def _spellings(readings: tuple[str, ...]) -> Iterator[str]:
    initials = "".join(reading[0] for reading in readings)
    for start in range(len(readings)):
        end = start + PINYIN_LENGTH  # each reading has a letter at least
        yield "".join(readings[start:end])[:PINYIN_LENGTH]
        yield initials[start:end]


@lru_cache(maxsize=64)
def _readings(run: str, is_person: bool) -> tuple[str, ...]:
    """The sound of each character; asked twice of every name, to find and to sort it."""
    surname = next((s for s in _SURNAMES if run.startswith(s)), "") if is_person else ""
    rest = run[len(surname) :]
    return (*_SURNAMES.get(surname, ()), *(_plain_readings(rest) if rest else ()))


def _plain_readings(run: str) -> list[str]:
    return pinyin.readings(run, _as_they_are)


def _as_they_are(characters: str) -> Any:
    """Rare characters without a known reading stand for themselves, one by one."""
    return list(characters)
