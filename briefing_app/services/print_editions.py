"""Editions of a document for a printer, beside the one to read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from briefing_app.domain.labels import N_, Labelled

if TYPE_CHECKING:  # document engines load on use
    from briefing_app.documents.pdf_writer import PdfFacts
    from briefing_app.documents.placed import Page
    from briefing_app.documents.theme import Theme


class PrintEdition(Labelled):
    """How a document goes to a printer."""

    MARKS = "marks", N_("A4 with bleed and crop marks")
    BOOKLET = "booklet", N_("A3 booklet to fold and staple")


def editions(
    names: Mapping[PrintEdition | None, str],
    wished: Iterable[PrintEdition],
    pages: Sequence[Page],
    theme: Theme,
    facts: PdfFacts,
) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """The edition to read, then those that are wished for: each one's name and how to write it.

    ``names`` are message ids, that of the edition to read under ``None``.
    """
    from briefing_app.documents.pdf_writer import write_pdf

    yield names[None], partial(write_pdf, pages, theme, facts)
    for edition in wished:
        yield names[edition], partial(_printed, edition, pages, theme, facts)


def _printed(edition: PrintEdition, pages: Sequence[Page], theme: Theme, facts: PdfFacts) -> bytes:
    """The pages as a PDF for a printer."""
    if edition is PrintEdition.MARKS:
        from briefing_app.documents.print_edition.marks import write_with_marks

        return write_with_marks(pages, theme, facts)
    from briefing_app.documents.print_edition.booklet import write_booklet

    return write_booklet(pages, theme, facts)
