"""A layout of a template as one of ours: placeholders as they look, the body, the colours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import floor
from typing import Any

from briefing_app.documents.deck.corporate.areas import (
    LEAST_HEIGHT,
    MARGIN_SHARE,
    below_title,
    body_on,
    facts_on,
    widened,
)
from briefing_app.documents.deck.corporate.canvas import Canvas
from briefing_app.documents.deck.corporate.colours import Rgb, Scheme, contrast, distance, resolved
from briefing_app.documents.deck.corporate.palette import (
    READABLE,
    Palette,
    cover_palette,
    palette,
    text_tone,
)
from briefing_app.documents.deck.corporate.roles import FoundLayout
from briefing_app.documents.deck.corporate.shapes import TITLES, Slot
from briefing_app.documents.deck.corporate.typefaces import FontChoice, font_choice
from briefing_app.documents.deck.grid import PlaceholderFrame
from briefing_app.documents.deck.master import SlideLayout
from briefing_app.documents.deck.template import LayoutPlaceholder
from briefing_app.documents.placed import Anchor, Frame, Geometry, Placeholder, Shape
from briefing_app.documents.text_fit import Align, Style
from briefing_app.documents.theme import Colour

_PITCH = 1.2
_LARGE_TEXT = 3.0
_TITLE_SIZES = (20.0, 32.0)
_COVER_SIZES = (26.0, 54.0)
_SUBTITLE_SIZES = (14.0, 24.0)
_FOOT_SIZES = (9.0, 12.0)
_TITLE_LINES = 2
_LEAST_WIDTH, _LEAST_HEIGHT = 24.0, 6.0
_HIGHEST_TITLE = 0.3
_LEAST_OF_COVER = 0.4
_MOST, _NEARLY_ALL, _WHOLE = 0.6, 0.8, 0.98
_KICKER_HEIGHT, _KICKER_GAP = 18.0, 6.0
_LEAST_WITH_KICKER = 330.0
_PANEL_PAD = 12.0
_INHERITED = Colour.INK
_WRITTEN = Colour.WARM
"""Set as what is inherited where the slide must say its colour itself."""

_CONTENT = ("obj", "body", "tbl", "chart", "dgm", "pic")
_TITLE_COLOURS = (Colour.INK, Colour.PAPER, Colour.ACCENT)
_FOOT_COLOURS = (Colour.SLATE, Colour.INK, Colour.PAPER)
_FOOT = {"ftr": Placeholder.FOOTER, "sldNum": Placeholder.SLIDE_NUMBER}


@dataclass(frozen=True)
class Sheet:
    """A layout of the template and all that is needed to plan it; ``size`` is our slide's."""

    layout: FoundLayout
    scheme: Scheme
    override: Any
    canvas: Canvas
    size: tuple[float, float]
    scaling: float
    fonts: Mapping[str, FontChoice]

    def frame(self, frame: Frame) -> Frame:
        """A frame of the file on our slide; what sticks out of the slide is cut off."""
        k, (width, height) = self.scaling, self.size
        x, y = max(frame.x / k, 0.0), max(frame.y / k, 0.0)
        return Frame(x, y, min(frame.right / k, width) - x, min(frame.bottom / k, height) - y)

    def slots(self, *kinds: str) -> list[Slot]:
        """The layout's placeholders of these kinds that a line of text has room in."""
        wanted = [slot for slot in self.layout.slots if slot.kind.type in kinds]
        frames = [self.frame(slot.room) for slot in wanted]
        return [
            slot
            for slot, frame in zip(wanted, frames, strict=True)
            if frame.width >= _LEAST_WIDTH and frame.height >= _LEAST_HEIGHT
        ]

    def slot(self, *kinds: str) -> Slot | None:
        """The first of them."""
        return next(iter(self.slots(*kinds)), None)

    def colour(self, slot: Slot) -> Rgb:
        """What a placeholder's text is drawn in."""
        fill = slot.run_child("solidFill")
        rgb = None if fill is None else resolved(fill, self.scheme)
        return rgb or self.scheme.rgb("tx1") or (0.0, 0.0, 0.0)

    def font(self, slot: Slot | None, usual: str) -> FontChoice:
        """The fonts of a placeholder, the theme's ``usual`` where it says nothing."""
        latin = None if slot is None else slot.run_child("latin")
        named = usual if latin is None else str(latin.get("typeface") or usual)
        chosen = self.fonts.get(named) or font_choice(named, self.fonts[usual].east_asian)
        if slot is None:
            return chosen
        spacing = slot.run("spc")
        size = self.points(slot) or 1.0
        tracked = int(spacing) / 100 / size if spacing.lstrip("-").isdigit() else 0.0
        in_capitals = slot.run("cap") == "all"
        if not in_capitals and tracked <= 0:
            return chosen
        return font_choice(
            chosen.latin, chosen.east_asian, spacing=max(tracked, 0.0), in_capitals=in_capitals
        )

    @staticmethod
    def points(slot: Slot) -> float:
        """A placeholder's size of text in points of the file; 18 where nothing says it."""
        size = slot.run("sz")
        return int(size) / 100 if size.isdigit() else 18.0


@dataclass(frozen=True)
class LayoutPlan:
    """A role on the template: what layout knows, what the writer needs, what users are told.

    ``fillable`` are the placeholders that slides fill; ``colour_map`` is XML that slides repeat.
    ``drawn`` is decoration that the template draws.
    """

    found: FoundLayout
    layout: SlideLayout
    palette: Palette
    ground: Rgb
    fillable: Mapping[Placeholder, LayoutPlaceholder]
    colour_map: str
    drawn: tuple[Shape, ...] = ()
    has_panel: bool = False
    has_unread_picture: bool = False

    def is_apart(self, other: LayoutPlan, most: float) -> bool:
        """True when the two stand on grounds that differ by more than ``most``."""
        return distance(self.ground, other.ground) > most


def content_plan(sheet: Sheet, shared: Palette | None) -> LayoutPlan:
    """A layout for slides with a body; ``shared`` is the palette of the deck's other bodies."""
    slot = sheet.slot(*TITLES)
    title = None if slot is None else sheet.frame(slot.room)
    region = _region(sheet, title)
    ground = sheet.canvas.ground(region)
    colours = shared or palette(sheet.scheme, ground, _body_ink(sheet))
    place, filled = _title(sheet, slot, colours)
    region = _region(sheet, place.frame)
    if region.height < LEAST_HEIGHT:
        place = _at_the_top(sheet, slot, place, colours)
        region = _region(sheet, place.frame)
    grounds = _grounds(sheet, place, colours)
    feet = tuple(_feet(sheet, colours))
    for foot, _ in feet:
        sheet.canvas.mark(foot.frame)
        grounds += _grounds(sheet, foot, colours)
    body = body_on(sheet.canvas, widened(region, sheet.size), colours[Colour.INK].rgb)
    frame = body.frame
    feet = tuple(pair for pair in feet if not _share_ground(pair[0].frame, frame))
    places = [place, *(foot for foot, _ in feet)]
    fillable = {Placeholder.TITLE: filled, Placeholder.CENTRED_TITLE: filled}
    fillable |= {foot.placeholder: own for foot, own in feet}
    kicker, frame = _kicker(sheet, place, frame, colours)
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
        fillable=fillable,
        colour_map=_colour_map(sheet.override),
        drawn=grounds,
        has_panel=body.has_panel,
        has_unread_picture=sheet.canvas.has_unread_picture,
    )


def cover_plan(sheet: Sheet, *, is_cover: bool) -> LayoutPlan:
    """A layout for the cover or for section breaks: title, subtitle, room for facts."""
    slot = sheet.slot(*TITLES)
    frame = _cover_title_frame(sheet, slot)
    subtitle = sheet.slot("subTitle", "body", "obj") if is_cover else None
    taken = [frame, *([sheet.frame(subtitle.room)] if subtitle else [])]
    ground = sheet.canvas.ground(frame)
    wished = sheet.colour(slot) if slot is not None else None
    text = text_tone(sheet.scheme, ground, wished)
    frame = _clear_of_figures(sheet, frame, text.rgb)
    facts = facts_on(sheet.canvas, sheet.size, taken, text.rgb) if is_cover else None
    colours = cover_palette(text, ground, sheet.scheme)
    places: list[PlaceholderFrame] = []
    fillable: dict[Placeholder, LayoutPlaceholder] = {}
    kind = Placeholder.CENTRED_TITLE if is_cover else Placeholder.TITLE
    if slot is None:
        style = _style(sheet, None, "+mj-lt", 36.0, Colour.PAPER)
        places.append(PlaceholderFrame(kind, frame, style))
        filled = _orphan(kind)
    else:
        place, filled = _placed(sheet, slot, kind, _COVER_SIZES, colours, (Colour.PAPER,))
        place = replace(place, frame=frame)
        places.append(place if is_cover else _with_two_lines(place))
    fillable |= {Placeholder.TITLE: filled, Placeholder.CENTRED_TITLE: filled}
    if subtitle is not None:
        place, own = _placed(
            sheet, subtitle, Placeholder.SUBTITLE, _SUBTITLE_SIZES, colours, (Colour.PAPER,)
        )
        places.append(place)
        fillable[Placeholder.SUBTITLE] = own
    elif facts is not None and facts.height > 60:
        half = facts.height / 2
        style = _style(sheet, None, "+mn-lt", 18.0, Colour.PAPER)
        style = replace(style, align=places[0].style.align)
        places.append(PlaceholderFrame(Placeholder.SUBTITLE, replace(facts, height=half), style))
        facts = replace(facts, y=facts.y + half, height=half)
    return LayoutPlan(
        found=sheet.layout,
        layout=SlideLayout(
            placeholders=tuple(places),
            body=facts or Frame(0.0, 0.0, sheet.size[0], 0.0),
            background=Colour.INK,
            decoration=(),
        ),
        palette=colours,
        ground=ground,
        fillable=fillable,
        colour_map=_colour_map(sheet.override),
        has_unread_picture=sheet.canvas.has_unread_picture,
    )


def _feet(sheet: Sheet, colours: Palette) -> Iterator[tuple[PlaceholderFrame, LayoutPlaceholder]]:
    """Footer and page number, where the layout has them."""
    for kind, placeholder in _FOOT.items():
        slot = sheet.slot(kind)
        if slot is not None:
            yield _placed(sheet, slot, placeholder, _FOOT_SIZES, colours, _FOOT_COLOURS)


def _share_ground(one: Frame, other: Frame) -> bool:
    across = min(one.right, other.right) - max(one.x, other.x)
    return across > 0 and min(one.bottom, other.bottom) > max(one.y, other.y)


def _at_the_top(
    sheet: Sheet, slot: Slot | None, place: PlaceholderFrame, colours: Palette
) -> PlaceholderFrame:
    """The title where titles usually stand, for a layout that leaves no room for a body."""
    margin = sheet.size[0] * MARGIN_SHARE
    height = place.style.size * _PITCH * _TITLE_LINES
    frame = Frame(margin, margin / 2, sheet.size[0] - 2 * margin, height)
    style = place.style
    drawn = (
        colours[style.colour].rgb if slot is None else _drawn_colour(sheet, slot, place, colours)
    )
    if sheet.canvas.legibility(frame, drawn) < _LARGE_TEXT:
        style = replace(style, colour=_most_legible(sheet, frame, colours, _TITLE_COLOURS))
    return replace(place, frame=frame, style=style)


def _most_legible(sheet: Sheet, frame: Frame, colours: Palette, roles: Sequence[Colour]) -> Colour:
    return max(roles, key=lambda role: sheet.canvas.legibility(frame, colours[role].rgb))


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


def _clear_of_figures(sheet: Sheet, frame: Frame, ink: Rgb) -> Frame:
    """A cover title's frame without what is drawn at its side, where enough of it is left."""
    free = sheet.canvas.free(frame, ink, _LARGE_TEXT)
    if free is None or free.height < _NEARLY_ALL * frame.height:
        return frame
    is_narrowed = _LEAST_OF_COVER * frame.width < free.width < _WHOLE * frame.width
    return replace(frame, x=free.x, width=free.width) if is_narrowed else frame


def _region(sheet: Sheet, title: Frame | None) -> Frame:
    foot = [sheet.frame(slot.frame) for slot in sheet.slots("dt", *_FOOT)]
    content = [sheet.frame(slot.room) for slot in sheet.slots(*_CONTENT)]
    return below_title(sheet.size, title, foot, content)


def _body_ink(sheet: Sheet) -> Rgb | None:
    slot = sheet.slot("obj", "body")
    return None if slot is None else sheet.colour(slot)


def _title(
    sheet: Sheet, slot: Slot | None, colours: Palette
) -> tuple[PlaceholderFrame, LayoutPlaceholder]:
    """The title's place, high enough for two lines; a text box of our own where it has none."""
    if slot is None:
        margin = sheet.size[0] * MARGIN_SHARE
        frame = Frame(margin, margin * 0.8, sheet.size[0] - 2 * margin, 62.0)
        style = replace(_style(sheet, None, "+mj-lt", 24.0, Colour.INK), bold=True)
        return PlaceholderFrame(Placeholder.TITLE, frame, style), _orphan(Placeholder.TITLE)
    place, filled = _placed(
        sheet,
        slot,
        Placeholder.TITLE,
        _TITLE_SIZES,
        colours,
        _TITLE_COLOURS,
    )
    frame, style = place.frame, place.style
    most = sheet.size[1] * _HIGHEST_TITLE
    if frame.height > most and place.anchor is not Anchor.BOTTOM:
        frame = replace(frame, height=most)
    place = _with_two_lines(replace(place, frame=frame))
    frame, style = place.frame, place.style
    free = sheet.canvas.free(frame, _drawn_colour(sheet, slot, place, colours), _LARGE_TEXT)
    if (
        free is not None
        and free.height > _NEARLY_ALL * frame.height
        and _MOST * frame.width < free.width < _WHOLE * frame.width
    ):
        frame = replace(frame, x=free.x, width=free.width)
    return replace(place, frame=frame), filled


def _with_two_lines(place: PlaceholderFrame) -> PlaceholderFrame:
    """A title as large as two lines of it have room, in a higher frame where that is too small."""
    frame, lines = place.frame, _TITLE_LINES * _PITCH
    size = max(min(place.style.size, _half(frame.height / lines)), _TITLE_SIZES[0])
    short = size * lines - frame.height
    if short > 0:
        up = {Anchor.TOP: 0.0, Anchor.MIDDLE: 0.5, Anchor.BOTTOM: 1.0}[place.anchor]
        frame = replace(frame, y=max(frame.y - short * up, 4.0), height=size * lines)
    return replace(place, frame=frame, style=replace(place.style, size=size))


def _drawn_colour(sheet: Sheet, slot: Slot, place: PlaceholderFrame, colours: Palette) -> Rgb:
    inherited = place.style.colour is _INHERITED
    return sheet.colour(slot) if inherited else colours[place.style.colour].rgb


def _placed(
    sheet: Sheet,
    slot: Slot,
    placeholder: Placeholder,
    sizes: tuple[float, float],
    colours: Palette,
    roles: Sequence[Colour],
) -> tuple[PlaceholderFrame, LayoutPlaceholder]:
    """A placeholder as layout and writer need it.

    Its own colour is kept where it can be read, else the most legible of ``roles`` is written.
    """
    frame = sheet.frame(slot.room)
    usual = "+mj-lt" if slot.kind.type in TITLES else "+mn-lt"
    size = sheet.points(slot) / sheet.scaling
    needed = _LARGE_TEXT if sizes[0] >= _TITLE_SIZES[0] else READABLE
    own = sheet.colour(slot)
    inherits = sheet.canvas.legibility(frame, own) >= needed
    role = roles[0]
    if not inherits:
        role = _most_legible(sheet, frame, colours, roles)
    style = _style(sheet, slot, usual, min(max(_half(size), sizes[0]), sizes[1]), role)
    kept = replace(style, size=size, pitch=0.0, colour=role if inherits else _WRITTEN)
    kind = slot.kind.attributes
    inherited = PlaceholderFrame(placeholder, frame, kept, slot.anchor)
    place = replace(inherited, frame=_high_enough(frame, style), style=style)
    return place, LayoutPlaceholder(kind, inherited, slot.insets)


def _high_enough(frame: Frame, style: Style) -> Frame:
    """A frame that holds one line at least."""
    short = max(style.line_height - frame.height, 0.0)
    return frame.inset(0, -short / 2, 0, -short / 2) if short else frame


def _style(sheet: Sheet, slot: Slot | None, usual: str, size: float, colour: Colour) -> Style:
    return Style(
        size=size,
        colour=colour,
        bold=slot is not None and slot.run("b") in ("1", "true"),
        pitch=_PITCH,
        typeface=sheet.font(slot, usual).typeface,
        align=Align.LEFT if slot is None else slot.align,
    )


def _orphan(placeholder: Placeholder) -> LayoutPlaceholder:
    """A title on a layout that has none: the slide says all itself, readers still find it."""
    nothing = Style(size=0.0, pitch=0.0, colour=_WRITTEN)
    place = PlaceholderFrame(placeholder, Frame(0.0, 0.0, 0.0, 0.0), nothing)
    return LayoutPlaceholder('type="title"', place)


def _cover_title_frame(sheet: Sheet, slot: Slot | None) -> Frame:
    width, height = sheet.size
    if slot is None:
        margin = width * MARGIN_SHARE
        return Frame(margin, height * 0.3, width - 2 * margin, height * 0.25)
    return sheet.frame(slot.room)


def _kicker(
    sheet: Sheet, title: PlaceholderFrame, body: Frame, colours: Palette
) -> tuple[tuple[PlaceholderFrame, ...], Frame]:
    """The chapter's name above the title where that is free, else at the top of a high body."""
    style = _style(sheet, None, "+mn-lt", 12.0, Colour.ACCENT)
    style = replace(style, bold=True, pitch=1.4)
    accent = colours[Colour.ACCENT].rgb
    above = Frame(title.frame.x, title.frame.y - _KICKER_HEIGHT, title.frame.width, _KICKER_HEIGHT)
    is_near = title.anchor is Anchor.TOP or title.frame.height < 3 * title.style.size
    if is_near and above.y >= _PANEL_PAD:
        free = sheet.canvas.free(above, accent, READABLE)
        if free is not None and free.width > 0.9 * above.width and free.height > 14:
            style = replace(style, align=title.style.align)
            return (PlaceholderFrame(Placeholder.KICKER, above, style),), body
    if body.height < _LEAST_WITH_KICKER:
        return (), body
    below = replace(body, height=_KICKER_HEIGHT)
    down = _KICKER_HEIGHT + _KICKER_GAP
    rest = replace(body, y=body.y + down, height=body.height - down)
    return (PlaceholderFrame(Placeholder.KICKER, below, style),), rest


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


def _colour_map(override: Any) -> str:
    """What slides say of their colours: the master's map, or the layout's own."""
    if override is None:
        return "<a:masterClrMapping/>"
    attributes = " ".join(f'{name}="{value}"' for name, value in override.attrib.items())
    return f"<a:overrideClrMapping {attributes}/>"


def _half(points: float) -> float:
    """Down to half points."""
    return floor(points * 2) / 2
