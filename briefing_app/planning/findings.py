"""All conclusions that warnings and readiness are drawn from."""

from __future__ import annotations

from dataclasses import dataclass

from briefing_app.domain.opportunity import Need
from briefing_app.planning.briefing import CaseFit, CoverageRow, KdmExpectation, RoleSeat
from briefing_app.planning.client_side import ClientSide
from briefing_app.planning.facts import Facts
from briefing_app.planning.product_fit import answers
from briefing_app.planning.proposal import Hand


@dataclass(frozen=True, kw_only=True, slots=True)
class Findings:
    """What is known once the deck is planned."""

    facts: Facts
    chain: tuple[RoleSeat, ...]
    kdm: tuple[KdmExpectation, ...]
    cases: tuple[CaseFit, ...]
    hand: Hand
    client_side: ClientSide
    coverage: tuple[CoverageRow, ...]

    @property
    def open_needs(self) -> tuple[Need, ...]:
        """The needs that no proposed product answers, the hardest first."""
        return tuple(
            need
            for need in self.facts.needs
            if not any(answers(product, need) for product in self.hand.products)
        )
