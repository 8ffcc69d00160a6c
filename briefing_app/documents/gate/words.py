"""Words that a reader must not find, sought in every spelling that matters.

The search runs the other way round: the names are a dictionary, and every piece of a text
that could be one is looked up. Building it is several times faster than an automaton over
100,000 clients; see docs/decisions/0012-export-gate.md.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from briefing_app.documents.gate.mention import Mention, Reason, mention_at
from briefing_app.documents.gate.prices import Prices

_DROPPED = re.compile(r"[\t\n\v\f\r \x85\xad\u1680\u2028\u2029\u200b-\u200d\u2060\ufeff]+")
"""Spaces, line breaks and signs that nobody sees; other widths of a space become one before."""
_BETWEEN = "\0"
"""No record holds it, so all names are folded at once, several times faster than one by one."""


@dataclass(frozen=True, slots=True)
class Forbidden:
    """Words that must not be read by this client, each with why; see `forbidden_words`.

    Other clients' names and the visit's internal words; empty for our own team's documents.
    ``lengths`` are those of the words that begin with certain two signs; ``harmless`` are
    longer words in which a forbidden one may stand, our own names for one. ``prices`` judges
    amounts of money.
    """

    reasons: Mapping[str, Reason] = field(default_factory=dict)
    lengths: Mapping[str, frozenset[int]] = field(default_factory=dict)
    harmless: tuple[str, ...] = ()
    prices: Prices | None = None

    def found_in(self, text: str) -> Iterator[Mention]:
        """Each forbidden word that stands in ``text``, as a whole word where it is Latin, then
        each amount of money.

        Case, width, spaces and line breaks do not matter.
        """
        yield from self._words_in(text)
        if self.prices is not None:
            yield from self.prices.found_in(text)

    def _words_in(self, text: str) -> Iterator[Mention]:
        if not self.reasons or not text:
            return
        plain, places = _plain(text)
        covered = _covered(plain, self.harmless)
        for start in range(len(plain)):
            if _joins(text, places[start]):
                continue
            for length in self.lengths.get(plain[start : start + 2], ()):
                end = start + length
                if end > len(plain):
                    continue
                reason = self.reasons.get(plain[start:end])
                if reason is None or any(a <= start and end <= b for a, b in covered):
                    continue
                first, after = places[start], places[end - 1] + 1
                if not _joins(text, after):
                    yield mention_at(text, first, after, reason)


NOTHING_FORBIDDEN = Forbidden()
"""For documents of our own team."""


def forbidden_words(
    reasons: Iterable[tuple[str, Reason]],
    harmless: Iterable[str] = (),
    prices: Prices | None = None,
) -> Forbidden:
    """The words to look for, two signs or more; of two reasons for a word the first counts."""
    pairs = tuple(reasons)
    keys = plain_words(_BETWEEN.join(word for word, _ in pairs)).split(_BETWEEN)
    wanted: dict[str, Reason] = {}
    lengths: dict[str, set[int]] = {}
    for key, (_, reason) in zip(keys, pairs, strict=False):  # no pairs still give one empty key
        if len(key) > 1 and key not in wanted:
            wanted[key] = reason
            lengths.setdefault(key[:2], set()).add(len(key))
    longer = {plain_words(word) for word in harmless} - wanted.keys() - {""}
    frozen = {start: frozenset(of_them) for start, of_them in lengths.items()}
    return Forbidden(wanted, frozen, tuple(sorted(longer)), prices)


def plain_words(text: str) -> str:
    """Text without case, width, spaces and unseen signs, as it is compared."""
    return _DROPPED.sub("", unicodedata.normalize("NFKC", text).casefold())


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
