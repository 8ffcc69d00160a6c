"""What the client reads in the minutes: a type that cannot hold an internal fact."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from briefing_app.domain.dossier import Dossier
from briefing_app.domain.text import Text
from briefing_app.domain.visit import FollowUp
from briefing_app.domain.visit_record import (
    Activity,
    ActivityKind,
    AgreedKind,
    AgreedPoint,
    NeedOutcome,
    VisitRecord,
)
from briefing_app.planning.client_side import (
    SharedClient,
    SharedColleague,
    SharedCompany,
    SharedFollowUp,
    SharedNeed,
    SharedOpportunity,
    SharedPerson,
    SharedVisit,
    share,
    view_of,
)
from briefing_app.planning.days import local_day


@view_of(Activity)
@dataclass(frozen=True, kw_only=True, slots=True)
class SharedActivity:
    """What was shown, without how it was received."""

    kind: ActivityKind
    what: Text


@view_of(AgreedPoint)
@dataclass(frozen=True, kw_only=True, slots=True)
class SharedAgreedPoint:
    """A fact or a decision of both sides."""

    kind: AgreedKind
    words: Text


@view_of(VisitRecord)
@dataclass(frozen=True, kw_only=True, slots=True)
class SharedNextMeeting:
    """What both sides meet for next, and when."""

    next_meeting: Text
    next_meeting_on: date | None


@dataclass(frozen=True, kw_only=True, slots=True)
class ClientMinutes:
    """All that the client's edition of the minutes knows. ``day`` is the client's local one."""

    client: SharedClient
    company: SharedCompany
    opportunity: SharedOpportunity
    visit: SharedVisit
    time_zone: str
    day: date
    attendees: tuple[SharedPerson, ...]
    team: tuple[SharedColleague, ...]
    needs: tuple[SharedNeed, ...]
    shown: tuple[SharedActivity, ...]
    agreed: tuple[SharedAgreedPoint, ...]
    follow_ups: tuple[SharedFollowUp, ...]
    next_meeting: SharedNextMeeting


def client_minutes(dossier: Dossier, record: VisitRecord) -> ClientMinutes:
    """The client's side of ``record``; every part of it passes `share`."""
    return ClientMinutes(
        client=share(dossier.client, SharedClient),
        company=share(dossier.company, SharedCompany),
        opportunity=share(dossier.opportunity, SharedOpportunity),
        visit=share(dossier.visit, SharedVisit),
        time_zone=dossier.client.time_zone,
        day=local_day(dossier.visit.starts_at, dossier.client.time_zone),
        attendees=_people(dossier, record),
        team=tuple(share(dossier.colleague(one), SharedColleague) for one in record.team),
        needs=_needs(dossier, record),
        shown=tuple(share(one, SharedActivity) for one in record.shown if one.what),
        agreed=tuple(share(one, SharedAgreedPoint) for one in record.agreed if one.words),
        follow_ups=tuple(share(one, SharedFollowUp) for one in agreed_steps(dossier)),
        next_meeting=share(record, SharedNextMeeting),
    )


def agreed_steps(dossier: Dossier) -> tuple[FollowUp, ...]:
    """The visit's follow-ups that the client may see, the earliest first."""
    mine = (step for step in steps_of(dossier) if step.is_for_client)
    return tuple(step for step in mine if step.what)


def steps_of(dossier: Dossier) -> tuple[FollowUp, ...]:
    """All follow-ups of the visit, the earliest first, those without a day last."""
    mine = [step for step in dossier.follow_ups if step.visit == dossier.visit.id]
    return tuple(sorted(mine, key=lambda step: step.due or date.max))


def _people(dossier: Dossier, record: VisitRecord) -> tuple[SharedPerson, ...]:
    """Who was there, but for whom we only hold a role: what we call them is ours alone."""
    known = {person.id: person for person in dossier.people if not person.is_placeholder}
    return tuple(share(known[one], SharedPerson) for one in record.present if one in known)


def _needs(dossier: Dossier, record: VisitRecord) -> tuple[SharedNeed, ...]:
    """The needs that the visit made sure of, as the client put them."""
    known = {need.id: need for need in dossier.needs}
    kept = (one for one in record.needs if one.outcome is not NeedOutcome.DROPPED)
    found = dict.fromkeys(one.need for one in kept if one.need in known)
    needs = (known[need_id] for need_id in found if need_id is not None)
    return tuple(share(need, SharedNeed) for need in needs if need.statement)
