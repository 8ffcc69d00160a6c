"""Blocks of measured height that run down columns and over pages, and are never cut short.

A block knows its height, can be placed, and can be cut: into what fits a room and what is
left for the next column. Words break between lines, drawings do not break; stacks, rows
and panels are made of other blocks and break where these do.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, TypeAlias

from briefing_app.documents.placed import (
    Element,
    Frame,
    Geometry,
    Path,
    Rule,
    Shape,
    Step,
    Tag,
    TextBox,
)
from briefing_app.documents.text_fit import (
    Line,
    Measured,
    Paragraph,
    cut_spans,
)
from briefing_app.documents.theme import Colour
from briefing_app.documents.widows import measure_without_widows
from briefing_app.domain.text import Language

Elements: TypeAlias = tuple[Element, ...]

_TOLERANCE = 1e-6
_LINES_TOGETHER = 2
"""So many lines of a paragraph at least stand on either side of a break."""

_BODY_PITCH = {Language.ZH: 1.58, Language.EN: 1.38}
_TITLE_PITCH = {Language.ZH: 1.28, Language.EN: 1.2}


def body_pitch(language: Language) -> float:
    """The distance of lines of running text in em."""
    return _BODY_PITCH[language]


def title_pitch(language: Language) -> float:
    """The distance of lines of a title in em."""
    return _TITLE_PITCH[language]


class Block(Protocol):
    """A part of a column. Lengths are in points."""

    @property
    def height(self) -> float:
        """How much of the column it takes."""
        ...

    def placed(self, x: float, y: float) -> Elements:
        """Its elements, with the top left corner at (x, y)."""
        ...

    def cut(self, room: float) -> Cut:
        """What stands within ``room`` and what is left; the former is ``None`` if nothing does."""
        ...


Cut: TypeAlias = tuple["Block | None", "Block | None"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Measured text, as wide as it was measured; make it with `words`."""

    text: Measured
    width: float
    name: str
    tag: Tag = Tag.TEXT
    link: str = ""

    @property
    def height(self) -> float:
        """The height that was measured."""
        return self.text.height

    def placed(self, x: float, y: float) -> Elements:
        """One text box."""
        frame = Frame(x, y, self.width, self.height)
        return (TextBox(frame=frame, text=self.text, name=self.name, tag=self.tag, link=self.link),)

    def cut(self, room: float) -> Cut:
        """Cut between lines, never leaving a single line of a paragraph behind."""
        if self.height <= room + _TOLERANCE:
            return self, None
        for count in range(_lines_within(self.text.lines, room), 0, -1):
            if _may_cut(self.text.lines, count):
                head, tail = _parted(self.text.lines, count)
                return self._with(head), self._with(tail)
        return None, self

    def _with(self, paragraphs: Iterable[Paragraph]) -> Words:
        return replace(self, text=measure_without_widows(paragraphs, self.width))


def words(
    paragraphs: Iterable[Paragraph],
    width: float,
    name: str,
    *,
    tag: Tag = Tag.TEXT,
    link: str = "",
) -> Words:
    """The paragraphs wrapped to ``width``, those without text left out."""
    kept = [item for item in paragraphs if item.text]
    text = measure_without_widows(kept, width)
    return Words(text=text, width=width, name=name, tag=tag, link=link)


@dataclass(frozen=True, slots=True)
class Drawn:
    """Elements drawn from (0, 0) on, that stay together."""

    height: float
    elements: Elements

    def placed(self, x: float, y: float) -> Elements:
        """The elements moved to their place."""
        return tuple(moved(element, x, y) for element in self.elements)

    def cut(self, room: float) -> Cut:
        """All or nothing."""
        return _all_or_nothing(self, room)


@dataclass(frozen=True, slots=True)
class Item:
    """A block in a stack. ``gap`` is the white above it, except at the top of a column.

    A heading ``leads``: it never stands last in a column. An item that is ``whole`` moves to
    the next column rather than break, unless it is higher than a column.
    """

    block: Block
    gap: float = 0.0
    leads: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Stack:
    """Blocks one below the other."""

    items: tuple[Item, ...]

    @property
    def height(self) -> float:
        """All blocks and the white between them."""
        return sum(item.block.height for item in self.items) + sum(
            item.gap for item in self.items[1:]
        )

    def placed(self, x: float, y: float) -> Elements:
        """The blocks' elements from the top down."""
        elements: list[Element] = []
        for position, item in enumerate(self.items):
            y += item.gap if position else 0.0
            elements.extend(item.block.placed(x, y))
            y += item.block.height
        return tuple(elements)

    def cut(self, room: float) -> Cut:
        """Cut between blocks, or within one that may break."""
        if self.height <= room + _TOLERANCE:
            return self, None
        kept: list[Item] = []
        for position, item in enumerate(self.items):
            gap = item.gap if kept else 0.0
            if item.block.height + gap <= room + _TOLERANCE:
                kept.append(item)
                room -= item.block.height + gap
                continue
            return self._cut_at(position, room - gap)
        return self, None

    def _cut_at(self, position: int, room: float) -> Cut:
        item, later = self.items[position], self.items[position + 1 :]
        starts_column = all(above.leads for above in self.items[:position])
        may_break = starts_column or not item.whole
        head, tail = item.block.cut(room) if may_break else (None, item.block)
        if head is not None and tail is not None:
            kept = (*self.items[:position], replace(item, block=head))
            return Stack(kept), Stack((replace(item, block=tail), *later))
        while position and self.items[position - 1].leads:
            position -= 1
        if not position:
            return None, self
        return Stack(self.items[:position]), Stack(self.items[position:])


@dataclass(frozen=True, slots=True)
class Row:
    """Blocks side by side, each with its distance from the left."""

    cells: tuple[tuple[float, Block], ...]

    @property
    def height(self) -> float:
        """The height of the highest block."""
        return max((block.height for _, block in self.cells), default=0.0)

    def placed(self, x: float, y: float) -> Elements:
        """The blocks' elements from left to right."""
        return tuple(element for left, block in self.cells for element in block.placed(x + left, y))

    def cut(self, room: float) -> Cut:
        """Each block cut at the same height; together or not at all."""
        heads: list[tuple[float, Block]] = []
        tails: list[tuple[float, Block]] = []
        for left, block in self.cells:
            head, tail = block.cut(room)
            if head is None:
                return None, self
            heads.append((left, head))
            if tail is not None:
                tails.append((left, tail))
        return Row(tuple(heads)), Row(tuple(tails)) if tails else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """A block on a flat or bordered rectangle, at least ``least`` points high."""

    block: Block
    width: float
    across: float
    down: float
    fill: Colour | None = None
    border: Colour | None = None
    least: float = 0.0
    name: str = "Panel"

    @property
    def height(self) -> float:
        """The block with the white above and below it."""
        return max(self.block.height + 2 * self.down, self.least)

    def placed(self, x: float, y: float) -> Elements:
        """The rectangle, then what stands on it."""
        ground = Shape(
            frame=Frame(x, y, self.width, self.height),
            geometry=Geometry.RECTANGLE,
            name=self.name,
            fill=self.fill,
            border=self.border,
        )
        return (ground, *self.block.placed(x + self.across, y + self.down))

    def cut(self, room: float) -> Cut:
        """A panel on either side of the break; a block that ends above it has its panel end."""
        if self.height <= room + _TOLERANCE:
            return self, None
        head, tail = self.block.cut(room - 2 * self.down)
        if head is None:
            return None, self
        if tail is None:
            return replace(self, least=room), None
        return replace(self, block=head, least=0.0), replace(self, block=tail, least=0.0)


def stacked(*blocks: Block | None, gap: float = 0.0) -> Stack:
    """A stack with the same white between all blocks; what is empty is left out."""
    return Stack(tuple(Item(block, gap) for block in blocks if block is not None and block.height))


def pour(block: Block, columns: Iterable[Frame]) -> tuple[Elements, ...]:
    """The block's elements, column by column as far as needed.

    Raises ValueError when a drawing is higher than a column, which no text can bring about.
    """
    poured: list[Elements] = []
    rest: Block | None = block
    for column in columns:
        if rest is None:
            break
        head, rest = rest.cut(column.height)
        if head is None and rest is not None:
            head, rest = _without_leads(rest).cut(column.height)
        if head is None:
            raise ValueError(f"a block does not fit a column of {column.height:.0f} points")
        poured.append(head.placed(column.x, column.y))
    return tuple(poured)


def _without_leads(block: Block) -> Block:
    """The block with headings that may be parted from what follows: for headings of a column."""
    match block:
        case Stack():
            items = block.items
            return Stack(
                tuple(replace(one, block=_without_leads(one.block), leads=False) for one in items)
            )
        case Row():
            return Row(tuple((left, _without_leads(cell)) for left, cell in block.cells))
        case _:
            return block


def moved(element: Element, right: float, down: float) -> Element:
    """The element, so many points further right and down."""
    match element:
        case Rule():
            return replace(
                element,
                x1=element.x1 + right,
                x2=element.x2 + right,
                y1=element.y1 + down,
                y2=element.y2 + down,
            )
        case Path():
            polygons = tuple(
                tuple(moved_step(step, right, down) for step in polygon)
                for polygon in element.polygons
            )
            return replace(element, polygons=polygons, frame=_moved(element.frame, right, down))
        case _:
            return replace(element, frame=_moved(element.frame, right, down))


def moved_step(step: Step, right: float, down: float) -> Step:
    """A step of a path, so many points further right and down."""
    if len(step) == 2:
        return step[0] + right, step[1] + down
    x1, y1, x2, y2, x, y = step
    return x1 + right, y1 + down, x2 + right, y2 + down, x + right, y + down


def _moved(frame: Frame, right: float, down: float) -> Frame:
    return replace(frame, x=frame.x + right, y=frame.y + down)


def _all_or_nothing(block: Block, room: float) -> Cut:
    return (block, None) if block.height <= room + _TOLERANCE else (None, block)


def _lines_within(lines: Sequence[Line], room: float) -> int:
    y = 0.0
    for position, line in enumerate(lines):
        style = line.paragraph.style
        y += style.line_height + (style.before if line.is_first and position else 0.0)
        if y > room + _TOLERANCE:
            return position
    return len(lines)


def _may_cut(lines: Sequence[Line], count: int) -> bool:
    """True where the break falls between paragraphs, or far enough from both ends of one."""
    above = next(step for step in range(1, count + 1) if lines[count - step].is_first)
    below = 0
    while count + below < len(lines) and not lines[count + below].is_first:
        below += 1
    return below == 0 or min(above, below) >= _LINES_TOGETHER


def _parted(
    lines: Sequence[Line], count: int
) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]:
    above, below = _paragraphs(lines[:count]), _paragraphs(lines[count:])
    if lines[count].is_first:
        return above, below
    broken = above[-1]
    end = _length_of_last_paragraph(lines[:count])
    head = replace(broken, spans=cut_spans(broken.spans, 0, end))
    end += len(broken.text[end:]) - len(broken.text[end:].lstrip(" "))
    rest = cut_spans(broken.spans, end, len(broken.text))
    return (*above[:-1], head), (replace(broken, spans=rest, bullet=""), *below)


def _paragraphs(lines: Sequence[Line]) -> tuple[Paragraph, ...]:
    """The paragraphs that start in these lines."""
    return tuple(line.paragraph for line in lines if line.is_first)


def _length_of_last_paragraph(lines: Sequence[Line]) -> int:
    """How many characters of it these lines hold; spaces at their ends are not in them."""
    start = max(position for position, line in enumerate(lines) if line.is_first)
    text, end = lines[start].paragraph.text, 0
    for line in lines[start:]:
        while text[end : end + 1] == " ":
            end += 1
        end += len(line.text)
    return end
