"""Counting in working days: Monday to Friday, for no calendar of public holidays is at hand."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from briefing_app.errors import UserError

_SATURDAY = 5


def local_day(moment: datetime, zone: str) -> date:
    """The calendar day of an aware ``moment`` in ``zone`` (IANA name).

    Raises UserError for a zone that does not exist.
    """
    try:
        return moment.astimezone(ZoneInfo(zone)).date()
    except (KeyError, ValueError, OSError) as error:
        raise UserError(
            "The client's time zone {zone} is unknown; write one such as Asia/Shanghai.", zone=zone
        ) from error


def working_days_after(day: date, count: int) -> date:
    """The working day that is ``count`` working days after ``day``."""
    for _ in range(count):
        day += timedelta(days=1)
        while day.weekday() >= _SATURDAY:
            day += timedelta(days=1)
    return day


def working_days_before(day: date, count: int) -> date:
    """The working day that is ``count`` working days before ``day``; for 0, ``day`` itself."""
    for _ in range(count):
        day -= timedelta(days=1)
        while day.weekday() >= _SATURDAY:
            day -= timedelta(days=1)
    return day
