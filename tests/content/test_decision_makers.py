"""The shipped products lead the rules to the conclusions of PRACTICE section 2."""

from __future__ import annotations

from briefing_app.domain.client import Department
from briefing_app.domain.offering import Product
from briefing_app.planning.adoption import kdm_expectation
from briefing_app.planning.briefing import KdmExpectation
from tests.content.shipped import every


def test_operations_or_product_can_carry_behaviour_analytics_alone() -> None:
    expected = _expectation("behaviour-analytics")
    assert set(expected.departments) == {Department.OPERATIONS, Department.PRODUCT}
    assert expected.one_person_can_carry_it
    assert (expected.must_agree, expected.may_resist) == ((), ())


def test_nobody_can_carry_aggregated_payments_alone() -> None:
    expected = _expectation("aggregated-payments")
    assert expected.decided_high_up
    assert not expected.one_person_can_carry_it
    assert Department.TECHNOLOGY in expected.may_resist


def test_operations_carry_loyalty_points_with_product_and_senior_management() -> None:
    expected = _expectation("loyalty-points")
    assert expected.departments == (Department.OPERATIONS,)
    assert set(expected.must_agree) == {Department.PRODUCT, Department.GENERAL_MANAGEMENT}
    assert not expected.may_resist


def test_security_carries_application_security_with_technology_in_agreement() -> None:
    expected = _expectation("application-security")
    assert expected.departments[0] is Department.SECURITY
    assert expected.must_agree == (Department.TECHNOLOGY,)
    assert not expected.decided_high_up


def _expectation(product_id: str) -> KdmExpectation:
    return kdm_expectation(next(p for p in every(Product) if p.id == product_id))
