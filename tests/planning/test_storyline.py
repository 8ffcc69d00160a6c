"""Which slides for whom: stage and audience select, order and cap; concerns are answered."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from briefing_app.domain.audience import Audience
from briefing_app.domain.dossier import Dossier
from briefing_app.domain.ids import PersonId
from briefing_app.domain.opportunity import Stage
from briefing_app.domain.stakeholder import BuyingRole, Concern, ConcernTopic
from briefing_app.domain.text import Text
from briefing_app.planning.client_side import ABOUT_A_PRODUCT, PlannedSlide
from briefing_app.planning.client_side import SlideKind as Kind
from briefing_app.planning.prepare import prepare
from briefing_app.planning.settings import PlanningSettings
from briefing_app.planning.story_tables import (
    ALWAYS_FOR,
    ANSWERED_BY,
    INTERESTS,
    ORDER_FOR,
    REVIEW_ORDER,
    TOLD_AT_STAGE,
)
from briefing_app.planning.storyline import Concerned, choose_slides
from tests.builders import (
    TODAY,
    bare_dossier,
    case,
    company,
    industry,
    industry_value,
    measure,
    need,
    opportunity,
    person,
    product,
    rich_dossier,
    stakeholder,
    visit,
)

ROLE_OF = {
    Audience.EXECUTIVE: BuyingRole.DECIDER,
    Audience.TECHNICAL: BuyingRole.EVALUATOR,
    Audience.USERS: BuyingRole.USER,
    Audience.PURCHASING: BuyingRole.BUDGET_HOLDER,
}


def at(stage: Stage, dossier: Dossier) -> Dossier:
    return replace(dossier, visit=replace(dossier.visit, stage=stage))


def before(audience: Audience, stage: Stage = Stage.SOLUTION, **overrides: Any) -> Dossier:
    """The rich dossier with one attendee of that audience."""
    return at(
        stage,
        rich_dossier(
            people=(person(),),
            stakeholders=(stakeholder(roles=(ROLE_OF[audience],)),),
            lines=(),
            visit=visit(attendees=(PersonId("wang"),)),
            **overrides,
        ),
    )


def slides(dossier: Dossier) -> tuple[PlannedSlide, ...]:
    return prepare(dossier, TODAY).client_side.storyline


def kinds(dossier: Dossier) -> list[Kind]:
    return [slide.kind for slide in slides(dossier)]


def caring_about(*topics: ConcernTopic, **overrides: Any) -> Dossier:
    """The rich dossier with one attendee for each topic, who cares about that alone."""
    names = tuple(topic.value for topic in topics)
    return rich_dossier(
        people=tuple(person(name) for name in names),
        stakeholders=tuple(
            stakeholder(name, concerns=(Concern(topic=ConcernTopic(name)),)) for name in names
        ),
        lines=(),
        visit=visit(attendees=tuple(PersonId(name) for name in names)),
        **overrides,
    )


def test_the_tables_cover_every_stage_audience_and_concern() -> None:
    assert set(TOLD_AT_STAGE) == set(Stage)
    assert set(ALWAYS_FOR) == set(INTERESTS) == set(ORDER_FOR) == set(Audience)
    assert set(ANSWERED_BY) == set(ConcernTopic)


@pytest.mark.parametrize("order", [*ORDER_FOR.values(), REVIEW_ORDER])
def test_each_order_places_every_kind_once_with_next_steps_last(order: tuple[Kind, ...]) -> None:
    assert sorted(order) == sorted(set(Kind) - {Kind.APPENDIX, Kind.CONTACTS})
    assert (order[0], order[-1]) == (Kind.COVER, Kind.NEXT_STEPS)


def test_executives_see_value_proof_and_next_step_early_and_in_few_slides() -> None:
    told = kinds(before(Audience.EXECUTIVE))
    assert told == [
        Kind.COVER,
        Kind.UNDERSTANDING,
        Kind.VALUE,
        Kind.PROPOSAL,
        Kind.NEEDS_AND_ANSWERS,
        Kind.CASE,
        Kind.TRUST,
        Kind.NEXT_STEPS,
    ]


@pytest.mark.parametrize("stage", Stage)
def test_executives_never_see_more_than_eight_slides(stage: Stage) -> None:
    many = tuple(
        product(f"p{n}", topics=("conversion",), values=(industry_value(measures=(measure(),)),))
        for n in range(6)
    )
    asked = opportunity(requested_products=tuple(p.id for p in many))
    dossier = before(Audience.EXECUTIVE, stage, products=many, opportunity=asked)
    assert len(slides(dossier)) <= 8


def test_evaluators_see_fit_architecture_effort_and_proof_but_no_prices() -> None:
    told = kinds(before(Audience.TECHNICAL))
    assert {Kind.NEEDS_AND_ANSWERS, Kind.ARCHITECTURE, Kind.EFFORT, Kind.CASE} <= set(told)
    assert not {Kind.COMMERCIAL, Kind.VALUE} & set(told)


def test_users_see_their_day_before_anything_else_and_then_the_training() -> None:
    told = kinds(before(Audience.USERS))
    assert told[:3] == [Kind.COVER, Kind.UNDERSTANDING, Kind.DAY_BEFORE_AFTER]
    assert told.index(Kind.DAY_BEFORE_AFTER) < told.index(Kind.TRAINING)


def test_purchasing_sees_cost_savings_and_procedure() -> None:
    told = kinds(before(Audience.PURCHASING, Stage.NEGOTIATION))
    assert {Kind.COMMERCIAL, Kind.VALUE, Kind.ROLLOUT, Kind.COMPLIANCE} <= set(told)
    assert Kind.ARCHITECTURE not in told


def test_each_stage_has_slides_that_belong_to_it_alone() -> None:
    told = {stage: set(kinds(at(stage, rich_dossier()))) for stage in Stage}
    assert {Kind.INTRODUCTION, Kind.QUESTIONS} <= told[Stage.FIRST_CONTACT]
    assert {Kind.PRIORITIES, Kind.QUESTIONS} <= told[Stage.NEEDS]
    assert Kind.PRODUCT in told[Stage.SOLUTION]
    assert {Kind.COMMERCIAL, Kind.GIVE_AND_TAKE} & told[Stage.NEGOTIATION]
    assert Kind.PROGRESS in told[Stage.DELIVERY_REVIEW]
    for one in (Kind.INTRODUCTION, Kind.PRIORITIES, Kind.PROGRESS):
        assert sum(one in kept for kept in told.values()) == 1


def test_no_two_stages_tell_the_same_to_the_same_people() -> None:
    told = {tuple(kinds(at(stage, rich_dossier()))) for stage in Stage}
    assert len(told) == len(Stage)


def test_a_first_contact_speaks_of_pressures_and_trust_and_not_of_products() -> None:
    dossier = at(Stage.FIRST_CONTACT, rich_dossier(stakeholders=()))
    told = kinds(dossier)
    assert {Kind.PRESSURES, Kind.TRUST, Kind.PROPOSAL} <= set(told)
    assert not {Kind.PRODUCT, Kind.EFFORT, Kind.COMMERCIAL} & set(told)


def test_a_delivery_review_opens_with_results() -> None:
    told = kinds(at(Stage.DELIVERY_REVIEW, rich_dossier(stakeholders=())))
    assert told[1:3] == [Kind.PROGRESS, Kind.VALUE]
    assert told[-1] is Kind.NEXT_STEPS


@pytest.mark.parametrize("shareable", [True, False])
@pytest.mark.parametrize("frame", [Text(), Text("按门店数", "By shops")])
def test_the_commercial_frame_is_shown_only_when_released_and_written(
    shareable: bool, frame: Text
) -> None:
    asked = opportunity(pricing_is_shareable=shareable, commercial_frame=frame)
    dossier = before(Audience.PURCHASING, Stage.NEGOTIATION, opportunity=asked)
    assert (Kind.COMMERCIAL in kinds(dossier)) == (shareable and bool(frame))


@pytest.mark.parametrize(
    ("kind", "without"),
    [
        (Kind.UNDERSTANDING, {"client": bare_dossier().client, "needs": ()}),
        (Kind.PRESSURES, {"industry": industry()}),
        (Kind.NEEDS_AND_ANSWERS, {"needs": ()}),
        (Kind.PROPOSAL, {"products": ()}),
        (Kind.PRODUCT, {"products": (product(topics=("conversion",)),)}),
        (Kind.DAY_BEFORE_AFTER, {"products": (product(values=(industry_value(),)),)}),
        (Kind.ARCHITECTURE, {"products": (product(topics=("conversion",)),)}),
        (Kind.EFFORT, {"products": ()}),
        (Kind.VALUE, {"products": (product(values=(industry_value(),)),)}),
        (Kind.CASE, {"cases": ()}),
        (Kind.TRUST, {"company": company()}),
        (Kind.ROLLOUT, {"industry": industry(), "company": company()}),
        (Kind.TRAINING, {"products": ()}),
        (Kind.COMPLIANCE, {"products": (), "company": company()}),
        (Kind.COMMERCIAL, {"opportunity": opportunity()}),
    ],
)
def test_a_slide_without_content_is_not_chosen(kind: Kind, without: dict[str, Any]) -> None:
    settings = PlanningSettings(other_slides=99)

    def told(**overrides: Any) -> set[Kind]:
        stages = (at(stage, rich_dossier(**overrides)) for stage in Stage)
        sides = (prepare(dossier, TODAY, settings).client_side for dossier in stages)
        return {slide.kind for side in sides for slide in side.storyline}

    assert kind in told()
    assert kind not in told(**without)


@pytest.mark.parametrize("topic", ConcernTopic)
@pytest.mark.parametrize("stage", Stage)
def test_in_a_mixed_room_any_first_concern_gets_a_slide(stage: Stage, topic: ConcernTopic) -> None:
    rows = prepare(at(stage, caring_about(topic)), TODAY).team_side.coverage
    assert [(row.topic, row.is_first, bool(row.slides)) for row in rows] == [(topic, True, True)]


def test_a_room_full_of_concerns_is_answered_within_the_cap() -> None:
    briefing = prepare(caring_about(*ConcernTopic), TODAY)
    assert len(briefing.client_side.storyline) <= PlanningSettings().other_slides
    assert all(row.slides for row in briefing.team_side.coverage)


@pytest.mark.parametrize(
    ("concerns", "cap", "kept"),
    [
        (Concerned(), 4, set()),
        (Concerned(first=(ConcernTopic.TRAINING,)), 4, {Kind.TRAINING}),
        (Concerned(recorded=(ConcernTopic.TRAINING,)), 4, {Kind.TRAINING}),
        (
            Concerned(first=(ConcernTopic.TRAINING,), recorded=(ConcernTopic.COST,)),
            4,
            {Kind.TRAINING, Kind.COMMERCIAL},
        ),
        (
            Concerned(first=(ConcernTopic.TRAINING,), recorded=(ConcernTopic.COST,)),
            3,
            {Kind.TRAINING},
        ),
    ],
    ids=["nobody asks", "first", "recorded", "both", "first before recorded"],
)
def test_sole_answers_to_concerns_are_given_up_last(
    concerns: Concerned, cap: int, kept: set[Kind]
) -> None:
    side = prepare(rich_dossier(), TODAY).client_side
    chosen = choose_slides(side, concerns, PlanningSettings(other_slides=cap))
    assert len(chosen) == cap
    assert {slide.kind for slide in chosen} & {Kind.TRAINING, Kind.COMMERCIAL} == kept


def test_a_concern_that_no_content_answers_stays_open() -> None:
    dossier = caring_about(ConcernTopic.COST, opportunity=opportunity())
    (row,) = prepare(dossier, TODAY).team_side.coverage
    assert row.slides == ()


def test_a_second_recorded_concern_is_answered_where_there_is_room() -> None:
    known = stakeholder(
        roles=(BuyingRole.EVALUATOR,),
        concerns=(Concern(topic=ConcernTopic.INTEGRATION), Concern(topic=ConcernTopic.COST)),
    )
    dossier = rich_dossier(
        people=(person(),),
        stakeholders=(known,),
        lines=(),
        visit=visit(attendees=(PersonId("wang"),), stage=Stage.NEEDS),
    )
    assert Kind.COMMERCIAL in kinds(dossier)


def test_what_is_told_of_one_product_stays_together() -> None:
    both = tuple(
        replace(rich, capabilities=rich_dossier().products[0].capabilities, works_in=rich.facts)
        for rich in (rich_dossier().products[0], replace(rich_dossier().products[0], id="other"))
    )
    dossier = before(Audience.TECHNICAL, products=both)
    subjects = [
        slide.subject for slide in slides(dossier) if slide.subject in ("analytics", "other")
    ]
    assert subjects == sorted(subjects, key=lambda subject: subject == "other")


def test_subjects_are_the_proposed_products_and_the_chosen_cases() -> None:
    side = prepare(rich_dossier(), TODAY).client_side
    products = {proposal.product_id for proposal in side.proposals}
    cases = {chosen.case_id for chosen in side.cases}
    for slide in side.storyline:
        if slide.kind in ABOUT_A_PRODUCT:
            assert slide.subject in products
        else:
            assert slide.subject in (cases if slide.kind is Kind.CASE else {""})


def test_every_slide_has_a_reason() -> None:
    team = prepare(rich_dossier(), TODAY).team_side
    side = prepare(rich_dossier(), TODAY).client_side
    assert [row.slide for row in team.decks[0].slides] == list(side.storyline)
    assert all(row.because for row in team.decks[0].slides)


def test_what_a_slide_answers_does_not_tell_who_asked() -> None:
    asked = prepare(caring_about(ConcernTopic.SAVINGS), TODAY).client_side.storyline
    unasked = prepare(rich_dossier(stakeholders=()), TODAY).client_side.storyline
    answers = {slide.key: slide.answers for slide in unasked}
    assert {s.key: s.answers for s in asked if s.key in answers} == {
        key: value for key, value in answers.items() if key in {s.key for s in asked}
    }


def test_needs_of_a_client_without_situation_are_understanding_enough() -> None:
    assert Kind.UNDERSTANDING in kinds(bare_dossier(needs=(need(),)))


def test_a_bare_dossier_still_gives_a_deck_with_a_beginning_and_an_end() -> None:
    assert kinds(bare_dossier()) == [Kind.COVER, Kind.NEXT_STEPS]


def test_where_slides_must_go_the_best_cases_stay() -> None:
    extra = tuple(case(f"case-{n}") for n in range(3))
    side = prepare(rich_dossier(cases=(*rich_dossier().cases, *extra)), TODAY).client_side
    told = [slide.subject for slide in side.storyline if slide.kind is Kind.CASE]
    assert len(side.cases) > len(told) > 0
    assert told == [chosen.case_id for chosen in side.cases][: len(told)]
