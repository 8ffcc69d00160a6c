"""The meeting deck as a whole: from the client's side to placed slides and their outline."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from briefing_app.documents.deck.layout import LaidOut, lay_out
from briefing_app.documents.deck.slides import DeckPages, OutlineEntry, Slide
from briefing_app.documents.deck.storyline import storyline, with_breaks
from briefing_app.domain.text import Language
from briefing_app.planning.client_side import ClientSide
from briefing_app.wording import wording_in

_LONG_DECK = 14
_NO_NOTES: Mapping[str, tuple[str, ...]] = MappingProxyType({})


def deck_pages(
    client_side: ClientSide,
    language: Language,
    *,
    notes: Mapping[str, tuple[str, ...]] = _NO_NOTES,
) -> DeckPages:
    """The deck of a client's side in ``language``; over 14 slides it gets section breaks.

    ``notes`` are the speaker's, by the key of the planned slide; they come from the team's
    side and are handed through unread.
    """
    slides = storyline(client_side, language)
    laid_out = _laid_out(slides, client_side, language, notes)
    if len(laid_out) > _LONG_DECK:
        slides = with_breaks(slides, client_side, language)
        laid_out = _laid_out(slides, client_side, language, notes)
    outline = tuple(
        OutlineEntry(number, item.key, item.page.title)
        for number, item in enumerate(laid_out, start=1)
    )
    return DeckPages(tuple(item.page for item in laid_out), outline)


def _laid_out(
    slides: tuple[Slide, ...],
    side: ClientSide,
    language: Language,
    notes: Mapping[str, tuple[str, ...]],
) -> tuple[LaidOut, ...]:
    footer = wording_in(language).phrase(
        "{client} · {company}",
        client=side.client.display_name,
        company=side.company.display_name,
    )
    return lay_out(slides, language, footer=footer, notes=notes)
