"""What the parts of a visit plan are made from, and what a part is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.documents.flow import Block, Item
from briefing_app.documents.stakeholder_map.signs import SIGNS
from briefing_app.documents.visit_plan.look import Look
from briefing_app.domain.audience import Audience
from briefing_app.domain.client import Person
from briefing_app.domain.dossier import Dossier
from briefing_app.domain.ids import PersonId
from briefing_app.domain.labels import N_, Labelled
from briefing_app.planning.briefing import Because, Briefing, TeamSide
from briefing_app.wording import Wording

if TYPE_CHECKING:  # the deck's engine is not needed to print its table of contents
    from briefing_app.documents.deck.slides import OutlineEntry


class PartName(Labelled):
    """The parts of a visit plan; the values name them in links."""

    GLANCE = "glance", N_("The visit at a glance")
    IN_FULL = "in-full", N_("What page one had no room for")
    PEOPLE = "people", N_("The people we meet")
    MAP = "map", N_("Stakeholder map")
    CHAIN = "chain", N_("Who decides")
    WARNINGS = "warnings", N_("Risks and what to do")
    AGENDA = "agenda", N_("Agenda")
    QUESTIONS = "questions", N_("Questions to ask")
    OBJECTIONS = "objections", N_("Objections and answers")
    NEEDS = "needs", N_("Needs")
    PRODUCTS = "products", N_("Products")
    CASES = "cases", N_("Success cases")
    COMMERCE = "commerce", N_("Commercial strategy")
    COMPETITORS = "competitors", N_("Competitors")
    DECK = "deck", N_("The deck and why")
    COVERAGE = "coverage", N_("Which slide answers whom")
    MATERIALS = "materials", N_("Materials and preparation")
    LAST_TIME = "last-time", N_("What was agreed last time")
    FOLLOW_UPS = "follow-ups", N_("Follow-ups")
    READINESS = "readiness", N_("Readiness")


__all__ = ["SIGNS", "Part", "PartName", "Plan", "item"]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the plan below its heading. ``lead`` says in a line what to make of it."""

    name: PartName
    items: tuple[Item, ...]
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """The briefing with the words, the look and the decks' outlines that it is printed with."""

    briefing: Briefing
    wording: Wording
    look: Look
    outlines: Mapping[Audience, Sequence[OutlineEntry]]

    @property
    def team(self) -> TeamSide:
        """The team's side of the briefing."""
        return self.briefing.team_side

    @property
    def dossier(self) -> Dossier:
        """The facts behind it."""
        return self.briefing.team_side.dossier

    def person(self, person_id: PersonId) -> Person:
        """The client's person with that id."""
        return self.dossier.person(person_id)

    def name_of(self, person_id: PersonId) -> str:
        """A person's name."""
        return self.wording.text(self.person(person_id).name)

    def names(self, people: Iterable[PersonId]) -> str:
        """Names in a row."""
        return self.wording.listing(self.name_of(person_id) for person_id in people)

    def reasons(self, because: Iterable[Because]) -> str:
        """Reasons as running text."""
        return self.wording.sentences(self.wording.message(b.message) for b in because)


def item(block: Block, gap: float = 10.0, *, leads: bool = False, whole: bool = False) -> Item:
    """A block of a part with the white above it."""
    return Item(block, gap, leads=leads, whole=whole)
