"""Bodies that tell proof and what comes next: cases, trust, phases, steps, contacts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from briefing_app.documents.deck.block import Block, Change, Point, running_changes
from briefing_app.documents.icon_drawings import Icon


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
        yield from running_changes(self.changes)
        yield Point(self.quote_by, self.quote)


@dataclass(frozen=True, slots=True)
class Tile:
    """A reason to trust: its source, what shows it, and a sign for it."""

    label: str
    words: str
    sign: Icon | None = None


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


@dataclass(frozen=True, slots=True)
class RuledList:
    """A list under a heading with a sign, its points parted by hairlines."""

    label: str
    points: tuple[Point, ...]
    sign: Icon | None = None


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
