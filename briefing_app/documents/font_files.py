"""Font files of others, read with fontTools: what family they are, how wide their signs are."""

from __future__ import annotations

import array
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_app.documents.fonts import NO_GLYPH, Face

if TYPE_CHECKING:  # fontTools takes a fifth of a second to load
    from fontTools.ttLib import TTFont

SUFFIXES = frozenset({".ttf", ".otf", ".ttc", ".otc"})
_COLLECTIONS = frozenset({".ttc", ".otc"})
_FAMILY = 1
_BOLD, _ITALIC = 0x20, 0x01
"""Bits of a font's selection flags (OpenType, OS/2, fsSelection)."""


@dataclass(frozen=True, slots=True)
class FontFile:
    """One font in a file: its number in a collection, its family in every language it names."""

    path: Path
    number: int
    families: frozenset[str]
    is_bold: bool
    is_italic: bool


def fonts_in(path: Path) -> Iterator[FontFile]:
    """The fonts of a file; none where it is damaged. Families are in lower case."""
    from fontTools.ttLib import TTCollection, TTFont, TTLibError

    is_collection = path.suffix.lower() in _COLLECTIONS
    try:
        with path.open("rb") as stream:
            fonts = (
                TTCollection(stream, lazy=True) if is_collection else [TTFont(stream, lazy=True)]
            )
            yield from [_described(font, path, number) for number, font in enumerate(fonts)]
    except (TTLibError, OSError, ValueError, LookupError, AssertionError, struct.error):
        return


def read_face(path: Path, name: str, number: int = 0) -> Face:
    """The widths of a font; ``number`` is its place in a collection."""
    from fontTools.ttLib import TTFont

    with TTFont(path, lazy=True, fontNumber=number) as font:
        advances = font["hmtx"].metrics
        widths = array.array("H", [NO_GLYPH]) * 0x10000
        astral: dict[int, int] = {}
        for code, glyph in font.getBestCmap().items():
            target = widths if code < 0x10000 else astral
            target[code] = advances[glyph][0]
        return Face(
            name=name,
            units_per_em=font["head"].unitsPerEm,
            ascent=font["hhea"].ascent,
            descent=-font["hhea"].descent,
            widths=widths,
            astral_widths=astral,
        )


def _described(font: TTFont, path: Path, number: int) -> FontFile:
    flags = font["OS/2"].fsSelection
    names = (entry for entry in font["name"].names if entry.nameID == _FAMILY)
    return FontFile(
        path=path,
        number=number,
        families=frozenset(str(name.toUnicode(errors="replace")).casefold() for name in names),
        is_bold=bool(flags & _BOLD),
        is_italic=bool(flags & _ITALIC),
    )
