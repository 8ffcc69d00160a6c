"""Says which text of a rendered page can hardly be told from what it stands on.

The colour of each text is known to the PDF, the ground is what the page shows beside the letters;
a text is judged in pieces, so that a word upon a picture is seen among others that are not.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]
from PIL import Image

from briefing_app.documents.contrast import contrast_of

_SCALE = 2
_PIECE = 3
"""A piece is so many times as wide as the text is high."""

_BESIDE = 1.5
"""Points beside the ink that are looked at as well: a dash fills its own box."""

_GROUND = 0.3
"""Letters fill less of a piece than the rest: so much of it, the least like the ink, is ground."""


def faint_findings(pdf: Path, least: float = 3.0) -> list[str]:
    """Pieces of text with less contrast than ``least`` (WCAG 2.2: 3 for large text)."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return [
            f"page {number}: {fault}"
            for number, page in enumerate(document, 1)
            for fault in _faults(page, least)
        ]


def _faults(page: Any, least: float) -> Iterator[str]:
    height = page.get_height()
    with closing(page), closing(page.render(scale=_SCALE)) as bitmap:
        picture = bitmap.to_pil().convert("RGB")
        for item in page.get_objects((pdfium.FPDF_PAGEOBJ_TEXT,)):
            left, bottom, right, top = item.get_bounds()
            box = (
                left - _BESIDE,
                height - top - _BESIDE,
                right + _BESIDE,
                height - bottom + _BESIDE,
            )
            for piece in _pieces(*(side * _SCALE for side in box), picture.size):
                found = _contrast(picture.crop(piece), _ink(item))
                if found < least:
                    place = tuple(side // _SCALE for side in piece)
                    yield f"text at {place} has a contrast of {found:.1f}"


def _pieces(
    left: float, top: float, right: float, bottom: float, size: tuple[int, int]
) -> Iterator[tuple[int, int, int, int]]:
    wide = max((bottom - top) * _PIECE, 1.0)
    upper, lower = max(int(top), 0), min(round(bottom), size[1])
    while left < right:
        start, end = max(int(left), 0), min(round(min(left + wide, right)), size[0])
        if end - start > 2 and lower - upper > 2:
            yield start, upper, end, lower
        left += wide


def _contrast(piece: Image.Image, ink: tuple[float, float, float]) -> float:
    counted: Any = piece.getcolors(piece.width * piece.height)
    ratios = sorted(
        (contrast_of(ink, (red / 255, green / 255, blue / 255)), count)
        for count, (red, green, blue) in counted
    )
    left = piece.width * piece.height * (1 - _GROUND)
    for ratio, count in ratios:
        left -= count
        if left <= 0:
            return ratio
    return ratios[-1][0]


def _ink(item: Any) -> tuple[float, float, float]:
    parts = [ctypes.c_uint() for _ in range(4)]
    pdfium.FPDFPageObj_GetFillColor(item.raw, *map(ctypes.byref, parts))
    red, green, blue = (part.value / 255 for part in parts[:3])
    return red, green, blue
