"""The document fonts as PDFs embed them, read in one go.

reportlab reads the width and the place of each of 30,000 glyphs by itself, a tenth of a second a
font, and copies all outlines, ten megabytes, for every 255 characters that it embeds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from mmap import ACCESS_READ, mmap
from pathlib import Path
from struct import unpack_from
from typing import Any
from weakref import WeakKeyDictionary

from reportlab.pdfbase.ttfonts import TTEncoding, TTFError, TTFont, TTFontFace

_SPACE, _NO_BREAK_SPACE = 0x20, 0xA0
_ALL_OF_UNICODE = 3, 10
"""The platform and the encoding of a character map (OpenType, cmap)."""
_SEGMENTED = 12
"""The format of such a map: ranges of characters whose glyphs follow each other."""


class PdfFont(TTFont):  # type: ignore[misc]  # reportlab has no types
    """A font file under the name by which a canvas sets it.

    Raises TTFError for a file that is laid out otherwise than our fonts are.
    """

    def __init__(self, name: str, path: Path) -> None:  # not reportlab's, which reads slowly
        self.fontName = name
        self.face = _Face(path)
        self.encoding = TTEncoding()
        self.state: WeakKeyDictionary[Any, Any] = WeakKeyDictionary()
        self._asciiReadable = 0
        self.shapable = False


class _Face(TTFontFace):  # type: ignore[misc]
    """Facts about all glyphs of a font, whose file stays on disk but for what is embedded."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._ttf_data = mmap(file.fileno(), 0, access=ACCESS_READ)
        self.filename = str(path)
        super().__init__(self.filename)

    def extractInfo(self, charInfo: int = 1) -> None:  # noqa: N802, N803, ARG002 - as reportlab calls it
        """The font's facts by reportlab, and from the same tables those about its glyphs."""
        super().extractInfo(charInfo=0)
        self.charToGlyph = dict(self._glyphs())
        self.charToGlyph[_NO_BREAK_SPACE] = self.charToGlyph[_SPACE]
        metrics = self._numbers("hmtx", "H")
        self.hmetrics = list(zip(metrics[::2], metrics[1::2], strict=True))
        if len(self.hmetrics) != self.numGlyphs:
            raise TTFError(f"{self.filename} states some widths for several glyphs")
        widths = [self._pdfScale(width) for width in metrics[::2]]
        self.charWidths = {sign: widths[glyph] for sign, glyph in self.charToGlyph.items()}
        self.defaultWidth = widths[0]
        self.glyphPos = list(self._numbers("loca", "L"))
        if len(self.glyphPos) != self.numGlyphs + 1:
            raise TTFError(f"{self.filename} states the places of glyphs in short")

    def get_table(self, tag: str) -> bytes | _Outlines:
        """A table; of the outlines, which are nearly the whole file, what is asked for of it."""
        if tag == "glyf":
            return _Outlines(self._ttf_data, self.get_table_pos(tag)[0])
        return bytes(super().get_table(tag))

    def _glyphs(self) -> Iterator[tuple[int, int]]:
        """The characters with their glyphs."""
        start = self._character_map()
        (ranges,) = unpack_from(">L", self._ttf_data, start + 12)
        numbers = unpack_from(f">{3 * ranges}L", self._ttf_data, start + 16)
        for first, last, glyph in zip(*[iter(numbers)] * 3, strict=True):
            yield from zip(
                range(first, last + 1), range(glyph, glyph + last + 1 - first), strict=True
            )

    def _character_map(self) -> int:
        start: int = self.get_table_pos("cmap")[0]
        (maps,) = unpack_from(">H", self._ttf_data, start + 2)
        for number in range(maps):
            platform, encoding, offset = unpack_from(">HHL", self._ttf_data, start + 4 + 8 * number)
            (form,) = unpack_from(">H", self._ttf_data, start + offset)
            if (platform, encoding, form) == (*_ALL_OF_UNICODE, _SEGMENTED):
                return start + int(offset)
        raise TTFError(f"{self.filename} has no map of all characters")

    def _numbers(self, tag: str, kind: str) -> tuple[int, ...]:
        """The table as big-endian numbers of one kind."""
        start, length = self.get_table_pos(tag)
        size = {"H": 2, "L": 4}[kind]
        return unpack_from(f">{length // size}{kind}", self._ttf_data, start)


@dataclass(frozen=True, slots=True)
class _Outlines:
    """The table of outlines in a font file, from which slices are taken."""

    file: mmap
    start: int

    def __getitem__(self, place: slice) -> bytes:
        return self.file[self.start + place.start : self.start + place.stop]
