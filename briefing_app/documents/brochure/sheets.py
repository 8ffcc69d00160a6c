"""Sheets: pages of a brochure before they know their number.

A chapter fills as many sheets as it needs. A sheet that would stay half empty lets the field
at its top grow and puts some more white between its sections.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from briefing_app.documents.brochure.field import OVERLAP, field, ground
from briefing_app.documents.brochure.grid import (
    BELOW_HERO,
    MARGIN,
    MODULE,
    PAGE_WIDTH,
    TEXT_WIDTH,
    text_frame,
)
from briefing_app.documents.brochure.setting import SettingOf, Told
from briefing_app.documents.flow import Block, Elements, Item, Stack, pour, stacked, words
from briefing_app.documents.placed import Anchor, Element, Frame, Tag, TextBox
from briefing_app.documents.text_fit import Style, fit, measure, paragraph
from briefing_app.documents.theme import Colour, Motif

LEAST_ROWS = 2
_HERO_PAD = 26.0
_KICKER_Y = 34.0
_KICKER_LINES = 2
"""A longer kicker, such as an endless company name, would run into the title."""
_TITLE_TOP = 68.0
_TITLE_MODULES = 4
_SMALLEST_TITLE = 0.5
_MORE_WHITE = 20.0
_LEAST_WHITE = 0.55
"""How far the white between sections may shrink, as a share of what it would be."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page without its number. ``has_head`` says that a running head stands at its top."""

    elements: Elements
    has_head: bool = True
    background: Colour | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hero:
    """The field at the top of a page with a title on it.

    ``rows`` are written as for `field`, two tiles a row, for as many rows as it may grow to.
    """

    kicker: str
    title: str
    kicker_style: Style
    title_style: Style
    fill: Colour
    rows: tuple[str, ...]
    motif: Motif

    @property
    def most_rows(self) -> int:
        """How many modules high it may become."""
        return len(self.rows)

    def drawn(self, rows: int) -> Elements:
        """The field ``rows`` modules high, with as much of its text as fits."""
        frame = Frame(0, 0, PAGE_WIDTH, rows * MODULE + OVERLAP)
        tiles = field(self.motif, self.rows[:rows], _TITLE_MODULES * MODULE, 0)
        return (ground(frame, self.fill), *tiles, *self._texts(frame))

    def holds_title(self) -> bool:
        """False for a title so long that it must stand below the field."""
        return self._title_in(Frame(0, 0, PAGE_WIDTH, LEAST_ROWS * MODULE)) is not None

    def _texts(self, frame: Frame) -> Iterator[Element]:
        kicker = measure([paragraph(self.kicker, self.kicker_style)], _title_width())
        if self.kicker and len(kicker.lines) <= _KICKER_LINES:
            place = Frame(MARGIN, _KICKER_Y, _title_width(), kicker.height)
            yield TextBox(frame=place, text=kicker, name="Kicker")
        title = self._title_in(frame)
        if title is not None:
            yield title

    def _title_in(self, frame: Frame) -> TextBox | None:
        room = frame.inset(MARGIN, _TITLE_TOP, PAGE_WIDTH - MARGIN - _title_width(), _HERO_PAD)
        text = fit(
            [paragraph(self.title, self.title_style)],
            room.width,
            room.height,
            smallest=_SMALLEST_TITLE,
        )
        if text is None:
            return None
        return TextBox(frame=room, text=text, name="Title", tag=Tag.TITLE, anchor=Anchor.BOTTOM)


def _title_width() -> float:
    return _TITLE_MODULES * MODULE - MARGIN - 20


def plain_sheets(items: Sequence[Item]) -> tuple[Sheet, ...]:
    """Sections on pages without a field."""
    frame = text_frame()
    loose = with_fitting_white(items, frame.height)
    return tuple(Sheet(elements) for elements in pour(Stack(loose), _frames(frame)))


def hero_sheets(hero: Hero, items: Sequence[Item]) -> tuple[Sheet, ...]:
    """Sections below a field that is as high as they let it be."""
    below = items if hero.holds_title() else (title_item(hero), *items)
    rows = hero_rows(hero, Stack(tuple(below)).height)
    frame = text_frame(rows * MODULE + BELOW_HERO)
    loose = with_fitting_white(below, frame.height)
    first, *others = pour(Stack(loose), _frames(frame)) or ((),)
    opening = Sheet((*hero.drawn(rows), *first), has_head=False)
    return (opening, *(Sheet(elements) for elements in others))


def hero_rows(hero: Hero, text_height: float) -> int:
    """How many modules the field may take above text of that height."""
    room = text_frame(BELOW_HERO).height - text_height
    return max(LEAST_ROWS, min(int(room // MODULE), hero.most_rows))


def title_item(hero: Hero) -> Item:
    """A title that is too long for its field, set below it."""
    style = replace(hero.title_style, size=hero.title_style.size / 2, colour=Colour.INK)
    text = words([paragraph(hero.title, style)], TEXT_WIDTH, "Title", tag=Tag.TITLE)
    return Item(text, leads=True)


def with_fitting_white(items: Sequence[Item], room: float) -> tuple[Item, ...]:
    """The items with more white between them, or with less where that makes them fit."""
    white = sum(item.gap for item in items[1:])
    if not white:
        return tuple(items)
    spare = room - Stack(tuple(items)).height
    if spare >= 0:
        more = min(spare / (len(items) - 1), _MORE_WHITE)
        return tuple(replace(item, gap=item.gap + more) for item in items)
    scale = (white + spare) / white
    if scale < _LEAST_WHITE:
        return tuple(items)
    return tuple(replace(item, gap=item.gap * scale) for item in items)


def fewest(
    setting: SettingOf[Told], wanted: int, make: Callable[[SettingOf[Told]], tuple[Sheet, ...]]
) -> tuple[Sheet, ...]:
    """The sheets at full size; with smaller text where that saves one beyond ``wanted``."""
    usual = make(setting)
    if len(usual) <= wanted:
        return usual
    return min(usual, make(setting.smaller), key=len)


def least_height(items: Sequence[Item]) -> float:
    """How high the items stand with as little white between them as may be."""
    white = sum(item.gap for item in items[1:])
    return Stack(tuple(items)).height - white * (1 - _LEAST_WHITE)


def section(heading: Block | None, *content: Block | None, gap: float = 11.0) -> Stack | None:
    """A heading and what stands below it; ``None`` without content."""
    body = stacked(*content, gap=gap)
    if not body.items:
        return None
    if heading is None:
        return body
    first, *others = body.items
    return Stack((Item(heading, leads=True), first, *others))


def _frames(first: Frame) -> Iterator[Frame]:
    yield first
    while True:
        yield text_frame()
