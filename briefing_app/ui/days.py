"""Days as people say them: how far away they are; the date itself stands in the tool tip."""

from __future__ import annotations

from datetime import date

from briefing_app.wording import Wording

_SOON = 14


def relative_day(wording: Wording, day: date, today: date) -> str:
    """``today``, ``tomorrow``, ``in 5 days``, ``3 days ago``; farther away the date."""
    away = (day - today).days
    if away == 0:
        return wording.phrase("today")
    if away == 1:
        return wording.phrase("tomorrow")
    if away == -1:
        return wording.phrase("yesterday")
    if 0 < away <= _SOON:
        return wording.counted("in {count} day", "in {count} days", away)
    if -_SOON <= away < 0:
        return wording.counted("{count} day ago", "{count} days ago", -away)
    if day.year == today.year:
        return wording.short_day(day)
    return wording.day(day)
