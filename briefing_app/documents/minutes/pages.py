"""Minutes as A4 pages, for the PDF: the same words as in the Word file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import repeat

from briefing_app.documents.flow import Block, Item, Stack, pour
from briefing_app.documents.minutes.content import Facts, Grid, Minutes, Points, Section
from briefing_app.documents.placed import Frame, Page, Tag
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
from briefing_app.documents.visit_plan.running import foot, landmarks, mark

_TITLE = 22.0
_HEADING = 13.0
_LABEL = 110.0
_TOP_WITHOUT_MARK = 44.0


def minutes_pages(minutes: Minutes) -> tuple[Page, ...]:
    """The pages of one edition; a section that fits a page is not parted from its heading."""
    look = Look(minutes.language)
    items = (*_opening(minutes, look), *_body(minutes.sections, look))
    top = TOP if minutes.mark else _TOP_WITHOUT_MARK
    column = Frame(MARGIN, top, WIDTH, COLUMN_HEIGHT + TOP - top)
    bodies = pour(Stack(items), repeat(column))
    head = (mark(),) if minutes.mark else ()
    return tuple(
        Page(
            width=SHEET_WIDTH,
            height=SHEET_HEIGHT,
            elements=(*head, *body, *foot(minutes.foot, number, len(bodies))),
            title=f"{minutes.title} {number}",
            label=f"{number}",
            level=0,
            landmarks=landmarks(body),
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
