"""What a slide's layout must know of its master: the slide's size, and where each layout has room.

`own_master` is ours; one read off a corporate template has the same shape.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from briefing_app.documents.deck import grid
from briefing_app.documents.deck.grid import LayoutName, PlaceholderFrame
from briefing_app.documents.fonts import DOCUMENT_TYPEFACE, Typeface
from briefing_app.documents.placed import Element, Frame, Placeholder
from briefing_app.documents.theme import Colour, Lines, Motif


@dataclass(frozen=True, slots=True, kw_only=True)
class LogoRow:
    """Where a cover has room for logos, and on what ground.

    Without ``has_plates`` a logo stands there only in the variant that was made for the ground.
    A template brings the company's own logo: then ``is_for_client`` alone.
    """

    frame: Frame
    is_dark: bool = True
    is_at_right: bool = False
    has_plates: bool = True
    is_for_client: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SlideLayout:
    """One layout: its placeholders in reading order, the room for a slide's body.

    ``background`` and ``decoration`` are drawn by the layout and repeated in the preview;
    ``None`` is white. On a cover the body is the room for the meeting's facts.
    """

    placeholders: tuple[PlaceholderFrame, ...]
    body: Frame
    background: Colour | None
    decoration: tuple[Element, ...]
    logos: LogoRow | None = None

    def place(self, *wanted: Placeholder) -> PlaceholderFrame | None:
        """The first of the wanted placeholders that the layout has."""
        known = {place.placeholder: place for place in self.placeholders}
        return next((known[each] for each in wanted if each in known), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Master:
    """A slide's size in points, and its layouts: one for every name.

    ``typeface`` is what bodies are measured in; placeholders' styles have their own. ``lines``
    say how bodies draw their panels and rules.
    """

    width: float
    height: float
    layouts: Mapping[LayoutName, SlideLayout]
    typeface: Typeface = DOCUMENT_TYPEFACE
    lines: Lines = Lines()


def _own_layout(name: LayoutName, motif: Motif) -> SlideLayout:
    background, decoration = grid.layout_decoration(name, motif)
    return SlideLayout(
        placeholders=grid.placeholders(name),
        body=grid.COVER_FACTS if name is LayoutName.COVER else grid.CONTENT,
        background=background,
        decoration=decoration,
        logos=LogoRow(frame=grid.COVER_LOGOS) if name is LayoutName.COVER else None,
    )


_PLAIN = Lines()


@lru_cache
def own_master(motif: Motif, lines: Lines = _PLAIN) -> Master:
    """The program's own master, 13.333 x 7.5 inches, with fields made of ``motif``."""
    return Master(
        width=grid.SLIDE_WIDTH,
        height=grid.SLIDE_HEIGHT,
        layouts=MappingProxyType({name: _own_layout(name, motif) for name in LayoutName}),
        lines=lines,
    )


OWN_MASTER = own_master(Motif.DISCS)
"""Our master in the usual theme."""
