"""Thresholds and weights of the rules, in one place, so that a team can set its own."""

from __future__ import annotations

from dataclasses import dataclass

from briefing_app.domain.client import Grade
from briefing_app.domain.opportunity import NeedLevel
from briefing_app.domain.values import Money


@dataclass(frozen=True, kw_only=True, slots=True)
class ProductWeights:
    """The most points that each sign of a fitting product can bring; they add up to 100."""

    needs: int = 40
    requested: int = 25
    industry_value: int = 10
    measured_value: int = 5
    coupling: int = 10
    pressures: int = 5
    departments: int = 5


@dataclass(frozen=True, kw_only=True, slots=True)
class CaseWeights:
    """The most points that each sign of a fitting case can bring; they add up to 100.

    A direct competitor's use weighs more than a famous name (PRACTICE section 4).
    """

    industry: int = 30
    competitor: int = 20
    leader: int = 15
    leader_elsewhere: int = 5
    needs: int = 15
    products: int = 15
    size: int = 5


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanningSettings:
    """What a team may tune. Days are calendar days; amounts are per client and project."""

    stale_after_days: int = 60
    stale_after_days_key_client: int = 30
    opponent_expected_from: int = 4

    telephone_below: Money = Money(10_000_00)
    visits_above: Money = Money(50_000_00)
    large_deal_from: Money = Money(1_000_000_00)

    need_weights: tuple[int, int, int, int] = (8, 4, 2, 1)
    product_weights: ProductWeights = ProductWeights()
    proposal_score: int = 30
    proposed_products: int = 3
    case_weights: CaseWeights = CaseWeights()
    case_score: int = 30
    shown_cases: int = 3

    shown_needs: int = 8
    shown_pressures: int = 4
    shown_next_steps: int = 6
    executive_slides: int = 8
    other_slides: int = 16

    must_ask: int = 3
    questions: int = 12
    objections: int = 8
    talk_lines: int = 4

    def weight_of(self, level: NeedLevel) -> int:
        """How much a need of that level weighs against the others."""
        return self.need_weights[tuple(NeedLevel).index(level)]

    def stale_days(self, grade: Grade) -> int:
        """After how many days without contact a person of such a client counts as neglected."""
        is_key = grade in (Grade.S, Grade.A)
        return self.stale_after_days_key_client if is_key else self.stale_after_days
