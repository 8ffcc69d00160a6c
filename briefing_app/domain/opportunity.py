"""A project at a client: what is needed, how far it is, who else competes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from briefing_app.domain.ids import (
    ClientId,
    CompetitorId,
    NeedId,
    OpportunityId,
    PersonId,
    ProductId,
)
from briefing_app.domain.labels import N_, Labelled
from briefing_app.domain.sharing import shareable
from briefing_app.domain.text import Text
from briefing_app.domain.values import Evidence, Money


class Stage(Labelled):
    """How far a project is; also what a visit is about."""

    FIRST_CONTACT = "first-contact", N_("First contact")
    NEEDS = "needs", N_("Needs analysis")
    SOLUTION = "solution", N_("Solution")
    NEGOTIATION = "negotiation", N_("Negotiation")
    DELIVERY_REVIEW = "delivery-review", N_("Delivery review")


class Intent(Labelled):
    """How strongly the client means to buy."""

    UNKNOWN = "unknown", N_("Intent unknown")
    WEAK = "weak", N_("Weak intent")
    CLEAR = "clear", N_("Clear intent")
    URGENT = "urgent", N_("Urgent")


class SalesChannel(Labelled):
    """First axis of the commercial strategy: who carries the sale."""

    DIRECT = "direct", N_("Direct sale")
    PARTNERSHIP = "partnership", N_("Partnership")


class Charging(Labelled):
    """Second axis of the commercial strategy: what the client pays at first."""

    PAID = "paid", N_("Paid")
    FREE_TRIAL = "free-trial", N_("Free trial, then paid")
    FREE = "free", N_("Free")


class DealAim(Labelled):
    """Third axis of the commercial strategy: what the deal is for."""

    PROFIT = "profit", N_("For profit")
    REPUTATION = "reputation", N_("For reputation")


@dataclass(frozen=True, kw_only=True, slots=True)
class CommercialStrategy:
    """What was agreed inside before the meeting (PRACTICE section 3)."""

    channel: SalesChannel = SalesChannel.DIRECT
    charging: Charging = Charging.PAID
    aim: DealAim = DealAim.PROFIT
    agreed_by: Text = Text()
    agreed_on: date | None = None
    note: Text = Text()


@dataclass(frozen=True, kw_only=True, slots=True)
class Opportunity:
    """A project (商机) at a client. ``strategy`` is ``None`` until it was agreed."""

    id: OpportunityId
    client: ClientId
    name: Text = shareable()
    stage: Stage = Stage.FIRST_CONTACT
    intent: Intent = Intent.UNKNOWN
    amount: Money | None = None
    requested_products: tuple[ProductId, ...] = ()
    strategy: CommercialStrategy | None = None
    pricing_is_shareable: bool = False
    commercial_frame: Text = shareable(default=Text(), when="pricing_is_shareable")
    expected_decision: date | None = None
    note: Text = Text()


class NeedLevel(Labelled):
    """How hard a need binds (PRACTICE section 6: each level is defined in writing)."""

    L1 = "L1", N_("L1 - without it there is no project")
    L2 = "L2", N_("L2 - weighs in the decision")
    L3 = "L3", N_("L3 - welcome, not decisive")
    L4 = "L4", N_("L4 - an idea for later")


@dataclass(frozen=True, kw_only=True, slots=True)
class Need:
    """What the client needs. ``topics`` are slugs shared with products, cases and questions."""

    id: NeedId
    opportunity: OpportunityId
    statement: Text = shareable()
    level: NeedLevel = NeedLevel.L2
    topics: tuple[str, ...] = ()
    raised_by: PersonId | None = None
    evidence: Evidence = Evidence()
    real_need: Text = Text()
    note: Text = Text()


@dataclass(frozen=True, kw_only=True, slots=True)
class Competitor:
    """Another vendor in the same project; internal throughout."""

    id: CompetitorId
    opportunity: OpportunityId
    name: Text
    strength: Text = Text()
    weakness: Text = Text()
    our_answer: Text = Text()
