"""The checks that every page passes, and those of a document as a whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias

from briefing_app.documents.gate.alt_text import undescribed
from briefing_app.documents.gate.breach import Breach
from briefing_app.documents.gate.contrast import pale_texts
from briefing_app.documents.gate.fit import misfits
from briefing_app.documents.gate.glyphs import missing_glyphs
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
    return in_order((*page_breaches(pages, theme), *forbidden_mentions(pages, forbidden)))


def page_breaches(pages: Sequence[Page], theme: Theme) -> Iterator[Breach]:
    """The breaches of a document, whoever reads it."""
    for number, page in enumerate(pages, start=1):
        for check in PAGE_CHECKS:
            yield from check(number, page)
        yield from pale_texts(number, page, theme)
    yield from repeated_titles(pages)


def in_order(breaches: Iterable[Breach]) -> tuple[Breach, ...]:
    """Page by page."""
    return tuple(sorted(breaches, key=lambda breach: breach.page))
