"""Money is found in every notation in which people write it, and nothing else is."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.documents.gate import BreachKind, Prices
from briefing_app.documents.gate.money import amounts_in, money_in

SECRET = Decimal(120_000)
NOTATIONS = (
    "120000 元",
    "120,000元",
    "12万元",
    "12 万元",
    "十二万元",
    "人民币十二万元",
    "¥120,000.00",
    "￥１２００００",
    "CNY 120k",
    "RMB120,000",
    "120 000 CNY",
    "0.12 million yuan",
    "10-12万元",
    "CNY 100,000–120,000",
)
NO_MONEY = (
    "saved 3 hours",
    "20 December 2026",
    "2026年5月12日",
    "35% and 12.5 %",
    "12元素、多元化、第一元",
    "100 km, 5 kg, 12 months, TOP 10",
    "v1.2.3 at #120000, A120000",
)
WHOLE = st.integers(min_value=1, max_value=10**12)


def kinds(prices: Prices, text: str) -> list[BreachKind]:
    return [mention.reason.kind for mention in prices.found_in(text)]


@pytest.mark.parametrize("words", NOTATIONS)
def test_one_amount_is_the_same_in_every_notation(words: str) -> None:
    (amount,) = money_in(f"约 {words}, say")
    assert SECRET in amount.values
    assert amount.words == words


@pytest.mark.parametrize("words", NO_MONEY)
def test_what_is_no_money_is_none(words: str) -> None:
    assert list(money_in(words)) == []


@given(value=WHOLE, form=st.sampled_from(("¥{:,}", "{} 元", "USD {}", "{:,}.00 yuan", "€{:,}")))
def test_any_whole_amount_is_read_as_it_was_written(value: int, form: str) -> None:
    (amount,) = money_in(f"we pay {form.format(value)} a year")
    assert amount.values == {Decimal(value)}


@given(value=st.integers(min_value=1, max_value=9_999))
def test_ten_thousands_are_read_in_figures_and_as_a_scale(value: int) -> None:
    for words in (f"{value}万元", f"{value * 10}千元", f"CNY {value * 10}k"):
        (amount,) = money_in(words)
        assert amount.values == {Decimal(value * 10_000)}


@given(text=st.text(alphabet="0123456789.,¥$万元千百十一CNYk -至%", max_size=40))
def test_any_text_is_read_without_a_fault_and_places_are_right(text: str) -> None:
    for amount in amounts_in(text):
        assert text[amount.start : amount.end] == amount.words


@pytest.mark.parametrize("words", NOTATIONS)
def test_an_internal_amount_is_a_breach_whether_pricing_is_shareable_or_not(words: str) -> None:
    for shared in (True, False):
        found = kinds(Prices(frozenset([SECRET]), frozenset([SECRET]), shared), words)
        assert found == [BreachKind.INTERNAL]


@pytest.mark.parametrize("words", ["120000", "120,000", "12万", "(120,000)", "120k"])
def test_a_number_that_equals_an_internal_amount_is_told_and_may_be_meant(words: str) -> None:
    (kind,) = kinds(Prices(frozenset([SECRET]), is_shareable=True), words)
    assert kind is BreachKind.PRICE
    assert kind.may_be_meant


def test_a_small_number_without_a_currency_equals_an_amount_by_chance() -> None:
    assert kinds(Prices(frozenset([Decimal(2026)])), "in 2026, with 2,026 players") == []


@pytest.mark.parametrize("words", ["¥5", "20 dollars", "三千元", "USD 1.5m", "1 million yuan"])
def test_any_price_is_a_breach_unless_pricing_is_shareable(words: str) -> None:
    assert kinds(Prices(), words) == [BreachKind.PRICE]
    assert kinds(Prices(is_shareable=True), words) == []


def test_an_effect_in_money_may_be_read() -> None:
    prices = Prices(effects=frozenset([Decimal(800_000), Decimal(500_000)]))
    assert kinds(prices, "从80万元降到50万元") == []
    assert kinds(prices, "from CNY 800,000 to CNY 500,001") == [BreachKind.PRICE]
