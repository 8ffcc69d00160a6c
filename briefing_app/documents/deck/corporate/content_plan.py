"""A layout of the template for slides with a body: title, foot, and the room between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefing_app.documents.deck.corporate.areas import (
    Body,
    aligned,
    below_title,
    body_on,
    widened,
)
from briefing_app.documents.deck.corporate.colours import Rgb, contrast, distance
from briefing_app.documents.deck.corporate.palette import READABLE, Palette, palette
from briefing_app.documents.deck.corporate.placeholders import (
    LARGE_TEXT,
    PITCH,
    TITLE_LINES,
    TITLE_SIZES,
    Filling,
    clear_of_figures,
    drawn_colour,
    most_legible,
    orphan,
    placed,
    plain_style,
    with_two_lines,
)
from briefing_app.documents.deck.corporate.plan import LayoutPlan
from briefing_app.documents.deck.corporate.shapes import TITLES, Slot
from briefing_app.documents.deck.corporate.sheet import BODY_FONT, TITLE_FONT, Sheet
from briefing_app.documents.deck.grid import PlaceholderFrame
from briefing_app.documents.deck.master import SlideLayout
from briefing_app.documents.deck.template import LayoutPlaceholder
from briefing_app.documents.placed import Anchor, Frame, Geometry, Placeholder, Shape
from briefing_app.documents.theme import Colour

_CONTENT = ("obj", "body", "tbl", "chart", "dgm", "pic")
_TITLE = Filling(Placeholder.TITLE, TITLE_SIZES, (Colour.INK, Colour.PAPER, Colour.ACCENT))
_FOOT_SIZES = (9.0, 12.0)
_FOOT_COLOURS = (Colour.SLATE, Colour.INK, Colour.PAPER)
_FOOT = {
    "ftr": Filling(Placeholder.FOOTER, _FOOT_SIZES, _FOOT_COLOURS, told_in_full=True),
    "sldNum": Filling(Placeholder.SLIDE_NUMBER, _FOOT_SIZES, _FOOT_COLOURS, told_in_full=True),
}
_HIGHEST_TITLE = 0.3
_LEAST_BODY = 0.48
"""The share of the slide's height that a body needs; where it is less the title moves up."""

_KICKER_HEIGHT, _KICKER_GAP = 18.0, 6.0
_LEAST_WITH_KICKER = 330.0
_PANEL_PAD = 12.0


def content_plan(sheet: Sheet, shared: Palette | None) -> LayoutPlan:
    """A layout for slides with a body; ``shared`` is the palette of the deck's other bodies."""
    slot = sheet.slot(*TITLES)
    region = _region(sheet, None if slot is None else sheet.frame(slot.room))
    ground = sheet.canvas.ground(region)
    colours = shared or palette(sheet.scheme, ground, _body_ink(sheet))
    title, filled = _title(sheet, slot, colours)
    feet = tuple(_feet(sheet, colours))
    for foot, _ in feet:
        sheet.canvas.mark(foot.frame)
    body = _body(sheet, title, colours)
    feet = tuple(pair for pair in feet if not pair[0].frame.overlaps(body.frame))
    places = [title, *(foot for foot, _ in feet)]
    grounds = tuple(shape for place in places for shape in _grounds(sheet, place, colours))
    kicker, frame = _kicker(sheet, title, body.frame, colours)
    panel = (_panel(body.frame, sheet.size),) if body.has_panel else ()
    return LayoutPlan(
        found=sheet.layout,
        layout=SlideLayout(
            placeholders=(*kicker, *places),
            body=frame,
            background=None,
            decoration=(*grounds, *panel),
        ),
        palette=colours,
        ground=ground,
        fillable={
            Placeholder.TITLE: filled,
            Placeholder.CENTRED_TITLE: filled,
            **{foot.placeholder: own for foot, own in feet},
        },
        colour_map=sheet.colour_map,
        drawn=grounds,
        has_panel=body.has_panel,
        has_unread_picture=sheet.canvas.has_unread_picture,
    )


def _region(sheet: Sheet, title: Frame | None) -> Frame:
    foot = [sheet.frame(slot.frame) for slot in sheet.slots("dt", *_FOOT)]
    content = [sheet.frame(slot.room) for slot in sheet.slots(*_CONTENT)]
    return below_title(sheet.size, title, foot, content)


def _body_ink(sheet: Sheet) -> Rgb | None:
    slot = sheet.slot("obj", "body")
    return None if slot is None else sheet.colour(slot)


def _body(sheet: Sheet, title: PlaceholderFrame, colours: Palette) -> Body:
    region = widened(_region(sheet, title.frame), sheet.size)
    return aligned(body_on(sheet.canvas, region, colours[Colour.INK].rgb), title.frame)


def _title(
    sheet: Sheet, slot: Slot | None, colours: Palette
) -> tuple[PlaceholderFrame, LayoutPlaceholder]:
    """The title's place, high enough for two lines; a text box of our own where it has none."""
    if slot is None:
        return _own_title(sheet), orphan(Placeholder.TITLE)
    place, filled = placed(sheet, slot, _TITLE, colours)
    most = sheet.size[1] * _HIGHEST_TITLE
    if place.frame.height > most and place.anchor is not Anchor.BOTTOM:
        place = replace(place, frame=replace(place.frame, height=most))
    place = with_two_lines(place)
    if _region(sheet, place.frame).height < _LEAST_BODY * sheet.size[1]:
        place = with_two_lines(_at_the_top(sheet, slot, place, colours))
    ink = drawn_colour(sheet, slot, place, colours)
    frame = clear_of_figures(sheet, place.frame, ink)
    return with_two_lines(replace(place, frame=frame)), filled


def _own_title(sheet: Sheet) -> PlaceholderFrame:
    margin = sheet.margin
    frame = Frame(margin, margin * 0.8, sheet.size[0] - 2 * margin, 62.0)
    style = replace(plain_style(sheet, None, TITLE_FONT, 24.0, Colour.INK), bold=True)
    return PlaceholderFrame(Placeholder.TITLE, frame, style)


def _at_the_top(
    sheet: Sheet, slot: Slot, place: PlaceholderFrame, colours: Palette
) -> PlaceholderFrame:
    """The title where a sample slide has it, or where titles usually stand."""
    margin = sheet.margin
    height = place.style.size * PITCH * TITLE_LINES
    frame = Frame(margin, margin / 2, sheet.size[0] - 2 * margin, height)
    shown = sheet.sample.title
    if shown is not None and sheet.frame(shown).bottom < sheet.size[1] * _HIGHEST_TITLE:
        left, top, right, bottom = slot.insets
        frame = sheet.frame(shown.inset(left, top, right, bottom))
    style = place.style
    if sheet.canvas.legibility(frame, drawn_colour(sheet, slot, place, colours)) < LARGE_TEXT:
        style = replace(style, colour=most_legible(sheet, frame, colours, _TITLE.colours))
    return replace(place, frame=frame, style=style)


def _feet(sheet: Sheet, colours: Palette) -> Iterator[tuple[PlaceholderFrame, LayoutPlaceholder]]:
    """Footer and page number, where the layout has them and does not draw them itself."""
    for kind, filling in _FOOT.items():
        slot = sheet.slot(kind)
        if slot is not None and not (kind == "sldNum" and sheet.numbers_itself):
            yield placed(sheet, slot, filling, colours)


def _grounds(sheet: Sheet, place: PlaceholderFrame, colours: Palette) -> tuple[Shape, ...]:
    """What the template draws below a text that could not be read on the background.

    Pages carry it so that the gate knows; the writer leaves it to the template.
    """
    if place.style.colour is not Colour.PAPER:
        return ()
    ground = sheet.canvas.ground(place.frame)
    paper = colours[Colour.PAPER].rgb
    dark = [role for role in Colour if contrast(colours[role].rgb, paper) >= READABLE]
    fill = min(dark, key=lambda role: distance(colours[role].rgb, ground), default=Colour.INK)
    return (
        Shape(
            frame=place.frame, geometry=Geometry.RECTANGLE, name="Drawn by the template", fill=fill
        ),
    )


def _kicker(
    sheet: Sheet, title: PlaceholderFrame, body: Frame, colours: Palette
) -> tuple[tuple[PlaceholderFrame, ...], Frame]:
    """The chapter's name above the title where that is free, else at the top of a high body."""
    style = plain_style(sheet, None, BODY_FONT, 12.0, Colour.ACCENT)
    style = replace(style, bold=True, pitch=1.4)
    frame = title.frame
    above = Frame(frame.x, frame.y - _KICKER_HEIGHT, frame.width, _KICKER_HEIGHT)
    is_near = title.anchor is Anchor.TOP or frame.height < 3 * title.style.size
    if is_near and _is_free(sheet, above, colours[Colour.ACCENT].rgb):
        style = replace(style, align=title.style.align)
        return (PlaceholderFrame(Placeholder.KICKER, above, style),), body
    if body.height < _LEAST_WITH_KICKER:
        return (), body
    below = replace(body, height=_KICKER_HEIGHT)
    down = _KICKER_HEIGHT + _KICKER_GAP
    rest = replace(body, y=body.y + down, height=body.height - down)
    return (PlaceholderFrame(Placeholder.KICKER, below, style),), rest


def _is_free(sheet: Sheet, above: Frame, ink: Rgb) -> bool:
    if above.y < _PANEL_PAD:
        return False
    free = sheet.canvas.free(above, ink, READABLE)
    return free is not None and free.width > 0.9 * above.width and free.height > 14


def _panel(body: Frame, size: tuple[float, float]) -> Shape:
    left, top = max(body.x - _PANEL_PAD, 0.0), max(body.y - _PANEL_PAD / 2, 0.0)
    right = min(body.right + _PANEL_PAD, size[0])
    bottom = min(body.bottom + _PANEL_PAD / 2, size[1])
    return Shape(
        frame=Frame(left, top, right - left, bottom - top),
        geometry=Geometry.RECTANGLE,
        name="Ground",
        fill=Colour.PAPER,
    )
