"""The slide's fixed geometry: what layout and template must agree on.

Points, y down, on a slide of 13.333 x 7.5 inches. The template turns decoration and
placeholders into slide layouts; the preview draws the same decoration under each page.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from briefing_app.documents.motif import corner_piece
from briefing_app.documents.placed import (
    Anchor,
    Element,
    Frame,
    Geometry,
    Path,
    Placeholder,
    Rule,
    Shape,
)
from briefing_app.documents.text_fit import Align, Style
from briefing_app.documents.theme import Colour, Motif

SLIDE_WIDTH = 960.0
SLIDE_HEIGHT = 540.0
MARGIN = 43.2
GUTTER = 14.4
COLUMNS = 12
CONTENT_WIDTH = SLIDE_WIDTH - 2 * MARGIN

SLIDE = Frame(0.0, 0.0, SLIDE_WIDTH, SLIDE_HEIGHT)
KICKER = Frame(MARGIN, 29.0, CONTENT_WIDTH, 18.0)
TITLE = Frame(MARGIN, 49.0, CONTENT_WIDTH, 66.0)
CONTENT = Frame(MARGIN, 133.0, CONTENT_WIDTH, 355.0)
FOOT_RULE_Y = 503.0
FOOTER = Frame(MARGIN, 509.0, 700.0, 16.0)
SLIDE_NUMBER = Frame(SLIDE_WIDTH - MARGIN - 80.0, 509.0, 80.0, 16.0)

MODULE = SLIDE_HEIGHT / 4
"""The square of which the fields of cover and section breaks are made."""

COVER_KICKER = Frame(MARGIN, 43.2, 560.0, 20.0)
COVER_LOGOS = Frame(MARGIN, 70.0, 560.0, 48.0)
COVER_TITLE = Frame(MARGIN, 128.0, 560.0, 158.0)
COVER_SUBTITLE = Frame(MARGIN, 302.0, 560.0, 88.0)
COVER_FACTS = Frame(MARGIN, 412.0, 560.0, 90.0)
SECTION_KICKER = Frame(MARGIN, 150.0, 600.0, 22.0)
SECTION_TITLE = Frame(MARGIN, 180.0, 600.0, 160.0)

KICKER_STYLE = Style(size=12, bold=True, colour=Colour.ACCENT, pitch=1.4)
TITLE_STYLE = Style(size=26, bold=True, pitch=1.23)
FOOTER_STYLE = Style(size=10, colour=Colour.SLATE, pitch=1.4)
NUMBER_STYLE = Style(size=10, colour=Colour.SLATE, pitch=1.4, align=Align.RIGHT)
COVER_KICKER_STYLE = Style(size=13, bold=True, colour=Colour.PAPER, pitch=1.4)
COVER_TITLE_STYLE = Style(size=46, bold=True, colour=Colour.PAPER, pitch=1.18)
COVER_SUBTITLE_STYLE = Style(size=20, colour=Colour.PAPER, pitch=1.4)
SECTION_TITLE_STYLE = Style(size=40, bold=True, colour=Colour.PAPER, pitch=1.2)


class LayoutName(StrEnum):
    """The slide layouts by the names that PowerPoint shows."""

    COVER = "Cover"
    SECTION = "Section"
    TITLE_AND_CONTENT = "Title and content"
    TITLE_ONLY = "Title only"
    TWO_COLUMNS = "Two columns"
    CHART = "Chart"
    TABLE = "Table"
    STATEMENT = "Statement"
    NEXT_STEPS = "Next steps"


@dataclass(frozen=True, slots=True)
class PlaceholderFrame:
    """Where a layout's placeholder stands and how its text looks before it is fitted."""

    placeholder: Placeholder
    frame: Frame
    style: Style
    anchor: Anchor = Anchor.TOP


def columns(area: Frame, first: int, count: int) -> Frame:
    """``count`` of the twelve columns of an area from ``first`` (from 0), gutters included."""
    width = (area.width - (COLUMNS - 1) * GUTTER) / COLUMNS
    x = area.x + first * (width + GUTTER)
    return Frame(x, area.y, count * width + (count - 1) * GUTTER, area.height)


def placeholders(layout_name: str) -> tuple[PlaceholderFrame, ...]:
    """The placeholders of a layout in reading order."""
    match LayoutName(layout_name):
        case LayoutName.COVER:
            return _COVER_PLACEHOLDERS
        case LayoutName.SECTION:
            return _SECTION_PLACEHOLDERS
        case _:
            return _CONTENT_PLACEHOLDERS


def layout_decoration(
    layout_name: str, motif: Motif = Motif.DISCS
) -> tuple[Colour | None, tuple[Element, ...]]:
    """The background (``None`` is white) and the field drawn of ``motif`` that a layout has.

    Raises ValueError for a name that is not in `LayoutName`.
    """
    name = LayoutName(layout_name)
    draw = _FIELDS.get(name)
    return _BACKGROUNDS.get(name), draw(motif) if draw else _foot()


_COVER_PLACEHOLDERS = (
    PlaceholderFrame(Placeholder.KICKER, COVER_KICKER, COVER_KICKER_STYLE),
    PlaceholderFrame(
        Placeholder.CENTRED_TITLE, COVER_TITLE, COVER_TITLE_STYLE, anchor=Anchor.BOTTOM
    ),
    PlaceholderFrame(Placeholder.SUBTITLE, COVER_SUBTITLE, COVER_SUBTITLE_STYLE),
)
_SECTION_PLACEHOLDERS = (
    PlaceholderFrame(Placeholder.KICKER, SECTION_KICKER, COVER_KICKER_STYLE),
    PlaceholderFrame(Placeholder.TITLE, SECTION_TITLE, SECTION_TITLE_STYLE),
)
_CONTENT_PLACEHOLDERS = (
    PlaceholderFrame(Placeholder.KICKER, KICKER, KICKER_STYLE),
    PlaceholderFrame(Placeholder.TITLE, TITLE, TITLE_STYLE),
    PlaceholderFrame(Placeholder.FOOTER, FOOTER, FOOTER_STYLE),
    PlaceholderFrame(Placeholder.SLIDE_NUMBER, SLIDE_NUMBER, NUMBER_STYLE),
)
_BACKGROUNDS: Mapping[LayoutName, Colour] = {
    LayoutName.COVER: Colour.INK,
    LayoutName.SECTION: Colour.ACCENT,
}


def _foot() -> tuple[Element, ...]:
    right = SLIDE_WIDTH - MARGIN
    return (Rule(x1=MARGIN, y1=FOOT_RULE_Y, x2=right, y2=FOOT_RULE_Y, name="Foot rule"),)


def _cover_field(motif: Motif) -> tuple[Element, ...]:
    """Squares and pieces of the motif on two columns of modules at the right edge."""
    right, left = SLIDE_WIDTH, SLIDE_WIDTH - 2 * MODULE
    middle, low = left + MODULE, 3 * MODULE
    return (
        _piece(motif, middle, MODULE, MODULE, "top left", Colour.ACCENT),
        _square(middle, 0, MODULE, MODULE, Colour.ACCENT),
        _piece(motif, right, 0, MODULE, "bottom left", Colour.SUPPORT),
        _square(left + 2 * _OVERLAP, MODULE, 2 * MODULE, 2 * MODULE, Colour.ACCENT),
        _piece(motif, left - _OVERLAP, low, 2 * MODULE + _OVERLAP, "top right", Colour.INK),
        _piece(motif, left, low, MODULE, "top right", Colour.SUPPORT),
        _piece(motif, left, low, MODULE, "bottom right", Colour.ACCENT),
        _square(middle, low, MODULE, MODULE, Colour.ACCENT),
        _piece(motif, right, SLIDE_HEIGHT, MODULE, "top left", Colour.WARM),
    )


def _section_field(motif: Motif) -> tuple[Element, ...]:
    return (
        _piece(motif, SLIDE_WIDTH, 2 * MODULE, 2 * MODULE, "bottom left", Colour.INK),
        _piece(motif, SLIDE_WIDTH, 2 * MODULE, MODULE, "bottom left", Colour.SUPPORT),
        _piece(motif, SLIDE_WIDTH, 2 * MODULE, MODULE, "top left", Colour.WARM),
    )


def _square(x: float, y: float, width: float, height: float, fill: Colour) -> Shape:
    frame = Frame(x, y, width, height).inset(-_OVERLAP, -_OVERLAP, -_OVERLAP, -_OVERLAP)
    return Shape(frame=frame, geometry=Geometry.RECTANGLE, name="Field", fill=fill)


_OVERLAP = 0.6
"""Tiles reach over their neighbours by a hair, so that no seam shows between them."""

_QUARTERS = {"bottom right": 0.0, "bottom left": 0.5, "top left": 1.0, "top right": 1.5}
"""The start of each quarter in half turns, clockwise from the right."""


def _piece(motif: Motif, x: float, y: float, radius: float, side: str, fill: Colour) -> Path:
    """A piece of the motif that opens to ``side`` of its centre (x, y)."""
    outline = corner_piece(motif, x, y, radius, _QUARTERS[side])
    left = x if "right" in side else x - radius
    top = y if "bottom" in side else y - radius
    frame = Frame(left, top, radius, radius)
    return Path(polygons=(outline,), frame=frame, name="Field", fill=fill)


_FIELDS: Mapping[LayoutName, Callable[[Motif], tuple[Element, ...]]] = {
    LayoutName.COVER: _cover_field,
    LayoutName.SECTION: _section_field,
}
