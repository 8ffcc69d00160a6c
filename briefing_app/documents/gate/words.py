"""Words that a reader must not find, sought in every spelling that matters.

The search runs the other way round: the names are put together by their beginnings, and every
piece of a text that could be one is looked up. That is several times faster than to build an
automaton over 100,000 clients; see docs/decisions/0012-export-gate.md.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from briefing_app.documents.gate.mention import Mention, Reason, mention_at
from briefing_app.documents.gate.prices import Prices

_DROPPED = "\t\n\v\f\r \x85\xad\u1680\u2028\u2029\u200b\u200c\u200d\u2060\ufeff"
"""Spaces, line breaks and signs that nobody sees; other widths of a space become one before."""
_SHORTEST = 2
_BETWEEN = "\0"
"""No record holds it, so all names are folded at once, several times faster than one by one."""


class WordList:
    """Words that must not stand there for one reason, found by their first two signs.

    All words are folded at once and put together by their beginnings; only those that begin
    as something in a text does are made ready to be looked up. ``allowed`` are folded words
    that may stand there after all.
    """

    def __init__(
        self, reason: Reason, words: Iterable[str], allowed: frozenset[str] = frozenset()
    ) -> None:
        self.reason = reason
        self._allowed = allowed
        self._beginning: dict[str, list[str]] = {}
        self._ready: dict[str, tuple[frozenset[str], frozenset[int]]] = {}
        for word in plain_words(_BETWEEN.join(words)).split(_BETWEEN):
            self._beginning.setdefault(word[:2], []).append(word)

    def __contains__(self, word: str) -> bool:
        return len(word) >= _SHORTEST and word in self._lookup(word[:2])[0]

    def lengths(self, start: str) -> frozenset[int]:
        """How long the words are that begin with these two signs."""
        return self._lookup(start)[1] if start in self._beginning else frozenset()

    def _lookup(self, start: str) -> tuple[frozenset[str], frozenset[int]]:
        if start not in self._ready:
            words = frozenset(self._beginning.get(start, ())) - self._allowed
            self._ready[start] = words, frozenset(map(len, words))
        return self._ready[start]


@dataclass(frozen=True, slots=True)
class Forbidden:
    """Words that must not be read by this client, each with why; see `forbidden_words`.

    Other clients' names and the visit's internal words; empty for our own team's documents.
    Of two lists with a word the first counts. ``harmless`` are longer words in which a forbidden
    one may stand, our own names for one. ``prices`` judges amounts of money.
    """

    lists: tuple[WordList, ...] = ()
    harmless: tuple[str, ...] = ()
    prices: Prices | None = None

    def found_in(self, text: str) -> Iterator[Mention]:
        """Each forbidden word that stands in ``text``, as a whole word where it is Latin, then
        each amount of money.

        Case, width, spaces and line breaks do not matter.
        """
        if self.lists and text:
            yield from self._words_in(text)
        if self.prices is not None:
            yield from self.prices.found_in(text)

    def _words_in(self, text: str) -> Iterator[Mention]:
        plain, places = _plain(text)
        covered = _covered(plain, self.harmless)
        for start in range(len(plain) - 1):
            if _joins(text, places[start]):
                continue
            for end, reason in self._starting_at(plain, start):
                first, after = places[start], places[end - 1] + 1
                if any(a <= start and end <= b for a, b in covered) or _joins(text, after):
                    continue
                yield mention_at(text, first, after, reason)

    def _starting_at(self, plain: str, start: int) -> Iterator[tuple[int, Reason]]:
        """Where the words end that begin there, once each."""
        seen: set[int] = set()
        for words in self.lists:
            for length in words.lengths(plain[start : start + _SHORTEST]) - seen:
                word = plain[start : start + length]
                if len(word) == length and word in words:
                    seen.add(length)
                    yield start + length, words.reason


NOTHING_FORBIDDEN = Forbidden()
"""For documents of our own team."""


def forbidden_words(
    reasons: Iterable[tuple[str, Reason]],
    harmless: Iterable[str] = (),
    prices: Prices | None = None,
    lists: Iterable[WordList] = (),
) -> Forbidden:
    """The words to look for, two signs or more, and ``lists`` of more."""
    by_reason: dict[Reason, list[str]] = {}
    for word, reason in reasons:
        by_reason.setdefault(reason, []).append(word)
    all_lists = (*(WordList(reason, words) for reason, words in by_reason.items()), *lists)
    longer = {plain_words(word) for word in harmless} - {""}
    kept = (word for word in longer if not any(word in words for words in all_lists))
    return Forbidden(all_lists, tuple(sorted(kept)), prices)


def plain_words(text: str) -> str:
    """Text without case, width, spaces and unseen signs, as it is compared."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    for sign in _DROPPED:  # on a long text several times faster than a pattern
        plain = plain.replace(sign, "")
    return plain


def _plain(text: str) -> tuple[str, list[int]]:
    """The text as it is compared, and for each of its signs the place in ``text``."""
    signs: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text):
        for folded in _folded(sign):
            signs.append(folded)
            places.append(place)
    return "".join(signs), places


@lru_cache(maxsize=16384)
def _folded(sign: str) -> str:
    return plain_words(sign)


def _covered(plain: str, harmless: Iterable[str]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for word in harmless:
        start = plain.find(word)
        while start >= 0:
            found.append((start, start + len(word)))
            start = plain.find(word, start + 1)
    return found


def _joins(text: str, index: int) -> bool:
    """True inside a longer Latin word: “Ace” is not in “place”."""
    if index <= 0 or index >= len(text):
        return False
    return all(c.isascii() and c.isalnum() for c in text[index - 1 : index + 1])
