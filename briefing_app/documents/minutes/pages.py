"""Minutes as A4 pages, for the PDF: the same words as in the Word file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import repeat

from briefing_app.documents.flow import Block, Elements, Item, Stack, pour
from briefing_app.documents.minutes.content import Facts, Grid, Minutes, Points, Section
from briefing_app.documents.placed import Frame, Landmark, Page, Rule, Tag, TextBox
from briefing_app.documents.text_fit import (
    WIDTH_MARGIN,
    Align,
    Style,
    measure,
    paragraph,
    text_width,
)
from briefing_app.documents.theme import Colour
from briefing_app.documents.visit_plan.blocks import (
    columns,
    labelled,
    marked,
    rows,
    rule,
    table,
    text,
)
from briefing_app.documents.visit_plan.look import (
    COLUMN_HEIGHT,
    MARGIN,
    SHEET_HEIGHT,
    SHEET_WIDTH,
    TOP,
    WIDTH,
    Look,
)

_TITLE = 22.0
_HEADING = 13.0
_LABEL = 110.0
_RUNNING = Style(size=8.5, colour=Colour.SLATE, pitch=1.3)
_MARK = Style(size=9, bold=True, colour=Colour.PAPER, pitch=1.3, align=Align.CENTRE)
_MARK_PADDING = 3.5
_HEAD_TOP = 30.0
_FOOT_TOP = SHEET_HEIGHT - 36.0
_NUMBER_WIDTH = 60.0
_TOP_WITHOUT_MARK = 44.0


def minutes_pages(minutes: Minutes) -> tuple[Page, ...]:
    """The pages of one edition; a section that fits a page is not parted from its heading."""
    look = Look(minutes.language)
    items = (*_opening(minutes, look), *_body(minutes.sections, look))
    top = TOP if minutes.mark else _TOP_WITHOUT_MARK
    column = Frame(MARGIN, top, WIDTH, COLUMN_HEIGHT + TOP - top)
    bodies = pour(Stack(items), repeat(column))
    return tuple(
        Page(
            width=SHEET_WIDTH,
            height=SHEET_HEIGHT,
            elements=(*_head(minutes), *body, *_foot(minutes, number, len(bodies))),
            title=f"{minutes.title} {number}",
            label=f"{number}",
            level=0,
            landmarks=_landmarks(body),
        )
        for number, body in enumerate(bodies, start=1)
    )


def _opening(minutes: Minutes, look: Look) -> Iterator[Item]:
    yield Item(text(minutes.title, look.title(_TITLE), WIDTH, tag=Tag.TITLE), leads=True)
    yield Item(text(minutes.subtitle, look.body, WIDTH), 2.0, leads=True)


def _body(sections: Sequence[Section], look: Look) -> Iterator[Item]:
    for one in sections:
        heading = text(one.heading, look.title(_HEADING), WIDTH, tag=Tag.HEADING)
        yield Item(rule(WIDTH, Colour.INK, 1.2), 16.0, leads=True)
        yield Item(heading, 5.0, leads=True)
        for block in one.blocks:
            yield Item(_block(block, look), 7.0)


def _block(block: Points | Facts | Grid, look: Look) -> Block:
    match block:
        case Points():
            return _points(block, look)
        case Facts():
            return rows(
                (
                    labelled(label, text(words, look.body, WIDTH - _LABEL), look, _LABEL)
                    for label, words in block.rows
                ),
                4.0,
            )
        case Grid():
            return _grid(block, look)


def _points(block: Points, look: Look) -> Block:
    marks = (f"{n}" if block.are_numbered else "•" for n in range(1, len(block.lines) + 1))
    lines = (
        marked(((mark, line),), look.body, WIDTH)
        for mark, line in zip(marks, block.lines, strict=True)
    )
    return rows(lines, 4.0)


def _grid(block: Grid, look: Look) -> Block:
    places = columns(WIDTH, *block.shares)
    cells = (
        [
            text(words, look.body, width) if words else None
            for words, width in zip(row, places.widths, strict=True)
        ]
        for row in block.rows
    )
    return table(block.headings, places, cells, look)


def _landmarks(elements: Elements) -> tuple[Landmark, ...]:
    return tuple(
        Landmark(" ".join(p.text for p in one.text.paragraphs), one.frame.y)
        for one in elements
        if isinstance(one, TextBox) and one.tag is Tag.HEADING
    )


def _head(minutes: Minutes) -> Iterator[TextBox]:
    """The mark of an internal edition at the left; whose minutes they are at the right."""
    left = MARGIN
    if minutes.mark:
        words = [paragraph(minutes.mark, _MARK)]
        width = text_width(minutes.mark, _MARK) / WIDTH_MARGIN + 1 + 2 * _MARK_PADDING
        measured = measure(words, width - 2 * _MARK_PADDING)
        yield TextBox(
            frame=Frame(left, _HEAD_TOP, width, measured.height + 2 * _MARK_PADDING),
            text=measured,
            name="Mark",
            padding=_MARK_PADDING,
            fill=Colour.INK,
        )


def _foot(minutes: Minutes, number: int, count: int) -> Iterator[TextBox | Rule]:
    yield Rule(
        x1=MARGIN, y1=_FOOT_TOP, x2=MARGIN + WIDTH, y2=_FOOT_TOP, name="foot rule", thickness=0.5
    )
    left = measure([paragraph(minutes.foot, _RUNNING)], WIDTH - _NUMBER_WIDTH)
    yield TextBox(
        frame=Frame(MARGIN, _FOOT_TOP + 5, WIDTH - _NUMBER_WIDTH, left.height),
        text=left,
        name="Foot",
        tag=Tag.ARTIFACT,
    )
    style = Style(size=_RUNNING.size, colour=Colour.SLATE, pitch=1.3, align=Align.RIGHT)
    right = measure([paragraph(f"{number} / {count}", style)], _NUMBER_WIDTH)
    yield TextBox(
        frame=Frame(MARGIN + WIDTH - _NUMBER_WIDTH, _FOOT_TOP + 5, _NUMBER_WIDTH, right.height),
        text=right,
        name="Page number",
        tag=Tag.ARTIFACT,
    )
