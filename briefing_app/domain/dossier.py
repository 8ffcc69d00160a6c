"""All facts that one visit needs, read once."""

from __future__ import annotations

from dataclasses import dataclass

from briefing_app.domain.client import Client, Person
from briefing_app.domain.ids import ColleagueId, PersonId, ProductId
from briefing_app.domain.industry import IndustryPack
from briefing_app.domain.logo import Logo
from briefing_app.domain.offering import Colleague, OwnCompany, Product, SuccessCase
from briefing_app.domain.opportunity import Competitor, Need, Opportunity
from briefing_app.domain.photo import Photo
from briefing_app.domain.slide_list import SlideList
from briefing_app.domain.stakeholder import Line, Stakeholder
from briefing_app.domain.visit import FollowUp, Visit
from briefing_app.domain.visit_record import VisitRecord


@dataclass(frozen=True, kw_only=True, slots=True)
class Dossier:
    """The facts of a visit.

    ``visits``, ``follow_ups`` and ``records`` are the project's, all visits of it; ``logos``
    those of our own company and of this client, ``photos`` those of the client's people.
    """

    visit: Visit
    opportunity: Opportunity
    client: Client
    industry: IndustryPack
    company: OwnCompany
    people: tuple[Person, ...] = ()
    stakeholders: tuple[Stakeholder, ...] = ()
    lines: tuple[Line, ...] = ()
    needs: tuple[Need, ...] = ()
    competitors: tuple[Competitor, ...] = ()
    colleagues: tuple[Colleague, ...] = ()
    products: tuple[Product, ...] = ()
    cases: tuple[SuccessCase, ...] = ()
    visits: tuple[Visit, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    slide_lists: tuple[SlideList, ...] = ()
    records: tuple[VisitRecord, ...] = ()
    logos: tuple[Logo, ...] = ()
    photos: tuple[Photo, ...] = ()

    def person(self, person_id: PersonId) -> Person:
        """The person with that id; KeyError for one who is not at this client."""
        return {p.id: p for p in self.people}[person_id]

    def product(self, product_id: ProductId) -> Product:
        """The product with that id; KeyError for an unknown one."""
        return {p.id: p for p in self.products}[product_id]

    def colleague(self, colleague_id: ColleagueId) -> Colleague:
        """The colleague with that id; KeyError for an unknown one."""
        return {c.id: c for c in self.colleagues}[colleague_id]

    def stakeholder(self, person_id: PersonId) -> Stakeholder | None:
        """What is known of the person in this opportunity, if anything is."""
        return next((s for s in self.stakeholders if s.person == person_id), None)

    def photo(self, person_id: PersonId) -> Photo | None:
        """The person's photograph, if there is one; of several the latest."""
        return next((one for one in reversed(self.photos) if one.person == person_id), None)

    @property
    def record(self) -> VisitRecord | None:
        """What the visit brought, once somebody wrote it down."""
        return next((one for one in self.records if one.visit == self.visit.id), None)

    @property
    def attendees(self) -> tuple[Person, ...]:
        """The client's people who will be at the visit, in the visit's order."""
        return tuple(self.person(person_id) for person_id in self.visit.attendees)

    @property
    def team(self) -> tuple[Colleague, ...]:
        """Our people who will be at the visit; the first leads it."""
        return tuple(self.colleague(colleague_id) for colleague_id in self.visit.team)
