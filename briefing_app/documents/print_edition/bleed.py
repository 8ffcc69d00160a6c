"""Pages that go on beyond the line where they are cut.

A knife is off by a hair. What is coloured up to the edge of a page must reach beyond it, or
paper shows: flat fields and outlines that touch the edge are drawn out by the bleed. Pictures
are logos, which keep clear of every edge: none has pixels to go on with beyond it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from briefing_app.documents.placed import (
    Element,
    Frame,
    Geometry,
    Page,
    Path,
    Shape,
    Step,
    TextBox,
)

MILLIMETRE = 72 / 25.4
BLEED = 3 * MILLIMETRE
"""What printers ask for, in points."""

_TOUCHING = 0.1
_FLAT = (Geometry.RECTANGLE, Geometry.ROUNDED)

_Way: TypeAlias = tuple[float, float]


def with_bleed(page: Page, bleed: float = BLEED) -> Page:
    """The page with its background and fields drawn out; its links, of no use on paper, gone.

    Its size stays what is left after cutting; elements may stand at negative places.
    """
    trim = Frame(0, 0, page.width, page.height)
    elements = tuple(_drawn_out(element, trim, bleed) for element in page.elements)
    if page.background is not None:
        ground = Shape(
            frame=trim.inset(-bleed, -bleed, -bleed, -bleed),
            geometry=Geometry.RECTANGLE,
            name="Background",
            fill=page.background,
        )
        elements = (ground, *elements)
    return replace(page, elements=elements, background=None)


def _drawn_out(element: Element, trim: Frame, bleed: float) -> Element:
    match element:
        case Shape() if element.geometry in _FLAT and element.fill is not None:
            return replace(element, frame=_frame_drawn_out(element.frame, trim, bleed))
        case Path() if not element.is_open:
            polygons = tuple(_polygon_drawn_out(one, trim, bleed) for one in element.polygons)
            return replace(element, polygons=polygons)
        case TextBox():
            return replace(element, link="")
        case _:
            return element


def _frame_drawn_out(frame: Frame, trim: Frame, bleed: float) -> Frame:
    left, right = (_beyond(x, trim.right, bleed) for x in (frame.x, frame.right))
    top, bottom = (_beyond(y, trim.bottom, bleed) for y in (frame.y, frame.bottom))
    return Frame(left, top, right - left, bottom - top)


def _polygon_drawn_out(polygon: tuple[Step, ...], trim: Frame, bleed: float) -> tuple[Step, ...]:
    ends = [step[-2:] for step in polygon]
    across = _sides_moved([x for x, _ in ends], trim.right, bleed)
    down = _sides_moved([y for _, y in ends], trim.bottom, bleed)
    by = [(x - old[0], y - old[1]) for x, y, old in zip(across, down, ends, strict=True)]
    return tuple(_moved(step, by[place - 1], by[place]) for place, step in enumerate(polygon))


def _moved(step: Step, start: _Way, end: _Way) -> Step:
    """The step with its end moved; of a curve each control point goes with the end it is at."""
    if len(step) == 2:
        return step[0] + end[0], step[1] + end[1]
    x1, y1, x2, y2, x, y = step
    return (
        x1 + start[0],
        y1 + start[1],
        x2 + end[0],
        y2 + end[1],
        x + end[0],
        y + end[1],
    )


def _sides_moved(places: Sequence[float], end: float, bleed: float) -> Iterator[float]:
    """One coordinate of a polygon's corners: sides on an edge move out, a mere tip stays."""
    beyond = [_beyond(place, end, bleed) for place in places]
    for number, (place, out) in enumerate(zip(places, beyond, strict=True)):
        is_side = out in (beyond[number - 1], beyond[(number + 1) % len(beyond)])
        yield out if is_side else place


def _beyond(place: float, end: float, bleed: float) -> float:
    """Where a place on the edge at 0 or at ``end`` moves to; any other stays."""
    if place <= _TOUCHING:
        return -bleed
    return end + bleed if place >= end - _TOUCHING else place
