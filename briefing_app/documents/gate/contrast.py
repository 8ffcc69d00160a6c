"""Text that does not stand out from what is behind it (WCAG AA)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeGuard

from briefing_app.documents.charts.drawing import drawn
from briefing_app.documents.gate.breach import Breach, BreachKind
from briefing_app.documents.gate.fit import share_ground
from briefing_app.documents.gate.page_texts import label
from briefing_app.documents.placed import (
    Chart,
    Element,
    Frame,
    Geometry,
    Image,
    Page,
    Path,
    Shape,
    Table,
    TextBox,
)
from briefing_app.documents.text_fit import Line
from briefing_app.documents.theme import Colour, Theme
from briefing_app.domain.message import say

_LARGE_SIZE, _LARGE_BOLD_SIZE = 18.0, 14.0
_LARGE_CONTRAST, _CONTRAST = 3.0, 4.5
_CLOSED = (Geometry.RECTANGLE, Geometry.ROUNDED, Geometry.ELLIPSE, Geometry.PENTAGON)


def pale_texts(number: int, page: Page, theme: Theme) -> Iterator[Breach]:
    """Text boxes, table cells and charts whose words stand out too weakly for their size."""
    for position, element in enumerate(page.elements):
        if isinstance(element, TextBox):
            if _stands_on_picture(page, position, element):
                yield _unreadable(number, element)
            background = _background(page, position, element.frame)
            yield from _contrast_breaches(number, element, background, theme)
        if isinstance(element, Table):
            yield from _table_contrast_breaches(number, element, theme)
        if isinstance(element, Chart) and _has_pale_label(page, position, element, theme):
            yield _unreadable(number, element)


def _contrast_breaches(
    number: int, box: TextBox, background: Colour, theme: Theme
) -> Iterator[Breach]:
    for line in box.text.lines:
        yield from _line_contrast(number, box, line, background, theme)


def _table_contrast_breaches(number: int, table: Table, theme: Theme) -> Iterator[Breach]:
    for row in table.rows:
        for cell in row:
            for line in cell.text.lines:
                background = cell.fill or Colour.PAPER
                yield from _line_contrast(number, table, line, background, theme)


def _has_pale_label(page: Page, position: int, chart: Chart, theme: Theme) -> bool:
    """True where words of a chart, drawn as office programs do, are hard to read."""
    marks = tuple(drawn(chart, theme))
    ground = _background(page, position, chart.frame)
    drawing = replace(page, elements=marks, background=ground)
    return any(
        True
        for at, mark in enumerate(marks)
        if isinstance(mark, TextBox)
        for _ in _contrast_breaches(
            0, mark, _slice_below(marks[:at], mark) or _background(drawing, at, mark.frame), theme
        )
    )


def _slice_below(marks: Sequence[Element], label_box: TextBox) -> Colour | None:
    """The colour of a ring's slice on which the middle of a label stands."""
    frame = label_box.frame
    x, y = frame.x + frame.width / 2, frame.y + frame.height / 2
    for mark in reversed(marks):
        if isinstance(mark, Path):
            corners = ([point[-2:] for point in polygon] for polygon in mark.polygons)
            if any(_surrounds(polygon, x, y) for polygon in corners):
                return mark.fill
    return None


def _surrounds(polygon: Sequence[tuple[float, float]], x: float, y: float) -> bool:
    """True where a ray from the point leaves the polygon an odd number of times."""
    sides = zip(polygon, (*polygon[1:], polygon[0]), strict=True)
    crossed = (
        x < x1 + (y - y1) / (y2 - y1) * (x2 - x1)
        for (x1, y1), (x2, y2) in sides
        if (y1 > y) != (y2 > y)
    )
    return sum(crossed) % 2 == 1


def _line_contrast(
    number: int, holder: Element, line: Line, background: Colour, theme: Theme
) -> Iterator[Breach]:
    style = line.paragraph.style
    for span in line.spans:
        bold = style.bold if span.bold is None else span.bold
        large = style.size >= (_LARGE_BOLD_SIZE if bold else _LARGE_SIZE)
        needed = _LARGE_CONTRAST if large else _CONTRAST
        if theme.contrast(span.colour or style.colour, background) < needed:
            yield _unreadable(number, holder)


def _background(page: Page, position: int, frame: Frame) -> Colour:
    """The colour behind a box: its own, else that of the last filled element below it."""
    own = page.elements[position]
    if isinstance(own, TextBox) and own.fill is not None:
        return own.fill
    for element in reversed(page.elements[:position]):
        if _is_ground(element, frame) and element.fill is not None:
            return element.fill
    return page.background or Colour.PAPER


def _unreadable(number: int, holder: Element) -> Breach:
    return Breach(
        number,
        label(holder),
        say("the text does not stand out from its background."),
        say("Choose a theme with more contrast."),
        BreachKind.CONTRAST,
    )


def _stands_on_picture(page: Page, position: int, box: TextBox) -> bool:
    """True for text with a picture below it and no plain ground between."""
    if box.fill is not None or not box.text.lines:
        return False
    for element in reversed(page.elements[:position]):
        if isinstance(element, Image) and share_ground(element.frame, box.frame):
            return True
        if _is_ground(element, box.frame):
            return False
    return False


def _is_ground(element: Element, frame: Frame) -> TypeGuard[TextBox | Shape]:
    """True for a filled box or shape on which ``frame`` stands as a whole."""
    return (
        isinstance(element, TextBox | Shape)
        and element.fill is not None
        and getattr(element, "geometry", Geometry.RECTANGLE) in _CLOSED
        and element.frame.holds(frame, tolerance=2.0)
    )
