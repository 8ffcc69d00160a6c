"""Visits and what follows from them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from briefing_app.domain.ids import ColleagueId, FollowUpId, OpportunityId, PersonId, VisitId
from briefing_app.domain.opportunity import Stage
from briefing_app.domain.sharing import shareable
from briefing_app.domain.text import Text


@dataclass(frozen=True, kw_only=True, slots=True)
class Visit:
    """A meeting at a client. ``starts_at`` is aware, in UTC; the client's zone shows it."""

    id: VisitId
    opportunity: OpportunityId
    starts_at: datetime = shareable()
    minutes: int = shareable(default=60)
    stage: Stage
    place: Text = shareable(default=Text())
    purpose: Text = shareable()
    attendees: tuple[PersonId, ...] = ()
    team: tuple[ColleagueId, ...] = ()
    best_commitment: Text = Text()
    least_commitment: Text = Text()
    note: Text = Text()


@dataclass(frozen=True, kw_only=True, slots=True)
class FollowUp:
    """Something to be done after a visit (后续事项)."""

    id: FollowUpId
    visit: VisitId
    what: Text = shareable()
    owner: Text = shareable(default=Text())
    due: date | None = shareable(default=None)
    is_for_client: bool = False
    done_on: date | None = shareable(default=None)
    note: Text = Text()
