"""Bodies around a chart: a whole in its parts, a count that grows with time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from briefing_app.documents.deck.block import Block, Point


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole: how many, their name, what is said of them.

    ``is_open`` marks what belongs to nobody yet.
    """

    count: int
    name: str
    detail: str = ""
    is_open: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Shares(Block):
    """A whole as a ring, its total in the middle, each part named beside it in its colour."""

    whole: str
    shares: tuple[Share, ...]
    chart_name: str
    alt: str

    @property
    def total(self) -> int:
        """How many there are of all parts together."""
        return sum(share.count for share in self.shares)

    def running(self) -> Iterator[Point]:
        """Each part with its count."""
        for share in self.shares:
            yield Point(f"{share.count} · {share.name}", share.detail)


@dataclass(frozen=True, slots=True, kw_only=True)
class Growth(Block):
    """A count at even steps of time as a line; ``milestones`` say at which one what is added."""

    steps: tuple[str, ...]
    counts: tuple[int, ...]
    measure: str
    milestones: tuple[Point, ...]
    note: str
    chart_name: str
    alt: str
    divides_along: ClassVar[str] = "milestones"

    def running(self) -> Iterator[Point]:
        """Each milestone, then the note."""
        yield from self.milestones
        yield Point("", self.note)
