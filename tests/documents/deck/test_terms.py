"""What is negotiated: ways to start side by side, and the way to the signature and on."""

from __future__ import annotations

from dataclasses import replace

from briefing_app.documents.deck.diagram_blocks import Comparison
from briefing_app.documents.deck.offer_blocks import Process
from briefing_app.documents.deck.slides import Slide
from briefing_app.documents.deck.storyline import as_made
from briefing_app.domain.opportunity import Stage
from briefing_app.domain.text import Language
from briefing_app.planning.client_side import ClientSide, PlannedSlide, SlideKind
from tests.documents.deck import client_sides


def told(side: ClientSide, kind: SlideKind, language: Language = Language.EN) -> tuple[Slide, ...]:
    side = replace(side, stage=Stage.NEGOTIATION)
    return as_made(side, PlannedSlide(kind=kind), language)


def timing(side: ClientSide) -> tuple[str, Process]:
    (slide,) = told(side, SlideKind.TIMING)
    assert isinstance(slide.body, Process)
    return slide.titles[0], slide.body


def test_the_way_leads_from_the_agreed_steps_over_the_signature_to_everyday_use() -> None:
    title, way = timing(client_sides.sample("games"))
    names = [step.name for step in way.steps]
    assert names[1:3] == ["Your approval", "Signature"]
    assert names[3:] == ["2 weeks after signing", "6 weeks after signing"]
    assert title == "6 weeks after the signature Fireferry uses all of it"


def test_one_agreed_step_is_said_by_itself() -> None:
    side = client_sides.sample("games")
    _, way = timing(replace(side, next_steps=side.next_steps[:1]))
    assert way.steps[0].detail == side.next_steps[0].what.en


def test_products_that_go_live_together_are_one_step() -> None:
    side = client_sides.sample("games")
    _, way = timing(replace(side, proposals=side.proposals[:1]))
    assert len(way.steps) == 4
    assert way.steps[-1].detail == "Behaviour Analytics in use"


def test_no_way_is_shown_where_no_date_or_no_week_is_known() -> None:
    side = client_sides.sample("games")
    undated = tuple(replace(step, due=None) for step in side.next_steps)
    assert told(replace(side, next_steps=undated), SlideKind.TIMING) == ()
    assert told(client_sides.with_weeks(side, *[0] * len(side.proposals)), SlideKind.TIMING) == ()


def test_two_ways_to_start_stand_side_by_side_and_the_lighter_one_stands_out() -> None:
    (slide,) = told(client_sides.sample("games"), SlideKind.OPTIONS)
    body = slide.body
    assert isinstance(body, Comparison)
    assert body.options == ("Start with Behaviour Analytics", "Start with everything")
    assert body.options[body.recommended] == "Start with Behaviour Analytics"
    assert {row.name: row.answers for row in body.criteria} == {
        "It includes": (
            "Behaviour Analytics",
            "Behaviour Analytics, Aggregated Payments and Loyalty Points",
        ),
        "It answers": ("3 of 6 needs", "5 of 6 needs"),
        "To connect": ("Once, then done", "One project"),
        "Time to go live": ("2 weeks", "6 weeks"),
    }


def test_questions_are_said_in_the_language_of_the_deck() -> None:
    side = client_sides.sample("games")
    for language in Language:
        (slide,) = told(side, SlideKind.QUESTIONS, language)
        said = [point.detail for point in slide.body.running() if point.detail]
        assert len(said) == len(side.questions)
