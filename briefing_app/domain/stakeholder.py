"""People *in an opportunity*: roles, influence, support, coverage, and the lines between them.

None of it belongs to the person for ever, and none of it is ever shown to a client.
"""

from __future__ import annotations

from dataclasses import dataclass

from briefing_app.domain.ids import ColleagueId, LineId, OpportunityId, PersonId, StakeholderId
from briefing_app.domain.labels import N_, Labelled
from briefing_app.domain.text import Text
from briefing_app.domain.values import Evidence


class BuyingRole(Labelled):
    """What somebody does in a purchase: the five of PRACTICE section 2, then Webster and Wind's."""

    USER = "user", N_("User")
    EVALUATOR = "evaluator", N_("Evaluator")
    BUDGET_HOLDER = "budget-holder", N_("Budget holder")
    DECIDER = "decider", N_("Decider")
    SIGNATORY = "signatory", N_("Signatory")
    INITIATOR = "initiator", N_("Initiator")
    INFLUENCER = "influencer", N_("Influencer")
    GATEKEEPER = "gatekeeper", N_("Gatekeeper")


DECISION_CHAIN = (
    BuyingRole.USER,
    BuyingRole.EVALUATOR,
    BuyingRole.BUDGET_HOLDER,
    BuyingRole.DECIDER,
    BuyingRole.SIGNATORY,
)
"""The five roles that take part in every purchase (PRACTICE section 2)."""


class Support(Labelled):
    """Where somebody stands towards us."""

    CHAMPION = "champion", N_("Champion")
    SUPPORTIVE = "supportive", N_("Supportive")
    NEUTRAL = "neutral", N_("Neutral")
    OPPONENT = "opponent", N_("Opponent")
    UNKNOWN = "unknown", N_("Support unknown")


class Influence(Labelled):
    """How much somebody's word weighs in this purchase."""

    UNKNOWN = "unknown", N_("Influence unknown")
    LOW = "low", N_("Low influence")
    MEDIUM = "medium", N_("Medium influence")
    HIGH = "high", N_("High influence")


class Coverage(Labelled):
    """How close our team is to somebody."""

    NONE = "none", N_("Not met")
    MET = "met", N_("Met once")
    REGULAR = "regular", N_("In regular contact")
    TRUSTED = "trusted", N_("Trusted relationship")


class ConcernTopic(Labelled):
    """What somebody wants to hear about; each is answered by certain slides."""

    DAILY_WORK = "daily-work", N_("Does it make my day easier")
    TRAINING = "training", N_("Training and getting started")
    FEATURES = "features", N_("Does it do what we need")
    INTEGRATION = "integration", N_("Effort to integrate")
    RELIABILITY = "reliability", N_("Reliability and operation")
    SECURITY = "security", N_("Data and security")
    COST = "cost", N_("What it costs and when")
    SAVINGS = "savings", N_("What it saves or earns")
    MUTUAL_GAIN = "mutual-gain", N_("What both sides gain")
    REFERENCES = "references", N_("Who else has done it")
    RISK = "risk", N_("What could go wrong")
    COMPLIANCE = "compliance", N_("Compliance")
    PROCESS = "process", N_("A fair and orderly process")
    VENDOR = "vendor", N_("A vendor that will be there for years")


@dataclass(frozen=True, kw_only=True, slots=True)
class Concern:
    """Something on a person's mind; ``detail`` is what was said or is suspected."""

    topic: ConcernTopic
    detail: Text = Text()


@dataclass(frozen=True, kw_only=True, slots=True)
class Stakeholder:
    """A person in one opportunity. Concerns are in order of weight, the first weighs most."""

    id: StakeholderId
    opportunity: OpportunityId
    person: PersonId
    roles: tuple[BuyingRole, ...] = ()
    roles_evidence: Evidence = Evidence()
    influence: Influence = Influence.UNKNOWN
    influence_evidence: Evidence = Evidence()
    support: Support = Support.UNKNOWN
    support_evidence: Evidence = Evidence()
    coverage: Coverage = Coverage.NONE
    coverage_evidence: Evidence = Evidence()
    covered_by: ColleagueId | None = None
    concerns: tuple[Concern, ...] = ()
    note: Text = Text()


class LineKind(Labelled):
    """What a line from one person to another means."""

    REPORTS_TO = "reports-to", N_("Reports to")
    INFLUENCES = "influences", N_("Influences")
    CONFLICTS_WITH = "conflicts-with", N_("In conflict with")


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """A line on the stakeholder map; reporting lines must not form a cycle."""

    id: LineId
    opportunity: OpportunityId
    kind: LineKind
    source: PersonId
    target: PersonId
    note: Text = Text()
