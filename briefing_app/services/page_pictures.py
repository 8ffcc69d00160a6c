"""Pages of a PDF as pixels for the screen.

PDFium may be used from one thread at a time; the helper process that makes previews is that one.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing_app.domain.message import say
from briefing_app.services.progress import Progress, silent

if TYPE_CHECKING:  # loads on use
    from pypdfium2 import PdfDocument

_DOCUMENTS_KEPT = 4
_LARGEST = 8_000
"""Pixels across: more than any screen shows, less than memory minds."""


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page, numbered from 1, as rows of pixels: blue, green, red and an unused byte each.

    ``asked`` is the width that was asked for; ``width`` may be off by what was rounded.
    """

    page: int
    asked: int
    width: int
    height: int
    pixels: bytes


def page_picture(pdf: bytes, page: int, width: int, *, progress: Progress = silent) -> PagePicture:
    """A page of a PDF file, ``width`` pixels wide. IndexError for a page that is not there."""
    progress(say("Page {page}", page=page), 1, 1)
    document = _opened(pdf)
    if not 1 <= page <= len(document):
        raise IndexError(f"page {page} of {len(document)}")
    shown = document[page - 1]
    scale = min(width, _LARGEST) / shown.get_width()
    picture = shown.render(scale=scale, prefer_bgrx=True)
    return PagePicture(page, width, picture.width, picture.height, bytes(picture.buffer))


@lru_cache(maxsize=_DOCUMENTS_KEPT)
def _opened(pdf: bytes) -> PdfDocument:
    """A file that is looked at page by page is opened once."""
    from pypdfium2 import PdfDocument

    return PdfDocument(pdf)
