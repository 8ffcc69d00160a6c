"""Pages that go on beyond the line where they are cut.

A knife is off by a hair. What is coloured up to the edge of a page must reach beyond it, or
paper shows: flat fields and outlines that touch the edge are drawn out by the bleed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

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
        case Path():
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
    across = _sides_moved([step[-2] for step in polygon], trim.right, bleed)
    down = _sides_moved([step[-1] for step in polygon], trim.bottom, bleed)
    return tuple(_ending_at(step, x, y) for step, x, y in zip(polygon, across, down, strict=True))


def _ending_at(step: Step, x: float, y: float) -> Step:
    return (x, y) if len(step) == 2 else (*step[:4], x, y)


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
