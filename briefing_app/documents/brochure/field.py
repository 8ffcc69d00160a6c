"""Geometric fields on modules, of squares and the theme's motif: the brochure's pictures.

They are decoration and say nothing. Neighbouring tiles differ in lightness, so that a field
keeps its form on a grey printer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefing_app.documents.brochure.grid import MODULE
from briefing_app.documents.flow import Elements
from briefing_app.documents.motif import corner_piece
from briefing_app.documents.placed import Element, Frame, Geometry, Path, Shape
from briefing_app.documents.theme import Colour, Motif

OVERLAP = 0.6
"""Tiles of one colour overlap a little, so that no seam shows between them."""

_CORNERS = {"top left": 0.0, "top right": 0.5, "bottom right": 1.0, "bottom left": 1.5}
"""The corner that a piece's centre lies in, and where it starts, in half turns from the right."""


@dataclass(frozen=True, slots=True)
class Tile:
    """A module: its ``fill``, and a piece of the motif around a ``corner`` where one is named."""

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


def field(motif: Motif, rows: Sequence[str], left: float, top: float) -> Elements:
    """The tiles of ``rows``, one sign a tile, with the top left corner at (left, top)."""
    elements: list[Element] = []
    for down, row in enumerate(rows):
        for right, sign in enumerate(row):
            frame = Frame(left + right * MODULE, top + down * MODULE, MODULE, MODULE)
            elements.extend(_tile(motif, _TILES[sign], frame))
    return tuple(elements)


def ground(frame: Frame, fill: Colour) -> Shape:
    """The flat rectangle on which a field or a text stands."""
    return Shape(frame=frame, geometry=Geometry.RECTANGLE, name="Field", fill=fill)


def _tile(motif: Motif, tile: Tile, frame: Frame) -> Iterator[Element]:
    if tile.fill is not None:
        yield ground(frame.inset(-OVERLAP, -OVERLAP, -OVERLAP, -OVERLAP), tile.fill)
    if tile.corner:
        yield quarter(motif, frame, tile.corner, tile.disc)


def quarter(motif: Motif, frame: Frame, corner: str, fill: Colour) -> Path:
    """A piece of the motif that fills a square, its centre in the named corner."""
    x = frame.right + OVERLAP if "right" in corner else frame.x - OVERLAP
    y = frame.bottom + OVERLAP if "bottom" in corner else frame.y - OVERLAP
    outline = corner_piece(motif, x, y, frame.width + OVERLAP, _CORNERS[corner])
    return Path(polygons=(outline,), frame=frame, name="Field", fill=fill)
