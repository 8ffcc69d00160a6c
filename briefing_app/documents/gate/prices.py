"""Amounts of money that a client must not read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from briefing_app.documents.gate.breach import BreachKind
from briefing_app.documents.gate.mention import Mention, Reason, mention_at
from briefing_app.documents.gate.money import Amount, amounts_in
from briefing_app.domain.message import Message, say

_SMALLEST_PLAIN = 10_000
"""A number without a currency below this is a year or a count that equals an amount by chance."""
_SECRET = Reason(BreachKind.INTERNAL, say("this amount is known inside our team only."))
_LOOKALIKE = Reason(
    BreachKind.PRICE, say("the number equals an amount that is known inside our team only.")
)
_NO_PRICE_HERE = say("Take it out. If it is no price, let it through with --meant.")


@dataclass(frozen=True, slots=True)
class Prices:
    """What may be said of money to a client.

    ``secret`` amounts never, in whatever notation; other sums where pricing ``is_shareable``, or
    where they are among ``effects``, which were entered to be shown. ``remedy`` says what to do
    about a sum that may be a price.
    """

    secret: frozenset[Decimal] = frozenset()
    effects: frozenset[Decimal] = frozenset()
    is_shareable: bool = False
    remedy: Message = _NO_PRICE_HERE

    def found_in(self, text: str) -> Iterator[Mention]:
        """Each amount in ``text`` that must not stand there."""
        for amount in amounts_in(text):
            reason = self._reason(amount)
            if reason is not None:
                yield mention_at(text, amount.start, amount.end, reason)

    def _reason(self, amount: Amount) -> Reason | None:
        secret = amount.values & self.secret
        if amount.is_money and secret:
            return _SECRET
        if any(value >= _SMALLEST_PLAIN for value in secret):
            return _LOOKALIKE
        if amount.is_money and not self.is_shareable and not amount.values <= self.effects:
            says = say("it may be a price, and pricing is not marked as shareable.")
            return Reason(BreachKind.PRICE, says, self.remedy)
        return None
