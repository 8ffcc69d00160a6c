"""What the team has in hand for this meeting, what is internal included."""

from __future__ import annotations

from dataclasses import dataclass

from briefing_app.domain.message import Parameter
from briefing_app.domain.offering import (
    IndustryValue,
    OwnCompany,
    Product,
    SuccessCase,
    TrustSource,
    TrustStatement,
)
from briefing_app.planning.facts import Facts


@dataclass(frozen=True, slots=True)
class Hand:
    """The proposed products and the cases that may be shown, the best first."""

    facts: Facts
    products: tuple[Product, ...]
    cases: tuple[SuccessCase, ...]

    @property
    def company(self) -> OwnCompany:
        """Our own company."""
        return self.facts.dossier.company

    @property
    def product_names(self) -> Parameter:
        """The names of the proposed products, to stand in a sentence."""
        return tuple(product.name for product in self.products)

    def value_of(self, product: Product) -> IndustryValue | None:
        """What the product does for this client's industry."""
        return product.value_for(self.facts.dossier.industry.id)

    def trust(self, *sources: TrustSource) -> TrustStatement | None:
        """The first reason to trust us from one of those sources."""
        return next((t for t in self.company.trust if t.source in sources), None)
