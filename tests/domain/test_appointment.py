"""A visit is on the day that it is where the client is."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from briefing_app.domain.appointment import Appointment
from briefing_app.domain.ids import VisitId
from briefing_app.domain.text import Text

LATE = Appointment(
    visit=VisitId("visit"),
    starts_at=datetime(2026, 12, 3, 18, 30, tzinfo=UTC),
    client_name=Text.same("Acme"),
    time_zone="Asia/Shanghai",
)


@pytest.mark.parametrize(
    ("zone", "day", "clock"),
    [
        ("Asia/Shanghai", date(2026, 12, 4), "02:30"),
        ("America/New_York", date(2026, 12, 3), "13:30"),
        ("Mars/Olympus", date(2026, 12, 3), "18:30"),
        ("", date(2026, 12, 3), "18:30"),
        ("../etc", date(2026, 12, 3), "18:30"),
    ],
)
def test_day_and_time_are_those_of_the_zone_or_utc_where_there_is_none(
    zone: str, day: date, clock: str
) -> None:
    appointment = replace(LATE, time_zone=zone)
    assert (appointment.day, f"{appointment.local_start:%H:%M}") == (day, clock)


def test_a_moment_at_the_end_of_time_stays_in_utc() -> None:
    last = replace(LATE, starts_at=datetime.max.replace(tzinfo=UTC))
    assert last.day == date.max
