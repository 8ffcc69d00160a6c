"""A visit as a calendar of all clients shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from briefing_app.domain.ids import VisitId
from briefing_app.domain.text import Text


@dataclass(frozen=True, kw_only=True, slots=True)
class Appointment:
    """When a visit is, and whom it is to. ``starts_at`` is aware, in UTC."""

    visit: VisitId
    starts_at: datetime
    client_name: Text
    time_zone: str

    @property
    def local_start(self) -> datetime:
        """The beginning where the client is; in UTC where its time zone does not exist."""
        return at_clients(self.starts_at, self.time_zone)

    @property
    def day(self) -> date:
        """The day of the visit where the client is."""
        return self.local_start.date()


def at_clients(moment: datetime, time_zone: str) -> datetime:
    """A moment as the clock of a client shows it; in UTC where the zone does not exist."""
    try:
        return moment.astimezone(ZoneInfo(time_zone))
    except (KeyError, ValueError, OSError, OverflowError):  # not a zone, or not in our calendar
        return moment.astimezone(UTC)
