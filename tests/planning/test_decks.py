"""Several decks of one visit: each has its own slides, and its own people to answer."""

from __future__ import annotations

import pytest

from briefing_app.domain.audience import Audience
from briefing_app.domain.opportunity import Stage
from briefing_app.domain.stakeholder import BuyingRole, Concern, ConcernTopic
from briefing_app.planning.briefing import Briefing, DeckPlan
from briefing_app.planning.client_side import SlideKind as Kind
from briefing_app.planning.prepare import prepare
from briefing_app.planning.settings import PlanningSettings
from tests.builders import TODAY, person, rich_dossier, stakeholder, visit

GROUPS = (Audience.EXECUTIVE, Audience.TECHNICAL, Audience.USERS, Audience.PURCHASING)


def briefed(*audiences: Audience, **overrides: object) -> Briefing:
    return prepare(rich_dossier(**overrides), TODAY, PlanningSettings(), audiences)


def kinds(deck: DeckPlan) -> list[Kind]:
    return [reason.slide.kind for reason in deck.slides]


def test_without_a_wish_there_is_one_deck_for_those_at_the_table() -> None:
    briefing = briefed()
    (deck,) = briefing.team_side.decks
    assert deck.audience is briefing.client_side.audience
    assert tuple(reason.slide for reason in deck.slides) == briefing.client_side.storyline


def test_each_audience_gets_a_deck_of_its_own_in_the_wished_order() -> None:
    decks = briefed(*GROUPS).team_side.decks
    assert tuple(deck.audience for deck in decks) == GROUPS
    assert len({tuple(kinds(deck)) for deck in decks}) == len(GROUPS)


def test_an_audience_named_twice_gets_one_deck() -> None:
    assert len(briefed(Audience.USERS, Audience.USERS).team_side.decks) == 1


@pytest.mark.parametrize("audience", Audience)
def test_a_deck_is_the_same_whatever_others_are_wished(audience: Audience) -> None:
    (alone,) = briefed(audience).team_side.decks
    assert alone in briefed(*Audience).team_side.decks


def test_each_deck_shows_what_its_audience_came_for() -> None:
    executive, technical, users, purchasing = (
        kinds(deck) for deck in briefed(*GROUPS).team_side.decks
    )
    assert len(executive) <= PlanningSettings().executive_slides
    assert {Kind.VALUE, Kind.CASE, Kind.NEXT_STEPS} <= set(executive)
    assert {Kind.ARCHITECTURE, Kind.EFFORT, Kind.CASE} <= set(technical)
    assert users.index(Kind.DAY_BEFORE_AFTER) < users.index(Kind.TRAINING)
    assert {Kind.COMMERCIAL, Kind.VALUE, Kind.COMPLIANCE} <= set(purchasing)


def test_the_side_of_a_deck_tells_its_slides_to_its_audience() -> None:
    briefing = briefed(*GROUPS)
    for deck in briefing.team_side.decks:
        side = briefing.side_of(deck)
        assert side.audience is deck.audience
        assert side.storyline == tuple(reason.slide for reason in deck.slides)


def asking(topic: ConcernTopic, role: BuyingRole, *audiences: Audience) -> Briefing:
    """A first contact with one attendee in that role who cares about that alone."""
    known = stakeholder(roles=(role,), concerns=(Concern(topic=topic),))
    met = visit(attendees=(person().id,), stage=Stage.FIRST_CONTACT)
    return briefed(*audiences, people=(person(),), stakeholders=(known,), lines=(), visit=met)


def test_a_deck_answers_its_own_people_and_not_those_of_another() -> None:
    technical, users = asking(
        ConcernTopic.TRAINING, BuyingRole.EVALUATOR, Audience.TECHNICAL, Audience.EXECUTIVE
    ).team_side.decks
    assert Kind.TRAINING in kinds(technical)
    assert Kind.TRAINING not in kinds(users)


def test_a_concern_that_no_wished_deck_answers_is_a_warning() -> None:
    own = asking(ConcernTopic.COST, BuyingRole.BUDGET_HOLDER, Audience.PURCHASING)
    other = asking(ConcernTopic.COST, BuyingRole.BUDGET_HOLDER, Audience.USERS)
    assert all(row.slides for row in own.team_side.coverage)
    assert [row.slides for row in other.team_side.coverage] == [()]
    assert any(c.kind.value == "concern-unanswered" for c in other.team_side.cautions)


def test_a_deck_for_people_who_do_not_attend_answers_those_on_the_map() -> None:
    absent = stakeholder(
        "absent", roles=(BuyingRole.USER,), concerns=(Concern(topic=ConcernTopic.COST),)
    )
    briefing = briefed(
        Audience.USERS,
        people=(person(), person("absent")),
        stakeholders=(stakeholder(roles=(BuyingRole.DECIDER,)), absent),
        lines=(),
        visit=visit(attendees=(person().id,)),
    )
    (deck,) = briefing.team_side.decks
    assert Kind.COMMERCIAL in kinds(deck)
