"""Text that does not fit its box, stands outside the page or upon other text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeGuard

from briefing_app.documents.charts.plot import stands_in_the_hole
from briefing_app.documents.gate.breach import Breach, BreachKind
from briefing_app.documents.gate.page_texts import excerpt, flat, label
from briefing_app.documents.placed import (
    Chart,
    Element,
    Frame,
    Image,
    Page,
    Path,
    Rule,
    Shape,
    Table,
    TextBox,
)
from briefing_app.documents.text_fit import Measured, text_width
from briefing_app.domain.message import say

_STRETCHED = 0.02
"""So far, as a share, a picture's frame may be from its proportions."""
_TOUCHING = 0.5
"""Boxes that share no more than this, in points, stand side by side."""


def misfits(number: int, page: Page) -> Iterator[Breach]:
    """What does not fit, element by element, then what stands upon each other."""
    whole = Frame(0, 0, page.width, page.height)
    for element in page.elements:
        yield from _fit_breaches(number, element, whole)
        if isinstance(element, Image):
            yield from _picture_breaches(number, element)
    yield from _collisions(number, page)


def _fit_breaches(number: int, element: Element, whole: Frame) -> Iterator[Breach]:
    if isinstance(element, Rule | Path):
        return
    remedy = say("Shorten the text, or split it over several entries.")
    if not whole.holds(element.frame, tolerance=1.0) and not _is_decoration(element):
        yield Breach(
            number, label(element), say("it stands outside the page."), remedy, BreachKind.FIT
        )
    if isinstance(element, TextBox):
        room = element.frame.inset(*(element.padding,) * 4)
        if not _fits(element.text, room.width, room.height):
            yield Breach(
                number,
                label(element),
                say("the text does not fit its box."),
                remedy,
                BreachKind.FIT,
            )
    if isinstance(element, Table):
        across, down = element.padding
        for row, height in zip(element.rows, element.heights, strict=True):
            for cell, width in zip(row, element.columns, strict=True):
                if not _fits(cell.text, width - 2 * across, height - 2 * down):
                    box = excerpt(flat(cell.text))
                    yield Breach(
                        number, box, say("a cell's text does not fit."), remedy, BreachKind.FIT
                    )


def _collisions(number: int, page: Page) -> Iterator[Breach]:
    """Text, tables and charts that stand upon each other, seen from the page's top down."""
    boxes = [element for element in page.elements if is_to_be_read(element)]
    boxes.sort(key=lambda box: box.frame.y)
    for place, upper in enumerate(boxes, start=1):
        for lower in boxes[place:]:
            if lower.frame.y >= upper.frame.bottom:
                break
            if share_ground(upper.frame, lower.frame) and not _is_in_a_ring(upper, lower):
                yield Breach(
                    number,
                    label(upper),
                    say("it stands upon “{other}”.", other=label(lower)),
                    say("Shorten the text, or split it over several entries."),
                    BreachKind.FIT,
                )


def _is_in_a_ring(upper: Element, lower: Element) -> bool:
    """True for words in the hole of a doughnut: a ring begins above what stands in it."""
    return (
        isinstance(upper, Chart)
        and isinstance(lower, TextBox)
        and stands_in_the_hole(upper, lower.frame)
    )


def is_to_be_read(element: Element) -> TypeGuard[TextBox | Table | Chart]:
    """True for text, tables and charts; an empty box is none."""
    if isinstance(element, TextBox):
        return any(line.spans for line in element.text.lines)
    return isinstance(element, Table | Chart)


def share_ground(one: Frame, other: Frame) -> bool:
    """True when two boxes stand upon each other."""
    return one.overlaps(other, _TOUCHING)


def _fits(text: Measured, width: float, height: float) -> bool:
    widest = max((line.width + line.paragraph.indent for line in text.lines), default=0.0)
    signs_fit = all(
        text_width(item.bullet, item.style) <= item.indent
        for item in text.paragraphs
        if item.bullet
    )
    return signs_fit and widest <= width + 0.5 and text.height <= height + 0.5


def _is_decoration(element: Element) -> bool:
    return isinstance(element, Shape | Image) and not element.alt


def _picture_breaches(number: int, image: Image) -> Iterator[Breach]:
    """A picture's frame may differ from its proportions by a pixel that was rounded."""
    drawn = image.frame.width / max(image.frame.height, 1e-6)
    if abs(drawn / image.picture.proportion - 1) > _STRETCHED:
        yield Breach(
            number,
            label(image),
            say("the picture is stretched."),
            say("Report this as a fault of the program."),
            BreachKind.FIT,
        )
