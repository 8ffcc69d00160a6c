"""Measured text on a PDF page: the very lines and positions that were measured."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from reportlab.lib.rl_accel import escapePDF, fp_str
from reportlab.pdfbase.pdfmetrics import getFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from briefing_app.documents.caches import TEXTS
from briefing_app.documents.contrast import Rgb
from briefing_app.documents.pdf_tags import TextMark
from briefing_app.documents.placed import Anchor, Frame
from briefing_app.documents.text_fit import (
    SCRIPT_GAP,
    Line,
    Measured,
    Paragraph,
    Style,
    text_width,
)
from briefing_app.documents.text_runs import (
    DESCENT,
    SHARE_ABOVE,
    SHARE_BEFORE,
    by_paragraph,
    needs_gap,
    script_runs,
)
from briefing_app.documents.theme import Colour, Theme


class TextPainter:
    """Paints measured text on one page of a canvas whose y runs up."""

    def __init__(self, canvas: Canvas, page_height: float, theme: Theme) -> None:
        self._canvas = canvas
        self._page_height = page_height
        self._theme = theme
        self._fonts = {False: theme.regular, True: theme.bold}
        self._font_now: tuple[bool, float] | None = None
        self._colour_now: Colour | None = None

    def paint(self, text: Measured, frame: Frame, anchor: Anchor, mark: TextMark) -> None:
        """Paint the lines in the frame that they were measured for, paragraph by paragraph."""
        y = frame.y + (frame.height - text.lines_height) * SHARE_ABOVE[anchor]
        for position, lines in enumerate(by_paragraph(text)):
            paragraph, style = lines[0].paragraph, lines[0].paragraph.style
            y += style.before if position else 0
            first = self._baseline(y, style)
            if paragraph.bullet:
                with mark(paragraph, is_label=True):
                    self._bullet(paragraph, frame.x, first)
            if any(line.spans for line in lines):
                with mark(paragraph):
                    self._lines(lines, frame, first)
            y += style.line_height * len(lines)

    def _baseline(self, top: float, style: Style) -> float:
        return self._page_height - (top + style.line_height - DESCENT * style.size)

    def _bullet(self, paragraph: Paragraph, x: float, baseline: float) -> None:
        pen, style = self._pen(), paragraph.style
        self._look(pen, style.bold, style.size, style.colour)
        self._run(pen, paragraph.bullet, x, baseline)
        self._canvas.drawText(pen)

    def _lines(self, lines: Sequence[Line], frame: Frame, first: float) -> None:
        """The lines of a paragraph; a space that ended one is there for who reads it aloud."""
        pen, text, end = self._pen(), lines[0].paragraph.text, 0
        for number, line in enumerate(lines):
            self._line(pen, line, frame, first - number * line.paragraph.style.line_height)
            end += len(line.text)
            if text[end : end + 1] == " ":
                pen.textOut(" ")
                end += len(text[end:]) - len(text[end:].lstrip(" "))
        self._canvas.drawText(pen)

    def _pen(self) -> _Pen:
        """A text object; each starts without a look."""
        self._font_now, self._colour_now = None, None
        return _Pen(self._canvas)

    def _line(self, pen: _Pen, line: Line, frame: Frame, baseline: float) -> None:
        paragraph, style = line.paragraph, line.paragraph.style
        spare = frame.width - paragraph.indent - line.width
        x = frame.x + paragraph.indent + spare * SHARE_BEFORE[style.align]
        before = ""
        for span in line.spans:
            bold = style.bold if span.bold is None else span.bold
            self._look(pen, bold, style.size, span.colour or style.colour)
            for run in script_runs(span.text):
                x += SCRIPT_GAP * style.size if needs_gap(before, run) else 0.0
                self._run(pen, run, x, baseline)
                x += _run_width(run, bold, style.size)
                before = run

    def _look(self, pen: _Pen, bold: bool, size: float, colour: Colour) -> None:
        if self._font_now != (bold, size):
            pen.set_in(self._fonts[bold], size)
            self._font_now = (bold, size)
        if self._colour_now is not colour:
            pen.fill(self._theme.rgb(colour))
            self._colour_now = colour

    def _run(self, pen: _Pen, words: str, x: float, baseline: float) -> None:
        pen.setTextOrigin(x, baseline)
        pen.textOut(words)


class _Pen(PDFTextObject):  # type: ignore[misc]  # reportlab has no types
    """Does not add up how far the text goes, for each run is put where it was measured."""

    _curSubset: int  # noqa: N815 - as reportlab calls it

    def set_in(self, name: str, size: float) -> None:
        """Show text in a font, which is a TTFont, from now on."""
        self.setFont(name, size)
        self._font = getFont(name)
        self._sized = _sized(size, self._leading)

    def textOut(self, text: str) -> None:  # noqa: N802 - as reportlab calls it
        """Show text at the current point."""
        for subset, signs in self._font.splitString(text, self._doc):
            if subset != self._curSubset:
                name = self._font.getSubsetInternalName(subset, self._doc)
                self._code.append(f"{name} {self._sized}")
                self._curSubset = subset
            self._code.append(f"({escapePDF(signs)}) Tj")

    def fill(self, rgb: Rgb) -> None:
        """Show text in a colour without transparency from now on."""
        self._code.append(_fill(rgb))


@lru_cache
def _sized(size: float, leading: float) -> str:
    return f"{fp_str(size)} Tf {fp_str(leading)} TL"


@lru_cache
def _fill(rgb: Rgb) -> str:
    return f"{fp_str(rgb)} rg"


@lru_cache(maxsize=2 * TEXTS)  # in several sizes
def _run_width(words: str, bold: bool, size: float) -> float:
    return text_width(words, Style(size=size, bold=bold))
