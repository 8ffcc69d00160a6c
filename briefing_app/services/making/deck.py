"""The deck: the client's edition, and the presenter's with speaker notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing_app.documents.placed import Page
from briefing_app.domain.export_record import Edition
from briefing_app.domain.labels import N_
from briefing_app.domain.message import say
from briefing_app.services.making.draft import (
    DocumentOrder,
    Draft,
    client_file_name,
    team_file_name,
)


def decks(order: DocumentOrder) -> Iterator[Draft]:
    """Two files of the same slides; what is said beside them is not for the client."""
    slides = order.deck.pages
    yield Draft(
        title=say("Deck"),
        name=client_file_name(order, N_("deck"), "pptx"),
        edition=Edition.CLIENT,
        pages=slides,
        write=lambda: _file(order, slides),
        forbidden=order.forbidden,
    )
    yield Draft(
        title=say("Deck"),
        name=team_file_name(order, N_("deck"), "pptx"),
        edition=Edition.TEAM,
        pages=slides,
        write=lambda: _file(order, _with_notes(order)),
    )


def _file(order: DocumentOrder, slides: Sequence[Page]) -> bytes:
    from briefing_app.documents.deck.pptx_writer import DeckFacts, write_pptx

    facts = DeckFacts(
        title=order.purpose,
        author=order.company_name,
        language=order.wishes.language,
        created=order.briefing.prepared_on,
    )
    return write_pptx(slides, order.theme, facts)


def _with_notes(order: DocumentOrder) -> tuple[Page, ...]:
    """The deck's pages with speaker notes, on the first page of each planned slide."""
    from briefing_app.documents.speaker_notes import speaker_notes

    waiting = dict(speaker_notes(order.briefing.team_side, order.wishes.language))
    return tuple(
        replace(page, notes=waiting.pop(entry.key, ()))
        for page, entry in zip(order.deck.pages, order.deck.outline, strict=True)
    )
