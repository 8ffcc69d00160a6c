"""The visit plan, for our own team."""

from __future__ import annotations

from collections.abc import Iterator

from briefing_app.domain.export_record import Edition
from briefing_app.domain.labels import N_
from briefing_app.domain.message import say
from briefing_app.services.making.draft import DocumentOrder, Draft, team_file_name


def visit_plans(order: DocumentOrder) -> Iterator[Draft]:
    """One PDF, internal."""
    from briefing_app.documents.pdf_writer import PdfFacts, write_pdf
    from briefing_app.documents.visit_plan import visit_plan_pages

    outlines = {deck.plan.audience: deck.slides.outline for deck in order.decks}
    pages = visit_plan_pages(order.briefing, order.wishes.language, outlines)
    facts = PdfFacts(
        title=" · ".join(filter(None, (order.wording.phrase("Visit plan"), order.client_name))),
        author=order.company_name,
        subject=order.purpose,
        language=order.wishes.language,
    )
    yield Draft(
        title=say("Visit plan"),
        name=team_file_name(order, N_("visit plan"), "pdf"),
        edition=Edition.TEAM,
        pages=tuple(pages),
        write=lambda: write_pdf(pages, order.theme, facts),
    )
