"""Bodies that show rather than tell: big figures, 2x2, architecture, roadmap, comparison, quote."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from briefing_app.documents.deck.block import Block, Change, Point, running_changes


@dataclass(frozen=True, slots=True, kw_only=True)
class BigFigures(Block):
    """Effects as large numbers; ``notes`` say what they rest on."""

    changes: tuple[Change, ...]
    notes: tuple[str, ...]
    divides_along: ClassVar[str] = "changes"

    def running(self) -> Iterator[Point]:
        """Each effect, then the notes."""
        yield from running_changes(self.changes)
        yield from (Point("", note) for note in self.notes)


@dataclass(frozen=True, slots=True)
class Axis:
    """What a side of a 2x2 matrix measures, and how its two halves are called."""

    name: str
    low: str
    high: str


@dataclass(frozen=True, slots=True)
class Spot:
    """A thing in a 2x2 matrix: in which half it stands along, and up."""

    name: str
    note: str
    is_right: bool
    is_high: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Quadrants(Block):
    """A 2x2 matrix; ``names`` of its cells: high left, high right, low left, low right.

    The high left cell is the one to begin with. ``aside`` are figures with their names.
    """

    across: Axis
    up: Axis
    names: tuple[str, str, str, str]
    spots: tuple[Spot, ...]
    aside_label: str
    aside: tuple[Point, ...]
    divides_along: ClassVar[str] = "spots"

    def running(self) -> Iterator[Point]:
        """Each thing with the cell that it stands in, then the figures."""
        for spot in self.spots:
            cell = self.names[2 * (not spot.is_high) + spot.is_right]
            yield Point(spot.name, " · ".join(filter(None, (cell, spot.note))))
        yield from self.aside


@dataclass(frozen=True, slots=True, kw_only=True)
class Architecture(Block):
    """How a product works with what the client has: two layers, joined, on a ground of facts.

    Data go ``down`` from the first of the client's parts into the first step, and ``back``
    from the last step to the others.
    """

    client_label: str
    client_parts: tuple[Point, ...]
    down: Point
    back: Point
    product_label: str
    steps: tuple[Point, ...]
    facts: tuple[Point, ...]
    divides_along: ClassVar[str] = "steps"

    def running(self) -> Iterator[Point]:
        """The client's parts, the steps between them, what they stand on."""
        yield from (*self.client_parts, self.down, *self.steps, self.back, *self.facts)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of work in a lane of a roadmap from ``start`` to ``stop`` (0 to 1 of the axis)."""

    start: float
    stop: float
    name: str
    detail: str = ""
    is_ours: bool = False


@dataclass(frozen=True, slots=True)
class Lane:
    """Whose work a row of a roadmap shows."""

    name: str
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A date on the axis of a roadmap, ``at`` from 0 to 1."""

    at: float
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Roadmap(Block):
    """Lanes along a time axis; each stretch of work ends in a milestone."""

    ticks: tuple[Tick, ...]
    lanes: tuple[Lane, ...]
    note: str = ""
    divides_along: ClassVar[str] = "lanes"

    def running(self) -> Iterator[Point]:
        """Each lane's work."""
        for lane in self.lanes:
            yield Point(lane.name)
            for stretch in lane.stretches:
                yield Point(stretch.name, stretch.detail)
        yield Point("", self.note)


@dataclass(frozen=True, slots=True)
class Criterion:
    """A row of a comparison: what is compared, and an answer for every column."""

    name: str
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison(Block):
    """Options side by side; the column at ``recommended`` stands out under its label."""

    criterion_label: str
    options: tuple[str, ...]
    recommended: int
    recommended_label: str
    criteria: tuple[Criterion, ...]
    alt: str
    divides_along: ClassVar[str] = "criteria"

    def running(self) -> Iterator[Point]:
        """Each criterion with every option's answer."""
        for criterion in self.criteria:
            pairs = zip(self.options, criterion.answers, strict=True)
            yield Point(criterion.name, " · ".join(f"{option}: {said}" for option, said in pairs))


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Block):
    """What somebody says of it, large, with the figures that stand behind it."""

    quote: str
    quote_by: str
    story_label: str
    story: str
    changes: tuple[Change, ...]
    divides_along: ClassVar[str] = "changes"

    def running(self) -> Iterator[Point]:
        """The quote, what was done, then the figures."""
        yield Point(self.quote_by, self.quote)
        yield Point(self.story_label, self.story)
        yield from running_changes(self.changes)
