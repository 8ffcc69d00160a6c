"""The chapters of a case book in their order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from briefing_app.documents.brochure.binding import bound_pages
from briefing_app.documents.brochure.case import case_chapters
from briefing_app.documents.brochure.chapter import Chapter, Numbered, numbered
from briefing_app.documents.brochure.contact import contact_chapter
from briefing_app.documents.brochure.contents import contents
from briefing_app.documents.brochure.cover import cover_sheet
from briefing_app.documents.brochure.divider import divider, statement_sheet
from briefing_app.documents.brochure.setting import SettingOf
from briefing_app.documents.case_book.overview import overview_chapter
from briefing_app.documents.placed import Page
from briefing_app.domain.labels import N_
from briefing_app.planning.case_book import CaseBook

BookSetting: TypeAlias = SettingOf[CaseBook]

_STATEMENT = N_("What your peers achieved with us")


def bound(setting: BookSetting) -> tuple[Page, ...]:
    """All pages of a case book, an even number of them."""
    chapters = _chapters(setting, 1)
    front = (_cover_chapter(setting), _contents_chapter(setting, numbered(chapters, 1)))
    first = 1 + _pages_of(front)
    chapters = _chapters(setting, first)
    if _pages_of((*front, *chapters)) % 2:
        chapters = (*chapters[:-1], _promise(setting), chapters[-1])
    listed = _contents_chapter(setting, numbered(chapters, first))
    return bound_pages(setting, book_title(setting), (front[0], listed, *chapters))


def book_title(setting: BookSetting) -> str:
    """What the book is called in bookmarks and in the file's properties."""
    return setting.wording.phrase(
        "{company}: success cases, {industry}",
        company=setting.text(setting.side.company.display_name),
        industry=setting.text(setting.side.industry.name),
    )


def _chapters(setting: BookSetting, first: int) -> tuple[Chapter, ...]:
    """Overview, cases and contact from page ``first`` on; the overview names pages of cases."""
    cases = tuple(case_chapters(setting))
    length = len(overview_chapter(setting, [0] * len(cases)).sheets)
    pages = [entry.page for entry in numbered(cases, first + length)]
    return (overview_chapter(setting, pages), *cases, contact_chapter(setting))


def _pages_of(chapters: Sequence[Chapter]) -> int:
    return sum(len(chapter.sheets) for chapter in chapters)


def _cover_chapter(setting: BookSetting) -> Chapter:
    phrase, title = setting.wording.phrase, book_title(setting)
    industry = setting.text(setting.side.industry.name)
    sheet = cover_sheet(
        setting,
        kickers=(phrase("Success cases · {industry}", industry=industry), phrase("Success cases")),
        statements=(phrase(_STATEMENT),),
        foot=(phrase("Collected on {day}", day=setting.side.compiled_on),),
    )
    return Chapter(title=title, kind=title, sheets=(sheet,), is_listed=False)


def _contents_chapter(setting: BookSetting, entries: Sequence[Numbered]) -> Chapter:
    """The contents; how many pages they fill does not depend on the numbers in them."""
    title = setting.wording.phrase("Contents")
    return Chapter(title=title, kind=title, sheets=contents(setting, entries), is_listed=False)


def _promise(setting: BookSetting) -> Chapter:
    """A page before the last that makes their number even: what we stand for."""
    phrase, company = setting.wording.phrase, setting.side.company
    name = setting.text(company.display_name) or phrase("About us")
    said = (setting.text(company.vision), setting.text(company.essence), phrase(_STATEMENT))
    sheets = (statement_sheet(setting, name, words) for words in said if words)
    sheet = next((sheet for sheet in sheets if sheet is not None), None)
    if sheet is None:
        return divider(setting, phrase("Contact"), (name,))
    return Chapter(title=name, kind=name, sheets=(sheet,), is_listed=False)
