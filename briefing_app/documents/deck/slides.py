"""What a slide says, before anybody asks where it stands.

A slide has one body: a block. Blocks hold words of one language and numbers; each knows the
list along which it may be divided when it is too much for a slide, and how it reads as
plain running text when even one item is too much.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, ClassVar, Self, cast

from briefing_app.documents.deck.grid import LayoutName
from briefing_app.documents.placed import Page


@dataclass(frozen=True, slots=True)
class Point:
    """A thing with a name and some words about it; either may be empty."""

    name: str
    detail: str = ""


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
class Opening(Block):
    """The cover's small print: what stands below name and purpose."""

    facts: tuple[str, ...]

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

    number: str
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
        yield from _running_changes((self.change,) if self.change else ())
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
        yield from _running_changes((self.change,) if self.change else ())


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
    """A rating from 1 (light) to 3 (heavy) in words."""

    label: str
    level: int
    words: str


@dataclass(frozen=True, slots=True)
class Rated:
    """A product's adoption: its gauges, its time, and what the client's team does."""

    name: str
    gauges: tuple[Gauge, ...]
    time: str
    effort: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratings(Block):
    """What adopting each product takes."""

    product_label: str
    weeks_label: str
    effort_label: str
    rated: tuple[Rated, ...]
    legend: str
    alt: str
    divides_along: ClassVar[str] = "rated"

    def running(self) -> Iterator[Point]:
        """Each product with its ratings in words."""
        for item in self.rated:
            gauges = [f"{gauge.label}: {gauge.words}" for gauge in item.gauges]
            said = (*gauges, item.time, item.effort)
            yield Point(item.name, " · ".join(filter(None, said)))


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueChart(Block):
    """Measures before and after as a chart, the assumptions beside it.

    ``is_indexed`` says that units differ, so that the chart shows today as 100;
    ``sources_note`` stands for the sources of all changes where they are the same.
    """

    before_name: str
    after_name: str
    scale_note: str
    changes: tuple[Change, ...]
    is_indexed: bool
    sources_note: str
    assumptions_label: str
    assumptions: str
    chart_name: str
    alt: str
    divides_along: ClassVar[str] = "changes"

    def running(self) -> Iterator[Point]:
        """Each measure, then the assumptions."""
        yield from _running_changes(self.changes)
        yield Point(self.assumptions_label, self.assumptions)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseStory(Block):
    """A success case: where they stood, what was done, what came of it, what they say."""

    situation_label: str
    situation: str
    done_label: str
    done: str
    changes: tuple[Change, ...]
    quote: str
    quote_by: str
    divides_along: ClassVar[str] = "changes"

    def running(self) -> Iterator[Point]:
        """The story in order."""
        yield Point(self.situation_label, self.situation)
        yield Point(self.done_label, self.done)
        yield from _running_changes(self.changes)
        yield Point(self.quote_by, self.quote)


@dataclass(frozen=True, slots=True)
class Tile:
    """A reason to trust: its source, and what shows it."""

    label: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tiles(Block):
    """Reasons on a grid, led by one dark tile."""

    lead_label: str
    lead: str
    tiles: tuple[Tile, ...]
    divides_along: ClassVar[str] = "tiles"

    def running(self) -> Iterator[Point]:
        """The lead, then each reason."""
        yield Point(self.lead_label, self.lead)
        for tile in self.tiles:
            yield Point(tile.label, tile.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline(Block):
    """Steps along a line; ``promises`` hold all along it."""

    steps: tuple[Point, ...]
    promises_label: str
    promises: tuple[str, ...]
    divides_along: ClassVar[str] = "steps"

    def running(self) -> Iterator[Point]:
        """Each step, then the promises."""
        yield from self.steps
        if self.promises:
            yield Point(self.promises_label, " ".join(self.promises))


@dataclass(frozen=True, slots=True, kw_only=True)
class Phases(Block):
    """Stacked rows, each a named phase with what is done in it."""

    phases: tuple[Point, ...]
    aside_label: str
    aside: tuple[str, ...]
    divides_along: ClassVar[str] = "phases"

    def running(self) -> Iterator[Point]:
        """Each phase, then what stands aside."""
        yield from self.phases
        if self.aside:
            yield Point(self.aside_label, " ".join(self.aside))


@dataclass(frozen=True, slots=True)
class RuledList:
    """A list under a heading, its points parted by hairlines."""

    label: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RuledLists(Block):
    """One to three such lists side by side."""

    lists: tuple[RuledList, ...]
    divides_along: ClassVar[str] = "lists"

    def running(self) -> Iterator[Point]:
        """Each list's points under its heading."""
        for ruled in self.lists:
            yield Point(ruled.label)
            yield from ruled.points


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement(Block):
    """A frame in words, with what it rests on beside it."""

    label: str
    words: str
    points_label: str
    points: tuple[Point, ...]
    divides_along: ClassVar[str] = "points"

    def running(self) -> Iterator[Point]:
        """The words, then the points."""
        yield Point(self.label, self.words)
        yield from self.points


@dataclass(frozen=True, slots=True)
class Step:
    """Something to be done, by whom, until when."""

    number: str
    what: str
    owner: str
    due: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps(Block):
    """Next steps as a table."""

    what_label: str
    owner_label: str
    due_label: str
    steps: tuple[Step, ...]
    alt: str
    divides_along: ClassVar[str] = "steps"

    def running(self) -> Iterator[Point]:
        """Each step with owner and date."""
        for step in self.steps:
            yield Point(step.what, " · ".join(filter(None, (step.owner, step.due))))


@dataclass(frozen=True, slots=True)
class Contact:
    """A person with lines as on a business card."""

    name: str
    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contacts(Block):
    """People to write to; the company's own lines stand below."""

    people: tuple[Contact, ...]
    company: str
    company_lines: tuple[str, ...]
    divides_along: ClassVar[str] = "people"

    def running(self) -> Iterator[Point]:
        """Each person, then the company."""
        for person in self.people:
            yield Point(person.name, " · ".join(filter(None, (person.title, *person.lines))))
        yield Point(self.company, " · ".join(self.company_lines))


@dataclass(frozen=True, slots=True)
class FactRow:
    """A fact of a product."""

    product: str
    fact: Point


@dataclass(frozen=True, slots=True, kw_only=True)
class FactTable(Block):
    """Products' facts for reference."""

    headings: tuple[str, str, str]
    rows: tuple[FactRow, ...]
    alt: str
    divides_along: ClassVar[str] = "rows"

    def running(self) -> Iterator[Point]:
        """Each fact."""
        for row in self.rows:
            yield Point(f"{row.product} {row.fact.name}".strip(), row.fact.detail)


@dataclass(frozen=True, slots=True, kw_only=True)
class Running(Block):
    """Headings with text in columns: for what no other form can hold."""

    points: tuple[Point, ...]

    def running(self) -> Iterator[Point]:
        """The points."""
        return iter(self.points)


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    """A slide: its message, its chapter, its body.

    ``titles`` say the same at decreasing length; the first that fits two lines is used, and
    the last is a fixed phrase that always does. ``subtitle`` is for the cover alone.
    """

    key: str
    kicker: str
    titles: tuple[str, ...]
    layout: LayoutName
    body: Block
    subtitle: str = ""


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A slide by its number from 1, the key of the planned slide it belongs to, its title.

    Slides that came of one planned slide share its key; a section break has a key of its own.
    """

    number: int
    key: str
    title: str


@dataclass(frozen=True, slots=True)
class DeckPages:
    """A deck's slides, placed and measured, and what they are called."""

    pages: tuple[Page, ...]
    outline: tuple[OutlineEntry, ...]


def _running_changes(changes: tuple[Change, ...]) -> Iterator[Point]:
    for change in changes:
        reading = f"{change.before_text} → {change.after_text} {change.unit}"
        yield Point(change.label, f"{reading} · {change.source}" if change.source else reading)
