"""Words that a reader must not find, sought in every spelling that matters.

The search runs the other way round: every piece of a text that could be a forbidden word is looked
up. Of a large stock of words only those are ever read that begin as something in a text does; see
docs/decisions/0012-export-gate.md.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from operator import itemgetter
from typing import TypeAlias

from briefing_app.documents.gate.mention import Mention, Reason, mention_at
from briefing_app.documents.gate.prices import Prices

Stock: TypeAlias = Callable[[Collection[str]], Iterable[str]]
"""Gives the words whose `beginning` is one of these, and may give more."""

_DROPPED = "\t\n\v\f\r \x85\xad\u1680\u2028\u2029\u200b\u200c\u200d\u2060\ufeff"
"""Spaces, line breaks and signs that nobody sees; other widths of a space become one before."""
_SHORTEST = 2
_SHORT, _LONG = 4, 8
_BETWEEN = "\0"
"""No record holds it, so all names are folded at once, several times faster than one by one."""


class WordList:
    """Words that must not stand there for one reason.

    ``allowed`` are folded words that may stand there after all. ``stock`` gives further words
    once a text has their beginnings.
    """

    def __init__(
        self,
        reason: Reason,
        words: Iterable[str],
        allowed: frozenset[str] = frozenset(),
        stock: Stock | None = None,
    ) -> None:
        self.reason = reason
        self._allowed = allowed
        self._stock = stock
        self._asked: set[str] = set()
        self._words: set[str] = set()
        self._lengths: dict[str, set[int]] = {}
        self._add(words)

    def __contains__(self, word: str) -> bool:
        self.expect({beginning(word)})
        return word in self._words

    def expect(self, beginnings: set[str]) -> None:
        """Have ready the words with these beginnings, before they are looked up."""
        new = beginnings - self._asked
        if self._stock is not None and new:
            self._asked |= new
            self._add(self._stock(new))

    def lengths_at(self, plain: str, start: int) -> Iterator[int]:
        """How long the words are that stand there in a folded text; they must be expected."""
        for length in self._lengths.get(plain[start : start + _SHORTEST], ()):
            word = plain[start : start + length]
            if len(word) == length and word in self._words:
                yield length

    def _add(self, words: Iterable[str]) -> None:
        for word in plain_words(_BETWEEN.join(words)).split(_BETWEEN):
            if len(word) >= _SHORTEST and word not in self._allowed:
                self._words.add(word)
                self._lengths.setdefault(word[:_SHORTEST], set()).add(len(word))


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
    _judged: dict[str, tuple[Mention, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    """What was found in a text, for the documents of an export share most of theirs."""

    @property
    def is_empty(self) -> bool:
        """True where nothing is forbidden."""
        return not self.lists and self.prices is None

    def found_in(self, text: str) -> tuple[Mention, ...]:
        """Each forbidden word that stands in ``text``, as a whole word where it is Latin, then
        each amount of money.

        Case, width, spaces and line breaks do not matter.
        """
        self.look_through((text,))
        return self._judged.get(text, ())

    def look_through(self, texts: Iterable[str]) -> None:
        """Get ready for `found_in` with many texts: at once that is faster than one by one."""
        if self.is_empty:
            return
        new = [_Folded.of(text) for text in dict.fromkeys(texts) if text not in self._judged]
        beginnings = {piece for text in new for piece in text.beginnings()}
        for words in self.lists:
            words.expect(beginnings)
        for text in new:
            self._judged[text.text] = tuple(self._mentions(text))

    def _mentions(self, text: _Folded) -> Iterator[Mention]:
        yield from self._words_in(text)
        if self.prices is not None:
            yield from self.prices.found_in(text.text)

    def _words_in(self, text: _Folded) -> Iterator[Mention]:
        covered = _covered(text.plain, self.harmless)
        for start in text.starts:
            whole = [
                (end, reason)
                for end, reason in self._starting_at(text.plain, start)
                if not any(a <= start and end <= b for a, b in covered)
                and not _joins(text.text, text.places[end - 1] + 1)
            ]
            if whole:  # a full name is told, and not the short one in it as well
                end, reason = max(whole, key=itemgetter(0))
                yield mention_at(text.text, text.places[start], text.places[end - 1] + 1, reason)

    def _starting_at(self, plain: str, start: int) -> Iterator[tuple[int, Reason]]:
        """Where the words end that begin there, once each."""
        seen: set[int] = set()
        for words in self.lists:
            for length in set(words.lengths_at(plain, start)) - seen:
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


def beginning(word: str) -> str:
    """By what a stock is asked for a folded word: so many signs that few others begin alike."""
    return word[: _SHORT if len(word) < _LONG else _LONG]


@dataclass(frozen=True, slots=True)
class _Folded:
    """A text as it is compared: for each sign of ``plain`` its place in ``text``, and the signs
    with which a word may start."""

    text: str
    plain: str
    places: Sequence[int]
    starts: Sequence[int]

    @classmethod
    def of(cls, text: str) -> _Folded:
        signs: list[str] = []
        places: list[int] = []
        for place, sign in enumerate(text):
            for folded in _folded(sign):
                signs.append(folded)
                places.append(place)
        starts = [at for at in range(len(signs) - 1) if not _joins(text, places[at])]
        return cls(text, "".join(signs), places, starts)

    def beginnings(self) -> Iterator[str]:
        """The beginnings of all words that could stand there."""
        for start in self.starts:
            for size in (*range(_SHORTEST, _SHORT + 1), _LONG):
                yield self.plain[start : start + size]


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
    return 0 < index < len(text) and _is_latin(text[index - 1]) and _is_latin(text[index])


def _is_latin(sign: str) -> bool:
    return sign.isascii() and sign.isalnum()
