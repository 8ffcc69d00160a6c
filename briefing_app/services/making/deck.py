"""The decks: the client's edition, the presenter's with speaker notes, and a hand-out in PDF."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from briefing_app.documents.placed import Page
from briefing_app.domain.audience import Audience
from briefing_app.domain.export_record import Edition, KeptDeck, KeptSlide
from briefing_app.domain.labels import N_
from briefing_app.domain.message import say
from briefing_app.services.making.draft import (
    DocumentOrder,
    Draft,
    LaidOutDeck,
    client_file_name,
    team_file_name,
)

_NAMES: Mapping[Audience, str] = {
    Audience.EXECUTIVE: N_("deck for executives"),
    Audience.TECHNICAL: N_("technical deck"),
    Audience.USERS: N_("deck for users"),
    Audience.PURCHASING: N_("deck for purchasing"),
    Audience.MIXED: N_("deck for everybody"),
}
"""What a deck is called in its file name where an export may have several."""


def decks(order: DocumentOrder) -> Iterator[Draft]:
    """The files of each deck show the same slides; what is said beside them stays with us."""
    for deck in order.decks:
        yield from _editions(order, deck)


def _editions(order: DocumentOrder, deck: LaidOutDeck) -> Iterator[Draft]:
    title, label = say("Deck"), N_("deck")
    if order.wishes.audiences:
        title = say("Deck, {audience}", audience=deck.plan.audience)
        label = _NAMES[deck.plan.audience]
    pages, name = deck.slides.pages, client_file_name(order, label, "pptx")
    yield Draft(
        title=title,
        name=name,
        edition=Edition.CLIENT,
        pages=pages,
        write=lambda: _file(order, pages),
        forbidden=order.forbidden,
        theme=order.deck_theme,
        said=lambda: _said(order, deck, name),
    )
    yield Draft(
        title=title,
        name=team_file_name(order, label, "pptx"),
        edition=Edition.TEAM,
        pages=pages,
        write=lambda: _file(order, _with_notes(order, deck)),
        theme=order.deck_theme,
    )
    if order.wishes.with_pdf:
        yield Draft(
            title=title,
            name=client_file_name(order, label, "pdf"),
            edition=Edition.CLIENT,
            pages=pages,
            write=lambda: _twin(order, pages),
            forbidden=order.forbidden,
        )


def _said(order: DocumentOrder, deck: LaidOutDeck, name: str) -> KeptDeck:
    """The slides with their notes."""
    from briefing_app.documents.deck.said import note_lines, texts_below_title

    return KeptDeck(
        name=name,
        audience=deck.plan.audience,
        slides=tuple(
            KeptSlide(
                key=entry.key,
                title=page.title,
                texts=texts_below_title(page),
                notes=note_lines(page.notes),
            )
            for page, entry in zip(_with_notes(order, deck), deck.slides.outline, strict=True)
        ),
    )


def _file(order: DocumentOrder, slides: Sequence[Page]) -> bytes:
    from briefing_app.documents.deck.pptx_writer import DeckFacts, write_pptx

    facts = DeckFacts(
        title=order.purpose,
        author=order.company_name,
        language=order.wishes.language,
        created=order.briefing.prepared_on,
    )
    if order.template is None:
        return write_pptx(slides, order.theme, facts)
    from briefing_app.documents.deck.corporate.writing import write_on_template

    return write_on_template(slides, order.template, facts)


def _twin(order: DocumentOrder, slides: Sequence[Page]) -> bytes:
    from briefing_app.documents.pdf_writer import PdfFacts, write_pdf

    facts = PdfFacts(
        title=order.purpose,
        author=order.company_name,
        subject=order.client_name,
        language=order.wishes.language,
    )
    if order.template is None:
        return write_pdf(slides, order.theme, facts)
    from briefing_app.documents.deck.corporate.showing import on_their_ground, themes_of

    themes = themes_of(slides, order.template)
    return write_pdf(on_their_ground(slides, order.template), order.template.theme, facts, themes)


def _with_notes(order: DocumentOrder, deck: LaidOutDeck) -> tuple[Page, ...]:
    """A deck's pages with speaker notes, on the first page of each planned slide."""
    from briefing_app.documents.speaker_notes import speaker_notes

    team = order.briefing.team_side
    waiting = dict(speaker_notes(team, deck.plan, order.wishes.language))
    return tuple(
        replace(page, notes=waiting.pop(entry.key, ()))
        for page, entry in zip(deck.slides.pages, deck.slides.outline, strict=True)
    )
