"""Measured text on a PDF page: the very lines and positions that were measured."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from briefing_app.documents.line_breaks import CJK, is_cjk
from briefing_app.documents.placed import Anchor, Frame
from briefing_app.documents.text_fit import (
    SCRIPT_GAP,
    SCRIPTLESS,
    Align,
    Line,
    Measured,
    Style,
    text_width,
)
from briefing_app.documents.theme import Colour, Theme

DESCENT = 0.288
"""How far below the baseline a line's box ends, in em (the fonts' hhea descent)."""

_OWN_WHITE = frozenset(" ，。、；：？！（）《》〈〉「」『』【】“”‘’…—·％")
_RUNS = re.compile(f"[{CJK}][{CJK}{''.join(sorted(SCRIPTLESS))}]*|[^{CJK}]+")
_SHARE_ABOVE = {Anchor.TOP: 0.0, Anchor.MIDDLE: 0.5, Anchor.BOTTOM: 1.0}
_SHARE_BEFORE = {Align.LEFT: 0.0, Align.CENTRE: 0.5, Align.RIGHT: 1.0}


class TextPainter:
    """Paints measured text on one page of a canvas whose y runs up."""

    def __init__(self, canvas: Canvas, page_height: float, theme: Theme) -> None:
        self._canvas = canvas
        self._page_height = page_height
        self._fonts = {False: theme.regular, True: theme.bold}
        self._colours = {colour: Color(*theme.rgb(colour)) for colour in Colour}
        self._font_now: tuple[bool, float] | None = None
        self._colour_now: Colour | None = None

    def paint(self, text: Measured, frame: Frame, anchor: Anchor) -> None:
        """Paint the lines in the frame that they were measured for."""
        pen = self._canvas.beginText()
        self._font_now, self._colour_now = None, None  # each text object starts without a look
        y = frame.y + (frame.height - text.height) * _SHARE_ABOVE[anchor]
        for position, line in enumerate(text.lines):
            style = line.paragraph.style
            y += style.before if line.is_first and position else 0
            y += style.line_height
            self._line(pen, line, frame, self._page_height - (y - DESCENT * style.size))
        self._canvas.drawText(pen)

    def _line(self, pen: PDFTextObject, line: Line, frame: Frame, baseline: float) -> None:
        paragraph, style = line.paragraph, line.paragraph.style
        spare = frame.width - paragraph.indent - line.width
        x = frame.x + paragraph.indent + spare * _SHARE_BEFORE[style.align]
        if paragraph.bullet and line.is_first:
            self._look(pen, style.bold, style.size, style.colour)
            self._run(pen, paragraph.bullet, frame.x, baseline)
        before = ""
        for span in line.spans:
            bold = style.bold if span.bold is None else span.bold
            self._look(pen, bold, style.size, span.colour or style.colour)
            for run in _runs(span.text):
                x += SCRIPT_GAP * style.size if _needs_gap(before, run) else 0.0
                self._run(pen, run, x, baseline)
                x += _run_width(run, bold, style.size)
                before = run

    def _look(self, pen: PDFTextObject, bold: bool, size: float, colour: Colour) -> None:
        if self._font_now != (bold, size):
            pen.setFont(self._fonts[bold], size)
            self._font_now = (bold, size)
        if self._colour_now is not colour:
            pen.setFillColor(self._colours[colour])
            self._colour_now = colour

    def _run(self, pen: PDFTextObject, words: str, x: float, baseline: float) -> None:
        pen.setTextOrigin(x, baseline)
        pen.textOut(words)


def _runs(text: str) -> Iterator[str]:
    """Pieces of one script each, as measuring tells scripts apart."""
    return (match.group() for match in _RUNS.finditer(text))


def _needs_gap(before: str, after: str) -> bool:
    """True between Chinese and Latin; full-width punctuation and spaces bring their own white."""
    if not before or before[-1] in _OWN_WHITE or after[0] in _OWN_WHITE:
        return False
    return is_cjk(before[-1]) != is_cjk(after[0])


@lru_cache(maxsize=4096)
def _run_width(words: str, bold: bool, size: float) -> float:
    return text_width(words, Style(size=size, bold=bold))
