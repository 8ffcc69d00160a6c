"""A layout of the template for the cover and for section breaks: large words upon its artwork."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from briefing_app.documents.deck.corporate.areas import FACTS_HEIGHT, around, facts_on
from briefing_app.documents.deck.corporate.colours import Rgb
from briefing_app.documents.deck.corporate.logo_place import logo_row_on
from briefing_app.documents.deck.corporate.palette import (
    READABLE,
    Palette,
    cover_palette,
    text_tone,
)
from briefing_app.documents.deck.corporate.placeholders import (
    LARGE_TEXT,
    Filling,
    clear_of_figures,
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
from briefing_app.documents.placed import Frame, Geometry, Placeholder, Shape
from briefing_app.documents.theme import Colour

_SIZES = (26.0, 54.0)
_SUBTITLE = Filling(Placeholder.SUBTITLE, (14.0, 24.0), (Colour.PAPER,))
_OWN_SIZE = 36.0
_SUBTITLE_SIZE = 18.0
_SUBTITLE_HEIGHT = 72.0
_LEAST_SHOWN = 0.45
_HIGH_UP, _LIKE_A_BODY = 0.3, 0.35
_LEAST_FACTS = 60.0
_TITLE_FROM, _TITLE_SHARE = 0.22, 0.32
_MOST_BUSY = 0.12
_LEAST_ON_PANEL = 24.0
_GAP = 10.0
_PAD = 14.0


@dataclass(frozen=True, slots=True)
class _Stand:
    """Where the words of a cover stand; without a subtitle there is no placeholder for it."""

    title: Frame
    subtitle: Frame | None
    least_size: float = _SIZES[0]


@dataclass(frozen=True, slots=True)
class _Words:
    """What stands on a cover: placeholders, how slides fill them, the room for facts."""

    places: tuple[PlaceholderFrame, ...]
    fillable: Mapping[Placeholder, LayoutPlaceholder]
    facts: Frame | None = None

    @property
    def frames(self) -> list[Frame]:
        """Where there are words."""
        return [*(place.frame for place in self.places), *([self.facts] if self.facts else [])]


def cover_plan(sheet: Sheet, *, is_cover: bool) -> LayoutPlan:
    """A layout for the cover or for section breaks: title, subtitle, room for facts."""
    slot = sheet.slot(*TITLES)
    subtitle = sheet.slot("subTitle", "body", "obj") if is_cover else None
    stand = _stand(sheet, slot, subtitle)
    ground = sheet.canvas.ground(stand.title)
    text = text_tone(sheet.scheme, ground, None if slot is None else sheet.colour(slot))
    colours = cover_palette(text, ground, sheet.scheme)
    words = _headline(sheet, slot, stand, colours, is_cover=is_cover)
    if is_cover:
        words = _with_small_print(sheet, words, subtitle, stand, colours)
    panel: tuple[Shape, ...] = ()
    if _is_illegible(sheet, [place.frame for place in words.places], text.rgb):
        if is_cover and words.facts is None:
            words = replace(words, facts=_facts_on_panel(sheet, around(words.frames)))
        panel = (_panel(sheet, words.frames),)
    held = [shape.frame for shape in panel] or words.frames
    return LayoutPlan(
        found=sheet.layout,
        layout=SlideLayout(
            placeholders=words.places,
            body=words.facts or Frame(0.0, 0.0, sheet.size[0], 0.0),
            background=Colour.INK,
            decoration=panel,
            logos=logo_row_on(sheet, held, text.rgb) if is_cover else None,
        ),
        palette=colours,
        ground=ground,
        fillable=words.fillable,
        colour_map=sheet.colour_map,
        is_cover=is_cover,
        has_panel=bool(panel),
        has_unread_picture=sheet.canvas.has_unread_picture,
    )


def _headline(
    sheet: Sheet, slot: Slot | None, stand: _Stand, colours: Palette, *, is_cover: bool
) -> _Words:
    title, filled = _title(sheet, slot, stand, colours, is_cover=is_cover)
    return _Words((title,), {Placeholder.TITLE: filled, Placeholder.CENTRED_TITLE: filled})


def _with_small_print(
    sheet: Sheet, words: _Words, subtitle: Slot | None, stand: _Stand, colours: Palette
) -> _Words:
    """Subtitle and facts: in the template's own box, else in text boxes of ours."""
    title = words.places[0]
    facts = _facts(sheet, stand, colours[Colour.PAPER].rgb)
    if subtitle is not None and stand.subtitle is not None:
        frame = stand.subtitle
        if facts is None and frame.height >= _SUBTITLE_HEIGHT + _LEAST_FACTS:
            frame, facts = _shared(frame)
        place, own = placed(sheet, subtitle, _SUBTITLE, colours, frame)
        fillable = {**words.fillable, Placeholder.SUBTITLE: own}
        return _Words((title, _in_line(place, title)), fillable, facts)
    if facts is not None and facts.height > _LEAST_FACTS:
        place, facts = _own_subtitle(sheet, title, facts)
        return _Words((title, place), words.fillable, facts)
    return replace(words, facts=facts)


def _stand(sheet: Sheet, slot: Slot | None, subtitle: Slot | None) -> _Stand:
    """As the first sample slide has it, else as the layout has it, else as covers usually do."""
    if slot is None:
        return _usual_stand(sheet, subtitle)
    below = None if subtitle is None else sheet.frame(subtitle.room)
    stand = _shown_stand(sheet, slot, subtitle, below) or _Stand(sheet.frame(slot.room), below)
    if _is_of_a_body(stand, sheet.size[1]) or _is_busy(sheet, stand.title):
        return _usual_stand(sheet, subtitle)
    if stand.subtitle is not None and stand.subtitle.bottom <= stand.title.y:
        return replace(stand, subtitle=_below(stand.title))  # it is read after the title
    return stand


def _is_busy(sheet: Sheet, frame: Frame) -> bool:
    """True where too many edges run through a frame for words to stand out."""
    return sheet.canvas.busyness(frame) > _MOST_BUSY


def _shown_stand(
    sheet: Sheet, slot: Slot, subtitle: Slot | None, below: Frame | None
) -> _Stand | None:
    """As the sample slide has it; ``None`` for none, and for a title that is narrow."""
    shown, shown_below = sheet.sample.title, sheet.sample.subtitle
    if shown is None or shown.width / sheet.scaling < _LEAST_SHOWN * sheet.size[0]:
        return None
    title = sheet.frame(shown.inset(*slot.insets))
    if subtitle is not None and shown_below is not None:
        return _Stand(title, sheet.frame(shown_below.inset(*subtitle.insets)))
    return _Stand(title, _below(title) if below is not None else None)


def _is_of_a_body(stand: _Stand, height: float) -> bool:
    """True for a title at the top, with a subtitle as high as a body or without one."""
    if stand.title.y + stand.title.height / 2 >= _HIGH_UP * height:
        return False
    return stand.subtitle is None or stand.subtitle.height > _LIKE_A_BODY * height


def _usual_stand(sheet: Sheet, subtitle: Slot | None) -> _Stand:
    """For a layout that was not made for covers: in the middle of the largest calm area."""
    margin, (width, height) = sheet.margin, sheet.size
    whole = Frame(margin, margin, width - 2 * margin, height - 2 * margin)
    ink = text_tone(sheet.scheme, sheet.canvas.ground(whole)).rgb
    free = sheet.canvas.free(whole, ink, READABLE) or whole
    if free.width < _LEAST_SHOWN * width or free.height < _LEAST_SHOWN * height:
        free = whole
    top, tall = free.y + _TITLE_FROM * free.height, _TITLE_SHARE * free.height
    title = Frame(free.x, top, free.width, tall)
    return _Stand(title, None if subtitle is None else _below(title), _OWN_SIZE)


def _below(title: Frame) -> Frame:
    return Frame(title.x, title.bottom + _GAP, title.width, _SUBTITLE_HEIGHT)


def _title(
    sheet: Sheet, slot: Slot | None, stand: _Stand, colours: Palette, *, is_cover: bool
) -> tuple[PlaceholderFrame, LayoutPlaceholder]:
    kind = Placeholder.CENTRED_TITLE if is_cover else Placeholder.TITLE
    if slot is None:
        style = plain_style(sheet, None, TITLE_FONT, _OWN_SIZE, Colour.PAPER)
        return PlaceholderFrame(kind, stand.title, style), orphan(kind)
    filling = Filling(kind, (stand.least_size, _SIZES[1]), (Colour.PAPER,))
    place, filled = placed(sheet, slot, filling, colours, stand.title)
    ink = colours[Colour.PAPER].rgb
    frame = clear_of_figures(sheet, place.frame, ink)
    place = replace(place, frame=frame)
    return (place if is_cover else with_two_lines(place)), filled


def _in_line(subtitle: PlaceholderFrame, title: PlaceholderFrame) -> PlaceholderFrame:
    """A subtitle right below its title is aligned as that is."""
    if abs(subtitle.frame.x - title.frame.x) > _GAP or subtitle.frame.width < title.frame.width:
        return subtitle
    frame = replace(subtitle.frame, x=title.frame.x, width=title.frame.width)
    return replace(subtitle, frame=frame, style=replace(subtitle.style, align=title.style.align))


def _facts(sheet: Sheet, stand: _Stand, ink: Rgb) -> Frame | None:
    taken = [stand.title, *([stand.subtitle] if stand.subtitle else [])]
    return facts_on(sheet.canvas, sheet.size, taken, ink)


def _shared(subtitle: Frame) -> tuple[Frame, Frame]:
    """A high subtitle and, at its foot, the facts that have no other room."""
    facts = min(subtitle.height - _SUBTITLE_HEIGHT, FACTS_HEIGHT)
    upper = replace(subtitle, height=subtitle.height - facts - _GAP)
    return upper, replace(subtitle, y=subtitle.bottom - facts, height=facts)


def _own_subtitle(
    sheet: Sheet, title: PlaceholderFrame, room: Frame
) -> tuple[PlaceholderFrame, Frame]:
    """A text box of our own for the subtitle, and what it leaves for the facts."""
    style = plain_style(sheet, None, BODY_FONT, _SUBTITLE_SIZE, Colour.PAPER)
    style = replace(style, align=title.style.align)
    upper = replace(room, height=room.height / 2)
    lower = replace(upper, y=upper.bottom)
    return PlaceholderFrame(Placeholder.SUBTITLE, upper, style), lower


def _is_illegible(sheet: Sheet, frames: Sequence[Frame], ink: Rgb) -> bool:
    if any(_is_busy(sheet, frame) for frame in frames):
        return True
    return min(sheet.canvas.legibility(frame, ink) for frame in frames) < LARGE_TEXT


def _facts_on_panel(sheet: Sheet, words: Frame) -> Frame | None:
    """The room for facts below words that get a panel anyway."""
    top = words.bottom + _GAP
    height = min(FACTS_HEIGHT, sheet.size[1] - sheet.margin - top)
    return Frame(words.x, top, words.width, height) if height >= _LEAST_ON_PANEL else None


def _panel(sheet: Sheet, words: Sequence[Frame]) -> Shape:
    """A plain panel below words that could not be read on what is painted."""
    held = around(words)
    left, top = max(held.x - _PAD, 0.0), max(held.y - _PAD, 0.0)
    right, bottom = min(held.right + _PAD, sheet.size[0]), min(held.bottom + _PAD, sheet.size[1])
    return Shape(
        frame=Frame(left, top, right - left, bottom - top),
        geometry=Geometry.RECTANGLE,
        name="Ground",
        fill=Colour.INK,
    )
