"""Ruled lists side by side, and running text for what no other form can hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import ceil

from briefing_app.documents.deck.block import Point
from briefing_app.documents.deck.blocks.parts import Elements, Stack, across, bar
from briefing_app.documents.deck.blocks.rows import ruled_rows
from briefing_app.documents.deck.blocks.signs import SMALL_SIGN, placed_sign, signed_or_plain
from briefing_app.documents.deck.grid import GUTTER
from briefing_app.documents.deck.spacing import SNUG
from briefing_app.documents.deck.story_blocks import RuledList, RuledLists
from briefing_app.documents.deck.type_scale import TypeScale
from briefing_app.documents.placed import Element, Frame, Tag, TextBox
from briefing_app.documents.text_fit import Paragraph, Span, measure_to_edit, paragraph, wrap
from briefing_app.documents.theme import Colour

_MOST_LISTS = 3
_HEAD_ROOM = 40.0
_COLUMN_GAP = 3 * GUTTER
_LOW_TO_FULL = tuple(step / 20 for step in range(8, 20))
"""Shares of the height that columns are tried at."""


def place_ruled_lists(block: RuledLists, area: Frame, scale: TypeScale) -> Elements | None:
    """One to three lists, each under a heading with an accent edge."""
    if not 1 <= len(block.lists) <= _MOST_LISTS:
        return None
    return signed_or_plain(block.lists, lambda lists: _lists(lists, area, scale))


def _lists(lists: Sequence[RuledList], area: Frame, scale: TypeScale) -> Elements | None:
    elements: list[Element] = []
    for ruled, frame in zip(lists, across(area, len(lists), 2 * GUTTER), strict=True):
        taken = SMALL_SIGN + GUTTER if ruled.sign else 0.0
        head = Stack(Frame(frame.x, frame.y + SNUG, frame.width - taken, _HEAD_ROOM - SNUG))
        head.add(ruled.label, scale.heading(), "Heading", tag=Tag.SUBHEADING)
        rows = ruled_rows(ruled.points, frame.inset(0, _HEAD_ROOM, 0, 0), scale)
        if rows is None or not head.fits:
            return None
        elements.append(bar(Frame(frame.x, frame.y, frame.width, 4)))
        elements.extend(placed_sign(ruled.sign, frame.right - SMALL_SIGN, frame.y + 10, SMALL_SIGN))
        elements.extend((*head.boxes(), *rows))
    return tuple(elements)


def running_pages(points: Iterator[Point], area: Frame, scale: TypeScale) -> Iterator[Elements]:
    """Slides of two columns of running text; a paragraph too long for one is cut between lines.

    The columns are even, so that no slide is left with a few last lines.
    """
    frames = across(area, 2, _COLUMN_GAP)
    page: list[TextBox] = []
    for place, lines in enumerate(_even_columns(tuple(points), frames[0], scale)):
        if place and place % len(frames) == 0:
            yield tuple(page)
            page = []
        frame = frames[place % len(frames)]
        text = measure_to_edit(lines, frame.width)
        at = Frame(frame.x, frame.y, frame.width, text.height)
        page.append(TextBox(frame=at, text=text, name="Text"))
    if page:
        yield tuple(page)


def _even_columns(points: Sequence[Point], frame: Frame, scale: TypeScale) -> list[list[Paragraph]]:
    """Columns as low as the slides that are needed allow."""
    full = list(_filled_columns(points, frame, scale))
    room, line = 2 * ceil(len(full) / 2), scale.body().line_height
    if len(full) < 2 or frame.height * _LOW_TO_FULL[0] < 2 * line:
        return full
    for share in _LOW_TO_FULL:
        lower = list(_filled_columns(points, replace(frame, height=frame.height * share), scale))
        if len(lower) <= room:
            return lower
    return full


def _filled_columns(
    points: Sequence[Point], frame: Frame, scale: TypeScale
) -> Iterator[list[Paragraph]]:
    """The paragraphs column by column."""
    column: list[Paragraph] = []
    for item in _paragraphs(points, scale):
        rest: Paragraph | None = item
        while rest is not None:
            room = frame.height - measure_to_edit(column, frame.width).height
            head, rest = _cut(rest, frame.width, room - (rest.style.before if column else 0.0))
            if head is not None:
                column.append(head)
            if rest is not None:
                yield column
                column = []
    if column:
        yield column


def _paragraphs(points: Sequence[Point], scale: TypeScale) -> Iterator[Paragraph]:
    heading, body = scale.body(bold=True), scale.body(Colour.SLATE)
    for point in points:
        if point.name.strip():
            yield paragraph(point.name, replace(heading, before=12.0))
        if point.detail.strip():
            yield paragraph(point.detail, replace(body, before=3.0 if point.name else 10.0))


def _cut(item: Paragraph, width: float, room: float) -> tuple[Paragraph | None, Paragraph | None]:
    """What of a paragraph fits into ``room`` points, and what is left."""
    lines = wrap(item, width)
    count = int((room + 1e-6) / item.style.line_height)
    if count >= len(lines):
        return item, None
    if count <= 0:
        return None, item
    text, end = item.text, 0
    for line in lines[:count]:
        while end < len(text) and text[end] == " " and not line.text.startswith(" "):
            end += 1
        end += len(line.text)
    head, tail = text[:end].rstrip(" "), text[end:].lstrip(" ")
    return (
        Paragraph((Span(head),), item.style),
        Paragraph((Span(tail),), item.style) if tail else None,
    )
