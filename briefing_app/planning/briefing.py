"""What the rules conclude from a dossier: one side for the client, one for our team."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from briefing_app.domain.audience import Audience
from briefing_app.domain.client import Department
from briefing_app.domain.dossier import Dossier
from briefing_app.domain.ids import CaseId, PersonId, ProductId
from briefing_app.domain.labels import N_, Labelled
from briefing_app.domain.mend import Mend
from briefing_app.domain.message import Message
from briefing_app.domain.opportunity import CommercialStrategy
from briefing_app.domain.stakeholder import BuyingRole, ConcernTopic, Support
from briefing_app.domain.text import Text
from briefing_app.planning.client_side import ClientSide, PlannedSlide
from briefing_app.planning.settings import PlanningSettings


@dataclass(frozen=True, slots=True)
class FactReference:
    """A fact that a conclusion rests on: a field of a stored record."""

    kind: str
    record_id: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class Because:
    """One reason of a conclusion, as a sentence and as the facts behind it."""

    message: Message
    facts: tuple[FactReference, ...] = ()


class SeatState(Labelled):
    """How well a role of the decision chain is filled."""

    CONFIRMED = "confirmed", N_("Confirmed")
    ASSUMED = "assumed", N_("Only assumed")
    EMPTY = "empty", N_("Nobody known")


@dataclass(frozen=True, kw_only=True, slots=True)
class RoleSeat:
    """A role of the decision chain and who holds it."""

    role: BuyingRole
    people: tuple[PersonId, ...]
    state: SeatState
    is_met: bool


class Severity(Labelled):
    """How much a warning endangers the visit."""

    HIGH = "high", N_("Act before the visit")
    MEDIUM = "medium", N_("Find out at the visit")
    LOW = "low", N_("Keep in mind")


class WarningKind(Labelled):
    """What a warning is about; there is one rule for each."""

    MISSING_ROLE = "missing-role", N_("Role without a person")
    UNKNOWN_SUPPORT = "unknown-support", N_("Support unknown")
    SINGLE_THREADED = "single-threaded", N_("Only one contact")
    DECIDER_NOT_MET = "decider-not-met", N_("No decider met")
    KDM_UNCOVERED = "kdm-uncovered", N_("Key decision maker not covered")
    NO_OPPONENT_MARKED = "no-opponent-marked", N_("Nobody marked as opponent")
    OPPONENT_UNANSWERED = "opponent-unanswered", N_("Opponent without an ally nearby")
    NO_CHAMPION = "no-champion", N_("No champion")
    STALE_CONTACT = "stale-contact", N_("Contact gone stale")
    ONLY_ASSUMED = "only-assumed", N_("Only assumed")
    UNKNOWN_ATTENDEE = "unknown-attendee", N_("Attendee not on the map")
    NO_ATTENDEES = "no-attendees", N_("No attendees named")
    CONCERN_UNANSWERED = "concern-unanswered", N_("Concern without a slide")
    NEED_UNANSWERED = "need-unanswered", N_("Need without a product")
    STRATEGY_NOT_AGREED = "strategy-not-agreed", N_("Commercial strategy not agreed")
    NO_CASE = "no-case", N_("No case that may be shown")
    CASE_PERMISSION = "case-permission", N_("Case without permission")
    TEXT_MISSING = "text-missing", N_("Text missing in the document's language")
    AIM_MISSING = "aim-missing", N_("Visit without an aim")


@dataclass(frozen=True, kw_only=True, slots=True)
class Caution:
    """A warning: what is wrong, what to do, and why we say so."""

    kind: WarningKind
    severity: Severity
    message: Message
    action: Message
    because: tuple[Because, ...]
    person: PersonId | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class KdmExpectation:
    """Who should carry the purchase, by the adoption profile (PRACTICE section 2)."""

    product_id: ProductId
    departments: tuple[Department, ...]
    must_agree: tuple[Department, ...]
    may_resist: tuple[Department, ...]
    decided_high_up: bool
    one_person_can_carry_it: bool
    because: tuple[Because, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ProductFit:
    """How well a product fits. ``score`` is 0 to 100; only proposed ones reach the deck."""

    product_id: ProductId
    score: int
    is_proposed: bool
    because: tuple[Because, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class CaseFit:
    """How well a case fits. ``score`` is 0 to 100; ``is_shown`` never holds without permission."""

    case_id: CaseId
    score: int
    is_shown: bool
    because: tuple[Because, ...]


class SalesMode(Labelled):
    """How to work on a project, by the price per client (PRACTICE section 6)."""

    TELEPHONE = "telephone", N_("By telephone")
    TELEPHONE_THEN_VISIT = "telephone-then-visit", N_("By telephone first, then a visit")
    VISITS = "visits", N_("Visits and conferences")


@dataclass(frozen=True, kw_only=True, slots=True)
class StrategyAdvice:
    """The commercial strategy that the facts speak for, beside the one agreed (``None`` so far).

    ``sales_mode`` is ``None`` where no amount is known, or one in a currency that the
    thresholds are not set for.
    """

    advised: CommercialStrategy
    agreed: CommercialStrategy | None
    because: tuple[Because, ...]
    sales_mode: SalesMode | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class AttendeeBrief:
    """How to speak with one attendee. ``concerns`` come with what is known in detail.

    Where nobody recorded a concern they are those of the person's roles, and
    ``concerns_are_assumed`` is true.
    """

    person_id: PersonId
    roles: tuple[BuyingRole, ...]
    support: Support
    concerns: tuple[tuple[ConcernTopic, Text], ...]
    say: tuple[Message, ...]
    avoid: tuple[Message, ...]
    gap: Message | None
    because: tuple[Because, ...]
    concerns_are_assumed: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class AgendaItem:
    """A part of the meeting, in minutes from its start."""

    starts_after: int
    minutes: int
    title: Message
    purpose: Message


@dataclass(frozen=True, kw_only=True, slots=True)
class PlannedQuestion:
    """A question for this visit, the most important ones first; empty ``ask``: anyone there."""

    question: Text
    purpose: Text
    ask: tuple[PersonId, ...]
    must_ask: bool
    because: tuple[Because, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class LikelyObjection:
    """An objection to expect, the likeliest first."""

    topic: ConcernTopic
    says: Text
    answer: Text
    likely_from: tuple[PersonId, ...]
    because: tuple[Because, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ChecklistItem:
    """Something to prepare, with the day by which it must be ready."""

    what: Message
    due: date
    because: tuple[Because, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadinessPart:
    """One part of the readiness score: ``points`` of at most ``out_of``.

    ``missing`` and ``mend`` are ``None`` where nothing is missing.
    """

    name: Message
    points: int
    out_of: int
    missing: Message | None
    mend: Mend | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Readiness:
    """How ready the team is for the visit: the parts' points add up to ``score`` of 100."""

    score: int
    parts: tuple[ReadinessPart, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class CoverageRow:
    """A concern of an attendee and the planned slides (by key) that answer it in any deck."""

    person_id: PersonId
    topic: ConcernTopic
    is_first: bool
    slides: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class SlideReason:
    """Why the storyline has a slide."""

    slide: PlannedSlide
    because: tuple[Because, ...]


@dataclass(frozen=True, slots=True)
class SlideNotice:
    """What a user should know of a slide before the deck is shown; ``None``: of the list."""

    slide: PlannedSlide | None
    message: Message


@dataclass(frozen=True, kw_only=True, slots=True)
class DeckPlan:
    """One deck of a visit: whom it is for, and its slides in their order with the reasons.

    ``spare`` are slides that could be told but are not; ``is_kept`` says that the user set
    the list of slides.
    """

    audience: Audience
    slides: tuple[SlideReason, ...]
    spare: tuple[PlannedSlide, ...] = ()
    is_kept: bool = False
    notices: tuple[SlideNotice, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class TeamSide:
    """Everything for our own eyes: the dossier, the team's thresholds, and all conclusions."""

    dossier: Dossier
    settings: PlanningSettings
    chain: tuple[RoleSeat, ...]
    cautions: tuple[Caution, ...]
    kdm: tuple[KdmExpectation, ...]
    products: tuple[ProductFit, ...]
    cases: tuple[CaseFit, ...]
    strategy: StrategyAdvice
    attendees: tuple[AttendeeBrief, ...]
    opening: Message
    agenda: tuple[AgendaItem, ...]
    questions: tuple[PlannedQuestion, ...]
    objections: tuple[LikelyObjection, ...]
    checklist: tuple[ChecklistItem, ...]
    readiness: Readiness
    coverage: tuple[CoverageRow, ...]
    decks: tuple[DeckPlan, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Briefing:
    """The conclusions for one visit, prepared on ``prepared_on`` (a local day).

    ``client_side`` is that of the first deck.
    """

    prepared_on: date
    client_side: ClientSide
    team_side: TeamSide

    def side_of(self, deck: DeckPlan) -> ClientSide:
        """What the client sees in one of the decks."""
        told = tuple(reason.slide for reason in deck.slides)
        return replace(self.client_side, audience=deck.audience, storyline=told)
