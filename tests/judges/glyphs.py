"""Where each visible character of a rendered page stands, in points from its top left corner."""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

_LINE_END_HYPHENS = {0, 2, 0xFFFE}  # what PDFium reports for a hyphen that ends a line


@dataclass(frozen=True)
class Box:
    """A rectangle in points; y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def beyond(self, outer: Box) -> float:
        """By how many points this box sticks out of ``outer``; 0 when it lies inside."""
        return max(
            0.0,
            outer.left - self.left,
            outer.top - self.top,
            self.right - outer.right,
            self.bottom - outer.bottom,
        )

    def common(self, other: Box) -> float:
        """The smaller side, in points, of what two boxes share; 0 when they are apart."""
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(0.0, min(width, height))


@dataclass(frozen=True)
class Glyph:
    """A character and the box of its ink."""

    text: str
    box: Box


@dataclass(frozen=True)
class Page:
    """A page with its glyphs in the order they were drawn."""

    box: Box
    glyphs: tuple[Glyph, ...]


def spelled(text: str) -> str:
    """The characters of a text as glyphs spell them: no spaces or capitals, one form of each."""
    plain = unicodedata.normalize("NFKC", text).translate({0xAD: "-", 0x2010: "-", 0x2011: "-"})
    signs = (sign for sign in plain if not sign.isspace() and sign.isprintable())
    return "".join(signs).lower()  # a run may be set in capitals


def pages_of(pdf: Path) -> list[Page]:
    """The pages of a PDF with the boxes of their visible characters."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return [_page(page) for page in document]


def _page(page: Any) -> Page:
    with closing(page), closing(page.get_textpage()) as text:
        width, height = page.get_size()
        return Page(Box(0, 0, width, height), tuple(_glyphs(page, text, height)))


def _glyphs(page: Any, text: Any, height: float) -> Iterator[Glyph]:
    sides = [ctypes.c_double() for _ in range(4)]
    for index in _drawing_order(page, text):
        code = pdfium.FPDFText_GetUnicode(text, index)
        spelling = "-" if code in _LINE_END_HYPHENS else spelled(chr(code))
        if not spelling or not pdfium.FPDFText_GetCharBox(text, index, *map(ctypes.byref, sides)):
            continue
        left, right, bottom, top = (side.value for side in sides)
        box = Box(left, height - top, right, height - bottom)
        yield from (Glyph(sign, box) for sign in spelling)


def _drawing_order(page: Any, text: Any) -> list[int]:
    """The indexes of the characters as they were drawn.

    PDFium sorts what stands on one line from left to right, across neighbouring boxes.
    """
    place = {_address(item.raw): number for number, item in enumerate(page.get_objects())}
    drawn = [
        index
        for index in range(text.count_chars())
        if pdfium.FPDFText_IsGenerated(text, index) != 1
    ]
    return sorted(drawn, key=lambda index: place[_address(_object_of(text, index))])


def _object_of(text: Any, index: int) -> Any:
    return pdfium.FPDFText_GetTextObject(text, index)


def _address(item: Any) -> int:
    return ctypes.cast(item, ctypes.c_void_p).value or 0
