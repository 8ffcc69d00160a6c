"""The sums of money that documents for a client may name, and those that they must not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from decimal import Decimal
from typing import TypeVar

from babel.numbers import get_currency_precision

from briefing_app.documents.gate import Prices
from briefing_app.documents.gate.money import amounts_in, money_in
from briefing_app.domain.dossier import Dossier
from briefing_app.domain.message import Message, say
from briefing_app.domain.offering import Product, SuccessCase
from briefing_app.domain.opportunity import Opportunity
from briefing_app.domain.records import kind_of
from briefing_app.domain.sharing import internal_texts, internal_values
from briefing_app.domain.text import Text
from briefing_app.domain.values import Money
from briefing_app.exchange.columns import label_of

R = TypeVar("R")

_PRINTED_DECIMALS = 2


def prices_for(dossier: Dossier) -> Prices:
    """What this client may read: no internal sum but those of a frame that is shareable."""
    opportunity = dossier.opportunity
    shared = opportunity.pricing_is_shareable
    agreed = set(_sums_in(opportunity.commercial_frame)) if shared else set()
    records = tuple(getattr(dossier, part.name) for part in fields(dossier))
    return Prices(
        frozenset(_internal_sums(records)) - agreed,
        frozenset(_effects((*dossier.products, *dossier.cases))),
        shared,
        _how_to_allow(opportunity),
    )


def _how_to_allow(opportunity: Opportunity) -> Message:
    return say(
        "Take it out. If this client may read prices, set “{field}” to “{yes}” for “{project}” on"
        " the sheet “{sheet}” and import it. If it is no price, let it through with --meant.",
        field=Message(label_of(Opportunity, "pricing_is_shareable")),
        yes=say("Yes"),
        project=opportunity.name,
        sheet=Message(kind_of(opportunity).label),
    )


def prices_for_anybody(records: tuple[object, ...]) -> Prices:
    """What may stand where there is no project: no price at all, but effects in money."""
    return Prices(frozenset(_internal_sums(records)), frozenset(_effects(records)))


def _internal_sums(records: tuple[object, ...]) -> Iterator[Decimal]:
    """Amounts in internal fields and notes; in a note on prices, numbers without currency too."""
    for money in internal_values(records, Money):
        yield Decimal(money.minor).scaleb(-get_currency_precision(money.currency))
    for words in set(internal_texts(records)):
        for amount in money_in(words):
            yield from amount.values
    for product in _all_of(records, Product):
        for words in product.price_note.both:
            for amount in amounts_in(words):
                yield from amount.values


def _effects(records: tuple[object, ...]) -> Iterator[Decimal]:
    """Both values of each effect in a currency, and their difference, as they are printed."""
    measures = [m for case in _all_of(records, SuccessCase) for m in case.results]
    measures += [m for p in _all_of(records, Product) for v in p.values for m in v.measures]
    for measure in measures:
        for value in (measure.before, measure.after, abs(measure.before - measure.after)):
            printed = f"{value:.{_PRINTED_DECIMALS}f}"
            yield from _sums_in(Text(*(f"{printed} {unit}" for unit in measure.unit.both)))


def _sums_in(text: Text) -> Iterator[Decimal]:
    for words in text.both:
        for amount in money_in(words):
            yield from amount.values


def _all_of(records: tuple[object, ...], kind: type[R]) -> Iterator[R]:
    for record in records:
        if isinstance(record, kind):
            yield record
        elif isinstance(record, tuple):
            yield from _all_of(record, kind)
