"""An amount is read as people write it, and shown so that it reads back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.values import Money
from briefing_app.ui.fields.money import _amount, _shown

AMOUNTS = st.builds(
    Money, minor=st.integers(0, 10**14), currency=st.sampled_from(["CNY", "USD", "JPY"])
)


@given(money=AMOUNTS)
def test_what_is_shown_reads_back(money: Money) -> None:
    assert _amount(_shown(money).replace(",", ""), money.currency) == money.minor


@pytest.mark.parametrize(
    ("typed", "currency", "minor"),
    [
        ("120000", "CNY", 12_000_000),
        ("0.5", "CNY", 50),
        ("120000", "JPY", 120_000),
        ("1.5", "JPY", None),  # there is no part of a yen
        ("1.005", "CNY", None),
        ("-3", "CNY", None),
        ("a lot", "CNY", None),
        ("nan", "CNY", None),
        ("1e30", "CNY", None),
    ],
)
def test_only_amounts_of_the_currency_are_taken(
    typed: str, currency: str, minor: int | None
) -> None:
    assert _amount(typed, currency) == minor


def test_whole_amounts_are_shown_without_parts() -> None:
    assert _shown(Money(86_000_000)) == "860,000"
    assert _shown(Money(12_050)) == "120.50"
