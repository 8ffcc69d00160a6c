from __future__ import annotations

import ast
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings

from briefing_app.documents import deck
from briefing_app.documents.deck.block import Point, Running
from briefing_app.documents.deck.compose import deck_pages
from briefing_app.documents.deck.grid import LayoutName, layout_decoration
from briefing_app.documents.deck.layout import composed, lay_out
from briefing_app.documents.deck.master import OWN_MASTER
from briefing_app.documents.deck.slides import Slide
from briefing_app.documents.gate import Forbidden, inspect
from briefing_app.documents.placed import Chart, Page, Table, TextBox
from briefing_app.documents.theme import load_theme
from briefing_app.domain.audience import Audience
from briefing_app.domain.text import Language, Text
from briefing_app.planning.client_side import ClientSide, SlideKind
from tests.documents.deck import client_sides
from tests.documents.deck.judgements import alike_neighbours, faults, texts_of
from tests.strategies import dossiers

LANGUAGES = tuple(Language)
SAMPLE_SIDES = [(name, visit) for name in client_sides.SAMPLES for visit in (0, 1)]
ALWAYS_TOLD = {
    SlideKind.COVER,
    SlideKind.UNDERSTANDING,
    SlideKind.TRAINING,
    SlideKind.COMPLIANCE,
    SlideKind.NEXT_STEPS,
}


def all_text(pages: tuple[Page, ...]) -> str:
    return "\n".join(text for page in pages for e in page.elements for text in texts_of(e))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", client_sides.SAMPLES)
def test_every_kind_of_slide_is_told_of_a_rich_client(name: str, language: Language) -> None:
    side = client_sides.with_every_kind(client_sides.sample(name))
    made = deck_pages(side, language)
    told = {entry.key for entry in made.outline}
    untold = {planned.key for planned in side.storyline} - told
    assert untold <= {"commercial"}, "only a frame that may not be shared is left out"
    assert faults(made.pages) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_client_of_whom_hardly_anything_is_known_still_gets_whole_slides(
    language: Language,
) -> None:
    side = client_sides.with_every_kind(client_sides.bare())
    made = deck_pages(side, language)
    kinds = {kind for kind in SlideKind if kind.value in {entry.key for entry in made.outline}}
    assert kinds >= ALWAYS_TOLD
    assert faults(made.pages) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("name", "visit"), SAMPLE_SIDES)
def test_the_samples_decks_pass_the_export_gate(name: str, visit: int, language: Language) -> None:
    made = deck_pages(client_sides.sample(name, visit), language)
    assert inspect(made.pages, load_theme(), Forbidden()) == ()
    assert faults(made.pages) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("name", client_sides.SAMPLES)
def test_every_audiences_deck_of_all_kinds_passes_the_export_gate(
    name: str, audience: Audience, language: Language
) -> None:
    side = replace(client_sides.with_every_kind(client_sides.sample(name)), audience=audience)
    assert inspect(deck_pages(side, language).pages, load_theme(), Forbidden()) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_of_a_slide_that_goes_on_have_titles_of_their_own(language: Language) -> None:
    side = client_sides.stretched(client_sides.with_every_kind(client_sides.sample("games")), 12)
    made = deck_pages(side, language)
    by_key: dict[str, list[str]] = {}
    for entry in made.outline:
        by_key.setdefault(entry.key, []).append(entry.title)
    divided = [titles for titles in by_key.values() if len(titles) > 1]
    assert divided
    assert all(len(set(titles)) == len(titles) for titles in divided)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("times", [3, 12])
def test_long_texts_are_divided_and_never_cut(times: int, language: Language) -> None:
    side = client_sides.with_every_kind(client_sides.sample("games"))
    heavy = client_sides.stretched(side, times)
    made = deck_pages(heavy, language)
    assert faults(made.pages) == []
    said = "".join(all_text(made.pages).split())
    pain = heavy.proposals[0].value.pain if heavy.proposals[0].value else Text()
    assert "".join(pain.written_in(language).split()) in said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("count", [0, 1, 7, 40])
def test_any_number_of_needs_is_shown_whole(count: int, language: Language) -> None:
    words = Text("首发周能看清卡点{}", "See where players get stuck in launch week")
    side = client_sides.with_needs(client_sides.sample("games"), count, words)
    made = deck_pages(client_sides.with_every_kind(side), language)
    assert faults(made.pages) == []
    tables = [
        table
        for page, entry in zip(made.pages, made.outline, strict=True)
        if entry.key == "needs-and-answers"
        for table in page.elements
        if isinstance(table, Table)
    ]
    assert sum(len(table.rows) - 1 for table in tables) == (count if side.proposals else 0)


@pytest.mark.parametrize(
    "name", ["猫", "甲", "W", "W" * 120, "很长的公司名称" * 17, "Ab 公司 " * 20]
)
def test_client_names_of_any_length_keep_every_title_within_two_lines(name: str) -> None:
    side = client_sides.with_every_kind(client_sides.sample("games"))
    called = replace(side.client, name=Text.same(name), short_name=Text())
    for language in LANGUAGES:
        assert faults(deck_pages(replace(side, client=called), language).pages) == []


@settings(max_examples=25, phases=[Phase.explicit, Phase.generate])
@given(dossier=dossiers())
def test_slides_of_any_dossier_are_sound(dossier: object) -> None:
    side = client_sides.with_every_kind(client_sides.prepared(dossier))  # type: ignore[arg-type]
    for language in LANGUAGES:
        made = deck_pages(side, language)
        assert faults(made.pages) == []
        assert len(made.outline) == len(made.pages)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", client_sides.SAMPLES)
def test_neighbouring_slides_look_different(name: str, language: Language) -> None:
    side = client_sides.with_every_kind(client_sides.sample(name))
    made = deck_pages(side, language)
    assert alike_neighbours(made.pages, [entry.key for entry in made.outline]) == []


def test_two_industries_are_told_the_same_product_in_different_words() -> None:
    games, vehicles = (
        deck_pages(client_sides.with_every_kind(client_sides.sample(name)), Language.EN)
        for name in client_sides.SAMPLES
    )
    key = "product:behaviour-analytics"
    sentences = [
        {
            text
            for page, entry in zip(made.pages, made.outline, strict=True)
            if entry.key == key
            for element in page.elements
            for text in texts_of(element)
            if len(text.split()) > 5
        }
        for made in (games, vehicles)
    ]
    assert sentences[0]
    assert sentences[1]
    assert not sentences[0] & sentences[1]


def test_the_audience_is_felt_in_the_proposals_title() -> None:
    side = client_sides.with_every_kind(client_sides.sample("games"))
    titles = {
        audience: next(
            entry.title
            for entry in deck_pages(replace(side, audience=audience), Language.EN).outline
            if entry.key == "proposal"
        )
        for audience in Audience
    }
    assert "pay off" in titles[Audience.EXECUTIVE]
    assert "weeks" in titles[Audience.TECHNICAL]
    assert len({titles[a] for a in (Audience.EXECUTIVE, Audience.TECHNICAL, Audience.USERS)}) == 3


def test_figures_made_up_to_illustrate_are_called_examples() -> None:
    side = client_sides.sample("games")
    made = deck_pages(side, Language.EN)
    charted = [
        page for page in made.pages if any(isinstance(element, Chart) for element in page.elements)
    ]
    assert charted
    for page in charted:
        assert "(example)" in page.title
        assert "All figures are examples." in all_text((page,))


def test_speaker_notes_stand_on_the_first_slide_of_their_key() -> None:
    side = client_sides.with_needs(
        client_sides.sample("games"), 40, Text("需要", "A need like any other")
    )
    side = client_sides.with_every_kind(side)
    made = deck_pages(side, Language.EN, notes={"needs-and-answers": ("Pause here.",)})
    noted = [entry.key for page, entry in zip(made.pages, made.outline, strict=True) if page.notes]
    parts = [entry.key for entry in made.outline].count("needs-and-answers")
    assert noted == ["needs-and-answers"]
    assert parts > 1


def test_only_long_decks_have_section_breaks() -> None:
    short = deck_pages(client_sides.sample("games", 1), Language.EN)
    long = deck_pages(client_sides.with_every_kind(client_sides.sample("games")), Language.EN)
    assert not [page for page in short.pages if page.layout == LayoutName.SECTION]
    assert [page for page in long.pages if page.layout == LayoutName.SECTION]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_side_makes_the_same_slides(language: Language) -> None:
    side = client_sides.rich()
    assert deck_pages(side, language) == deck_pages(side, language)


def test_each_slide_carries_what_its_layout_draws() -> None:
    for page in deck_pages(client_sides.rich(), Language.EN).pages:
        background, field = layout_decoration(page.layout)
        assert page.elements[: len(field)] == field
        assert page.background is background


@pytest.mark.parametrize("size", [0, 1, 2, 3, 4, 5, 6, 9])
def test_any_number_of_pressures_people_and_steps_is_composed(size: int) -> None:
    side = client_sides.with_every_kind(client_sides.sample("connected-vehicles"))
    crowded = _repeated(side, size)
    for language in LANGUAGES:
        assert faults(deck_pages(crowded, language).pages) == []


def _repeated(side: ClientSide, size: int) -> ClientSide:
    many = size or 1
    return replace(
        side,
        pressures=(side.pressures * many)[:size],
        team=(side.team * many)[:size],
        next_steps=(side.next_steps * many)[:size],
        industry=replace(side.industry, rollout=(side.industry.rollout * many)[:size]),
        company=replace(side.company, trust=(side.company.trust * many)[:size]),
    )


def test_the_deck_never_imports_the_teams_side() -> None:
    folder = Path(deck.__file__).parent
    imported = {
        node.module or ""
        for file in folder.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom)
    }
    assert not imported & {"briefing_app.planning.briefing", "briefing_app.domain.dossier"}
    assert "briefing_app.planning.client_side" in imported


def test_text_boxes_of_a_slide_are_named() -> None:
    pages = deck_pages(client_sides.rich(), Language.EN).pages
    boxes = [e for page in pages for e in page.elements if isinstance(e, TextBox)]
    assert boxes
    assert all(box.name.strip() for box in boxes)


def test_slides_whose_long_titles_give_way_to_the_same_phrase_are_counted() -> None:
    titles = ("W" * 300, "Why this product fits here")
    slides = [
        composed(
            Slide(
                key=f"product:{number}",
                kicker="Our proposal",
                titles=titles,
                layout=LayoutName.TITLE_ONLY,
                body=Running(points=(Point("A point"),)),
            ),
            Language.EN,
            OWN_MASTER,
        )
        for number in range(3)
    ]
    laid_out = lay_out(slides, Language.EN, OWN_MASTER, footer="", notes={})
    assert [item.page.title for item in laid_out] == [
        "Why this product fits here",
        "Why this product fits here (2)",
        "Why this product fits here (3)",
    ]


@pytest.mark.parametrize("count", range(60, 100))
def test_a_kicker_of_any_length_stands_on_one_line(count: int) -> None:
    slide = Slide(
        key="a",
        kicker="Wide " * count,
        titles=("Title",),
        layout=LayoutName.TITLE_ONLY,
        body=Running(points=(Point("A point"),)),
    )
    made = lay_out(
        [composed(slide, Language.EN, OWN_MASTER)], Language.EN, OWN_MASTER, footer="", notes={}
    )
    (kicker,) = (
        element
        for element in made[0].page.elements
        if isinstance(element, TextBox) and element.name == "Kicker"
    )
    assert len(kicker.text.lines) == 1
    assert kicker.text.paragraphs[0].text.endswith("...")
