"""What a day in pre-sales begins with: what is next, what is owed, what was forgotten."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from briefing_app.domain.client import Grade
from briefing_app.domain.lists import (
    ClientFilters,
    ClientOrder,
    ClientQuery,
    ClientRow,
    FollowUpRow,
    VisitQuery,
    VisitRow,
)
from briefing_app.domain.text import Language
from briefing_app.services.planning_settings import planning_settings
from briefing_app.store.store import Store

DAYS_AHEAD = 14
"""So far ahead visits are shown."""
DAYS_BEHIND = 60
"""So far back visits without a record are asked about."""
DAYS_DUE = 7
"""So far ahead follow-ups are shown as due."""
_VISITS = 20
"""So many visits are shown; the others are counted."""
_FOLLOW_UPS = 30
_UNRECORDED = 10
_STALE = 5


@dataclass(frozen=True, kw_only=True, slots=True)
class Portion:
    """How many there are of something that is shown in part."""

    visits: int
    follow_ups: int
    unrecorded: int


@dataclass(frozen=True, kw_only=True, slots=True)
class TodayView:
    """The first things of a day. ``overdue`` and ``due`` are open follow-ups, ``unrecorded`` past
    visits of which nothing was written down, ``stale`` clients with whom contact faded.

    ``total`` tells how many there are where the lists show the first ones only.
    """

    today: date
    visits: tuple[VisitRow, ...]
    overdue: tuple[FollowUpRow, ...]
    due: tuple[FollowUpRow, ...]
    unrecorded: tuple[VisitRow, ...]
    stale: tuple[ClientRow, ...]
    total: Portion
    has_clients: bool


def today_view(store: Store, *, today: date, now: datetime, language: Language) -> TodayView:
    """What to show on ``today``, the user's day; ``now`` is aware. Visits of this day stay until
    it is over."""
    begun = datetime.combine(today, time.min, now.tzinfo)
    ahead = VisitQuery(within_days=DAYS_AHEAD)
    behind = VisitQuery(is_past=True, needs_record=True, within_days=DAYS_BEHIND)
    lists, last = store.lists, today + timedelta(days=DAYS_DUE)
    steps = lists.follow_ups_due(last, _FOLLOW_UPS)
    return TodayView(
        today=today,
        visits=lists.visit_rows(ahead, now=begun, limit=_VISITS),
        overdue=tuple(step for step in steps if step.due and step.due < today),
        due=tuple(step for step in steps if step.due and step.due >= today),
        unrecorded=lists.visit_rows(behind, now=now, limit=_UNRECORDED),
        stale=_stale(store, now, language),
        total=Portion(
            visits=lists.count_visits(ahead, now=begun),
            follow_ups=lists.count_follow_ups_due(last),
            unrecorded=lists.count_visits(behind, now=now),
        ),
        has_clients=bool(lists.client_rows(ClientQuery(language=language), now=now, limit=1)),
    )


def _stale(store: Store, now: datetime, language: Language) -> tuple[ClientRow, ...]:
    """Clients that contact faded with, those that weigh most first; of little ones none."""
    settings = planning_settings(store)
    found: tuple[ClientRow, ...] = ()
    for grade in (Grade.S, Grade.A, Grade.B):
        filters = ClientFilters(grades=(grade,), stale_days=settings.stale_days(grade))
        query = ClientQuery(filters=filters, order=ClientOrder.NAME, language=language)
        found += store.lists.client_rows(query, now=now, limit=_STALE - len(found))
    return found
