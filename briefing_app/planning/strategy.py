"""The commercial strategy that the facts speak for (PRACTICE sections 3 and 6)."""

from __future__ import annotations

from collections.abc import Sequence

from briefing_app.domain.client import Grade
from briefing_app.domain.message import say
from briefing_app.domain.offering import Product, ProductSurface
from briefing_app.domain.opportunity import (
    Charging,
    CommercialStrategy,
    DealAim,
    Intent,
    SalesChannel,
)
from briefing_app.domain.values import Money
from briefing_app.planning.briefing import Because, SalesMode, StrategyAdvice
from briefing_app.planning.facts import Facts
from briefing_app.planning.reasons import because, fact


def strategy_advice(
    facts: Facts, proposed: Sequence[Product], *, has_case_here: bool
) -> StrategyAdvice:
    """What to agree on before the meeting.

    ``has_case_here``: a case of this industry may be shown, so no lighthouse is needed.
    """
    aim, aim_because = _aim(facts, has_case_here=has_case_here)
    channel, channel_because = _channel(facts, proposed)
    charging, charging_because = _charging(facts, aim)
    mode, mode_because = _sales_mode(facts)
    advised = CommercialStrategy(channel=channel, charging=charging, aim=aim)
    return StrategyAdvice(
        advised=advised,
        agreed=facts.dossier.opportunity.strategy,
        because=(
            channel_because,
            charging_because,
            aim_because,
            *mode_because,
            *_difference(facts, advised),
        ),
        sales_mode=mode,
    )


def _difference(facts: Facts, advised: CommercialStrategy) -> tuple[Because, ...]:
    """A note where something else was agreed; what was agreed holds."""
    agreed = facts.dossier.opportunity.strategy
    if agreed is None or _axes(agreed) == _axes(advised):
        return ()
    message = say("What was agreed holds all the same: {agreed}.", agreed=_axes(agreed))
    return (because(message, fact(facts.dossier.opportunity, "strategy")),)


def _axes(strategy: CommercialStrategy) -> tuple[SalesChannel, Charging, DealAim]:
    return strategy.channel, strategy.charging, strategy.aim


def is_at_least(amount: Money | None, threshold: Money) -> bool | None:
    """Whether the amount reaches the threshold; ``None`` where they cannot be compared."""
    if amount is None or amount.currency != threshold.currency:
        return None
    return amount.minor >= threshold.minor


def _large_amount(facts: Facts) -> Money | None:
    amount = facts.dossier.opportunity.amount
    return amount if is_at_least(amount, facts.settings.large_deal_from) else None


def _aim(facts: Facts, *, has_case_here: bool) -> tuple[DealAim, Because]:
    client, opportunity = facts.dossier.client, facts.dossier.opportunity
    grade = fact(client, "grade")
    large = _large_amount(facts)
    if large:
        message = say("The amount is large enough to earn on: {amount}.", amount=large)
        return DealAim.PROFIT, because(message, fact(opportunity, "amount"))
    if client.grade is Grade.S:
        message = say("A grade S client is the name that the others follow.")
        return DealAim.REPUTATION, because(message, grade)
    if client.grade is Grade.A and not has_case_here:
        message = say(
            "There is no case from {industry} yet that may be shown; this client can be the first.",
            industry=facts.dossier.industry.name,
        )
        return DealAim.REPUTATION, because(message, grade)
    message = say(
        "Grade {grade} with no need of a lighthouse: earn on it.", grade=client.grade.value
    )
    return DealAim.PROFIT, because(message, grade)


def _channel(facts: Facts, proposed: Sequence[Product]) -> tuple[SalesChannel, Because]:
    client = facts.dossier.client
    sold = facts.requested or proposed
    shared = next((p for p in sold if p.adoption.surface is not ProductSurface.NONE), None)
    weighs = client.grade in (Grade.S, Grade.A)
    if shared and weighs and not _large_amount(facts):
        message = say(
            "{product} lives inside the client's own product, and the client's weight is worth "
            "more than the price: offer a partnership.",
            product=shared.name,
        )
        reason = because(message, fact(shared, "adoption"), fact(client, "grade"))
        return SalesChannel.PARTNERSHIP, reason
    if shared and weighs:
        message = say("The client pays for it as a project of its own: sell directly.")
        return SalesChannel.DIRECT, because(message, fact(facts.dossier.opportunity, "amount"))
    message = say("Nothing is built together with the client: sell directly.")
    facts_of = tuple(fact(product, "adoption") for product in sold)
    return SalesChannel.DIRECT, because(message, fact(client, "grade"), *facts_of)


def _charging(facts: Facts, aim: DealAim) -> tuple[Charging, Because]:
    opportunity, client = facts.dossier.opportunity, facts.dossier.client
    intent = fact(opportunity, "intent")
    if opportunity.intent in (Intent.CLEAR, Intent.URGENT):
        message = say(
            "The client means to buy ({intent}): no need to give it away.",
            intent=opportunity.intent,
        )
        return Charging.PAID, because(message, intent)
    if aim is DealAim.REPUTATION and client.grade is Grade.S:
        message = say("The intent is not clear, and the name is worth more to us than the fee.")
        return Charging.FREE, because(message, intent, fact(client, "grade"))
    if opportunity.intent is Intent.UNKNOWN:
        message = say(
            "Nobody knows yet whether the client means to buy: ask before offering a trial."
        )
        return Charging.PAID, because(message, intent)
    message = say(
        "The intent is weak: a trial with an end date and a measure lets them see it work."
    )
    return Charging.FREE_TRIAL, because(message, intent)


def _sales_mode(facts: Facts) -> tuple[SalesMode | None, tuple[Because, ...]]:
    opportunity, settings = facts.dossier.opportunity, facts.settings
    amount = opportunity.amount
    by_phone = is_at_least(amount, settings.telephone_below)
    by_visit = is_at_least(amount, settings.visits_above)
    if amount is None or by_phone is None or by_visit is None:
        return None, ()
    if not by_phone:
        mode = SalesMode.TELEPHONE
        message = say(
            "{amount} is below {threshold}: work by telephone, this visit is an exception.",
            amount=amount,
            threshold=settings.telephone_below,
        )
    elif amount.minor > settings.visits_above.minor:
        mode = SalesMode.VISITS
        message = say(
            "{amount} is above {threshold}: visits and conferences pay.",
            amount=amount,
            threshold=settings.visits_above,
        )
    else:
        mode = SalesMode.TELEPHONE_THEN_VISIT
        message = say(
            "{amount} lies between telephone and visits: visit only where a call has prepared it.",
            amount=amount,
        )
    return mode, (because(message, fact(opportunity, "amount")),)
