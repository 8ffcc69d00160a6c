"""What the documents of one export have in common, and a document before it is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from briefing_app.documents.gate import NOTHING_FORBIDDEN, Forbidden
from briefing_app.documents.theme import Theme
from briefing_app.domain.export_record import Edition, KeptDeck
from briefing_app.domain.message import Message
from briefing_app.planning.briefing import Briefing, DeckPlan
from briefing_app.services.export_wishes import ExportWishes
from briefing_app.services.file_names import safe_name
from briefing_app.wording import Wording, wording_in

if TYPE_CHECKING:  # document engines load on use
    from briefing_app.documents.deck.corporate.reading import CorporateTemplate
    from briefing_app.documents.deck.slides import DeckPages
    from briefing_app.documents.placed import Page


@dataclass(frozen=True, slots=True)
class LaidOutDeck:
    """A deck as it was planned, and its slides."""

    plan: DeckPlan
    slides: DeckPages


@dataclass(frozen=True, kw_only=True)
class DocumentOrder:
    """What is to be made of a briefing. ``forbidden`` is what its client must not read.

    Decks stand on ``template`` where there is one; all else keeps ``theme``.
    """

    briefing: Briefing
    wishes: ExportWishes
    theme: Theme
    forbidden: Forbidden
    template: CorporateTemplate | None = None

    @property
    def deck_theme(self) -> Theme:
        """The colours that decks are judged by."""
        return self.theme if self.template is None else self.template.theme

    @property
    def wording(self) -> Wording:
        """Phrases in the language of the documents."""
        return wording_in(self.wishes.language)

    @property
    def client_name(self) -> str:
        """The client as documents call it."""
        return self.wording.text(self.briefing.client_side.client.display_name)

    @property
    def company_name(self) -> str:
        """Our own company in full: the author of every document."""
        return self.wording.text(self.briefing.client_side.company.name)

    @property
    def purpose(self) -> str:
        """What the visit is for, in the client's words."""
        return self.wording.text(self.briefing.client_side.visit.purpose)

    @cached_property
    def decks(self) -> tuple[LaidOutDeck, ...]:
        """The decks, laid out once for all documents that show or name their slides."""
        from briefing_app.documents.deck.compose import deck_pages
        from briefing_app.documents.deck.master import own_master

        own = own_master(self.theme.motif, self.theme.lines)
        master = own if self.template is None else self.template.master
        language = self.wishes.language
        return tuple(
            LaidOutDeck(plan, deck_pages(self.briefing.side_of(plan), language, master=master))
            for plan in self.briefing.team_side.decks
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A document that is laid out: the gate judges ``pages``, then ``write`` gives its bytes.

    ``title`` is what users call it. ``forbidden`` is what its readers must not find in it.
    ``theme`` is what its contrast is judged by, where that is not the order's. What ``said``
    gives is kept with the export, so that two can be compared. Pictures of one that
    ``is_for_print`` should be sharp on paper.
    """

    title: Message
    name: str
    edition: Edition
    pages: tuple[Page, ...]
    write: Callable[[], bytes]
    forbidden: Forbidden = NOTHING_FORBIDDEN
    theme: Theme | None = None
    said: Callable[[], KeptDeck] | None = None
    is_for_print: bool = False


def client_file_name(order: DocumentOrder, label: str, ending: str) -> str:
    """``<client>-<label>.<ending>``; the label is a message id."""
    return f"{_stem(order, label)}.{ending}"


def team_file_name(order: DocumentOrder, label: str, ending: str) -> str:
    """The same with INTERNAL in it."""
    mark = order.wording.phrase("INTERNAL")
    return f"{_stem(order, label)}-{mark}.{ending}"


def _stem(order: DocumentOrder, label: str) -> str:
    words = order.wording.phrase(label)  # labels were marked with N_
    return f"{safe_name(order.client_name)}-{words.replace(' ', '-')}"
