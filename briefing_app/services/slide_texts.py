"""The texts of a slide: as the facts give them, and the user's own words in their place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefing_app.domain.text import Language, Text
from briefing_app.planning.client_side import PlannedSlide
from briefing_app.services.slide_list import DeckInWork, own_words

_TITLE = "title"


def made_texts(deck: DeckInWork, slide: PlannedSlide) -> dict[str, str]:
    """The texts of a slide as the facts give them, by name; the title is the first."""
    from briefing_app.documents.deck.compose import title_of
    from briefing_app.documents.deck.rewording import texts_of
    from briefing_app.documents.deck.storyline import as_made

    found: dict[str, str] = {}
    for made in as_made(deck.side, slide, deck.language):
        found[_TITLE] = title_of(made, deck.language)
        found.update(texts_of(made))
    return found


def own_texts(
    deck: DeckInWork, slide: PlannedSlide, texts: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """The user's own words that stand on a slide, by the name of that of its made ``texts``
    which they replace."""
    from briefing_app.documents.deck.rewording import replacing

    for one in own_words(deck).get(slide.key, ()):
        made = one.instead_of.written_in(deck.language)
        if name := replacing(one.name, made, texts):
            yield name, one.words.written_in(deck.language)


def in_language(language: Language, words: str) -> Text:
    """Words that are for one language only."""
    return Text(words, "") if language is Language.ZH else Text("", words)
