"""Values read as each language writes them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from briefing_app.domain.client import Grade
from briefing_app.domain.message import say, say_count
from briefing_app.domain.text import Language, Text
from briefing_app.domain.values import Money
from briefing_app.errors import UserError
from briefing_app.wording import wording_in

ZH, EN = wording_in(Language.ZH), wording_in(Language.EN)
DAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("value", "chinese", "english"),
    [
        (DAY, "2026年11月23日", "23 November 2026"),
        (1234567.5, "1,234,567.5", "1,234,567.5"),
        (Money(123456700), "¥1,234,567", "CN¥1,234,567"),
        (Money(1250, "USD"), "US$12.50", "US$12.50"),
        (Money(5000, "JPY"), "JP¥5,000", "JP¥5,000"),
        (("a", "b", "c"), "a、b和c", "a, b and c"),
        (Text("支付", "Payment"), "支付", "Payment"),
        (Text("", "Payment"), "Payment", "Payment"),
        (
            datetime(2026, 11, 23, 14, 30, tzinfo=UTC),
            "2026年11月23日 14:30",
            "23 November 2026 14:30",
        ),
    ],
)
def test_a_value_reads_as_the_language_writes_it(value: object, chinese: str, english: str) -> None:
    assert (ZH.value(value), EN.value(value)) == (chinese, english)


def test_a_message_renders_its_parameters_in_the_same_language() -> None:
    message = say("The theme is {grade}", grade=Grade.S, client=Text("星河", "Galaxy"))
    assert EN.message(message) == f"The theme is {EN.label(Grade.S)}"


def test_a_counted_message_takes_the_form_for_its_number() -> None:
    one = say_count("{count} need", "{count} needs", 1)
    many = say_count("{count} need", "{count} needs", 3)
    assert (EN.message(one), EN.message(many)) == ("1 need", "3 needs")


def test_an_error_renders_like_a_phrase() -> None:
    error = UserError("There is no theme {name}. Choose one of: {known}.", name="x", known="y")
    assert EN.error(error) == "There is no theme x. Choose one of: y."
    assert "x" in ZH.error(error)
    assert ZH.error(error) != EN.error(error)


def test_dates_without_a_year_carry_their_week_day() -> None:
    assert (ZH.short_day(DAY), EN.short_day(DAY)) == ("11月23日 周一", "Mon 23 Nov")


def test_the_time_is_that_of_the_zone() -> None:
    moment = datetime(2026, 12, 3, 6, 30, tzinfo=UTC)
    assert ZH.clock(moment, "Asia/Shanghai") == "14:30"
    assert EN.clock(moment, "Europe/London") == "06:30"
