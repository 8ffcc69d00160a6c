"""The needs as a whole in its parts, and how they are met week by week."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing_app.documents.deck.chart_blocks import Growth, Shares
from briefing_app.documents.deck.compose import deck_pages
from briefing_app.documents.deck.offer_blocks import Matrix
from briefing_app.documents.deck.slides import Slide
from briefing_app.documents.deck.storyline import as_made
from briefing_app.documents.placed import Chart, ChartKind
from briefing_app.domain.audience import Audience
from briefing_app.domain.opportunity import Stage
from briefing_app.domain.text import Language
from briefing_app.planning.client_side import ClientSide, PlannedSlide, SlideKind
from tests.documents.deck import client_sides
from tests.documents.deck.judgements import words_on

EACH_SAMPLE = pytest.mark.parametrize("name", client_sides.SAMPLES)


def before(
    name: str, audience: Audience = Audience.PURCHASING, stage: Stage = Stage.SOLUTION
) -> ClientSide:
    return replace(client_sides.sample(name), audience=audience, stage=stage)


def told(side: ClientSide, kind: SlideKind) -> tuple[Slide, ...]:
    return as_made(side, PlannedSlide(kind=kind), Language.EN)


def shares_of(side: ClientSide) -> Shares:
    (slide,) = told(side, SlideKind.NEEDS_AND_ANSWERS)
    assert isinstance(slide.body, Shares)
    return slide.body


def growth_of(side: ClientSide) -> tuple[str, Growth]:
    slide = told(side, SlideKind.ROLLOUT)[-1]
    assert isinstance(slide.body, Growth)
    return slide.titles[0], slide.body


@EACH_SAMPLE
def test_every_need_is_counted_once_in_the_ring(name: str) -> None:
    side = before(name)
    shares = shares_of(side)
    answered = {need for item in side.proposals for need in item.answers}
    assert shares.total == len(side.needs)
    assert sum(s.count for s in shares.shares if s.is_open) == len(side.needs) - len(answered)


def test_a_need_that_nothing_answers_is_named_as_open() -> None:
    side = before("games")
    (left,) = (s for s in shares_of(side).shares if s.is_open)
    answered = {need for item in side.proposals for need in item.answers}
    (open_need,) = (n for place, n in enumerate(side.needs) if place not in answered)
    assert left.detail == open_need.statement.en


def test_those_who_check_need_by_need_keep_the_table() -> None:
    for audience in (Audience.TECHNICAL, Audience.USERS, Audience.MIXED):
        (slide,) = told(before("games", audience), SlideKind.NEEDS_AND_ANSWERS)
        assert isinstance(slide.body, Matrix)


def test_one_part_makes_no_ring() -> None:
    side = before("games")
    all_needs = tuple(range(len(side.needs)))
    alone = replace(side, proposals=(replace(side.proposals[0], answers=all_needs),))
    (slide,) = told(alone, SlideKind.NEEDS_AND_ANSWERS)
    assert isinstance(slide.body, Matrix)


@EACH_SAMPLE
def test_the_line_ends_at_all_the_needs_that_are_answered(name: str) -> None:
    side = before(name)
    _, growth = growth_of(side)
    answered = {need for item in side.proposals for need in item.answers}
    assert growth.counts[0] == 0
    assert growth.counts[-1] == len(answered)
    assert list(growth.counts) == sorted(growth.counts)


def test_the_title_names_the_week_by_which_half_of_the_needs_are_met() -> None:
    title, growth = growth_of(before("games"))
    assert growth.counts == (0, 0, 3, 3, 4, 4, 5)
    assert title == "By week 2, 3 of the 6 needs of Fireferry are met in daily use"


def test_steps_of_a_long_time_are_even() -> None:
    _, growth = growth_of(client_sides.with_weeks(before("games"), 4, 30, 12))
    assert growth.steps == ("Start", *(f"Week {week}" for week in range(3, 31, 3)))
    assert growth.counts[:3] == (0, 0, 3)


def test_where_all_goes_live_at_once_there_is_no_line() -> None:
    slides = told(client_sides.with_weeks(before("games"), 4, 4, 4), SlideKind.ROLLOUT)
    assert not [slide for slide in slides if isinstance(slide.body, Growth)]


def test_a_review_looks_back_and_shows_no_time_to_go_live_as_a_line() -> None:
    slides = told(before("games", stage=Stage.DELIVERY_REVIEW), SlideKind.ROLLOUT)
    assert not [slide for slide in slides if isinstance(slide.body, Growth)]


@pytest.mark.parametrize("language", Language)
def test_both_stand_in_the_deck_as_native_charts_with_few_words(language: Language) -> None:
    side = before("games")
    kinds = (SlideKind.NEEDS_AND_ANSWERS, SlideKind.ROLLOUT)
    planned = replace(side, storyline=tuple(PlannedSlide(kind=kind) for kind in kinds))
    pages = deck_pages(planned, language).pages
    charts = {e.kind: page for page in pages for e in page.elements if isinstance(e, Chart)}
    assert charts.keys() == {ChartKind.DOUGHNUT, ChartKind.LINE}
    most = 60 if language is Language.EN else 120
    assert all(words_on(page, language) < most for page in charts.values())
