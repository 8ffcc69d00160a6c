"""Dates and times are read as people write them, and midnight is never guessed."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from briefing_app.domain.visit import Visit
from briefing_app.exchange.cells import Raw, UnreadableCell, read, written_time
from briefing_app.exchange.columns import Column, Role

STARTS_AT = Column(Role.VALUE, ((Visit, "starts_at"),))
HALF_PAST_NINE = datetime(2026, 12, 1, 9, 30)  # noqa: DTZ001 - cells carry no zone
MIDNIGHT = datetime(2026, 12, 1)  # noqa: DTZ001


@pytest.mark.parametrize(
    "raw",
    [
        HALF_PAST_NINE,
        "2026-12-01 09:30",
        "2026-12-1 9:30",
        "2026/12/1 9:30",
        "2026.12.01 09：30",
        "2026年12月1日 9:30",
        "2026年12月1日9点30分",
        "2026年12月1日 9时30",
        "2026-12-01T09:30",
        " 2026-12-01 09:30:00 ",
    ],
)
def test_a_time_is_read_as_people_write_it(raw: Raw) -> None:
    assert read(raw, STARTS_AT) == HALF_PAST_NINE


@pytest.mark.parametrize("raw", [MIDNIGHT, date(2026, 12, 1), "2026-12-01", "2026年12月1日"])
def test_a_day_without_its_time_is_told(raw: Raw) -> None:
    with pytest.raises(UnreadableCell, match="is a day without its time"):
        read(raw, STARTS_AT)


@pytest.mark.parametrize(
    "raw", ["2026-12-01 25:00", "2026-12-01 9:3", "2026-13-01 9:30", "9:30", 9]
)
def test_what_is_no_time_is_told(raw: Raw) -> None:
    with pytest.raises(UnreadableCell, match="is not a date with a time"):
        read(raw, STARTS_AT)


def test_midnight_is_written_so_that_it_is_read_again() -> None:
    moment = datetime(2026, 11, 30, 16, tzinfo=UTC)
    cell = written_time(moment, "Asia/Shanghai")
    assert cell == "2026-12-01 00:00"
    assert read(cell, STARTS_AT) == MIDNIGHT
