"""The list of visits."""

from __future__ import annotations

from datetime import datetime

from briefing_app.domain.lists import VisitQuery, VisitRow
from briefing_app.store.store import Store


def visit_rows(
    store: Store, query: VisitQuery, *, now: datetime, limit: int, offset: int = 0
) -> tuple[VisitRow, ...]:
    """At most ``limit`` visits from ``offset`` on, in order of time from ``now``, an aware one."""
    return store.lists.visit_rows(query, now=now, limit=limit, offset=offset)


def count_visits(store: Store, query: VisitQuery, *, now: datetime) -> int:
    """How many visits `visit_rows` would tell without a limit."""
    return store.lists.count_visits(query, now=now)
