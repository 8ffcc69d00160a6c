"""Geometric fields of squares and quarter discs on modules: what the brochure has for pictures.

They are decoration and say nothing. Neighbouring tiles differ in lightness, so that a field
keeps its form on a grey printer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from briefing_app.documents.brochure.grid import MODULE
from briefing_app.documents.flow import Elements
from briefing_app.documents.placed import Element, Frame, Geometry, Path, Shape
from briefing_app.documents.theme import Colour

_ARC_STEPS = 24
OVERLAP = 0.6
"""Tiles of one colour overlap a little, so that no seam shows between them."""

_CORNERS = {"top left": 0.0, "top right": 0.5, "bottom right": 1.0, "bottom left": 1.5}
"""The corner that a quarter disc's centre lies in, and the start of its arc in half turns."""


@dataclass(frozen=True, slots=True)
class Tile:
    """A module: its ``fill``, and a quarter disc around a ``corner`` where one is named."""

    fill: Colour | None = None
    corner: str = ""
    disc: Colour = Colour.PAPER


_TILES: Mapping[str, Tile] = {
    ".": Tile(),
    "A": Tile(Colour.ACCENT),
    "I": Tile(Colour.INK),
    "S": Tile(Colour.SUPPORT),
    "W": Tile(Colour.WARM),
    "P": Tile(Colour.PAPER),
    "a": Tile(None, "bottom right", Colour.ACCENT),
    "b": Tile(None, "bottom left", Colour.ACCENT),
    "c": Tile(None, "top left", Colour.ACCENT),
    "d": Tile(None, "top right", Colour.ACCENT),
    "e": Tile(None, "bottom right", Colour.INK),
    "f": Tile(None, "bottom left", Colour.INK),
    "g": Tile(None, "top left", Colour.INK),
    "h": Tile(None, "top right", Colour.INK),
    "i": Tile(None, "bottom right", Colour.SUPPORT),
    "j": Tile(None, "bottom left", Colour.SUPPORT),
    "k": Tile(None, "top left", Colour.SUPPORT),
    "l": Tile(None, "top right", Colour.SUPPORT),
    "m": Tile(None, "bottom right", Colour.WARM),
    "n": Tile(None, "bottom left", Colour.WARM),
    "o": Tile(None, "top left", Colour.WARM),
    "p": Tile(None, "top right", Colour.WARM),
    "q": Tile(None, "bottom right", Colour.PAPER),
    "r": Tile(None, "bottom left", Colour.PAPER),
    "s": Tile(None, "top left", Colour.PAPER),
    "t": Tile(None, "top right", Colour.PAPER),
    "1": Tile(Colour.ACCENT, "bottom right", Colour.INK),
    "2": Tile(Colour.ACCENT, "top left", Colour.SUPPORT),
    "3": Tile(Colour.SUPPORT, "bottom left", Colour.INK),
    "4": Tile(Colour.INK, "top right", Colour.ACCENT),
}
"""Fields are written as rows of these signs."""


def field(rows: Sequence[str], left: float, top: float, module: float = MODULE) -> Elements:
    """The tiles of ``rows``, one sign a tile, with the top left corner at (left, top)."""
    elements: list[Element] = []
    for down, row in enumerate(rows):
        for right, sign in enumerate(row):
            frame = Frame(left + right * module, top + down * module, module, module)
            elements.extend(_tile(_TILES[sign], frame))
    return tuple(elements)


def ground(frame: Frame, fill: Colour) -> Shape:
    """The flat rectangle on which a field or a text stands."""
    return Shape(frame=frame, geometry=Geometry.RECTANGLE, name="Field", fill=fill)


def _tile(tile: Tile, frame: Frame) -> Iterator[Element]:
    if tile.fill is not None:
        yield ground(frame.inset(-OVERLAP, -OVERLAP, -OVERLAP, -OVERLAP), tile.fill)
    if tile.corner:
        yield quarter(frame, tile.corner, tile.disc)


def quarter(frame: Frame, corner: str, fill: Colour) -> Path:
    """A quarter disc that fills a square, its centre in the named corner."""
    start = _CORNERS[corner] * pi
    x = frame.right + OVERLAP if "right" in corner else frame.x - OVERLAP
    y = frame.bottom + OVERLAP if "bottom" in corner else frame.y - OVERLAP
    radius = frame.width + OVERLAP
    turns = (start + pi / 2 * step / _ARC_STEPS for step in range(_ARC_STEPS + 1))
    arc = tuple((x + radius * cos(turn), y + radius * sin(turn)) for turn in turns)
    return Path(polygons=(((x, y), *arc),), frame=frame, name="Field", fill=fill)
