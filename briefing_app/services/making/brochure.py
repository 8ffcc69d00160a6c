"""The brochure, to hand over on paper."""

from __future__ import annotations

from collections.abc import Iterator

from briefing_app.domain.export_record import Edition
from briefing_app.domain.labels import N_
from briefing_app.domain.message import say
from briefing_app.services.making.draft import DocumentOrder, Draft, client_file_name
from briefing_app.services.print_editions import PrintEdition, editions

_NAMES = {
    None: N_("brochure"),
    PrintEdition.MARKS: N_("brochure with crop marks"),
    PrintEdition.BOOKLET: N_("brochure as A3 booklet"),
}


def brochures(order: DocumentOrder) -> Iterator[Draft]:
    """One PDF for the client, and those for a printer that are wished for."""
    from briefing_app.documents.brochure import brochure_pages
    from briefing_app.documents.pdf_writer import PdfFacts

    client_side, language = order.briefing.client_side, order.wishes.language
    pages = brochure_pages(client_side, language, motif=order.theme.motif)
    facts = PdfFacts(
        title=pages[0].title,
        author=order.company_name,
        subject=order.purpose,
        language=language,
    )
    wished = order.wishes.print_editions
    for label, write in editions(_NAMES, wished, pages, order.theme, facts):
        yield Draft(
            title=say("Brochure"),
            name=client_file_name(order, label, "pdf"),
            edition=Edition.CLIENT,
            pages=pages,
            write=write,
            forbidden=order.forbidden,
            is_for_print=True,
        )
