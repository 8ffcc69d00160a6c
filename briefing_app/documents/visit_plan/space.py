"""How much room page one gives to what, and what it does with a text that needs more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from briefing_app.documents.flow import Block, Words
from briefing_app.documents.text_fit import Style
from briefing_app.documents.visit_plan.blocks import labelled, text
from briefing_app.documents.visit_plan.look import WIDTH
from briefing_app.documents.visit_plan.plan import PartName, Plan

LABEL = 64.0
INSIDE = WIDTH - LABEL
_MORE_FOR_VITAL = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """At most so many people and things to carry, and so many lines for any one text.

    The client, the aims and the first sentence are vital: each may take three lines more.
    """

    people: int
    carry: int
    lines: int
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class Card:
    """Page one in the making. ``pages`` tells on which page each part begins."""

    plan: Plan
    allowance: Allowance
    pages: Mapping[PartName, int]

    def has_room_for(self, words: Words, *, vital: bool = False) -> bool:
        """False for a text of more lines than one text may take; a vital one may take more."""
        return len(words.text.lines) <= self.allowance.lines + (_MORE_FOR_VITAL if vital else 0)

    def fitted(
        self, words: str, style: Style, width: float, where: PartName, *, vital: bool = False
    ) -> Words:
        """The text, or where it is too long a pointer to the page with all of it."""
        shown = text(words, style, width)
        return shown if self.has_room_for(shown, vital=vital) else self.pointer(where, width)

    def pointer(self, where: PartName, width: float) -> Words:
        """A line that leads to another page."""
        return text(self.see(where), self.plan.look.small, width, link=self.link(where))

    def see(self, where: PartName) -> str:
        """“See page 4”."""
        return self.plan.wording.phrase("See page {page}.", page=self.page(where))

    def page(self, where: PartName) -> int:
        """The page on which that part begins; page two until it is known."""
        return self.pages.get(where, 2)

    def link(self, where: PartName) -> str:
        """The link to that page within the file."""
        return f"#page{self.page(where) - 1}"

    def row(self, label: str, block: Block | None) -> Block:
        """A row of the card: its label at the left, its content beside it."""
        return labelled(label, block, self.plan.look, LABEL)
