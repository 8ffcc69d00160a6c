"""A bound collection of an industry's success cases (PRACTICE section 4), for anybody to read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from briefing_app.domain.client import CompanySize
from briefing_app.domain.industry import IndustryPack
from briefing_app.domain.logo import Logo
from briefing_app.domain.offering import OwnCompany, Product, SuccessCase
from briefing_app.domain.text import Text
from briefing_app.planning.case_fit import has_story
from briefing_app.planning.client_side import (
    ChosenCase,
    SharedCase,
    SharedColleague,
    SharedCompany,
    SharedIndustry,
    SharedLogos,
    share,
    view_of,
)
from briefing_app.planning.shared_logos import logos_of

_SIZES = (None, *CompanySize)
"""From unknown and small to very large."""


@view_of(Product)
@dataclass(frozen=True, kw_only=True, slots=True)
class SharedEssence:
    """A product in one sentence."""

    name: Text
    essence: Text


@dataclass(frozen=True, kw_only=True, slots=True)
class UsedProduct:
    """A product of the book's cases; ``cases`` are indexes into `CaseBook.cases`."""

    product: SharedEssence
    cases: tuple[int, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class CaseBook:
    """All that the book knows. As `ClientSide`, it has no field for an internal fact.

    ``team`` is empty: the book is made for no visit, so it names the company alone.
    """

    industry: SharedIndustry
    cases: tuple[ChosenCase, ...]
    products: tuple[UsedProduct, ...]
    company: SharedCompany
    compiled_on: date
    team: tuple[SharedColleague, ...] = ()
    own_logos: SharedLogos = SharedLogos()


def cases_to_bind(
    cases: Iterable[SuccessCase], industry: IndustryPack, day: date
) -> tuple[SuccessCase, ...]:
    """The industry's cases that may be shown on ``day``, the biggest name first.

    The leader of an industry weighs most with its companies, then the large ones; a case that
    may tell its customer's name weighs more than one that may not.
    """
    fitting = (case for case in cases if case.industry == industry.id and _may_bind(case, day))
    return tuple(sorted(fitting, key=_weight, reverse=True))


def case_book(
    industry: IndustryPack,
    cases: Sequence[SuccessCase],
    products: Iterable[Product],
    company: OwnCompany,
    day: date,
    logos: Iterable[Logo] = (),
) -> CaseBook:
    """The book of ``cases``, which `cases_to_bind` gave; every record passes `share`.

    Of ``logos`` it takes our own: it is made for no client.
    """
    by_id = {product.id: product for product in products}
    used = dict.fromkeys(id_ for case in cases for id_ in case.products if id_ in by_id)
    return CaseBook(
        industry=share(industry, SharedIndustry),
        cases=tuple(_chosen(case, by_id.values()) for case in cases),
        products=tuple(
            UsedProduct(
                product=share(by_id[id_], SharedEssence),
                cases=tuple(place for place, case in enumerate(cases) if id_ in case.products),
            )
            for id_ in used
        ),
        company=share(company, SharedCompany),
        compiled_on=day,
        own_logos=logos_of(None, logos),
    )


def _may_bind(case: SuccessCase, day: date) -> bool:
    has_name = bool(case.public_name or case.anonymous_name)
    return has_name and has_story(case) and case.may_be_shown_on(day)


def _weight(case: SuccessCase) -> tuple[bool, int, bool]:
    return case.is_industry_leader, _SIZES.index(case.customer_size), case.may_be_named


def _chosen(case: SuccessCase, products: Iterable[Product]) -> ChosenCase:
    return ChosenCase(
        case_id=case.id,
        case=share(case, SharedCase),
        products=tuple(product.name for product in products if product.id in case.products),
    )
