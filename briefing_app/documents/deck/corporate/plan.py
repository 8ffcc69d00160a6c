"""A role as it is played on the template: what layout, writer and users are told of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from briefing_app.documents.deck.corporate.colours import Rgb, distance
from briefing_app.documents.deck.corporate.palette import Palette
from briefing_app.documents.deck.corporate.roles import FoundLayout
from briefing_app.documents.deck.master import SlideLayout
from briefing_app.documents.deck.template import LayoutPlaceholder
from briefing_app.documents.placed import Placeholder, Shape


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
    is_cover: bool = False
    has_panel: bool = False
    has_unread_picture: bool = False

    def is_apart(self, other: LayoutPlan, most: float) -> bool:
        """True when the two stand on grounds that differ by more than ``most``."""
        return distance(self.ground, other.ground) > most
