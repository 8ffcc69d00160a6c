"""Page one holds what is read in a taxi, all of it, whatever there is to tell."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from briefing_app.documents.placed import TextBox
from briefing_app.documents.visit_plan.glance import ALLOWANCES
from briefing_app.documents.visit_plan.look import BOTTOM, SHEET_HEIGHT
from briefing_app.documents.visit_plan.plan import PartName
from briefing_app.domain.client import Client
from briefing_app.domain.message import say
from briefing_app.domain.text import Language, Text
from briefing_app.planning.briefing import Briefing, Severity
from briefing_app.wording import wording_in
from tests import builders
from tests.documents.visit_plan.samples import (
    LONG,
    SAMPLE_VISITS,
    bare,
    bottom_of,
    boxes_to_tick,
    crowd,
    overlong,
    printed,
    rich,
    said,
    sample,
)

LANGUAGES = pytest.mark.parametrize("language", list(Language))


@pytest.fixture(params=[*SAMPLE_VISITS, "rich"])
def briefing(request: pytest.FixtureRequest) -> Briefing:
    return rich() if request.param == "rich" else sample(request.param)


@LANGUAGES
def test_it_tells_when_and_where(language: Language) -> None:
    first = printed(rich(), language).first
    assert "09:30–11:00" in first  # 01:30 UTC in Shanghai, 90 minutes
    assert wording_in(language).day(builders.VISIT_DAY) in first
    assert wording_in(language).weekday(builders.VISIT_DAY) in first
    assert said(Text("星河大厦 12 层", "Galaxy Tower, 12th floor"), language) in first


@LANGUAGES
def test_it_names_each_person_with_title_roles_and_stand(
    briefing: Briefing, language: Language
) -> None:
    first, wording = printed(briefing, language).first, wording_in(language)
    for brief in briefing.team_side.attendees:
        person = briefing.team_side.dossier.person(brief.person_id)
        assert f"{wording.text(person.name)}  {wording.text(person.title)}" in first
        assert wording.label(brief.support) in first
        assert all(wording.label(role) in first for role in brief.roles)


def test_signs_tell_friend_from_foe_without_colour() -> None:
    lines = printed(rich(), Language.EN).first.splitlines()
    signs = {lines[i - 1]: lines[i] for i in range(len(lines)) if lines[i - 1] in "▲●▼?"}
    assert signs["▼"] == "Opponent"
    assert signs["●"] == "Neutral"
    assert signs["▲"] in ("Champion", "Supportive")


@LANGUAGES
def test_it_has_the_aims_the_first_sentence_and_the_readiness(
    briefing: Briefing, language: Language
) -> None:
    first, team = printed(briefing, language).first, briefing.team_side
    assert said(team.dossier.visit.best_commitment, language) in first
    assert said(team.dossier.visit.least_commitment, language) in first
    assert wording_in(language).message(team.opening) in first
    assert f"{team.readiness.score} / 100" in first


@LANGUAGES
def test_it_names_what_readiness_lacks_most(briefing: Briefing, language: Language) -> None:
    lacking = [part for part in briefing.team_side.readiness.parts if part.missing]
    worst = max(lacking, key=lambda part: part.out_of - part.points)
    assert worst.missing is not None
    assert wording_in(language).message(worst.missing) in printed(briefing, language).first


@LANGUAGES
def test_it_asks_three_questions(briefing: Briefing, language: Language) -> None:
    first = printed(briefing, language).first
    asked = [said(one.question, language) in first for one in briefing.team_side.questions]
    assert asked == [True] * 3 + [False] * (len(asked) - 3)


@LANGUAGES
def test_it_expects_two_objections_with_different_answers(
    briefing: Briefing, language: Language
) -> None:
    first, objections = printed(briefing, language).first, briefing.team_side.objections
    answers = list(dict.fromkeys(one.answer for one in objections))
    assert said(objections[0].says, language) in first
    assert all(said(answer, language) in first for answer in answers[:2])
    assert first.count(f"→ {said(answers[0], language)}") == 1


@LANGUAGES
def test_it_warns_of_the_gravest_and_of_nothing_light(
    briefing: Briefing, language: Language
) -> None:
    first, wording = printed(briefing, language).first, wording_in(language)
    cautions = briefing.team_side.cautions
    grave = [one for one in cautions if one.severity is not Severity.LOW][:2]
    for one in grave:
        assert wording.message(one.message) in first
        assert f"→ {wording.message(one.action)}" in first
    light = [one for one in cautions if one.severity is Severity.LOW]
    assert not any(wording.message(one.message) in first for one in light)


def test_the_samples_have_something_grave_to_warn_of() -> None:
    cautions = [one for visit in SAMPLE_VISITS for one in sample(visit).team_side.cautions]
    assert any(one.severity is Severity.HIGH for one in cautions)


@LANGUAGES
def test_it_has_boxes_to_tick_for_what_to_have_ready(
    briefing: Briefing, language: Language
) -> None:
    plan = printed(briefing, language)
    shown = boxes_to_tick(plan.pages[0])
    assert 3 <= shown <= 8
    last = briefing.team_side.checklist[-1].what
    assert wording_in(language).message(last) in plan.first


def test_of_sixty_people_the_most_influential_stand_there_and_a_pointer_to_the_rest() -> None:
    plan = printed(crowd(), Language.EN)
    shown = [n for n in range(60) if f"Person {n} End" in plan.first]
    assert 7 in shown
    assert 4 <= len(shown) <= 10
    assert f"and {60 - len(shown)} more: see page 2" in plan.first
    assert all(f"Person {n} End" in plan.details for n in range(60))


def test_the_pointers_of_page_one_lead_to_the_part_they_name() -> None:
    plan = printed(crowd(), Language.EN)
    more = next(
        element
        for element in plan.pages[0].elements
        if isinstance(element, TextBox) and "more things to prepare" in element.text.lines[0].text
    )
    target = int(more.link.removeprefix("#page"))
    assert f"page {target + 1}" in more.text.lines[0].text
    assert "Materials and preparation" in [mark.title for mark in plan.pages[target].landmarks]


@LANGUAGES
def test_a_long_sentence_is_never_cut_but_stands_whole_on_page_two(language: Language) -> None:
    sentence = "one two three four five " * 60 + "END"
    briefing = rich()
    briefing = replace(
        briefing, team_side=replace(briefing.team_side, opening=say("{words}", words=sentence))
    )
    plan = printed(briefing, language)
    assert "one two three" not in plan.first
    assert sentence in plan.details
    assert wording_in(language).label(PartName.IN_FULL) == plan.pages[1].title


@pytest.mark.parametrize("name", ["客", "客户名称很长" * 20, "A Very Long Name of a Client " * 4])
@LANGUAGES
def test_a_client_of_any_name_is_named_on_page_one(name: str, language: Language) -> None:
    client: Client = builders.client(name=Text.same(name.strip()))
    dossier = builders.rich_dossier(client=client)
    briefing = replace(rich(), team_side=replace(rich().team_side, dossier=dossier))
    assert name.strip() in printed(briefing, language).first


@LANGUAGES
def test_what_is_not_known_is_said(language: Language) -> None:
    first, phrase = printed(bare(), language).first, wording_in(language).phrase
    assert phrase("Nobody is named yet: ask who will come.") in first
    assert phrase("Not set yet: ask.") in first
    assert first.count(phrase("Not written yet: agree it before you go.")) == 2


@LANGUAGES
def test_page_one_fits_even_where_every_text_is_far_too_long(language: Language) -> None:
    plan = printed(overlong(), language)
    assert bottom_of(plan.pages[0]) <= BOTTOM
    assert said(LONG, language)[:20] not in plan.first
    assert said(LONG, language).strip() in plan.details


def test_each_allowance_is_tighter_than_the_one_before() -> None:
    for one, other in pairwise(ALLOWANCES):
        assert other.people <= one.people
        assert other.carry <= one.carry
        assert other.lines <= one.lines
        assert other.scale <= one.scale


def test_a_light_card_leaves_lines_to_write_on() -> None:
    page = printed(bare(), Language.EN).pages[0]
    lines = [e for e in page.elements if e.name == "line to write on"]
    assert len(lines) >= 2
    assert all(line.y1 < SHEET_HEIGHT - 40 for line in lines if hasattr(line, "y1"))
