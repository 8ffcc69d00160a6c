"""The thresholds that a team sets for itself: what each is for, and what it may be.

Weights are left out: they add up to 100 and say nothing one by one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from briefing_app.domain.labels import N_, Labelled
from briefing_app.domain.message import Message
from briefing_app.domain.values import Money
from briefing_app.errors import UserError
from briefing_app.planning.settings import PlanningSettings

_MOST_MINOR = 10**14
_DAYS = (3, 730)
_AMOUNTS = (1_00, _MOST_MINOR)


class ThresholdGroup(Labelled):
    """What thresholds are about."""

    CONTACT = "contact", N_("Gone quiet")
    AMOUNTS = "amounts", N_("Amount of a project")
    PROPOSAL = "proposal", N_("Proposal and cases")
    DOCUMENTS = "documents", N_("Deck and visit plan")


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """One field of `PlanningSettings`: its name, what people call it, the reason behind it, its
    unit (message ids; empty for an amount) and the least and the most that it may be, both
    included, for an amount in minor units."""

    name: str
    group: ThresholdGroup
    label: str
    reason: str
    unit: str = ""
    limits: tuple[int, int]


THRESHOLDS: tuple[Threshold, ...] = (
    Threshold(
        name="stale_after_days",
        group=ThresholdGroup.CONTACT,
        label=N_("A client has gone quiet after"),
        reason=N_(
            "Without a contact for so long, a client stands under “Gone quiet” and somebody who"
            " matters counts as neglected."
        ),
        unit=N_("days"),
        limits=_DAYS,
    ),
    Threshold(
        name="stale_after_days_key_client",
        group=ThresholdGroup.CONTACT,
        label=N_("A client of grade S or A after"),
        reason=N_("80% of revenue comes from 20% of clients: these are looked after sooner."),
        unit=N_("days"),
        limits=_DAYS,
    ),
    Threshold(
        name="telephone_below",
        group=ThresholdGroup.AMOUNTS,
        label=N_("By telephone below"),
        reason=N_(
            "A project below this amount does not pay for visits; the plan advises the telephone."
            " Amounts in another currency are not compared with it."
        ),
        limits=_AMOUNTS,
    ),
    Threshold(
        name="visits_above",
        group=ThresholdGroup.AMOUNTS,
        label=N_("Visits and conferences above"),
        reason=N_(
            "Above this amount visits and conferences pay; between the two, a call prepares the"
            " visit. Amounts in another currency are not compared with it."
        ),
        limits=_AMOUNTS,
    ),
    Threshold(
        name="large_deal_from",
        group=ThresholdGroup.AMOUNTS,
        label=N_("A large deal from"),
        reason=N_(
            "From this amount on the deal itself is worth earning on; below it, a well-known name"
            " may be worth more than the price. Amounts in another currency are not compared with"
            " it."
        ),
        limits=_AMOUNTS,
    ),
    Threshold(
        name="proposal_score",
        group=ThresholdGroup.PROPOSAL,
        label=N_("A product is proposed from"),
        reason=N_(
            "How well a product has to fit the client, of 100 points. With fewer points products"
            " are proposed that answer less of what the client needs."
        ),
        unit=N_("points"),
        limits=(1, 100),
    ),
    Threshold(
        name="proposed_products",
        group=ThresholdGroup.PROPOSAL,
        label=N_("Products proposed, at most"),
        reason=N_("Each product takes slides and time; the ones that fit best come first."),
        limits=(1, 6),
    ),
    Threshold(
        name="shown_cases",
        group=ThresholdGroup.PROPOSAL,
        label=N_("Success cases shown, at most"),
        reason=N_(
            "A direct competitor's use and the biggest name of the industry weigh most; they come"
            " first."
        ),
        limits=(1, 6),
    ),
    Threshold(
        name="executive_slides",
        group=ThresholdGroup.DOCUMENTS,
        label=N_("Slides for executives, at most"),
        reason=N_("Executives want value, proof and the next step straight away."),
        limits=(5, 20),
    ),
    Threshold(
        name="other_slides",
        group=ThresholdGroup.DOCUMENTS,
        label=N_("Slides for others, at most"),
        reason=N_("What interests the audience least is left out first."),
        limits=(8, 40),
    ),
    Threshold(
        name="questions",
        group=ThresholdGroup.DOCUMENTS,
        label=N_("Questions in the visit plan, at most"),
        reason=N_("A long list hides what must be asked; the most useful questions come first."),
        limits=(3, 30),
    ),
    Threshold(
        name="objections",
        group=ThresholdGroup.DOCUMENTS,
        label=N_("Objections in the visit plan, at most"),
        reason=N_("The likeliest objections of those at the table, each with its answer."),
        limits=(1, 20),
    ),
)

BY_NAME: Mapping[str, Threshold] = {one.name: one for one in THRESHOLDS}

_IN_ORDER = (
    ("stale_after_days_key_client", "stale_after_days"),
    ("telephone_below", "visits_above"),
    ("visits_above", "large_deal_from"),
)
"""Pairs of which the first is at most the second."""


def with_threshold(
    settings: PlanningSettings, name: str, value: int | Money | None
) -> PlanningSettings:
    """The settings with another value of a threshold, the usual one for ``None``.

    UserError where it is out of its limits, or on the wrong side of another one.
    """
    new: dict[str, Any] = {name: usual(name) if value is None else value}
    changed = replace(settings, **new)
    _check_limits(BY_NAME[name], getattr(changed, name))
    for lower, higher in _IN_ORDER:
        if name in (lower, higher):
            _check_order(changed, lower, higher)
    return changed


def usual(name: str) -> int | Money:
    """What practice takes for a threshold."""
    found: int | Money = getattr(PlanningSettings(), name)
    return found


def _check_limits(threshold: Threshold, value: int | Money) -> None:
    least, most = threshold.limits
    if least <= (value.minor if isinstance(value, Money) else value) <= most:
        return
    if isinstance(value, Money):
        raise UserError("Write an amount above zero, as 120000.")
    raise UserError("Write a whole number from {least} to {most}.", least=least, most=most)


def _check_order(settings: PlanningSettings, lower: str, higher: str) -> None:
    low, high = getattr(settings, lower), getattr(settings, higher)
    if isinstance(low, Money) and low.currency != high.currency:
        return  # amounts in two currencies have no order
    if _size(low) > _size(high):
        raise UserError(
            "“{lower}” ({low}) may not be more than “{higher}” ({high}). Change the other one"
            " first.",
            lower=Message(BY_NAME[lower].label),
            low=low,
            higher=Message(BY_NAME[higher].label),
            high=high,
        )


def _size(value: int | Money) -> int:
    return value.minor if isinstance(value, Money) else value
