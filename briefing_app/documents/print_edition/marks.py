"""Single pages for a printer: bleed, crop marks, and a line that says what they are."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportlab.pdfgen.canvas import Canvas

from briefing_app.documents.pdf_page import PagePainter
from briefing_app.documents.pdf_tags import NoTags
from briefing_app.documents.pdf_writer import PdfFacts, new_canvas
from briefing_app.documents.placed import Element, Frame, Page, Rule, TextBox
from briefing_app.documents.print_edition.bleed import BLEED, MILLIMETRE, with_bleed
from briefing_app.documents.text_fit import Style, measure, paragraph
from briefing_app.documents.theme import Colour, Theme
from briefing_app.wording import wording_in

SLUG = 10 * MILLIMETRE
"""The paper around a page, for bleed and marks."""

_MARK_FROM = BLEED + 0.5 * MILLIMETRE
"""Marks begin beyond the bleed, so that none is left on a page that is cut askew."""
_MARK_TO = SLUG - 1 * MILLIMETRE
_HAIR = 0.25
_INFO_LEFT = 8 * MILLIMETRE
_INFO_TOP = BLEED + 1.6 * MILLIMETRE
_INFO = Style(size=6.5, colour=Colour.INK, pitch=1.2)


def write_with_marks(pages: Sequence[Page], theme: Theme, facts: PdfFacts) -> bytes:
    """The pages with 3 mm bleed and crop marks; TrimBox and BleedBox are set on each."""
    stream = io.BytesIO()
    canvas = new_canvas(stream, theme, facts)
    for number, page in enumerate(pages, start=1):
        canvas.setPageSize((page.width + 2 * SLUG, page.height + 2 * SLUG))
        canvas.addPageLabel(number - 1, prefix=page.label)
        _set_boxes(canvas, page)
        paint_bled(canvas, page, theme, SLUG)
        around = (*_crop_marks(page), _info(page, number, len(pages), facts))
        marks = replace(page, elements=around, background=None)
        canvas.translate(SLUG, SLUG)
        PagePainter(canvas, marks, theme, NoTags()).paint()
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def paint_bled(canvas: Canvas, page: Page, theme: Theme, around: float) -> None:
    """Paint the page with its bleed, cut off there, ``around`` points from left and bottom."""
    canvas.saveState()
    canvas.translate(around, around)
    bounds = canvas.beginPath()
    bounds.rect(-BLEED, -BLEED, page.width + 2 * BLEED, page.height + 2 * BLEED)
    canvas.clipPath(bounds, stroke=0, fill=0)
    PagePainter(canvas, with_bleed(page), theme, NoTags()).paint()
    canvas.restoreState()


def _set_boxes(canvas: Canvas, page: Page) -> None:
    trim = (SLUG, SLUG, SLUG + page.width, SLUG + page.height)
    canvas.setTrimBox(trim)
    canvas.setBleedBox((trim[0] - BLEED, trim[1] - BLEED, trim[2] + BLEED, trim[3] + BLEED))


def _crop_marks(page: Page) -> Iterator[Element]:
    """Two hairlines at each corner, in line with where the knife goes."""
    for x in (0.0, page.width):
        yield _mark(x, -_MARK_TO, x, -_MARK_FROM)
        yield _mark(x, page.height + _MARK_FROM, x, page.height + _MARK_TO)
    for y in (0.0, page.height):
        yield _mark(-_MARK_TO, y, -_MARK_FROM, y)
        yield _mark(page.width + _MARK_FROM, y, page.width + _MARK_TO, y)


def _mark(x1: float, y1: float, x2: float, y2: float) -> Rule:
    return Rule(x1=x1, y1=y1, x2=x2, y2=y2, name="Crop mark", colour=Colour.INK, thickness=_HAIR)


def _info(page: Page, number: int, count: int, facts: PdfFacts) -> TextBox:
    """A line below the page, for whoever stands at the press."""
    words = wording_in(facts.language).phrase(
        "{title} · page {number} of {count} · cut to {width} × {height} mm · bleed {bleed} mm",
        title=facts.title,
        number=number,
        count=count,
        width=round(page.width / MILLIMETRE),
        height=round(page.height / MILLIMETRE),
        bleed=round(BLEED / MILLIMETRE),
    )
    width = page.width - 2 * _INFO_LEFT
    text = measure([paragraph(words, _INFO)], width)
    first = replace(text, lines=text.lines[:1], height=_INFO.line_height)
    frame = Frame(_INFO_LEFT, page.height + _INFO_TOP, width, first.height)
    return TextBox(frame=frame, text=first, name="Page information")
