"""From a briefing to the files of an export, in memory; nothing is written here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import count
from typing import TYPE_CHECKING

from briefing_app.documents.gate import Forbidden, let_pass
from briefing_app.documents.theme import Theme
from briefing_app.domain.export_record import Edition
from briefing_app.domain.labels import N_
from briefing_app.domain.message import say
from briefing_app.domain.text import Language
from briefing_app.planning.briefing import Briefing
from briefing_app.services.file_names import safe_name
from briefing_app.services.progress import Progress
from briefing_app.wording import wording_in

if TYPE_CHECKING:  # document engines load on use
    from briefing_app.documents.deck.slides import DeckPages
    from briefing_app.documents.placed import Page

_STEPS = 4


@dataclass(frozen=True, slots=True)
class Document:
    """A file to be written: its name, its bytes, and for whose eyes it is."""

    name: str
    content: bytes
    edition: Edition


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentOrder:
    """What all documents of one export have in common."""

    briefing: Briefing
    language: Language
    theme: Theme
    forbidden: Forbidden


def make_documents(order: DocumentOrder, progress: Progress) -> tuple[Document, ...]:
    """Client deck, presenter's deck, brochure, visit plan and calendar of a visit.

    Raises ManyProblems when the export gate keeps one of them in.
    """
    from briefing_app.documents.deck.compose import deck_pages

    steps = iter((say("Deck"), say("Brochure"), say("Visit plan"), say("Calendar")))
    numbers = count(1)

    def begin() -> None:
        progress(next(steps), next(numbers), _STEPS)

    begin()
    deck = deck_pages(order.briefing.client_side, order.language)
    documents = [*_decks(order, deck)]
    begin()
    documents.append(_brochure(order))
    begin()
    documents.append(_visit_plan(order, deck))
    begin()
    documents.append(_calendar(order))
    return tuple(documents)


def _decks(order: DocumentOrder, deck: DeckPages) -> tuple[Document, Document]:
    from briefing_app.documents.deck.pptx_writer import DeckFacts, write_pptx

    side, wording = order.briefing.client_side, wording_in(order.language)
    facts = DeckFacts(
        title=wording.text(side.visit.purpose),
        author=wording.text(side.company.name),
        language=order.language,
        created=order.briefing.prepared_on,
    )
    let_pass(say("Deck"), deck.pages, order.theme, order.forbidden)
    noted = _with_notes(order, deck)  # the same pages; the notes are not for the client
    return (
        _document(order, N_("deck"), "pptx", write_pptx(deck.pages, order.theme, facts)),
        _internal(order, N_("deck"), "pptx", write_pptx(noted, order.theme, facts)),
    )


def _with_notes(order: DocumentOrder, deck: DeckPages) -> tuple[Page, ...]:
    """The deck's pages with speaker notes, on the first page of each planned slide."""
    from briefing_app.documents.speaker_notes import speaker_notes

    waiting = dict(speaker_notes(order.briefing.team_side, order.language))
    return tuple(
        replace(page, notes=waiting.pop(entry.key, ()))
        for page, entry in zip(deck.pages, deck.outline, strict=True)
    )


def _brochure(order: DocumentOrder) -> Document:
    from briefing_app.documents.brochure import brochure_pages
    from briefing_app.documents.pdf_writer import PdfFacts, write_pdf

    client_side, wording = order.briefing.client_side, wording_in(order.language)
    pages = brochure_pages(client_side, order.language)
    let_pass(say("Brochure"), pages, order.theme, order.forbidden)
    facts = PdfFacts(
        title=pages[0].title,
        author=wording.text(client_side.company.name),
        subject=wording.text(client_side.visit.purpose),
        language=order.language,
    )
    return _document(order, N_("brochure"), "pdf", write_pdf(pages, order.theme, facts))


def _visit_plan(order: DocumentOrder, deck: DeckPages) -> Document:
    from briefing_app.documents.pdf_writer import PdfFacts, write_pdf
    from briefing_app.documents.visit_plan import visit_plan_pages

    briefing, wording = order.briefing, wording_in(order.language)
    pages = visit_plan_pages(briefing, order.language, deck.outline)
    let_pass(say("Visit plan"), pages, order.theme, Forbidden())
    client = wording.text(briefing.client_side.client.display_name)
    facts = PdfFacts(
        title=" · ".join(filter(None, (wording.phrase("Visit plan"), client))),
        author=wording.text(briefing.client_side.company.name),
        subject=wording.text(briefing.client_side.visit.purpose),
        language=order.language,
    )
    return _internal(order, N_("visit plan"), "pdf", write_pdf(pages, order.theme, facts))


def _calendar(order: DocumentOrder) -> Document:
    from briefing_app.documents.calendar import visit_calendar

    content = visit_calendar(order.briefing, order.language)
    return _internal(order, N_("calendar"), "ics", content)


def _document(order: DocumentOrder, what: str, ending: str, content: bytes) -> Document:
    return Document(f"{_stem(order, what)}.{ending}", content, Edition.CLIENT)


def _internal(order: DocumentOrder, what: str, ending: str, content: bytes) -> Document:
    mark = wording_in(order.language).phrase("INTERNAL")
    return Document(f"{_stem(order, what)}-{mark}.{ending}", content, Edition.TEAM)


def _stem(order: DocumentOrder, what: str) -> str:
    wording = wording_in(order.language)
    client = safe_name(wording.text(order.briefing.client_side.client.display_name))
    return f"{client}-{wording.phrase(what).replace(' ', '-')}"  # labels were marked with N_
