"""The chapters of a brochure in their order, with spreads on facing pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing_app.documents.brochure.binding import bound_pages
from briefing_app.documents.brochure.case import case_chapters
from briefing_app.documents.brochure.chapter import Chapter, Numbered, numbered
from briefing_app.documents.brochure.contact import contact_chapter
from briefing_app.documents.brochure.contents import contents
from briefing_app.documents.brochure.cover import brochure_title, cover
from briefing_app.documents.brochure.divider import divider, statement_sheet
from briefing_app.documents.brochure.industry import industry_chapter
from briefing_app.documents.brochure.product import product_chapters
from briefing_app.documents.brochure.setting import Setting
from briefing_app.documents.brochure.trust import service_chapter, trust_chapter
from briefing_app.documents.placed import Page

_FIRST_AFTER_COVER = 2


def bound(setting: Setting) -> tuple[Page, ...]:
    """All pages of a brochure, an even number of them."""
    body = _body(setting)
    first = _FIRST_AFTER_COVER + len(_contents_chapter(setting, numbered(body, 1)).sheets)
    chapters = _with_dividers(setting, body, first)
    front = _contents_chapter(setting, numbered(chapters, first))
    book = (_cover_chapter(setting), front, *chapters)
    return bound_pages(setting, brochure_title(setting), book)


def _cover_chapter(setting: Setting) -> Chapter:
    title = brochure_title(setting)
    return Chapter(title=title, kind=title, sheets=(cover(setting),), is_listed=False)


def _contents_chapter(setting: Setting, entries: Sequence[Numbered]) -> Chapter:
    """The contents; how many pages they fill does not depend on the numbers in them."""
    title = setting.wording.phrase("Contents")
    return Chapter(title=title, kind=title, sheets=contents(setting, entries), is_listed=False)


def _body(setting: Setting) -> tuple[Chapter, ...]:
    """The chapters after the contents in their order."""
    return (
        *industry_chapter(setting),
        *product_chapters(setting),
        *case_chapters(setting),
        *trust_chapter(setting),
        *service_chapter(setting),
        contact_chapter(setting),
    )


def _with_dividers(setting: Setting, body: Sequence[Chapter], first: int) -> tuple[Chapter, ...]:
    """The chapters with pages that bring spreads to the left and the end to an even page.

    ``first`` is the number of the first chapter's first page.
    """
    placed: list[Chapter] = []
    last_spread = max((i for i, one in enumerate(body) if one.opens_left), default=-1)
    for index, chapter in enumerate(body):
        page = first + sum(len(one.sheets) for one in placed)
        rest = sum(len(one.sheets) for one in body[index:])
        ends_odd = index == last_spread + 1 and (page + rest) % 2 == 0
        if ends_odd or (chapter.opens_left and page % 2):
            placed = _one_page_longer(setting, placed, body[index:])
        placed.append(chapter)
    return tuple(placed)


def _one_page_longer(
    setting: Setting, placed: Sequence[Chapter], later: Sequence[Chapter]
) -> list[Chapter]:
    """The chapters with a statement after a product of three pages, else with a divider."""
    if placed and later[0].opens_left and placed[-1].statement:
        last = placed[-1]
        sheet = statement_sheet(setting, last.title, last.statement)
        if sheet is not None:
            return [*placed[:-1], replace(last, sheets=(*last.sheets, sheet))]
    kind = later[0].kind
    names = [chapter.title for chapter in later if chapter.kind == kind]
    return [*placed, divider(setting, kind, names)]
