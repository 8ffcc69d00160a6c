"""Pages of placed elements as a PDF: tagged, with outline and links, the same bytes each time.

The files conform to PDF/UA-1 and PDF/A-2a.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from briefing_app.documents.fonts import font_path
from briefing_app.documents.pdf_conformance import conforming
from briefing_app.documents.pdf_fonts import PdfFont
from briefing_app.documents.pdf_page import PagePainter
from briefing_app.documents.pdf_tags import Tagger
from briefing_app.documents.placed import Page
from briefing_app.documents.theme import Theme
from briefing_app.domain.text import Language

_LANGUAGE_TAGS = {Language.ZH: "zh-CN", Language.EN: "en-GB"}


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfFacts:
    """What the file says of itself."""

    title: str
    author: str
    subject: str
    language: Language


def write_pdf(
    pages: Sequence[Page], theme: Theme, facts: PdfFacts, themes: Sequence[Theme] = ()
) -> bytes:
    """The pages as a PDF file. It is a function of its arguments: no clock, no random ids.

    ``themes`` gives each page its own colours, where they differ from page to page.
    """
    stream = io.BytesIO()
    canvas = new_canvas(stream, theme, facts)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    tagger = Tagger(canvas, facts.title)
    for number, page in enumerate(pages):
        canvas.setPageSize((page.width, page.height))
        canvas.addPageLabel(number, prefix=page.label)
        _add_to_outline(canvas, page, f"page{number}")
        tagger.start_page(page)
        PagePainter(canvas, page, themes[number] if themes else theme, tagger).paint()
        canvas.showPage()
    tagger.finish()
    if any(page.level or page.landmarks for page in pages):
        canvas.showOutline()
    canvas.save()
    return conforming(stream.getvalue(), tagger.root, tagger.marked)


def new_canvas(stream: io.BytesIO, theme: Theme, facts: PdfFacts) -> Canvas:
    """An empty canvas that knows the theme's fonts and what the file says of itself."""
    _register_fonts(theme.regular, theme.bold)
    canvas = Canvas(
        stream,
        invariant=1,
        pageCompression=1,
        initialFontName=theme.regular,
        lang=_LANGUAGE_TAGS[facts.language],
    )
    canvas.setTitle(facts.title)
    canvas.setAuthor(facts.author)
    canvas.setSubject(facts.subject)
    canvas.setCreator("briefing-app")
    return canvas


def _add_to_outline(canvas: Canvas, page: Page, key: str) -> None:
    canvas.bookmarkPage(key, fit="XYZ", left=0, top=page.height, zoom=0)
    if page.level:
        canvas.addOutlineEntry(page.title, key, page.level - 1)
    for position, landmark in enumerate(page.landmarks):
        place = f"{key}-{position}"
        canvas.bookmarkPage(place, fit="XYZ", left=0, top=page.height - landmark.y, zoom=0)
        canvas.addOutlineEntry(landmark.title, place, 0)


@lru_cache
def _register_fonts(*names: str) -> None:
    rl_config.useA85 = 0
    for name in names:
        pdfmetrics.registerFont(PdfFont(name, font_path(name)))
