"""Native tables: needs against products, ratings, next steps, facts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing_app.documents.deck.blocks.parts import Elements, Stack, across, bar, padded, panel
from briefing_app.documents.deck.grid import GUTTER
from briefing_app.documents.deck.offer_blocks import Matrix, MatrixRow, Rated, Ratings
from briefing_app.documents.deck.story_blocks import FactTable, Steps
from briefing_app.documents.deck.type_scale import TypeScale
from briefing_app.documents.placed import Cell, Element, Frame, Table
from briefing_app.documents.text_fit import (
    WIDTH_MARGIN,
    Measured,
    Style,
    longest_word_width,
    measure,
    paragraph,
)
from briefing_app.documents.theme import Colour

_PADDING = (10.0, 7.0)
_TALLEST_ROW = 58.0
_MOST_MARK_COLUMNS = 5
_NUMBER_WIDTH = 44.0
_MARK = "●"
_LIGHT, _HEAVY = "●", "○"


@dataclass(frozen=True, slots=True)
class _Text:
    """A cell's words before they are measured."""

    words: str
    style: Style
    fill: Colour | None = None


def place_matrix(block: Matrix, area: Frame, scale: TypeScale) -> Elements | None:
    """Needs as rows; products as columns of marks, or by name where they are too many."""
    if 0 < len(block.products) <= _MOST_MARK_COLUMNS:
        mark_width = 190.0 if len(block.products) <= 2 else 138.0
        marks = [mark_width] * len(block.products)
        widths = [_NUMBER_WIDTH, area.width - _NUMBER_WIDTH - sum(marks), *marks]
        rows = [_marked(row, scale) for row in block.rows]
        head = ["", block.need_label, *block.products]
        centred = range(2, len(head))
        placed = _table(head, rows, widths, area, scale, block.alt, centred)
        if placed is not None:
            return placed
    widths = [_NUMBER_WIDTH, area.width * 0.6 - _NUMBER_WIDTH, area.width * 0.4]
    rows = [_named(row, block.products, scale) for row in block.rows]
    return _table(
        ["", block.need_label, block.products_label], rows, widths, area, scale, block.alt
    )


def place_steps(block: Steps, area: Frame, scale: TypeScale) -> Elements | None:
    """Next steps: a big number, what, who, until when."""
    widths = (52.0, area.width - 52.0 - 210.0 - 190.0, 210.0, 190.0)
    head = ["", block.what_label, block.owner_label, block.due_label]
    rows = [
        [
            _Text(step.number, scale.figure(20)),
            _Text(step.what, scale.body(bold=True)),
            _Text(step.owner, scale.body(Colour.SLATE)),
            _Text(step.due, scale.body(Colour.ACCENT, bold=True)),
        ]
        for step in block.steps
    ]
    return _table(head, rows, widths, area, scale, block.alt, tallest=78.0)


def place_facts(block: FactTable, area: Frame, scale: TypeScale) -> Elements | None:
    """Product, fact, value."""
    widths = (area.width * 0.26, area.width * 0.24, area.width * 0.5)
    rows = [
        [
            _Text(
                "" if place and block.rows[place - 1].product == row.product else row.product,
                scale.table(Colour.ACCENT, bold=True),
            ),
            _Text(row.fact.name, scale.table(bold=True)),
            _Text(row.fact.detail, scale.table(Colour.SLATE)),
        ]
        for place, row in enumerate(block.rows)
    ]
    return _table(list(block.headings), rows, widths, area, scale, block.alt, tallest=40.0)


def place_ratings(block: Ratings, area: Frame, scale: TypeScale) -> Elements | None:
    """Several products as a table of gauges; one product as large gauges of its own."""
    if len(block.rated) == 1:
        return _gauges(block, block.rated[0], area, scale)
    labels = [gauge.label for gauge in block.rated[0].gauges]
    head = [block.product_label, *labels, block.weeks_label, block.effort_label]
    shares = (0.19, *(0.13 for _ in labels), 0.13, 0.68 - 0.13 * len(labels))
    widths = tuple(area.width * share for share in shares)
    legend = Stack(Frame(area.x, area.bottom - 18, area.width, 18))
    legend.add(block.legend, scale.note(), "Legend")
    rows = [_rated(item, scale) for item in block.rated]
    placed = _table(
        head,
        rows,
        widths,
        area.inset(0, 0, 0, 26),
        scale,
        block.alt,
        range(1, 1 + len(labels)),
        tallest=84.0,
    )
    return None if placed is None or not legend.fits else (*placed, *legend.boxes())


def _marked(row: MatrixRow, scale: TypeScale) -> list[_Text]:
    number = scale.table(Colour.ACCENT, bold=True)
    mark = scale.centred(number)
    marks = [_Text(_MARK if is_answered else "", mark) for is_answered in row.marks]
    return [_Text(row.number, number), _Text(row.need, scale.table()), *marks]


def _named(row: MatrixRow, products: Sequence[str], scale: TypeScale) -> list[_Text]:
    names = [name for name, mark in zip(products, row.marks, strict=True) if mark]
    named = _Text(" · ".join(names), scale.table(Colour.ACCENT, bold=True))
    number = _Text(row.number, scale.table(Colour.ACCENT, bold=True))
    return [number, _Text(row.need, scale.table()), named]


def _rated(item: Rated, scale: TypeScale) -> list[_Text]:
    rating = scale.centred(scale.heading(Colour.ACCENT))
    return [
        _Text(item.name, scale.table(bold=True)),
        *(_Text(dots(gauge.level), rating) for gauge in item.gauges),
        _Text(item.time, scale.table(Colour.ACCENT, bold=True)),
        _Text(item.effort, scale.table(Colour.SLATE)),
    ]


def dots(level: int) -> str:
    """A rating from 1 to 3 as filled and empty dots."""
    return _LIGHT * level + _HEAVY * (3 - level)


def _gauges(block: Ratings, item: Rated, area: Frame, scale: TypeScale) -> Elements | None:
    left = Frame(area.x, area.y, area.width * 0.62 - GUTTER, area.height)
    right = Frame(
        left.right + 2 * GUTTER, area.y, area.right - left.right - 2 * GUTTER, area.height
    )
    elements: list[Element] = []
    height = left.height / max(len(item.gauges), 1)
    for place, gauge in enumerate(item.gauges):
        row = Frame(left.x, left.y + height * place, left.width, height)
        stack = Stack(row)
        stack.add(gauge.label, scale.label(), "Label")
        stack.add(gauge.words, scale.heading(), "Rating", gap=2)
        if stack.height > height - 40:
            return None
        elements.extend(stack.boxes())
        bars = Frame(row.x, row.y + stack.height + 10, row.width, 10)
        for level, part in enumerate(across(bars, 3, 6), start=1):
            elements.append(bar(part, Colour.ACCENT if level <= gauge.level else Colour.LINE))
    words = Stack(padded(right, 26))
    words.add(block.weeks_label if item.time else "", scale.label(Colour.LINE), "Label")
    words.add(item.time, scale.figure(40, Colour.PAPER), "Time")
    words.add(block.effort_label if item.effort else "", scale.label(Colour.LINE), "Label", gap=18)
    words.add(item.effort, scale.body(Colour.PAPER), "Effort", gap=4)
    if not words.height:
        return tuple(elements)
    return (*elements, panel(right, Colour.INK), *words.boxes()) if words.fits else None


def _table(
    head: Sequence[str],
    rows: Sequence[Sequence[_Text]],
    widths: Sequence[float],
    area: Frame,
    scale: TypeScale,
    alt: str,
    centred: Sequence[int] = (),
    tallest: float = _TALLEST_ROW,
) -> Elements | None:
    header_style = scale.table(Colour.PAPER, bold=True)
    header = [
        _Text(words, scale.centred(header_style) if place in centred else header_style, Colour.INK)
        for place, words in enumerate(head)
    ]
    texts = [header, *rows]
    if any(
        _breaks_word(cell, width) for row in texts for cell, width in zip(row, widths, strict=True)
    ):
        return None
    cells = [_cells(row, widths) for row in texts]
    heights = [max(cell.text.height for cell in row) + 2 * _PADDING[1] for row in cells]
    spare = area.height - sum(heights)
    if spare < 0:
        return None
    share = spare / max(len(rows), 1)
    heights[1:] = [max(height, min(height + share, tallest)) for height in heights[1:]]
    frame = Frame(area.x, area.y, area.width, sum(heights))
    table = Table(
        frame=frame,
        columns=tuple(widths),
        rows=tuple(cells),
        heights=tuple(heights),
        name="Table",
        alt=alt,
        padding=_PADDING,
    )
    return (table,)


def _cells(row: Sequence[_Text], widths: Sequence[float]) -> tuple[Cell, ...]:
    return tuple(
        Cell(text=_measured(cell, width), fill=cell.fill)
        for cell, width in zip(row, widths, strict=True)
    )


def _measured(cell: _Text, width: float) -> Measured:
    return measure([paragraph(cell.words, cell.style)], width - 2 * _PADDING[0])


def _breaks_word(cell: _Text, width: float) -> bool:
    room = (width - 2 * _PADDING[0]) * WIDTH_MARGIN
    return longest_word_width(cell.words, cell.style) > room
