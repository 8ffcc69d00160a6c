"""Advance widths and coverage of the document fonts.

Reading a Noto font with fontTools takes a third of a second; the widths that measuring
needs are kept beside each font file in a table that loads in a millisecond.
"""

from __future__ import annotations

import array
import json
import sys
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import Protocol

from briefing_app.paths import assets_folder

NO_GLYPH = 0xFFFF
_BMP = 0x10000


class Widths(Protocol):
    """What measuring asks of a font."""

    def has(self, character: str) -> bool:
        """True when there is a glyph for the character."""

    def advance(self, character: str) -> float:
        """The width of a character in em."""


@dataclass(frozen=True, slots=True)
class Face:
    """A font's advance widths by code point, in units of which ``units_per_em`` make one em."""

    name: str
    units_per_em: int
    ascent: int
    descent: int
    widths: array.array[int]
    astral_widths: Mapping[int, int]

    def has(self, character: str) -> bool:
        """True when the font has a glyph for the character."""
        return self._units(ord(character)) != NO_GLYPH

    def advance(self, character: str) -> float:
        """The width of a character in em; a missing one counts as one em."""
        units = self._units(ord(character))
        return 1.0 if units == NO_GLYPH else units / self.units_per_em

    def _units(self, code_point: int) -> int:
        if code_point < _BMP:
            return self.widths[code_point]
        return self.astral_widths.get(code_point, NO_GLYPH)


def font_path(name: str) -> Path:
    """Where the font file of that name lies."""
    return assets_folder() / "fonts" / f"{name}.ttf"


@lru_cache
def load_face(name: str) -> Face:
    """The widths of the font ``name``, from ``assets/fonts/<name>.widths``."""
    return unpacked(name, font_path(name).with_suffix(".widths").read_bytes())


@dataclass(frozen=True, slots=True, eq=False)
class Typeface:
    """What text is set in: the widths of a regular and of a bold font, read on use.

    Two typefaces are the same only when they are one object, so that measuring can remember
    by them.
    """

    name: str
    regular: Callable[[], Widths]
    bold: Callable[[], Widths]

    def face(self, *, bold: bool) -> Widths:
        """The widths of one of the two."""
        return self.bold() if bold else self.regular()


DOCUMENT_TYPEFACE = Typeface(
    "Noto Sans SC",
    partial(load_face, "NotoSansSC-Regular"),
    partial(load_face, "NotoSansSC-Bold"),
)
"""The document font: all documents are set in it but decks on a template of others."""


def packed(face: Face) -> bytes:
    """A face as the bytes of a ``.widths`` file: one line of JSON, then the widths, deflated."""
    head = {
        "units_per_em": face.units_per_em,
        "ascent": face.ascent,
        "descent": face.descent,
        "astral_widths": {str(code): width for code, width in face.astral_widths.items()},
    }
    line = json.dumps(head, separators=(",", ":")).encode() + b"\n"
    return zlib.compress(line + _little_endian(face.widths).tobytes(), 9)


def unpacked(name: str, data: bytes) -> Face:
    """The face that `packed` wrote."""
    line, _, body = zlib.decompress(data).partition(b"\n")
    head = json.loads(line)
    widths = array.array("H", body)
    return Face(
        name=name,
        units_per_em=head["units_per_em"],
        ascent=head["ascent"],
        descent=head["descent"],
        widths=_little_endian(widths),
        astral_widths={int(code): width for code, width in head["astral_widths"].items()},
    )


def _little_endian(widths: array.array[int]) -> array.array[int]:
    if sys.byteorder == "little":
        return widths
    swapped = array.array("H", widths)
    swapped.byteswap()
    return swapped
