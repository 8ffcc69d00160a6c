"""The meeting deck as a whole: from the client's side to placed slides and their outline."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from briefing_app.documents.deck.layout import Composed, composed, lay_out
from briefing_app.documents.deck.master import OWN_MASTER, Master
from briefing_app.documents.deck.slides import DeckPages, OutlineEntry, Slide
from briefing_app.documents.deck.storyline import chapter_breaks, storyline
from briefing_app.domain.text import Language
from briefing_app.planning.client_side import ClientSide
from briefing_app.wording import wording_in

_LONG_DECK = 14
_NO_NOTES: Mapping[str, tuple[str, ...]] = MappingProxyType({})


def deck_pages(
    client_side: ClientSide,
    language: Language,
    *,
    master: Master = OWN_MASTER,
    notes: Mapping[str, tuple[str, ...]] = _NO_NOTES,
) -> DeckPages:
    """The deck of a client's side in ``language``; over 14 slides it gets section breaks.

    It is laid out for ``master``. ``notes`` are the speaker's, by the key of the planned slide;
    they come from the team's side and are handed through unread.
    """
    slides = [composed(slide, language, master) for slide in storyline(client_side, language)]
    if sum(len(item.bodies) for item in slides) > _LONG_DECK:
        slides = _with_breaks(slides, client_side, language, master)
    footer = wording_in(language).phrase(
        "{client} · {company}",
        client=client_side.client.display_name,
        company=client_side.company.display_name,
    )
    laid_out = lay_out(slides, language, master, footer=footer, notes=notes)
    outline = tuple(
        OutlineEntry(number, item.key, item.page.title)
        for number, item in enumerate(laid_out, start=1)
    )
    return DeckPages(tuple(item.page for item in laid_out), outline)


def title_of(slide: Slide, language: Language, master: Master = OWN_MASTER) -> str:
    """The title that a slide gets: the first that fits."""
    (bare,) = lay_out([Composed(slide, ((),))], language, master, footer="", notes=_NO_NOTES)
    return bare.page.title


def _with_breaks(
    slides: Sequence[Composed], side: ClientSide, language: Language, master: Master
) -> list[Composed]:
    breaks = chapter_breaks([item.slide for item in slides], side, language)
    result: list[Composed] = []
    for position, item in enumerate(slides):
        if position in breaks:
            result.append(composed(breaks[position], language, master))
        result.append(item)
    return result
