"""Native tables: needs against products, ratings, next steps, facts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing_app.documents.deck.blocks.parts import Elements, Stack, panel
from briefing_app.documents.deck.diagram_blocks import Comparison
from briefing_app.documents.deck.offer_blocks import Matrix, MatrixRow
from briefing_app.documents.deck.spacing import HAIR, SNUG
from briefing_app.documents.deck.story_blocks import FactTable, Steps
from briefing_app.documents.deck.type_scale import TypeScale
from briefing_app.documents.placed import Cell, Frame, Table
from briefing_app.documents.text_fit import (
    WIDTH_MARGIN,
    Measured,
    Style,
    longest_word_width,
    measure_to_edit,
    paragraph,
)
from briefing_app.documents.theme import Colour

_TALLEST_ROW = 58.0
_MOST_MARK_COLUMNS = 5
_NEED_SHARE = 0.6
_FEW_MARKS_SHARE, _MARKS_SHARE = 0.217, 0.158
_STEP_SHARES = (0.06, 0.482, 0.24, 0.218)
_CRITERION_SHARE = 0.22
_TAB_ROOM = 28.0
_TALLEST_CRITERION = 72.0
_MARK = "✓"


@dataclass(frozen=True, slots=True)
class _Text:
    """A cell's words before they are measured."""

    words: str
    style: Style
    fill: Colour | None = None


def place_matrix(block: Matrix, area: Frame, scale: TypeScale) -> Elements | None:
    """Needs as rows; products as columns of marks, or by name where they are too many."""
    if 0 < len(block.products) <= _MOST_MARK_COLUMNS:
        share = _FEW_MARKS_SHARE if len(block.products) <= 2 else _MARKS_SHARE
        mark_width = area.width * share
        marks = [mark_width] * len(block.products)
        widths = [area.width - sum(marks), *marks]
        rows = [_marked(row, scale) for row in block.rows]
        head = [block.need_label, *block.products]
        centred = range(1, len(head))
        placed = _table(head, rows, widths, area, scale, block.alt, centred)
        if placed is not None or scale.scale > 1:  # marks in usual type say more than large names
            return placed
    widths = [area.width * _NEED_SHARE, area.width * (1 - _NEED_SHARE)]
    rows = [_named(row, block.products, scale) for row in block.rows]
    return _table([block.need_label, block.products_label], rows, widths, area, scale, block.alt)


def place_comparison(block: Comparison, area: Frame, scale: TypeScale) -> Elements | None:
    """Criteria as rows, options as columns; a tab stands on the column that we recommend."""
    if not 1 <= len(block.options) <= _MOST_MARK_COLUMNS:
        return None
    first = area.width * _CRITERION_SHARE
    widths = [first, *[(area.width - first) / len(block.options)] * len(block.options)]
    head = [block.criterion_label, *block.options]
    rows = [_compared(block, place, scale) for place in range(len(block.criteria))]
    table = _table(
        head,
        rows,
        widths,
        area.inset(0, _TAB_ROOM, 0, 0),
        scale,
        block.alt,
        range(1, len(head)),
        tallest=_TALLEST_CRITERION,
        accented=block.recommended + 1,
    )
    tab = Frame(area.x + sum(widths[: block.recommended + 1]), area.y, widths[-1], _TAB_ROOM)
    label = Stack(tab.inset(HAIR, HAIR, HAIR, 0))
    label.add(block.recommended_label, scale.centred(scale.label(Colour.PAPER)), "Recommended")
    if table is None or not label.fits:
        return None
    return (panel(tab, Colour.ACCENT, "Tab"), *label.boxes(), *table)


def place_steps(block: Steps, area: Frame, scale: TypeScale) -> Elements | None:
    """Next steps: a big number, what, who, until when."""
    widths = tuple(area.width * share for share in _STEP_SHARES)
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


def _marked(row: MatrixRow, scale: TypeScale) -> list[_Text]:
    mark = scale.centred(scale.heading(Colour.ACCENT))
    marks = [_Text(_MARK if is_answered else "", mark) for is_answered in row.marks]
    return [_Text(row.need, scale.body()), *marks]


def _named(row: MatrixRow, products: Sequence[str], scale: TypeScale) -> list[_Text]:
    names = [name for name, mark in zip(products, row.marks, strict=True) if mark]
    named = _Text(" · ".join(names), scale.table(Colour.ACCENT, bold=True))
    return [_Text(row.need, scale.table()), named]


def _compared(block: Comparison, place: int, scale: TypeScale) -> list[_Text]:
    """A criterion's row, the recommended answer in bold on a tint."""
    criterion = block.criteria[place]
    plain, strong = scale.table(), scale.table(Colour.ACCENT, bold=True)
    return [
        _Text(criterion.name, scale.table(bold=True)),
        *(
            _Text(words, scale.centred(strong), Colour.MIST)
            if column == block.recommended
            else _Text(words, scale.centred(plain))
            for column, words in enumerate(criterion.answers)
        ),
    ]


def _table(
    head: Sequence[str],
    rows: Sequence[Sequence[_Text]],
    widths: Sequence[float],
    area: Frame,
    scale: TypeScale,
    alt: str,
    centred: Sequence[int] = (),
    tallest: float = _TALLEST_ROW,
    accented: int = -1,
) -> Elements | None:
    texts = [_header(head, scale, centred, accented), *rows]
    across, down = padding = scale.space(SNUG), scale.space(SNUG)
    rooms = [width - 2 * across for width in widths]
    if any(_breaks_word(c, room) for row in texts for c, room in zip(row, rooms, strict=True)):
        return None
    cells = [_cells(row, rooms) for row in texts]
    heights = [max(cell.text.height for cell in row) + 2 * down for row in cells]
    spare = area.height - sum(heights)
    if spare < 0:
        return None
    heights[1:] = _stretched_rows(heights[1:], spare, tallest)
    table = Table(
        frame=Frame(area.x, area.y, area.width, sum(heights)),
        columns=tuple(widths),
        rows=tuple(cells),
        heights=tuple(heights),
        name="Table",
        alt=alt,
        padding=padding,
    )
    return (table,)


def _header(
    head: Sequence[str], scale: TypeScale, centred: Sequence[int], accented: int
) -> list[_Text]:
    style = scale.table(Colour.PAPER, bold=True)
    return [
        _Text(
            words,
            scale.centred(style) if place in centred else style,
            Colour.ACCENT if place == accented else Colour.INK,
        )
        for place, words in enumerate(head)
    ]


def _stretched_rows(heights: Sequence[float], spare: float, tallest: float) -> list[float]:
    """Rows of one height where there is room for it, else each as much higher."""
    if not heights:
        return []
    highest = max(heights)
    even = min((sum(heights) + spare) / len(heights), max(tallest, highest))
    if even >= highest:
        return [even] * len(heights)
    share = spare / len(heights)
    return [max(height, min(height + share, tallest)) for height in heights]


def _cells(row: Sequence[_Text], rooms: Sequence[float]) -> tuple[Cell, ...]:
    return tuple(
        Cell(text=_measured(cell, room), fill=cell.fill)
        for cell, room in zip(row, rooms, strict=True)
    )


def _measured(cell: _Text, room: float) -> Measured:
    return measure_to_edit([paragraph(cell.words, cell.style)], room)


def _breaks_word(cell: _Text, room: float) -> bool:
    return longest_word_width(cell.words, cell.style) > room * WIDTH_MARGIN
