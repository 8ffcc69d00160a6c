"""A case book holds the cases of one industry that may be shown, the biggest name first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from briefing_app.domain.client import CompanySize
from briefing_app.domain.industry import IndustryPack
from briefing_app.domain.offering import OwnCompany, Permission, Product, SuccessCase
from briefing_app.domain.sharing import internal_texts
from briefing_app.domain.text import Text
from briefing_app.planning.case_book import CaseBook, case_book, cases_to_bind
from tests.content.shipped import every

DAY = date(2026, 11, 23)


def games() -> IndustryPack:
    return next(one for one in every(IndustryPack) if one.id == "games")


def a_case(name: str, **changes: object) -> SuccessCase:
    first = next(one for one in every(SuccessCase) if one.industry == "games")
    plain = replace(
        first,
        id=name,
        customer=Text.same(name),
        permission=Permission.NAMED,
        permission_expires=None,
        is_industry_leader=False,
        customer_size=None,
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def bound(*cases: SuccessCase, day: date = DAY) -> list[str]:
    return [case.id for case in cases_to_bind(cases, games(), day)]


def book_of(*cases: SuccessCase) -> CaseBook:
    return case_book(games(), cases, every(Product), every(OwnCompany)[0], DAY)


def test_the_leader_comes_first_then_the_large_then_those_that_may_be_named() -> None:
    small = a_case("small", customer_size=CompanySize.SMALL)
    unknown = a_case("unknown")
    anonymous = a_case(
        "anonymous", permission=Permission.ANONYMOUS, customer_size=CompanySize.LARGE
    )
    large = a_case("large", customer_size=CompanySize.LARGE)
    leader = a_case("leader", is_industry_leader=True)
    assert bound(small, unknown, anonymous, large, leader) == [
        "leader",
        "large",
        "anonymous",
        "small",
        "unknown",
    ]


def test_a_case_is_left_out_from_the_day_after_its_permission_ends() -> None:
    ending = a_case("ending", permission_expires=DAY)
    assert bound(ending) == ["ending"]
    assert bound(ending, day=DAY + timedelta(days=1)) == []


def test_cases_without_permission_name_or_story_and_of_other_industries_are_left_out() -> None:
    assert bound(a_case("no", permission=Permission.NONE)) == []
    assert bound(a_case("no", customer=Text(), anonymous_name=Text())) == []
    assert bound(a_case("no", situation=Text(), what_was_done=Text(), results=())) == []
    assert bound(a_case("no", industry="connected-vehicles")) == []


def test_a_customer_that_may_not_be_named_is_not_in_the_book_at_all() -> None:
    hidden = a_case(
        "secret",
        customer=Text.same("Secret Studio"),
        quote_by=Text.same("Head of Secret Studio"),
        anonymous_name=Text.same("A studio"),
        permission=Permission.ANONYMOUS,
    )
    (chosen,) = book_of(hidden).cases
    assert str(chosen.case.public_name) == "A studio"
    assert "Secret" not in repr(book_of(hidden))


def test_nothing_internal_gets_into_a_book() -> None:
    cases = cases_to_bind(every(SuccessCase), games(), DAY)
    whole = repr(book_of(*cases))
    records = (cases, every(Product), games(), every(OwnCompany))
    ids = {case.id for case in cases}
    told = [words for words in internal_texts(records) if len(words) > 12 and words not in ids]
    leaked = [words for words in told if words in whole]
    assert told
    assert leaked == []


def test_products_tell_in_which_cases_they_are_used() -> None:
    first, second = every(Product)[:2]
    book = book_of(
        a_case("one", products=(first.id, second.id)),
        a_case("two", products=(first.id,)),
        a_case("three", products=("gone",)),
    )
    assert [(used.product.name, used.cases) for used in book.products] == [
        (first.name, (0, 1)),
        (second.name, (0,)),
    ]
    assert [len(chosen.products) for chosen in book.cases] == [2, 1, 0]
