"""One layout of the template on a slide of our own size: its placeholders, colours and fonts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from briefing_app.documents.deck.corporate.canvas import Canvas
from briefing_app.documents.deck.corporate.colours import Rgb, Scheme, resolved
from briefing_app.documents.deck.corporate.roles import FoundLayout
from briefing_app.documents.deck.corporate.samples import Sample
from briefing_app.documents.deck.corporate.shapes import Slot
from briefing_app.documents.deck.corporate.typefaces import FontChoice, font_choice
from briefing_app.documents.placed import Frame

TITLE_FONT, BODY_FONT = "+mj-lt", "+mn-lt"
"""What XML calls the theme's fonts."""

_LEAST_WIDTH, _LEAST_HEIGHT = 24.0, 6.0
_MARGIN_SHARE = 0.05


@dataclass(frozen=True)
class Sheet:
    """A layout of the template and all that is needed to plan it; ``size`` is our slide's.

    ``sample`` is a sample slide that shows how it is meant to be filled; ``drawn`` are the shapes
    that layout and master draw.
    """

    layout: FoundLayout
    scheme: Scheme
    override: Any
    canvas: Canvas
    size: tuple[float, float]
    scaling: float
    fonts: Mapping[str, FontChoice]
    sample: Sample
    drawn: Sequence[Any] = ()

    @property
    def margin(self) -> float:
        """What stays free at the slide's edges where the template says nothing."""
        return self.size[0] * _MARGIN_SHARE

    def frame(self, frame: Frame) -> Frame:
        """A frame of the file on our slide; what sticks out of the slide is cut off."""
        k, (width, height) = self.scaling, self.size
        x, y = max(frame.x / k, 0.0), max(frame.y / k, 0.0)
        return Frame(x, y, min(frame.right / k, width) - x, min(frame.bottom / k, height) - y)

    def off_the_edge(self, frame: Frame) -> Frame:
        """A frame of text less what of it lies at the very edge of the slide."""
        least = self.margin / 2
        left = max(least - frame.x, 0.0)
        right = max(frame.right - (self.size[0] - least), 0.0)
        return frame.inset(left, 0, right, 0) if left + right < frame.width / 2 else frame

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

    def wished_points(self, slot: Slot) -> float:
        """The same, or the size of its prompt where nothing is inherited."""
        shown = "" if slot.run("sz") else slot.prompt("sz")
        return int(shown) / 100 if shown.isdigit() else self.points(slot)

    @property
    def numbers_itself(self) -> bool:
        """True where the template draws page numbers in shapes that are no placeholders."""
        return any(shape.find(".//{*}fld[@type='slidenum']") is not None for shape in self.drawn)

    @property
    def colour_map(self) -> str:
        """What slides say of their colours: the master's map, or the layout's own."""
        if self.override is None:
            return "<a:masterClrMapping/>"
        attributes = " ".join(f'{name}="{value}"' for name, value in self.override.attrib.items())
        return f"<a:overrideClrMapping {attributes}/>"
