"""What a slide's body is: a block of words in one language, and numbers.

Each block knows the list along which it may be divided when it is too much for a slide, and
how it reads as plain running text when even one item is too much.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, ClassVar, Self, cast

from briefing_app.documents.icon_drawings import Icon


@dataclass(frozen=True, slots=True)
class Point:
    """A thing with a name and some words about it, either may be empty; and a sign for it."""

    name: str
    detail: str = ""
    sign: Icon | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """An effect in numbers: as they are charted, and as they are read.

    ``source`` says where it comes from, or that it is an example; ``basis`` how an example
    was reckoned. ``unit`` is empty where the texts carry it (``12%``).
    """

    label: str
    before: float
    after: float
    before_text: str
    after_text: str
    unit: str
    source: str
    basis: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """What all bodies have in common.

    ``is_mirrored`` asks for the other form of the composition, so that two neighbouring
    slides of one kind do not look the same.
    """

    is_mirrored: bool = False
    divides_along: ClassVar[str] = ""

    @property
    def size(self) -> int:
        """How many items the block can be divided into."""
        return len(self._items()) if self.divides_along else 1

    def divided(self, count: int) -> tuple[Self, ...]:
        """The block as ``count`` blocks of its kind, with its items shared out evenly."""
        if count == 1:
            return (self,)
        items = self._items()
        bounds = [round(len(items) * part / count) for part in range(count + 1)]
        return tuple(self._with(items[start:stop]) for start, stop in pairwise(bounds))

    def running(self) -> Iterator[Point]:
        """Everything that the block says, as headings with text."""
        raise NotImplementedError

    def _items(self) -> tuple[Any, ...]:
        return cast("tuple[Any, ...]", getattr(self, self.divides_along))

    def _with(self, items: tuple[Any, ...]) -> Self:
        changes: dict[str, Any] = {self.divides_along: items}
        return replace(self, **changes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Running(Block):
    """Headings with text in columns: for what no other form can hold."""

    points: tuple[Point, ...]

    def running(self) -> Iterator[Point]:
        """The points."""
        return iter(self.points)


def running_changes(changes: tuple[Change, ...]) -> Iterator[Point]:
    """Effects as headings with their readings, from before to after."""
    for change in changes:
        reading = f"{change.before_text} → {change.after_text} {change.unit}"
        yield Point(change.label, f"{reading} · {change.source}" if change.source else reading)
