"""The minutes: for the client and for the team, each as a Word file and as a PDF."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from briefing_app.documents.gate import NOTHING_FORBIDDEN
from briefing_app.domain.export_record import Edition, KeptDeck, KeptSlide
from briefing_app.domain.labels import N_
from briefing_app.domain.message import say
from briefing_app.errors import UserError
from briefing_app.services.making.draft import (
    DocumentOrder,
    Draft,
    client_file_name,
    team_file_name,
)

if TYPE_CHECKING:
    from briefing_app.documents.minutes.content import Minutes

_WORD = "docx"


def minutes(order: DocumentOrder) -> Iterator[Draft]:
    """Four files; UserError while nothing is recorded of the visit."""
    from briefing_app.documents.minutes.client_edition import client_edition
    from briefing_app.documents.minutes.team_edition import team_edition
    from briefing_app.planning.minutes import client_minutes

    dossier, language = order.briefing.team_side.dossier, order.wishes.language
    record = dossier.record
    if record is None:
        raise UserError(
            "Nothing is recorded of “{visit}” yet. Make the form, fill it in and record it first.",
            visit=dossier.visit.purpose,
        )
    shared = client_edition(client_minutes(dossier, record.filled), language)
    yield from _files(order, shared, Edition.CLIENT)
    yield from _files(order, team_edition(dossier, record.filled, language), Edition.TEAM)


def _files(order: DocumentOrder, edition: Minutes, readers: Edition) -> Iterator[Draft]:
    """The Word file holds the words of the pages, so the gate judges those for both."""
    from briefing_app.documents.minutes.docx_writer import write_docx
    from briefing_app.documents.minutes.pages import minutes_pages
    from briefing_app.documents.pdf_writer import PdfFacts, write_pdf

    pages = minutes_pages(edition)
    facts = PdfFacts(
        title=f"{edition.title} · {edition.subtitle}",
        author=edition.author,
        subject=order.purpose,
        language=order.wishes.language,
    )
    is_for_client = readers is Edition.CLIENT
    name_for = client_file_name if is_for_client else team_file_name
    forbidden = order.forbidden if is_for_client else NOTHING_FORBIDDEN
    title = say("Meeting minutes") if is_for_client else say("Meeting minutes, internal edition")
    writers = (
        (_WORD, lambda: write_docx(edition, order.briefing.prepared_on, order.purpose)),
        ("pdf", lambda: write_pdf(pages, order.theme, facts)),
    )
    for ending, write in writers:
        name = name_for(order, N_("minutes"), ending)
        yield Draft(
            title=title,
            name=name,
            edition=readers,
            pages=pages,
            write=write,
            forbidden=forbidden,
            said=partial(_said, edition, name) if ending == _WORD else None,
        )


def _said(edition: Minutes, name: str) -> KeptDeck:
    """The sections by their headings."""
    return KeptDeck(
        name=name,
        audience=None,
        slides=tuple(
            KeptSlide(key="", title=one.heading, texts=tuple(one.texts)) for one in edition.sections
        ),
    )
