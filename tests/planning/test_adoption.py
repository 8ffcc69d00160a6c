"""The KDM expectation, first of all for the three worked products of PRACTICE section 2."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from briefing_app.domain.client import Department
from briefing_app.domain.message import Message
from briefing_app.domain.offering import (
    AdoptionProfile,
    Integration,
    ProductSurface,
    RunningDependence,
)
from briefing_app.planning.adoption import kdm_expectation
from briefing_app.planning.briefing import KdmExpectation
from tests.builders import adoption, product


@dataclass(frozen=True)
class Worked:
    profile: AdoptionProfile
    departments: tuple[Department, ...]
    must_agree: tuple[Department, ...]
    may_resist: tuple[Department, ...]
    decided_high_up: bool
    one_person_can_carry_it: bool
    conclusion: str


WORKED = {
    "behaviour analytics": Worked(
        profile=adoption(improves=(Department.OPERATIONS, Department.PRODUCT)),
        departments=(Department.OPERATIONS, Department.PRODUCT),
        must_agree=(),
        may_resist=(),
        decided_high_up=False,
        one_person_can_carry_it=True,
        conclusion="Key decision maker: {departments}; once they push, others hardly resist.",
    ),
    "aggregated payments": Worked(
        profile=adoption(
            running_dependence=RunningDependence.STANDING,
            on_core_flow=True,
            has_visible_demand=False,
            improves=(Department.FINANCE,),
        ),
        departments=(Department.GENERAL_MANAGEMENT,),
        must_agree=(),
        may_resist=(Department.TECHNOLOGY,),
        decided_high_up=True,
        one_person_can_carry_it=False,
        conclusion="No single decision maker can carry it.",
    ),
    "loyalty-points mall": Worked(
        profile=adoption(surface=ProductSurface.ENTRANCE_AND_USER_SYSTEM),
        departments=(Department.OPERATIONS,),
        must_agree=(Department.PRODUCT, Department.GENERAL_MANAGEMENT),
        may_resist=(),
        decided_high_up=False,
        one_person_can_carry_it=True,
        conclusion="Key decision maker: {departments}, with the agreement of others.",
    ),
}


def reasons(expectation: KdmExpectation) -> list[str]:
    return [because.message.msgid for because in expectation.because]


@pytest.mark.parametrize("name", WORKED)
def test_the_three_worked_products_come_out_as_in_the_practice(name: str) -> None:
    worked = WORKED[name]
    found = kdm_expectation(product(adoption=worked.profile))
    assert found == KdmExpectation(
        product_id=found.product_id,
        departments=worked.departments,
        must_agree=worked.must_agree,
        may_resist=worked.may_resist,
        decided_high_up=worked.decided_high_up,
        one_person_can_carry_it=worked.one_person_can_carry_it,
        because=found.because,
    )
    assert reasons(found)[-1] == worked.conclusion


def test_payments_name_each_reason_why_nobody_can_carry_them() -> None:
    said = reasons(kdm_expectation(product(adoption=WORKED["aggregated payments"].profile)))
    assert any("core business link" in reason for reason in said)
    assert any("come back to the client's engineers" in reason for reason in said)
    assert any("the business side does not pull" in reason for reason in said)


@pytest.mark.parametrize(
    ("integration", "must_agree", "may_resist"),
    [
        (Integration.ONE_OFF, (), ()),
        (Integration.PROJECT, (Department.TECHNOLOGY,), ()),
        (Integration.CONTINUOUS, (), (Department.TECHNOLOGY,)),
    ],
)
def test_the_harder_to_connect_the_more_the_technical_side_counts(
    integration: Integration,
    must_agree: tuple[Department, ...],
    may_resist: tuple[Department, ...],
) -> None:
    found = kdm_expectation(product(adoption=adoption(integration=integration)))
    assert (found.must_agree, found.may_resist) == (must_agree, may_resist)


def test_a_core_product_with_visible_demand_and_no_resistance_can_be_carried() -> None:
    found = kdm_expectation(product(adoption=adoption(on_core_flow=True)))
    assert found.one_person_can_carry_it
    assert found.departments == (Department.GENERAL_MANAGEMENT, Department.OPERATIONS)


def test_resistance_off_the_core_business_can_be_overcome_by_one_person() -> None:
    profile = adoption(integration=Integration.CONTINUOUS, has_visible_demand=False)
    found = kdm_expectation(product(adoption=profile))
    assert found.one_person_can_carry_it
    assert found.may_resist == (Department.TECHNOLOGY,)


def test_who_carries_a_purchase_is_not_asked_to_agree_to_it() -> None:
    profile = adoption(surface=ProductSurface.ENTRANCE, improves=(Department.PRODUCT,))
    found = kdm_expectation(product(adoption=profile))
    assert found.must_agree == (Department.GENERAL_MANAGEMENT,)


def test_an_unknown_beneficiary_is_said_to_be_unknown() -> None:
    found = kdm_expectation(product(adoption=adoption(improves=())))
    last: Message = found.because[-1].message
    assert found.departments == ()
    assert last.msgid.startswith("Nobody wrote down whose cost")
