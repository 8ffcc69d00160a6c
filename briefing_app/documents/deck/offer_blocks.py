"""Bodies that tell the situation and what we propose: needs, products, effort, value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from briefing_app.documents.deck.block import Block, Change, Point, running_changes
from briefing_app.documents.icon_drawings import Icon
from briefing_app.documents.logos import Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening(Block):
    """The cover's small print below name and purpose, and whose logos stand above them."""

    facts: tuple[str, ...]
    marks: tuple[Mark, ...] = ()

    def running(self) -> Iterator[Point]:
        """Each fact."""
        return (Point(fact) for fact in self.facts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Break(Block):
    """A section break says no more than its title."""

    def running(self) -> Iterator[Point]:
        """Nothing."""
        return iter(())


@dataclass(frozen=True, slots=True, kw_only=True)
class Understanding(Block):
    """The client's situation as a statement, and the needs, each named by its number."""

    quote: str
    points_label: str
    points: tuple[Point, ...]
    divides_along: ClassVar[str] = "points"

    def running(self) -> Iterator[Point]:
        """The statement, then the needs."""
        yield Point("", self.quote)
        yield from self.points


@dataclass(frozen=True, slots=True)
class Card:
    """A pressure: ``figure`` is a statistic with its ``source``; both may be empty."""

    title: str
    detail: str
    figure: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cards(Block):
    """Things of equal weight side by side."""

    cards: tuple[Card, ...]
    divides_along: ClassVar[str] = "cards"

    def running(self) -> Iterator[Point]:
        """Each card."""
        for card in self.cards:
            yield Point(card.title, " ".join(filter(None, (card.figure, card.detail, card.source))))


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A need and, product by product, whether it is answered."""

    need: str
    marks: tuple[bool, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix(Block):
    """Needs as rows, products as columns."""

    need_label: str
    products_label: str
    products: tuple[str, ...]
    rows: tuple[MatrixRow, ...]
    alt: str
    divides_along: ClassVar[str] = "rows"

    def running(self) -> Iterator[Point]:
        """Each need with the products that answer it."""
        for row in self.rows:
            marked = zip(self.products, row.marks, strict=True)
            yield Point(row.need, " · ".join(product for product, mark in marked if mark))


@dataclass(frozen=True, slots=True)
class Spoke:
    """A proposed product around what it is proposed for."""

    name: str
    essence: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Hub(Block):
    """The proposal as spokes around the client."""

    centre: str
    centre_label: str
    spokes: tuple[Spoke, ...]
    divides_along: ClassVar[str] = "spokes"

    def running(self) -> Iterator[Point]:
        """Each product."""
        return (Point(spoke.name, f"{spoke.essence} {spoke.note}") for spoke in self.spokes)


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyHere(Block):
    """A product's case: today's pain, the value, what matters of it, one figure."""

    today_label: str
    pain: str
    value_label: str
    value: str
    capabilities_label: str
    capabilities: tuple[Point, ...]
    change: Change | None
    divides_along: ClassVar[str] = "capabilities"

    def running(self) -> Iterator[Point]:
        """Pain, value, figure, then the capabilities."""
        yield Point(self.today_label, self.pain)
        yield Point(self.value_label, self.value)
        yield from running_changes((self.change,) if self.change else ())
        yield from self.capabilities


@dataclass(frozen=True, slots=True, kw_only=True)
class Facing(Block):
    """Two columns that face each other sentence by sentence, each with its side of a figure."""

    left_label: str
    left: tuple[str, ...]
    right_label: str
    right: tuple[str, ...]
    change: Change | None

    def running(self) -> Iterator[Point]:
        """The left column, then the right one."""
        yield Point(self.left_label, " ".join(self.left))
        yield Point(self.right_label, " ".join(self.right))
        yield from running_changes((self.change,) if self.change else ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Process(Block):
    """Steps from left to right as boxes with arrows; ``notes`` stand below."""

    steps: tuple[Point, ...]
    notes: tuple[Point, ...]
    divides_along: ClassVar[str] = "steps"

    def running(self) -> Iterator[Point]:
        """Each step, then the notes."""
        yield from self.steps
        yield from self.notes


@dataclass(frozen=True, slots=True)
class Gauge:
    """A rating from 1 (light) to 3 (heavy) in words, and a sign for what is rated."""

    label: str
    level: int
    words: str
    sign: Icon | None = None


@dataclass(frozen=True, slots=True)
class Rated:
    """A product's adoption: its gauges, its time, and what the client's team does."""

    name: str
    gauges: tuple[Gauge, ...]
    time: str
    effort: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratings(Block):
    """What adopting a product takes."""

    weeks_label: str
    effort_label: str
    rated: Rated

    def running(self) -> Iterator[Point]:
        """The product with its ratings in words."""
        gauges = [f"{gauge.label}: {gauge.words}" for gauge in self.rated.gauges]
        said = (*gauges, self.rated.time, self.rated.effort)
        yield Point(self.rated.name, " · ".join(filter(None, said)))


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueChart(Block):
    """Measures before and after as a chart, the assumptions beside it.

    Where units differ the chart is a bridge of ``bridged`` alone: today, the change, afterwards.
    ``sources_note`` stands for the sources of all changes where they are the same.
    """

    before_name: str
    change_name: str
    after_name: str
    changes: tuple[Change, ...]
    bridged: Change | None
    sources_note: str
    assumptions_label: str
    assumptions: str
    chart_name: str
    alt: str
    divides_along: ClassVar[str] = "changes"

    def running(self) -> Iterator[Point]:
        """Each measure, then the assumptions."""
        yield from running_changes(self.changes)
        yield Point(self.assumptions_label, self.assumptions)
