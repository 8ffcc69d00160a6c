"""The visit plan as a whole: internal on every page, complete, fit to print, the same each time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_app.documents.deck.slides import OutlineEntry
from briefing_app.documents.gate import Breach, Forbidden, inspect
from briefing_app.documents.pdf_writer import PdfFacts, write_pdf
from briefing_app.documents.placed import Page, TextBox
from briefing_app.documents.stakeholder_map.picture import MapKind
from briefing_app.documents.text_fit import plain
from briefing_app.documents.theme import load_theme
from briefing_app.documents.visit_plan import visit_plan_pages
from briefing_app.documents.visit_plan.look import BOTTOM
from briefing_app.documents.visit_plan.plan import PartName
from briefing_app.documents.visit_plan.running import INTERNAL
from briefing_app.domain.audience import Audience
from briefing_app.domain.dossier import Dossier
from briefing_app.domain.text import Language, Text
from briefing_app.planning.prepare import prepare
from briefing_app.planning.settings import PlanningSettings
from briefing_app.wording import wording_in
from tests import builders, stakeholder_maps
from tests.documents.visit_plan.samples import (
    SAMPLE_VISITS,
    Printed,
    bare,
    bottom_of,
    boxes_to_tick,
    crowd,
    printed,
    rich,
    said,
    sample,
    words_of,
)
from tests.strategies import dossiers

LANGUAGES = pytest.mark.parametrize("language", list(Language))
_OF_THE_DATA = ("the font has no sign", "looks like a text to be replaced")


def breaches(pages: Sequence[Page]) -> list[Breach]:
    """Breaches of the gate, but for signs and braces that stand in the facts themselves."""
    found = inspect(pages, load_theme(), Forbidden())
    return [one for one in found if not any(part in one.problem.msgid for part in _OF_THE_DATA)]


@given(dossiers(), st.sampled_from(Language))
@settings(max_examples=20)
def test_any_dossier_gives_a_plan_that_passes_the_gate(
    dossier: Dossier, language: Language
) -> None:
    plan = printed(prepare(dossier, builders.TODAY), language)
    assert breaches(plan.pages) == []
    assert all(INTERNAL in words_of(page) for page in plan.pages)
    assert bottom_of(plan.pages[0]) <= BOTTOM + 0.01


@LANGUAGES
@pytest.mark.parametrize("visit", SAMPLE_VISITS)
def test_the_samples_pass_the_gate_without_exception(visit: str, language: Language) -> None:
    plan = printed(sample(visit), language)
    assert inspect(plan.pages, load_theme(), Forbidden()) == ()
    assert all(words_of(page).startswith("INTERNAL / 内部") for page in plan.pages)


@LANGUAGES
def test_pages_are_numbered_of_how_many(language: Language) -> None:
    pages = printed(rich(), language).pages
    assert [page.label for page in pages] == [f"{n}" for n in range(1, len(pages) + 1)]
    assert all(f"{page.label} / {len(pages)}" in words_of(page) for page in pages)


@LANGUAGES
def test_each_part_and_picture_is_in_the_outline_once(language: Language) -> None:
    pages = printed(sample(SAMPLE_VISITS[0]), language).pages
    marks = [mark.title for page in pages for mark in page.landmarks]
    expected = {wording_in(language).label(part) for part in PartName}
    never = (PartName.GLANCE, PartName.IN_FULL, PartName.LAST_TIME)
    left_out = {wording_in(language).label(part) for part in never}
    pictures = (MapKind.CHAIN, MapKind.GRID, MapKind.LINES)
    drawn = {wording_in(language).label(kind) for kind in pictures}
    assert len(marks) == len(set(marks))
    assert set(marks) == (expected - left_out) | drawn


def test_the_bare_dossier_leaves_out_empty_parts_but_not_the_telling_ones() -> None:
    marks = [mark.title for page in printed(bare(), Language.EN).pages for mark in page.landmarks]
    assert not {"Products", "Success cases", "Competitors", "Follow-ups", "Stakeholder map"} & set(
        marks
    )
    assert {"The people we meet", "Who decides", "Needs", "Commercial strategy"} <= set(marks)
    assert all(page.width < page.height for page in printed(bare(), Language.EN).pages)


def test_sixty_people_and_forty_needs_flow_over_pages() -> None:
    plan = printed(crowd(), Language.ZH)
    assert breaches(plan.pages) == []
    assert all(f"人员{n}号" in plan.details for n in range(60))
    assert all(f"需求 {n}\n" in plan.details for n in range(40))


@LANGUAGES
def test_the_cards_tell_how_to_speak_with_each_person(language: Language) -> None:
    plan, wording = printed(rich(), language), wording_in(language)
    for brief in plan.briefing.team_side.attendees:
        tracks = [line for line in brief.say if "track" in line.by_name]
        spoken = [line for line in brief.say if line not in tracks]
        told = [plain(wording.message(line)) for line in (*spoken, *brief.avoid)]
        assert all(line in plan.details for line in told)
        assert brief.gap is None or wording.message(brief.gap) in plan.details


def test_a_talk_track_stands_once_in_full() -> None:
    plan = printed(rich(), Language.EN)
    assert plan.details.count("Ask for campaigns before funnels.") == 1
    assert 'Talk tracks: Lighthouse Analytics (see "Products")' in plan.details


def test_evidence_says_what_is_assumed_and_what_confirmed() -> None:
    details = printed(rich(), Language.EN).details
    assert "Role: Confirmed, said so at the last visit, 10 February 2026" in details
    assert "Support: Assumed, told by sales, 15 January 2026" in details


@LANGUAGES
def test_warnings_come_with_reason_and_action(language: Language) -> None:
    plan, wording = printed(rich(), language), wording_in(language)
    for caution in plan.briefing.team_side.cautions:
        assert wording.message(caution.message) in plan.details
        assert wording.message(caution.action) in plan.details
        assert all(wording.message(one.message) in plan.details for one in caution.because)


@LANGUAGES
def test_products_and_cases_tell_why_and_why_not(language: Language) -> None:
    plan, wording = printed(rich(), language), wording_in(language)
    team = plan.briefing.team_side
    reasons = [one for fit in (*team.products, *team.cases) for one in fit.because]
    assert all(wording.message(one.message) in plan.details for one in reasons)
    after = plan.details.split(wording.phrase("Do not show these"))[1]
    hidden = [fit.case_id for fit in team.cases if not fit.is_shown]
    names = [said(c.customer, language) for c in team.dossier.cases if c.id in hidden]
    assert names
    assert all(name in after for name in names)


def test_the_coverage_table_shows_slide_numbers_and_titles() -> None:
    briefing = rich()
    row = next(row for row in briefing.team_side.coverage if len(row.slides) == 1)
    outline = (
        OutlineEntry(4, row.slides[0], "Two weeks to connect"),
        OutlineEntry(5, row.slides[0], "Two weeks to connect, continued"),
    )
    table = _coverage(printed(briefing, Language.EN, outline))
    assert "4–5 Two weeks to connect" in table


def test_a_concern_without_a_slide_in_the_deck_is_marked() -> None:
    briefing = rich()
    rows = len(briefing.team_side.coverage)
    assert rows
    assert _coverage(printed(briefing, Language.EN, ())).count("▼ No slide answers this.") == rows


@LANGUAGES
def test_each_task_and_open_follow_up_has_a_box_to_tick(language: Language) -> None:
    plan = printed(sample(SAMPLE_VISITS[0]), language)
    team = plan.briefing.team_side
    still_open = [step for step in team.dossier.follow_ups if step.done_on is None]
    boxes = sum(boxes_to_tick(page) for page in plan.pages[1:])
    own = 3  # for what only the team thinks of
    assert boxes == len(team.checklist) + len(still_open) + own
    assert all(said(step.what, language) in plan.details for step in still_open)


def test_an_overdue_follow_up_is_marked() -> None:
    dossier = builders.rich_dossier(follow_ups=(builders.follow_up(due=builders.TODAY),))
    late = replace(dossier.follow_ups[0], due=builders.TODAY.replace(day=1))
    today = printed(prepare(dossier, builders.TODAY), Language.EN)
    after = printed(prepare(replace(dossier, follow_ups=(late,)), builders.TODAY), Language.EN)
    assert "Overdue" not in today.details
    assert "Overdue" in after.details


def test_questions_leave_room_to_write() -> None:
    plan = printed(rich(), Language.EN)
    questions = plan.briefing.team_side.questions
    must = sum(one.must_ask for one in questions)
    lines = [e for page in plan.pages[1:] for e in page.elements if e.name == "line to write on"]
    assert len(lines) == 2 * must + (len(questions) - must)


def smallest(pages: Iterable[Page]) -> float:
    return min(
        paragraph.style.size
        for page in pages
        for element in page.elements
        if isinstance(element, TextBox)
        for paragraph in element.text.paragraphs
    )


def test_no_text_is_smaller_than_eight_points() -> None:
    for plan in (printed(crowd(), Language.EN), printed(rich(), Language.ZH)):
        assert smallest(page for page in plan.pages if page.width < page.height) >= 8


@LANGUAGES
def test_the_maps_pictures_stand_on_turned_sheets_at_the_end(language: Language) -> None:
    pages = printed(rich(), language).pages
    turned = [page for page in pages if page.width > page.height]
    assert turned
    assert pages[-len(turned) :] == tuple(turned)
    assert smallest(turned) >= 6
    words = " ".join(map(words_of, turned))
    for kind in (MapKind.CHAIN, MapKind.GRID, MapKind.LINES):
        assert wording_in(language).label(kind) in words
    for person in rich().team_side.dossier.people:
        assert plain(person.name.best_for(language)) in words


def test_what_no_sheet_has_room_for_is_told_in_another_form() -> None:
    plan = printed(prepare(stakeholder_maps.crowd(60), builders.TODAY), Language.EN)
    turned = "".join(words_of(page) for page in plan.pages if page.width > page.height)
    upright = "".join(words_of(page) for page in plan.pages if page.width < page.height)
    assert "Reporting lines" not in turned
    assert "Reporting lines" in upright
    assert breaches(plan.pages) == []


@LANGUAGES
def test_the_same_briefing_gives_the_same_bytes(language: Language) -> None:
    facts = PdfFacts(title="Plan", author="Us", subject="Visit", language=language)
    files = {write_pdf(printed(rich(), language).pages, load_theme(), facts) for _ in range(2)}
    assert len(files) == 1


def _coverage(plan: Printed) -> str:
    return plan.details.split("Which slide answers whom")[1].split("Materials and preparation")[0]


def test_with_several_decks_the_plan_says_which_deck_answers_whom() -> None:
    wished = (Audience.EXECUTIVE, Audience.TECHNICAL)
    briefing = prepare(builders.rich_dossier(), builders.TODAY, PlanningSettings(), wished)
    outlines = {
        deck.audience: tuple(
            OutlineEntry(n, one.slide.key, f"{deck.audience.value} {one.slide.key}")
            for n, one in enumerate(deck.slides, 1)
        )
        for deck in briefing.team_side.decks
    }
    pages = visit_plan_pages(briefing, Language.EN, outlines)
    words = " ".join(" ".join(words_of(page) for page in pages).split())
    for name in ("Executive audience", "Technical audience"):
        assert re.search(rf"• {name}: \d+", words)


_CHINESE = re.compile("[\u4e00-\u9fff]")


@pytest.mark.parametrize("visit", SAMPLE_VISITS)
def test_an_english_plan_of_the_samples_holds_no_chinese_words(visit: str) -> None:
    for page in printed(sample(visit), Language.EN).pages:
        assert not _CHINESE.search(words_of(page).replace(INTERNAL, ""))


@LANGUAGES
@pytest.mark.parametrize("visit", SAMPLE_VISITS)
def test_notes_stand_in_the_plan_in_its_language(visit: str, language: Language) -> None:
    plan = printed(sample(visit), language)
    dossier = plan.briefing.team_side.dossier
    known = filter(None, (dossier.stakeholder(person.id) for person in dossier.attendees))
    strategy, rivals = dossier.opportunity.strategy, dossier.competitors
    assert strategy
    notes = [strategy.note, strategy.agreed_by, dossier.opportunity.note, dossier.visit.note]
    notes += [text for one in rivals for text in (one.strength, one.weakness, one.our_answer)]
    notes += [one.note for one in (*dossier.attendees, *known, *dossier.lines, *dossier.needs)]
    notes += [one.evidence.source for one in dossier.needs]
    written = [plain(note.written_in(language)) for note in notes if note]
    assert len(written) > 15
    assert [words for words in written if words not in plan.details] == []


@LANGUAGES
def test_a_note_in_the_other_language_is_better_than_none(language: Language) -> None:
    dossier = builders.rich_dossier()
    note = {language.other.value: "Alone, 唯一的说明"}
    known = tuple(replace(one, note=Text(**note)) for one in dossier.stakeholders)
    visit = replace(dossier.visit, note=Text(**note))
    dossier = replace(dossier, stakeholders=known, visit=visit)
    plan = printed(prepare(dossier, builders.TODAY), language)
    assert plan.details.count("Alone, 唯一的说明") == 1 + len(dossier.attendees)
