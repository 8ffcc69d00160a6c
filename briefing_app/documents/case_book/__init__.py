"""The case book: an industry's success cases bound together, for anybody to read."""

from __future__ import annotations

from briefing_app.documents.placed import Page
from briefing_app.documents.theme import Motif
from briefing_app.domain.text import Language
from briefing_app.planning.case_book import CaseBook


def case_book_pages(
    book: CaseBook, language: Language, *, motif: Motif = Motif.DISCS
) -> tuple[Page, ...]:
    """The book's A4 pages, an even number, page 1 being the cover (a right page).

    ``motif`` is what the fields are made of.
    """
    from briefing_app.documents.brochure.setting import SettingOf
    from briefing_app.documents.case_book.book import bound

    return bound(SettingOf(book, language, motif=motif))
