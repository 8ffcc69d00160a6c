"""What a slide says, before anybody asks where it stands, and what a laid-out deck is."""

from __future__ import annotations

from dataclasses import dataclass

from briefing_app.documents.deck.block import Block
from briefing_app.documents.deck.grid import LayoutName
from briefing_app.documents.placed import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    """A slide: its message, its chapter, its body.

    ``titles`` say the same at decreasing length; the first that fits two lines is used, and
    the last is a fixed phrase that always does. ``subtitle`` is for the cover alone. ``names``
    are those that no line of a title should break.
    """

    key: str
    kicker: str
    titles: tuple[str, ...]
    layout: LayoutName
    body: Block
    subtitle: str = ""
    names: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A slide by its number from 1, the key of the planned slide it belongs to, its title.

    Slides that came of one planned slide share its key; a section break has a key of its own.
    """

    number: int
    key: str
    title: str


@dataclass(frozen=True, slots=True)
class DeckPages:
    """A deck's slides, placed and measured, and what they are called."""

    pages: tuple[Page, ...]
    outline: tuple[OutlineEntry, ...]
