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
        glyphs = tuple(_glyphs(text.raw, text.count_chars(), height))
        return Page(Box(0, 0, width, height), glyphs)


def _glyphs(text: Any, count: int, height: float) -> Iterator[Glyph]:
    sides = [ctypes.c_double() for _ in range(4)]
    for index in range(count):
        if pdfium.FPDFText_IsGenerated(text, index) == 1:
            continue
        code = pdfium.FPDFText_GetUnicode(text, index)
        spelling = "-" if code in _LINE_END_HYPHENS else spelled(chr(code))
        if not spelling or not pdfium.FPDFText_GetCharBox(text, index, *map(ctypes.byref, sides)):
            continue
        left, right, bottom, top = (side.value for side in sides)
        box = Box(left, height - top, right, height - bottom)
        yield from (Glyph(sign, box) for sign in spelling)
