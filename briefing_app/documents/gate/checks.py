"""The checks that every page passes, and those of a document as a whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from briefing_app.documents.gate.alt_text import undescribed
from briefing_app.documents.gate.breach import Breach
from briefing_app.documents.gate.contrast import pale_texts
from briefing_app.documents.gate.fit import misfits
from briefing_app.documents.gate.glyphs import missing_glyphs
from briefing_app.documents.gate.page_texts import texts_of
from briefing_app.documents.gate.reading_order import disorder
from briefing_app.documents.gate.titles import repeated_titles, title_faults
from briefing_app.documents.gate.wordings import forbidden_mentions, leftovers
from briefing_app.documents.gate.words import Forbidden
from briefing_app.documents.placed import Page
from briefing_app.documents.theme import Theme

PageCheck: TypeAlias = Callable[[int, Page], Iterator[Breach]]

PAGE_CHECKS: tuple[PageCheck, ...] = (
    title_faults,
    misfits,
    disorder,
    undescribed,
    leftovers,
    missing_glyphs,
)
"""Checks that need the page alone, with its number from 1."""


def inspect(pages: Sequence[Page], theme: Theme, forbidden: Forbidden) -> tuple[Breach, ...]:
    """All breaches of a document, page by page."""
    forbidden.look_through(text for page in pages for _, text in texts_of(page))
    found = [
        breach
        for number, page in enumerate(pages, start=1)
        for breach in _page_breaches(number, page, theme, forbidden)
    ]
    found.extend(repeated_titles(pages))
    return tuple(sorted(found, key=lambda breach: breach.page))


def _page_breaches(number: int, page: Page, theme: Theme, forbidden: Forbidden) -> Iterator[Breach]:
    for check in PAGE_CHECKS:
        yield from check(number, page)
    yield from pale_texts(number, page, theme)
    yield from forbidden_mentions(number, page, forbidden)
