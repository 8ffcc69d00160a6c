"""How an act of many rows tells how far it is, which is also where it can be stopped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias, TypeVar

T = TypeVar("T")

Tell: TypeAlias = Callable[[int, int], None]
"""Called before each part with its number, from 1, and how many there are; what it raises stops
the act, of which nothing is kept."""

PART = 200
"""So many rows are a part."""


def silent(_number: int, _total: int) -> None:
    """For an act that nobody waits for."""


class Pace:
    """Counts what an act goes through, ``rows`` altogether or about so many."""

    def __init__(self, tell: Tell, rows: int) -> None:
        self._tell = tell
        self._total = max(-(-rows // PART), 1)
        self._done = 0

    def through(self, items: Iterable[T]) -> Iterator[T]:
        """The same items, told part by part."""
        for item in items:
            if self._done % PART == 0:
                self._tell(min(self._done // PART + 1, self._total), self._total)
            self._done += 1
            yield item
