"""The filled shapes of a rendered page: their colours and where they stand."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from tests.judges.glyphs import Box


@dataclass(frozen=True)
class Fill:
    """A filled path: red, green and blue from 0 to 255, and the box around it."""

    colour: tuple[int, int, int]
    box: Box


def fills_of(pdf: Path) -> list[tuple[Fill, ...]]:
    """The filled shapes of each page, in the order they were drawn."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return [tuple(_fills(page)) for page in document]


def _fills(page: Any) -> Iterator[Fill]:
    with closing(page):
        height = page.get_height()
        for item in page.get_objects([pdfium.FPDF_PAGEOBJ_PATH]):
            if _is_filled(item):
                left, bottom, right, top = item.get_bounds()
                yield Fill(_colour(item), Box(left, height - top, right, height - bottom))


def _is_filled(item: Any) -> bool:
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item.raw, ctypes.byref(mode), ctypes.byref(stroke))
    return mode.value != pdfium.FPDF_FILLMODE_NONE


def _colour(item: Any) -> tuple[int, int, int]:
    parts = [ctypes.c_uint() for _ in range(4)]
    pdfium.FPDFPageObj_GetFillColor(item.raw, *map(ctypes.byref, parts))
    red, green, blue, _ = (part.value for part in parts)
    return red, green, blue
