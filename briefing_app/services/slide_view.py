"""A slide of a deck for the screen: why it is there, whom it answers, in whose words.

What the window shows is plain; `slide_views` makes it of a deck.
"""

from __future__ import annotations

from dataclasses import dataclass

from briefing_app.domain.message import Message
from briefing_app.domain.stakeholder import ConcernTopic
from briefing_app.domain.text import Text


@dataclass(frozen=True, slots=True)
class AnsweredConcern:
    """A concern of somebody at the table that a slide answers; ``is_first`` weighs most."""

    person: Text
    topic: ConcernTopic
    is_first: bool


@dataclass(frozen=True, slots=True)
class SlideText:
    """A text of a slide by its name: as the facts give it, and the user's words, else ``""``."""

    name: str
    made: str
    own: str = ""

    @property
    def shown(self) -> str:
        """What stands on the slide."""
        return self.own or self.made


@dataclass(frozen=True, slots=True, kw_only=True)
class SlideView:
    """A slide by its key. ``number`` is that of its first page; 0 says that it is left out.

    ``texts`` are those that may be reworded, the title first; of slides that are told only.
    The cover ``is_fixed``: it stays the first.
    """

    key: str
    name: Message
    number: int
    is_fixed: bool = False
    pages: int = 0
    because: tuple[Message, ...] = ()
    answers: tuple[AnsweredConcern, ...] = ()
    texts: tuple[SlideText, ...] = ()
    notices: tuple[Message, ...] = ()

    @property
    def is_on(self) -> bool:
        """True where the deck tells it."""
        return self.number > 0

    @property
    def is_reworded(self) -> bool:
        """True where words of the user's own stand on it."""
        return any(text.own for text in self.texts)
