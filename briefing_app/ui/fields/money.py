"""An editor of an amount of money."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from babel.numbers import get_currency_precision
from PySide6.QtWidgets import QComboBox

from briefing_app.domain.message import say
from briefing_app.domain.values import Money
from briefing_app.ui.desk import Desk
from briefing_app.ui.fields.field import Field, Unreadable, line_control, text_of
from briefing_app.ui.fields.saving import Save
from briefing_app.ui.widgets import row

CURRENCIES = ("CNY", "USD", "EUR", "HKD", "JPY")
_MOST = Decimal(10) ** 15
_SEPARATORS = str.maketrans("", "", ", \u00a0\uff0c")


class MoneyField(Field):
    """An amount with its currency; nothing at all stands for an amount that is not known."""

    unreadable = say("This is no amount. Write it as 120000 or 120,000.50.")

    def __init__(self, desk: Desk, name: str, save: Save, tip: str = "") -> None:
        super().__init__(desk, name, save, tip)
        self._amount = line_control(desk.wording.phrase("not set"))
        self._amount.textChanged.connect(self.typed)
        self._amount.returnPressed.connect(self.save_now)
        self._currency = QComboBox()
        self._currency.addItems(CURRENCIES)
        self._currency.setAccessibleName(desk.wording.phrase("Currency"))
        self._currency.activated.connect(self.save_now)
        beside = row(self._amount, self._currency)
        beside.setStretch(0, 1)
        self.lay_out(beside, self._amount, self._currency)

    def value(self) -> Money | Unreadable | None:
        """The amount; ``None`` where nothing is typed."""
        typed = text_of(self._amount).translate(_SEPARATORS)
        if not typed:
            return None
        currency = self._currency.currentText()
        amount = _amount(typed, currency)
        return Unreadable() if amount is None else Money(amount, currency)

    def put(self, value: Money | None) -> None:
        """Show it, whatever its currency."""
        currency = value.currency if value else CURRENCIES[0]
        self.write((_shown(value) if value else "", currency))

    def written(self) -> tuple[str, str]:
        """The amount as it is typed, and its currency."""
        return text_of(self._amount), self._currency.currentText()

    def write(self, written: Sequence[str]) -> None:
        """Both again."""
        amount, currency = written
        if self._currency.findText(currency) < 0:
            self._currency.addItem(currency)
        self._currency.setCurrentText(currency)
        self._amount.setText(amount)


def _amount(typed: str, currency: str) -> int | None:
    """In minor units; ``None`` for what is no amount, or has parts too small for its currency."""
    try:
        minor = Decimal(typed).scaleb(get_currency_precision(currency))
    except InvalidOperation:
        return None
    is_fine = minor.is_finite() and 0 <= minor < _MOST and minor == minor.to_integral_value()
    return int(minor) if is_fine else None


def _shown(value: Money) -> str:
    digits = get_currency_precision(value.currency)
    amount = Decimal(value.minor).scaleb(-digits)
    return f"{amount:,.{digits}f}".removesuffix(f".{'0' * digits}")
