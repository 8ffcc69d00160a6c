"""Text that does not stand out from what is behind it (WCAG AA)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias, TypeGuard

from briefing_app.documents.charts.drawing import drawn
from briefing_app.documents.gate.breach import Breach, BreachKind
from briefing_app.documents.gate.fit import share_ground
from briefing_app.documents.gate.page_texts import label
from briefing_app.documents.placed import (
    Chart,
    Element,
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

_Below: TypeAlias = Image | TextBox | Shape
"""What text may stand on: pictures, and filled boxes and shapes."""


def pale_texts(number: int, page: Page, theme: Theme) -> Iterator[Breach]:
    """Text boxes, table cells and charts whose words stand out too weakly for their size."""
    below: list[_Below] = []
    paper = page.background or Colour.PAPER
    for element in page.elements:
        match element:
            case TextBox():
                if _stands_on_picture(element, below):
                    yield _unreadable(number, element)
                background = _background(element, below, paper)
                yield from _contrast_breaches(number, element, background, theme)
            case Table():
                yield from _table_contrast_breaches(number, element, theme)
            case Chart():
                if _has_pale_label(element, _background(element, below, paper), theme):
                    yield _unreadable(number, element)
        if isinstance(element, Image) or _is_ground(element):
            below.append(element)


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


def _has_pale_label(chart: Chart, paper: Colour, theme: Theme) -> bool:
    """True where words of a chart, drawn as office programs do, are hard to read."""
    marks = tuple(drawn(chart, theme))
    below: list[_Below] = []
    for at, mark in enumerate(marks):
        if isinstance(mark, TextBox):
            background = _slice_below(marks[:at], mark) or _background(mark, below, paper)
            if any(True for _ in _contrast_breaches(0, mark, background, theme)):
                return True
        if _is_ground(mark):
            below.append(mark)
    return False


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


def _background(element: TextBox | Chart, below: Sequence[_Below], paper: Colour) -> Colour:
    """The colour behind an element: its own, else that of the last ground below it."""
    if isinstance(element, TextBox) and element.fill is not None:
        return element.fill
    for ground in reversed(below):
        if not isinstance(ground, Image) and ground.fill and _holds(ground, element):
            return ground.fill
    return paper


def _unreadable(number: int, holder: Element) -> Breach:
    return Breach(
        number,
        label(holder),
        say("the text does not stand out from its background."),
        say("Choose a theme with more contrast."),
        BreachKind.CONTRAST,
    )


def _stands_on_picture(box: TextBox, below: Sequence[_Below]) -> bool:
    """True for text with a picture below it and no plain ground between."""
    if box.fill is not None or not box.text.lines:
        return False
    for ground in reversed(below):
        if isinstance(ground, Image):
            if share_ground(ground.frame, box.frame):
                return True
        elif _holds(ground, box):
            return False
    return False


def _is_ground(element: Element) -> TypeGuard[TextBox | Shape]:
    """True for a filled box or shape that other elements may stand on."""
    return (
        isinstance(element, TextBox | Shape)
        and element.fill is not None
        and getattr(element, "geometry", Geometry.RECTANGLE) in _CLOSED
    )


def _holds(ground: TextBox | Shape, element: TextBox | Chart) -> bool:
    """True where the element stands on the ground as a whole."""
    return ground.frame.holds(element.frame, tolerance=2.0)
