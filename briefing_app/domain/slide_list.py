"""What users decided about the slides of a deck: order, left out, words of their own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from briefing_app.domain.audience import Audience
from briefing_app.domain.ids import SlideListId, VisitId
from briefing_app.domain.sharing import shareable
from briefing_app.domain.text import Language, Text

_PLACE = re.compile(r"\.\d+(?=\.|$)")


def list_of(name: str) -> str:
    """The name of a slide's text without its place in a list: ``points.*.detail``.

    It is the name itself for a text that stands in no list.
    """
    return _PLACE.sub(".*", name)


@dataclass(frozen=True, kw_only=True, slots=True)
class SlideChoice:
    """A slide by its key, as ``value:product-1``, and whether the deck tells it."""

    slide: str = shareable()
    is_on: bool = shareable(default=True)


@dataclass(frozen=True, kw_only=True, slots=True)
class SlideWords:
    """Words on a slide in place of ``instead_of``, each in the one language they are for.

    ``name`` says where: ``title``, or the way to a text of the slide's body. ``facts`` are
    marks of the facts behind the slide ``on`` the day when somebody last checked the words.
    """

    slide: str = shareable()
    name: str = shareable()
    words: Text = shareable()
    instead_of: Text = shareable(default=Text())
    on: date | None = None
    facts: tuple[str, ...] = ()

    def stand_for(self, slide: str, name: str, made: str, language: Language) -> bool:
        """True where these words stand in place of the text ``made`` under ``name``.

        Words in a list follow the text that they replace, wherever it stands by now.
        """
        if self.slide != slide or not self.words.written_in(language):
            return False
        if list_of(name) == name:
            return self.name == name
        is_same_text = self.instead_of.written_in(language) == made
        return list_of(self.name) == list_of(name) and is_same_text


@dataclass(frozen=True, kw_only=True, slots=True)
class SlideList:
    """The slides of one visit's deck for one audience, in their order; others are left out."""

    id: SlideListId
    visit: VisitId
    audience: Audience = Audience.MIXED
    slides: tuple[SlideChoice, ...] = shareable(default=())
    words: tuple[SlideWords, ...] = shareable(default=())
