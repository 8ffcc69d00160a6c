"""What a visit brought: the six records that are written down after it (PRACTICE section 5).

A record is history: what was learnt on that day. What the team believes today stands in needs,
stakeholders and the project; recording a visit brings those up to date. Only what both sides
agreed, and what was shown, may be read by the client.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from briefing_app.domain.client import Department
from briefing_app.domain.ids import (
    ColleagueId,
    NeedId,
    PersonId,
    ProductId,
    VisitId,
    VisitRecordId,
)
from briefing_app.domain.labels import N_, Labelled
from briefing_app.domain.opportunity import Intent, NeedLevel, Stage
from briefing_app.domain.sharing import shareable
from briefing_app.domain.stakeholder import BuyingRole, ConcernTopic, Influence, Support
from briefing_app.domain.text import Text
from briefing_app.domain.values import Certainty


class AimReached(Labelled):
    """What we left with, measured by the aims that were set before the visit."""

    UNKNOWN = "unknown", N_("Not judged")
    BEST = "best", N_("Best commitment reached")
    LEAST = "least", N_("Least acceptable commitment reached")
    MISSED = "missed", N_("Neither reached")


class NeedOutcome(Labelled):
    """What the visit said of a need."""

    CONFIRMED = "confirmed", N_("Need confirmed")
    CHANGED = "changed", N_("Need is another one")
    NEW = "new", N_("New need")
    DROPPED = "dropped", N_("No longer needed")


@dataclass(frozen=True, kw_only=True, slots=True)
class NeedFinding:
    """First record: a need made sure of. ``need`` is ``None`` for one heard for the first time."""

    need: NeedId | None = None
    outcome: NeedOutcome
    statement: Text = shareable(default=Text())
    level: NeedLevel | None = None
    real_need: Text = Text()
    topics: tuple[str, ...] = ()
    said_by: PersonId | None = None
    source: Text = Text()


class Continuation(Labelled):
    """Second record: whether the project goes on."""

    UNCLEAR = "unclear", N_("Unclear whether it goes on")
    GOES_ON = "goes-on", N_("The project goes on")
    ON_HOLD = "on-hold", N_("The project is on hold")
    STOPPED = "stopped", N_("The project is stopped")


@dataclass(frozen=True, kw_only=True, slots=True)
class PersonFinding:
    """Third record: who was there, and what was learnt of somebody.

    ``person`` is ``None`` for somebody newly met, who is then told by name. A value that is
    ``None`` or empty says that nothing was learnt.
    """

    person: PersonId | None = None
    was_there: bool | None = None
    name: Text = Text()
    title: Text = Text()
    department: Department | None = None
    email: str = ""
    phone: str = ""
    roles: tuple[BuyingRole, ...] = ()
    influence: Influence | None = None
    support: Support | None = None
    concern: ConcernTopic | None = None
    concern_detail: Text = Text()
    certainty: Certainty = Certainty.ASSUMED
    source: Text = Text()
    note: Text = Text()

    @property
    def says_something(self) -> bool:
        """True where more was learnt than who was there."""
        is_new = self.person is None and bool(self.name)
        learnt = (self.roles, self.influence, self.support, self.concern, self.note)
        return is_new or any(learnt)


class ActivityKind(Labelled):
    """Fourth record: what we did, by stage and role."""

    INTRODUCED = "introduced", N_("Introduced")
    DEMONSTRATED = "demonstrated", N_("Demonstrated")
    TRAINED = "trained", N_("Trained")
    NEGOTIATED = "negotiated", N_("Negotiated")


class Reception(Labelled):
    """How it went down."""

    UNKNOWN = "unknown", N_("Reception unknown")
    WELL = "well", N_("Well received")
    MIXED = "mixed", N_("Mixed reception")
    POORLY = "poorly", N_("Poorly received")


@dataclass(frozen=True, kw_only=True, slots=True)
class Activity:
    """Something that was introduced, demonstrated, trained or negotiated."""

    kind: ActivityKind = shareable()
    what: Text = shareable()
    product: ProductId | None = None
    reception: Reception = Reception.UNKNOWN
    note: Text = Text()


class FeedbackKind(Labelled):
    """Fifth record: what was said about our products."""

    PRAISE = "praise", N_("Praise")
    COMPLAINT = "complaint", N_("Complaint")
    WISH = "wish", N_("Wish")


class FeedbackWeight(Labelled):
    """How much a piece of feedback matters."""

    MINOR = "minor", N_("Minor")
    HINDERS = "hinders", N_("Hinders daily work")
    BLOCKS = "blocks", N_("Stands in the way of the purchase")


@dataclass(frozen=True, kw_only=True, slots=True)
class Feedback:
    """What somebody said about a product; without ``product`` about our work in general."""

    kind: FeedbackKind
    words: Text
    product: ProductId | None = None
    said_by: PersonId | None = None
    weight: FeedbackWeight = FeedbackWeight.MINOR
    note: Text = Text()


class AgreedKind(Labelled):
    """Sixth record: what both sides would sign."""

    FACT = "fact", N_("Agreed fact")
    DECISION = "decision", N_("Decision")


@dataclass(frozen=True, kw_only=True, slots=True)
class AgreedPoint:
    """A fact or a decision that both sides agreed on; the client reads it in the minutes."""

    kind: AgreedKind = shareable()
    words: Text = shareable()


class RecordPart(Labelled):
    """The six records by name (PRACTICE section 5)."""

    NEEDS = "needs", N_("Needs")
    PROJECT = "project", N_("Project status")
    PEOPLE = "people", N_("People")
    SHOWN = "shown", N_("Shown")
    FEEDBACK = "feedback", N_("Feedback")
    AGREED = "agreed", N_("Agreed and next steps")


@dataclass(frozen=True, kw_only=True, slots=True)
class LeftOpen:
    """Why one of the six records has no answer."""

    part: RecordPart
    reason: Text


@dataclass(frozen=True, kw_only=True, slots=True)
class VisitRecord:
    """The six records of one visit; its follow-ups are records of their own.

    Of ``needs``, ``shown`` and ``agreed`` a client may see what their parts mark so. The visit
    was closed on the day ``closed_on``, when each of the six had an answer, or a reason among
    ``left_open`` why it has none.
    """

    id: VisitRecordId
    visit: VisitId
    aim: AimReached = AimReached.UNKNOWN
    commitment: Text = Text()
    team: tuple[ColleagueId, ...] = ()
    needs: tuple[NeedFinding, ...] = shareable(default=())
    continuation: Continuation = Continuation.UNCLEAR
    stage: Stage | None = None
    intent: Intent | None = None
    delivery: Text = Text()
    next_decision: Text = Text()
    next_decision_on: date | None = None
    people: tuple[PersonFinding, ...] = ()
    shown: tuple[Activity, ...] = shareable(default=())
    feedback: tuple[Feedback, ...] = ()
    agreed: tuple[AgreedPoint, ...] = shareable(default=())
    next_meeting: Text = shareable(default=Text())
    next_meeting_on: date | None = shareable(default=None)
    open_questions: tuple[Text, ...] = ()
    note: Text = Text()
    left_open: tuple[LeftOpen, ...] = ()
    closed_on: date | None = None

    @property
    def present(self) -> tuple[PersonId, ...]:
        """The client's people who were there, each once, in the order they were written."""
        there = (one.person for one in self.people if one.was_there and one.person)
        return tuple(dict.fromkeys(there))

    @property
    def absent(self) -> tuple[PersonId, ...]:
        """The client's people of whom it is written that they did not come."""
        missing = (one.person for one in self.people if one.was_there is False and one.person)
        return tuple(dict.fromkeys(missing))

    @property
    def filled(self) -> VisitRecord:
        """The record without parts that somebody began and left empty."""
        return replace(
            self,
            needs=tuple(one for one in self.needs if one.need or one.statement),
            people=tuple(one for one in self.people if one.person or one.name),
            shown=tuple(one for one in self.shown if one.what),
            feedback=tuple(one for one in self.feedback if one.words),
            agreed=tuple(one for one in self.agreed if one.words),
            open_questions=tuple(filter(None, self.open_questions)),
        )

    def answers(self, part: RecordPart, *, has_follow_ups: bool) -> bool:
        """True where one of the six says something; follow-ups of the visit answer the last."""
        filled = self.filled
        match part:
            case RecordPart.NEEDS:
                return bool(filled.needs)
            case RecordPart.PROJECT:
                is_clear = self.continuation is not Continuation.UNCLEAR
                return is_clear or bool(self.stage or self.intent or self.delivery)
            case RecordPart.PEOPLE:
                return any(one.says_something for one in filled.people)
            case RecordPart.SHOWN:
                return bool(filled.shown)
            case RecordPart.FEEDBACK:
                return bool(filled.feedback)
            case RecordPart.AGREED:
                return bool(filled.agreed or self.next_meeting or has_follow_ups)

    def reason_for(self, part: RecordPart) -> Text:
        """Why one of the six has no answer; empty where nobody said."""
        return next((one.reason for one in self.left_open if one.part is part), Text())

    def unfinished(self, *, has_follow_ups: bool) -> tuple[RecordPart, ...]:
        """Those of the six with neither an answer nor a reason why not."""
        return tuple(
            part
            for part in RecordPart
            if not self.answers(part, has_follow_ups=has_follow_ups) and not self.reason_for(part)
        )
