"""Days are said as people say them, farther ones by their date."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from briefing_app.domain.text import Language
from briefing_app.ui.days import relative_day
from briefing_app.wording import wording_in

TODAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("away", "en", "zh"),
    [
        (0, "today", "今天"),
        (1, "tomorrow", "明天"),
        (-1, "yesterday", "昨天"),
        (2, "in 2 days", "2 天后"),
        (-14, "14 days ago", "14 天前"),
        (15, "Fri 11 Dec", "12月11日 周五"),
        (60, "25 January 2027", "2027年1月25日"),
    ],
)
def test_near_days_are_said_and_far_ones_dated(away: int, en: str, zh: str) -> None:
    day = TODAY + timedelta(days=away)
    said = [relative_day(wording_in(one), day, TODAY) for one in (Language.EN, Language.ZH)]
    assert said == [en, zh]
