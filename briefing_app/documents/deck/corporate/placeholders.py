"""A template's placeholders as layout and writer need them: where, how large, in what colour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import floor

from briefing_app.documents.deck.corporate.colours import Rgb
from briefing_app.documents.deck.corporate.palette import READABLE, Palette
from briefing_app.documents.deck.corporate.shapes import TITLES, Slot
from briefing_app.documents.deck.corporate.sheet import BODY_FONT, TITLE_FONT, Sheet
from briefing_app.documents.deck.grid import PlaceholderFrame
from briefing_app.documents.deck.template import LayoutPlaceholder
from briefing_app.documents.placed import Anchor, Frame, Placeholder
from briefing_app.documents.text_fit import Align, Style
from briefing_app.documents.theme import Colour

PITCH = 1.2
LARGE_TEXT = 3.0
"""The contrast that large text must have (WCAG 2.2, 1.4.3)."""

TITLE_SIZES = (20.0, 32.0)
TITLE_LINES = 2
_HIGHEST = 4.0
_LEAST_RUN, _NARROWEST = 0.45, 360.0
_MOST_EM = 18.0
"""Titles are no larger than so many em have room on a line: most of them then take two lines."""

_INHERITED = Colour.INK
_WRITTEN = Colour.WARM
"""Set as what is inherited where the slide must say its colour itself."""


@dataclass(frozen=True, slots=True)
class Filling:
    """How a kind of placeholder is filled: sizes of its text, roles of colour to choose from.

    Slides say the look of those that are ``told_in_full``, and inherit nothing.
    """

    placeholder: Placeholder
    sizes: tuple[float, float]
    colours: Sequence[Colour]
    told_in_full: bool = False


def placed(
    sheet: Sheet, slot: Slot, filling: Filling, colours: Palette, frame: Frame | None = None
) -> tuple[PlaceholderFrame, LayoutPlaceholder]:
    """A placeholder in its own frame, or moved to ``frame``.

    Its own colour is kept where it can be read, else the most legible role is written.
    """
    own_frame = sheet.frame(slot.room)
    frame = sheet.off_the_edge(frame or own_frame)
    sizes, roles = filling.sizes, filling.colours
    size = sheet.wished_points(slot) / sheet.scaling
    is_chosen = slot.run_child("solidFill") is not None
    needed = LARGE_TEXT if is_chosen and sizes[0] >= TITLE_SIZES[0] else READABLE
    own = colours[roles[0]].rgb if filling.told_in_full else sheet.colour(slot)
    inherits = sheet.canvas.legibility(frame, own) >= needed
    role = roles[0] if inherits else most_legible(sheet, frame, colours, roles)
    usual = TITLE_FONT if slot.kind.type in TITLES else BODY_FONT
    style = plain_style(sheet, slot, usual, min(max(half(size), sizes[0]), sizes[1]), role)
    kept = replace(
        style,
        size=sheet.points(slot) / sheet.scaling,
        pitch=0.0,
        align=slot.align,
        colour=role if inherits else _WRITTEN,
    )
    inherited = PlaceholderFrame(filling.placeholder, own_frame, kept, slot.anchor)
    place = replace(inherited, frame=_high_enough(frame, style), style=style)
    return place, LayoutPlaceholder(slot.kind.attributes, inherited, slot.insets)


def orphan(placeholder: Placeholder) -> LayoutPlaceholder:
    """A title on a layout that has none: the slide says all itself, readers still find it."""
    nothing = Style(size=0.0, pitch=0.0, colour=_WRITTEN)
    place = PlaceholderFrame(placeholder, Frame(0.0, 0.0, 0.0, 0.0), nothing)
    return LayoutPlaceholder('type="title"', place)


def plain_style(sheet: Sheet, slot: Slot | None, usual: str, size: float, colour: Colour) -> Style:
    """A style in a placeholder's fonts and alignment, in the theme's where there is none."""
    return Style(
        size=size,
        colour=colour,
        bold=slot is not None and slot.run("b") in ("1", "true"),
        pitch=PITCH,
        typeface=sheet.font(slot, usual).typeface,
        align=Align.LEFT if slot is None else slot.wished_align,
    )


def drawn_colour(sheet: Sheet, slot: Slot | None, place: PlaceholderFrame, colours: Palette) -> Rgb:
    """What a placeholder's text is seen in."""
    if slot is not None and place.style.colour is _INHERITED:
        return sheet.colour(slot)
    return colours[place.style.colour].rgb


def most_legible(sheet: Sheet, frame: Frame, colours: Palette, roles: Sequence[Colour]) -> Colour:
    """The role of colour that is read best on what is painted."""
    return max(roles, key=lambda role: sheet.canvas.legibility(frame, colours[role].rgb))


def clear_of_figures(sheet: Sheet, frame: Frame, ink: Rgb) -> Frame:
    """A title's frame less what is drawn at its sides, where enough of it is left."""
    free = sheet.canvas.clear_run(frame, ink, LARGE_TEXT)
    return free if free.width >= max(_LEAST_RUN * frame.width, _NARROWEST) else frame


def with_two_lines(place: PlaceholderFrame) -> PlaceholderFrame:
    """A title as large as two lines of it have room, in a higher frame where that is too small."""
    frame, lines = place.frame, TITLE_LINES * PITCH
    most = min(half(frame.height / lines), half(frame.width / _MOST_EM))
    size = max(min(place.style.size, most), TITLE_SIZES[0])
    short = size * lines - frame.height
    if short > 0:
        up = {Anchor.TOP: 0.0, Anchor.MIDDLE: 0.5, Anchor.BOTTOM: 1.0}[place.anchor]
        frame = replace(frame, y=max(frame.y - short * up, _HIGHEST), height=size * lines)
    return replace(place, frame=frame, style=replace(place.style, size=size))


def half(points: float) -> float:
    """Down to half points."""
    return floor(points * 2) / 2


def _high_enough(frame: Frame, style: Style) -> Frame:
    """A frame that holds one line at least."""
    short = max(style.line_height - frame.height, 0.0)
    return frame.inset(0, -short / 2, 0, -short / 2) if short else frame
