"""The brochure, to hand over on paper."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from briefing_app.domain.export_record import Edition
from briefing_app.domain.labels import N_
from briefing_app.domain.message import say
from briefing_app.services.making.draft import DocumentOrder, Draft, client_file_name
from briefing_app.services.print_editions import PrintEdition, printed

_NAMES = {
    PrintEdition.MARKS: N_("brochure with crop marks"),
    PrintEdition.BOOKLET: N_("brochure as A3 booklet"),
}


def brochures(order: DocumentOrder) -> Iterator[Draft]:
    """One PDF for the client, and those for a printer that are wished for."""
    from briefing_app.documents.brochure import brochure_pages
    from briefing_app.documents.pdf_writer import PdfFacts, write_pdf

    pages = brochure_pages(
        order.briefing.client_side, order.wishes.language, motif=order.theme.motif
    )
    facts = PdfFacts(
        title=pages[0].title,
        author=order.company_name,
        subject=order.purpose,
        language=order.wishes.language,
    )
    yield Draft(
        title=say("Brochure"),
        name=client_file_name(order, N_("brochure"), "pdf"),
        edition=Edition.CLIENT,
        pages=pages,
        write=lambda: write_pdf(pages, order.theme, facts),
        forbidden=order.forbidden,
    )
    for edition in order.wishes.print_editions:
        yield Draft(
            title=say("Brochure"),
            name=client_file_name(order, _NAMES[edition], "pdf"),
            edition=Edition.CLIENT,
            pages=pages,
            write=partial(printed, edition, pages, order.theme, facts),
            forbidden=order.forbidden,
        )
