"""The calendar: the visits of some days, without reading all that belongs to them."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from briefing_app.domain.appointment import Appointment
from briefing_app.domain.ids import VisitId
from briefing_app.domain.text import Text
from briefing_app.store.connection import Connection, Row

_ZONES = timedelta(days=1)
"""No place on earth is further than this from UTC."""
_OF_DAYS = """
    SELECT visit.id, visit.starts_at, client.time_zone,
        client.name_zh, client.name_en, client.short_name_zh, client.short_name_en
    FROM visit
    JOIN opportunity ON opportunity.id = visit.opportunity
    JOIN client ON client.id = opportunity.client
    WHERE visit.starts_at >= ? AND visit.starts_at < ?
    ORDER BY visit.starts_at, visit.id
"""


def appointments(connection: Connection, first: date, last: date) -> tuple[Appointment, ...]:
    """The visits from ``first`` to ``last``, days of the client's, both included; by time."""
    begin = first - _ZONES if first - date.min > _ZONES else date.min
    end = last + 2 * _ZONES if date.max - last > 2 * _ZONES else date.max
    rows = connection.rows(_OF_DAYS, (begin.isoformat(), end.isoformat()))
    found = map(_appointment, rows)
    return tuple(one for one in found if first <= one.day <= last)


def _appointment(row: Row) -> Appointment:
    visit, starts_at, zone, *names = map(str, row)
    name, short_name = Text(*names[:2]), Text(*names[2:])
    return Appointment(
        visit=VisitId(visit),
        starts_at=datetime.fromisoformat(starts_at),
        client_name=short_name.filled_from(name),
        time_zone=zone,
    )
