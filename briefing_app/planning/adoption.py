"""Who should carry the purchase of a product, read off its adoption profile.

The rules are those of PRACTICE section 2 and reproduce its three worked products.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefing_app.domain.client import Department
from briefing_app.domain.message import Message, say
from briefing_app.domain.offering import Integration, Product, ProductSurface, RunningDependence
from briefing_app.planning.briefing import KdmExpectation
from briefing_app.planning.reasons import because, fact


@dataclass(frozen=True, kw_only=True, slots=True)
class _Trait:
    """What one trait of the product means for the purchase."""

    message: Message
    must_agree: tuple[Department, ...] = ()
    may_resist: tuple[Department, ...] = ()


def kdm_expectation(product: Product) -> KdmExpectation:
    """The departments that carry the purchase, must agree to it and may resist it."""
    profile = product.adoption
    departments = _carrying(product)
    traits = tuple(_traits(product))
    may_resist = _departments(t.may_resist for t in traits)
    must_agree = tuple(
        d for d in _departments(t.must_agree for t in traits) if d not in departments
    )
    contested = bool(may_resist) or not profile.has_visible_demand
    carried = not (profile.on_core_flow and contested)
    messages = [trait.message for trait in traits]
    messages += _conclusion(product, departments, carried, bool(may_resist or must_agree))
    return KdmExpectation(
        product_id=product.id,
        departments=departments,
        must_agree=must_agree,
        may_resist=may_resist,
        decided_high_up=profile.on_core_flow,
        one_person_can_carry_it=carried,
        because=tuple(because(message, fact(product, "adoption")) for message in messages),
    )


def _carrying(product: Product) -> tuple[Department, ...]:
    profile = product.adoption
    if not profile.on_core_flow:
        return profile.improves
    pulling = profile.improves if profile.has_visible_demand else ()
    return tuple(dict.fromkeys((Department.GENERAL_MANAGEMENT, *pulling)))


def _departments(groups: Iterator[tuple[Department, ...]]) -> tuple[Department, ...]:
    return tuple(dict.fromkeys(department for group in groups for department in group))


def _traits(product: Product) -> Iterator[_Trait]:
    yield _integration(product)
    yield from _running(product)
    yield from _place(product)
    yield from _demand(product)


def _integration(product: Product) -> _Trait:
    name = product.name
    if product.adoption.integration is Integration.ONE_OFF:
        return _Trait(
            message=say(
                "{product} is connected once, so technical resistance is low.", product=name
            )
        )
    if product.adoption.integration is Integration.PROJECT:
        return _Trait(
            message=say(
                "Connecting {product} is a project, so the technical side must find the time.",
                product=name,
            ),
            must_agree=(Department.TECHNOLOGY,),
        )
    return _Trait(
        message=say(
            "Connecting {product} stays work for the client's engineers, so they may resist.",
            product=name,
        ),
        may_resist=(Department.TECHNOLOGY,),
    )


def _running(product: Product) -> Iterator[_Trait]:
    if product.adoption.running_dependence is RunningDependence.STANDING:
        yield _Trait(
            message=say(
                "Faults of {product} come back to the client's engineers as maintenance, "
                "so they may resist.",
                product=product.name,
            ),
            may_resist=(Department.TECHNOLOGY,),
        )


def _place(product: Product) -> Iterator[_Trait]:
    if product.adoption.on_core_flow:
        yield _Trait(
            message=say(
                "{product} sits on the client's core business link, so it is decided high up.",
                product=product.name,
            )
        )
    if product.adoption.surface is not ProductSurface.NONE:
        yield _Trait(
            message=say(
                "{surface}: the product side and senior management must agree.",
                surface=product.adoption.surface,
            ),
            must_agree=(Department.PRODUCT, Department.GENERAL_MANAGEMENT),
        )


def _demand(product: Product) -> Iterator[_Trait]:
    if not product.adoption.has_visible_demand:
        yield _Trait(
            message=say(
                "End users are served well by what they have, so the business side does not pull."
            )
        )
    if product.adoption.improves:
        yield _Trait(
            message=say(
                "{product} improves the cost or the result of {departments}.",
                product=product.name,
                departments=product.adoption.improves,
            )
        )


def _conclusion(
    product: Product, departments: tuple[Department, ...], carried: bool, contested: bool
) -> Iterator[Message]:
    if not departments:
        yield say(
            "Nobody wrote down whose cost or result {product} improves, so no department "
            "stands out.",
            product=product.name,
        )
    elif not carried:
        yield say("No single decision maker can carry it.")
    elif contested:
        yield say(
            "Key decision maker: {departments}, with the agreement of others.",
            departments=departments,
        )
    else:
        yield say(
            "Key decision maker: {departments}; once they push, others hardly resist.",
            departments=departments,
        )
