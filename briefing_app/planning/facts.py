"""A dossier made ready for the rules: who sits at the table, what weighs most, on which day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from briefing_app.domain.client import Person
from briefing_app.domain.dossier import Dossier
from briefing_app.domain.ids import PersonId, ProductId
from briefing_app.domain.offering import Product
from briefing_app.domain.opportunity import Need, Stage
from briefing_app.domain.stakeholder import (
    DECISION_CHAIN,
    BuyingRole,
    Coverage,
    Influence,
    Stakeholder,
    Support,
)
from briefing_app.planning.briefing import FactReference
from briefing_app.planning.days import local_day
from briefing_app.planning.reasons import fact
from briefing_app.planning.settings import PlanningSettings


@dataclass(frozen=True, slots=True)
class Contact:
    """A person at the client, with what is known of the part played in this opportunity."""

    person: Person
    stakeholder: Stakeholder | None

    @property
    def roles(self) -> tuple[BuyingRole, ...]:
        """The buying roles; none for somebody who is not on the map."""
        return self.stakeholder.roles if self.stakeholder else ()

    @property
    def support(self) -> Support:
        """Where the person stands towards us."""
        return self.stakeholder.support if self.stakeholder else Support.UNKNOWN

    @property
    def influence(self) -> Influence:
        """How much the person's word weighs."""
        return self.stakeholder.influence if self.stakeholder else Influence.UNKNOWN

    @property
    def is_met(self) -> bool:
        """True when our team has met the person before."""
        return self.stakeholder is not None and self.stakeholder.coverage is not Coverage.NONE

    @property
    def is_ally(self) -> bool:
        """True for a champion or somebody supportive."""
        return self.support in (Support.CHAMPION, Support.SUPPORTIVE)

    @property
    def is_in_chain(self) -> bool:
        """True for a holder of one of the five roles of every purchase."""
        return any(role in DECISION_CHAIN for role in self.roles)

    def fact(self, field: str = "") -> FactReference:
        """A field of the stakeholder record, or the person where there is no such record."""
        return fact(self.stakeholder, field) if self.stakeholder else fact(self.person)


@dataclass(frozen=True)  # no slots: the indexes below are kept once computed
class Facts:
    """The dossier of a visit on the day of preparing it, under a team's settings."""

    dossier: Dossier
    today: date
    settings: PlanningSettings

    @property
    def stage(self) -> Stage:
        """The stage that the visit is about."""
        return self.dossier.visit.stage

    @cached_property
    def visit_day(self) -> date:
        """The day of the visit where the client is."""
        return local_day(self.dossier.visit.starts_at, self.dossier.client.time_zone)

    @property
    def showing_day(self) -> date:
        """The day on which documents are shown: the visit's, or today for one in the past."""
        return max(self.today, self.visit_day)

    @cached_property
    def contacts(self) -> tuple[Contact, ...]:
        """Everybody who is on the stakeholder map."""
        people = {person.id: person for person in self.dossier.people}
        return tuple(Contact(people[s.person], s) for s in self.dossier.stakeholders)

    @cached_property
    def attending(self) -> tuple[Contact, ...]:
        """The client's people at the visit, each once, in the visit's order."""
        people = {person.id: person for person in self.dossier.people}
        known = {contact.person.id: contact for contact in self.contacts}
        return tuple(
            known.get(person_id) or Contact(people[person_id], None)
            for person_id in dict.fromkeys(self.dossier.visit.attendees)
        )

    @cached_property
    def attending_ids(self) -> frozenset[PersonId]:
        """The ids of the client's people at the visit."""
        return frozenset(self.dossier.visit.attendees)

    def attends(self, contact: Contact) -> bool:
        """True when the person will be at the visit."""
        return contact.person.id in self.attending_ids

    def matters(self, contact: Contact) -> bool:
        """True for somebody with a name who attends, weighs much or decides."""
        if contact.person.is_placeholder:
            return False
        decides = BuyingRole.DECIDER in contact.roles
        return self.attends(contact) or contact.influence is Influence.HIGH or decides

    @cached_property
    def products(self) -> dict[ProductId, Product]:
        """The products by id."""
        return {product.id: product for product in self.dossier.products}

    @cached_property
    def requested(self) -> tuple[Product, ...]:
        """The products that the client asked for and that we know."""
        wanted = dict.fromkeys(self.dossier.opportunity.requested_products)
        return tuple(self.products[id_] for id_ in wanted if id_ in self.products)

    @cached_property
    def needs(self) -> tuple[Need, ...]:
        """The needs, the hardest level first."""
        return tuple(sorted(self.dossier.needs, key=lambda need: need.level))

    @cached_property
    def topic_weights(self) -> dict[str, int]:
        """For each topic of a need, the weights of the needs that have it, added up."""
        weights: dict[str, int] = {}
        for need in self.needs:
            for topic in set(need.topics):
                weights[topic] = weights.get(topic, 0) + self.settings.weight_of(need.level)
        return weights
