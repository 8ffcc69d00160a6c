"""Products, cases and commercial strategy."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.client import CompanySize, Grade
from briefing_app.domain.dossier import Dossier
from briefing_app.domain.ids import ClientId, IndustryId, ProductId
from briefing_app.domain.industry import Pressure
from briefing_app.domain.offering import Permission, ProductSurface, SuccessCase
from briefing_app.domain.opportunity import (
    Charging,
    CommercialStrategy,
    DealAim,
    Intent,
    NeedLevel,
    SalesChannel,
)
from briefing_app.domain.text import Text
from briefing_app.domain.values import Money
from briefing_app.planning.briefing import CaseFit, ProductFit, SalesMode, StrategyAdvice
from briefing_app.planning.prepare import prepare
from briefing_app.planning.settings import CaseWeights, PlanningSettings, ProductWeights
from tests.builders import (
    CLIENT,
    TODAY,
    VISIT_DAY,
    adoption,
    bare_dossier,
    case,
    client,
    industry,
    industry_value,
    measure,
    need,
    opportunity,
    product,
)


def products(**overrides: Any) -> tuple[ProductFit, ...]:
    return prepare(bare_dossier(**overrides), TODAY).team_side.products


def cases(*found: SuccessCase, **overrides: Any) -> dict[str, CaseFit]:
    fits = prepare(bare_dossier(cases=found, **overrides), TODAY).team_side.cases
    return {fit.case_id: fit for fit in fits}


def advice(dossier: Dossier) -> StrategyAdvice:
    return prepare(dossier, TODAY).team_side.strategy


def asked_for(*ids: str, **overrides: Any) -> Any:
    return opportunity(requested_products=tuple(ProductId(id_) for id_ in ids), **overrides)


def test_the_weights_add_up_to_a_hundred() -> None:
    products_, cases_ = ProductWeights(), CaseWeights()
    assert sum(getattr(products_, name) for name in ProductWeights.__slots__) == 100
    both_leaders = cases_.leader_elsewhere
    assert sum(getattr(cases_, name) for name in CaseWeights.__slots__) - both_leaders == 100


def test_a_product_for_a_hard_need_ranks_above_one_for_many_ideas() -> None:
    ranked = products(
        products=(product("ideas", topics=("x",)), product("hard", topics=("y",))),
        needs=(
            *(need(f"n{n}", level=NeedLevel.L4, topics=("x",)) for n in range(3)),
            need("must", level=NeedLevel.L1, topics=("y",)),
        ),
    )
    assert [fit.product_id for fit in ranked] == ["hard", "ideas"]


@given(levels=st.lists(st.sampled_from(NeedLevel), min_size=1, max_size=8), extra=st.integers(0, 7))
def test_answering_one_more_need_never_lowers_the_score(
    levels: list[NeedLevel], extra: int
) -> None:
    needs = tuple(need(f"n{i}", level=level, topics=(f"t{i}",)) for i, level in enumerate(levels))
    some = product("a", topics=tuple(f"t{i}" for i in range(len(levels)) if i != extra))
    every = product("b", topics=tuple(f"t{i}" for i in range(len(levels))))
    scores = {fit.product_id: fit.score for fit in products(products=(some, every), needs=needs)}
    assert scores[ProductId("b")] >= scores[ProductId("a")]


def test_what_was_asked_for_is_always_proposed() -> None:
    ranked = products(
        products=tuple(product(f"p{n}") for n in range(5)),
        opportunity=asked_for("p0", "p1", "p2", "p3", "p4"),
    )
    assert all(fit.is_proposed for fit in ranked)


def test_an_unasked_product_is_proposed_when_it_closes_a_gap() -> None:
    ranked = products(
        products=(product("asked", topics=("x",)), product("unasked", topics=("y",))),
        needs=(need("a", topics=("x",)), need("b", topics=("y",))),
        opportunity=asked_for("asked"),
    )
    unasked = next(fit for fit in ranked if fit.product_id == "unasked")
    assert unasked.is_proposed
    assert any("leave open" in because.message.msgid for because in unasked.because)


def test_a_product_on_the_subject_of_a_requested_one_says_so() -> None:
    ranked = products(
        products=(product("asked", topics=("x",)), product("twin", topics=("x",))),
        opportunity=asked_for("asked"),
    )
    twin = next(fit for fit in ranked if fit.product_id == "twin")
    assert any("same subject" in because.message.msgid for because in twin.because)
    assert not twin.is_proposed


def test_before_any_need_is_known_a_value_in_the_industry_is_reason_enough() -> None:
    ranked = products(products=(product("known", values=(industry_value(),)), product("other")))
    assert {fit.product_id: fit.is_proposed for fit in ranked} == {"known": True, "other": False}


def test_no_more_products_are_proposed_unasked_than_a_deck_can_carry() -> None:
    ranked = products(
        products=tuple(product(f"p{n}", topics=("x",)) for n in range(6)),
        needs=(need(topics=("x",)),),
    )
    assert sum(fit.is_proposed for fit in ranked) == PlanningSettings().proposed_products


def test_every_product_says_why_it_ranks_where_it_does() -> None:
    pressure = Pressure(title=Text.same("t"), detail=Text.same("d"), topics=("y",))
    value = industry_value(measures=(measure(),))
    ranked = products(
        products=(product("best", topics=("y",), values=(value,)), product("none")),
        industry=industry(pressures=(pressure,)),
    )
    assert [fit.score for fit in ranked] == [20, 0]
    assert [len(fit.because) for fit in ranked] == [3, 1]


def test_a_direct_competitors_use_is_stronger_than_a_celebritys() -> None:
    found = cases(
        case("celebrity", is_industry_leader=True),
        case("competitor", competes_with=(CLIENT,)),
        case("plain"),
    )
    assert list(found) == ["competitor", "celebrity", "plain"]


def test_the_leader_of_another_industry_counts_less_than_that_of_the_same() -> None:
    other = IndustryId("banking")
    found = cases(
        case("elsewhere", is_industry_leader=True, industry=other),
        case("unknown", industry=other),
        case("here", is_industry_leader=True),
    )
    assert [fit.score for fit in found.values()] == [45, 5, 0]


def test_size_needs_and_products_bring_a_case_forward() -> None:
    found = cases(
        case("plain"),
        case(
            "close",
            customer_size=CompanySize.LARGE,
            topics=("conversion",),
            products=(ProductId("analytics"),),
        ),
        client=client(size=CompanySize.LARGE),
        needs=(need(),),
        products=(product(topics=("conversion",)),),
    )
    assert (found["close"].score, found["plain"].score) == (65, 30)
    assert len(found["close"].because) == 4


@pytest.mark.parametrize(
    "hindered",
    [
        {"permission": Permission.NONE},
        {"permission_expires": TODAY - timedelta(days=1)},
        {"permission_expires": VISIT_DAY - timedelta(days=1)},
        {"permission": Permission.ANONYMOUS, "anonymous_name": Text()},
        {"what_was_done": Text()},
    ],
    ids=["no permission", "expired today", "expired on the day of the visit", "nameless", "empty"],
)
def test_a_case_that_may_not_be_shown_never_is(hindered: dict[str, Any]) -> None:
    allowed = case(competes_with=(CLIENT,))
    assert cases(allowed)[allowed.id].is_shown
    assert not cases(case(competes_with=(CLIENT,), **hindered))[allowed.id].is_shown


def test_a_permission_lasts_to_its_last_day() -> None:
    assert cases(case(permission_expires=VISIT_DAY))["case-orchard"].is_shown


def test_a_case_from_far_away_is_not_shown() -> None:
    assert not cases(case(industry=IndustryId("banking")))["case-orchard"].is_shown


def test_a_famous_name_elsewhere_is_shown_only_for_a_shared_need() -> None:
    famous = case(
        industry=IndustryId("banking"),
        is_industry_leader=True,
        customer_size=CompanySize.LARGE,
        products=(ProductId("analytics"),),
    )
    known = {
        "client": client(size=CompanySize.LARGE),
        "needs": (need(),),
        "products": (product(topics=("conversion",)),),
    }
    assert not cases(famous, **known)["case-orchard"].is_shown
    assert cases(replace(famous, topics=("conversion",)), **known)["case-orchard"].is_shown


def test_a_case_of_another_clients_competitor_is_nothing_special() -> None:
    assert cases(case(competes_with=(ClientId("else"),)))["case-orchard"].score == 30


@pytest.mark.parametrize(
    ("known", "aim"),
    [
        ({"client": client(grade=Grade.S)}, DealAim.REPUTATION),
        ({"client": client(grade=Grade.A)}, DealAim.REPUTATION),
        ({"client": client(grade=Grade.A), "cases": (case(),)}, DealAim.PROFIT),
        ({"client": client(grade=Grade.C)}, DealAim.PROFIT),
        (
            {
                "client": client(grade=Grade.S),
                "opportunity": opportunity(amount=Money(1_000_000_00)),
            },
            DealAim.PROFIT,
        ),
    ],
    ids=["strategic", "first lighthouse", "lighthouse exists", "other", "large amount"],
)
def test_what_the_deal_is_for_follows_weight_and_amount(
    known: dict[str, Any], aim: DealAim
) -> None:
    assert advice(bare_dossier(**known)).advised.aim is aim


@pytest.mark.parametrize(
    ("grade", "intent", "charging"),
    [
        (Grade.S, Intent.URGENT, Charging.PAID),
        (Grade.S, Intent.WEAK, Charging.FREE),
        (Grade.B, Intent.WEAK, Charging.FREE_TRIAL),
        (Grade.B, Intent.UNKNOWN, Charging.PAID),
        (Grade.C, Intent.CLEAR, Charging.PAID),
    ],
)
def test_what_the_client_pays_at_first_follows_intent(
    grade: Grade, intent: Intent, charging: Charging
) -> None:
    dossier = bare_dossier(client=client(grade=grade), opportunity=opportunity(intent=intent))
    assert advice(dossier).advised.charging is charging


@pytest.mark.parametrize(
    ("grade", "surface", "amount", "channel"),
    [
        (Grade.S, ProductSurface.ENTRANCE, None, SalesChannel.PARTNERSHIP),
        (Grade.A, ProductSurface.USER_SYSTEM, Money(5_000_00), SalesChannel.PARTNERSHIP),
        (Grade.S, ProductSurface.ENTRANCE, Money(2_000_000_00), SalesChannel.DIRECT),
        (Grade.B, ProductSurface.ENTRANCE, None, SalesChannel.DIRECT),
        (Grade.S, ProductSurface.NONE, None, SalesChannel.DIRECT),
    ],
)
def test_a_partnership_is_for_what_is_built_together_with_a_weighty_client(
    grade: Grade, surface: ProductSurface, amount: Money | None, channel: SalesChannel
) -> None:
    dossier = bare_dossier(
        client=client(grade=grade),
        products=(product("built-in", adoption=adoption(surface=surface)),),
        opportunity=asked_for("built-in", amount=amount),
    )
    assert advice(dossier).advised.channel is channel


@pytest.mark.parametrize(
    ("amount", "mode"),
    [
        (Money(9_999_99), SalesMode.TELEPHONE),
        (Money(10_000_00), SalesMode.TELEPHONE_THEN_VISIT),
        (Money(50_000_00), SalesMode.TELEPHONE_THEN_VISIT),
        (Money(50_000_01), SalesMode.VISITS),
        (Money(9_999_99, "EUR"), None),
        (None, None),
    ],
)
def test_the_sales_mode_follows_the_price_per_client(
    amount: Money | None, mode: SalesMode | None
) -> None:
    assert advice(bare_dossier(opportunity=opportunity(amount=amount))).sales_mode is mode


def test_thresholds_of_the_sales_mode_are_settings() -> None:
    settings = PlanningSettings(telephone_below=Money(1_00), visits_above=Money(2_00))
    dossier = bare_dossier(opportunity=opportunity(amount=Money(3_00)))
    assert prepare(dossier, TODAY, settings).team_side.strategy.sales_mode is SalesMode.VISITS


@pytest.mark.parametrize(
    ("agreed", "is_noted"),
    [
        (CommercialStrategy(), False),
        (CommercialStrategy(charging=Charging.FREE), True),
        (None, False),
    ],
)
def test_the_agreed_strategy_stands_beside_the_advice(
    agreed: CommercialStrategy | None, is_noted: bool
) -> None:
    found = advice(bare_dossier(opportunity=opportunity(strategy=agreed)))
    assert found.agreed == agreed
    said = [because.message.msgid for because in found.because]
    assert ("What was agreed holds all the same: {agreed}." in said) == is_noted
