"""The brochure is complete, in order, and on the right sides; nothing of it is cut or empty."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_app.documents.brochure import brochure_pages
from briefing_app.documents.brochure.grid import PAGE_HEIGHT, PAGE_WIDTH
from briefing_app.documents.gate import Forbidden, inspect
from briefing_app.documents.placed import Anchor, Frame, Page, Shape, TextBox
from briefing_app.documents.text_fit import Align
from briefing_app.documents.theme import Colour, load_theme
from briefing_app.domain.dossier import Dossier
from briefing_app.domain.text import Language, Text
from briefing_app.planning.client_side import ClientSide
from briefing_app.planning.prepare import prepare
from briefing_app.wording import wording_in
from tests.documents.brochure.content import (
    GAMES,
    KINDS,
    LANGUAGES,
    LONG_TEXT,
    boxes,
    pages_of,
    said,
    said_on,
    sample,
    side_of,
    squeezed,
)
from tests.strategies import dossiers

OF_THE_WRITER = {
    "the font has no sign for {signs}.",
    "“{words}” looks like a text to be replaced.",
}
"""Breaches that come from what somebody typed, which no layout can mend."""

every_brochure = pytest.mark.parametrize("language", LANGUAGES)
every_content = pytest.mark.parametrize("kind", KINDS)


@every_brochure
@every_content
def test_the_gate_lets_every_brochure_pass(kind: str, language: Language) -> None:
    assert inspect(pages_of(kind, language), load_theme(), Forbidden()) == ()


@settings(max_examples=20)
@given(dossiers(), st.sampled_from(LANGUAGES))
def test_any_dossier_makes_a_brochure_that_is_laid_out_soundly(
    dossier: Dossier, language: Language
) -> None:
    pages = brochure_pages(prepare(dossier, dossier.visit.starts_at.date()).client_side, language)
    breaches = inspect(pages, load_theme(), Forbidden())
    assert [one for one in breaches if one.problem.msgid not in OF_THE_WRITER] == []
    assert len(pages) % 2 == 0


@every_brochure
@every_content
def test_contents_name_each_chapter_with_its_page(kind: str, language: Language) -> None:
    pages = pages_of(kind, language)
    numbers = [box for page in pages for box in boxes(page, "Page")]
    titles = [said(box) for page in pages for box in boxes(page, "Entry")]
    listed = [pages[int(said(box)) - 1] for box in numbers]
    assert [page.title for page in listed] == titles
    assert all(page.level == 1 for page in listed)
    assert [box.link for box in numbers] == [f"#page{int(said(box)) - 1}" for box in numbers]


@every_brochure
@every_content
def test_pages_are_numbered_on_their_outer_side(kind: str, language: Language) -> None:
    pages = pages_of(kind, language)
    assert boxes(pages[0], "Page number") == []
    for number, page in enumerate(pages[1:], start=2):
        (box,) = boxes(page, "Page number")
        assert (said(box), page.label) == (str(number), str(number))
        outside = Align.RIGHT if number % 2 else Align.LEFT
        assert box.text.paragraphs[0].style.align is outside


@every_brochure
@every_content
def test_each_product_opens_a_spread(kind: str, language: Language) -> None:
    pages, wording = pages_of(kind, language), wording_in(language)
    for proposal in side_of(kind).proposals:
        name = wording.text(proposal.product.name)
        first, second, *_ = (n for n, page in enumerate(pages, 1) if page.title == name)
        assert (first % 2, second) == (0, first + 1)


@pytest.mark.parametrize("products", range(3))
@pytest.mark.parametrize("cases", range(3))
@pytest.mark.parametrize("with_trust", [True, False])
def test_the_pages_come_out_even(products: int, cases: int, with_trust: bool) -> None:
    side = sample(GAMES)
    company = side.company if with_trust else replace(side.company, trust=())
    made = replace(
        side,
        company=company,
        proposals=side.proposals[:products],
        cases=(side.cases * 2)[:cases],
    )
    pages = brochure_pages(made, Language.ZH)
    assert len(pages) % 2 == 0
    assert all(len(boxes(page)) > 1 for page in pages)


@every_brochure
@pytest.mark.parametrize("kind", ["games", "vehicles", "heavy"])
def test_products_cases_and_people_are_told_in_full(kind: str, language: Language) -> None:
    side, words = side_of(kind), said_on(pages_of(kind, language))
    missing = [text for text in _told(side) if squeezed(text.best_for(language)) not in words]
    assert missing == []


def _told(side: ClientSide) -> Iterator[Text]:
    for proposal in side.proposals:
        product, value = proposal.product, proposal.value
        yield from (product.name, product.adoption.client_effort)
        for thing in (*product.capabilities, *product.works_in, *product.facts):
            yield from (thing.name, thing.detail)
        if value is not None:
            yield from (value.value, value.day_before, value.day_after, value.assumptions)
            yield from (measure.source for measure in value.measures)
        hardest = proposal.answers[:3]  # the deck has the whole table
        yield from (side.needs[index].statement for index in hardest)
    for chosen in side.cases:
        case = chosen.case
        yield from (case.public_name, case.what_was_done, case.quote_by)
        yield from (result.label for result in case.results)
    for statement in side.company.trust:
        yield from (statement.statement, statement.proof)
    for colleague in side.team:
        yield from (colleague.name, colleague.title, Text.same(colleague.email))
    yield from side.company.service
    yield from (pressure.title for pressure in side.pressures)
    yield from (step.name for step in (*side.industry.processes, *side.industry.rollout))


@every_brochure
def test_a_text_over_many_columns_is_not_cut(language: Language) -> None:
    side = sample(GAMES)
    client = replace(side.client, situation=Text(LONG_TEXT.zh * 4, LONG_TEXT.en * 4))
    pages = brochure_pages(replace(side, client=client), language)
    pieces = [said(box) for page in pages for box in boxes(page, "Text")]
    whole = squeezed(client.situation.best_for(language))
    assert whole in squeezed("".join(pieces))


@every_brochure
def test_little_content_leaves_no_empty_heading(language: Language) -> None:
    pages, phrase = pages_of("light", language), wording_in(language).phrase
    words = {said(box) for page in pages for box in boxes(page)}
    unknown = ("How it works", "What it does", "What it can bring", "Facts", "Success cases")
    assert words.isdisjoint(phrase(heading) for heading in unknown)
    assert len(pages) == 6
    assert [page.title for page in pages if page.level][-1] == phrase("Contact")


def test_a_brochure_without_products_still_stands() -> None:
    side = replace(sample(GAMES), proposals=(), cases=())
    titles = [page.title for page in brochure_pages(side, Language.EN)]
    assert titles[1:3] == ["Contents", "Games"]
    assert "Why rely on us" in titles


@every_brochure
@every_content
def test_no_text_stands_on_another(kind: str, language: Language) -> None:
    for page in pages_of(kind, language):
        placed = [_inked(box) for box in boxes(page)]
        assert [pair for pair in combinations(placed, 2) if _overlap(*pair)] == []


def _inked(box: TextBox) -> Frame:
    """Where the lines stand in their box."""
    spare = box.frame.height - box.text.height
    above = {Anchor.TOP: 0.0, Anchor.MIDDLE: spare / 2, Anchor.BOTTOM: spare}[box.anchor]
    return replace(box.frame, y=box.frame.y + above, height=box.text.height)


def _overlap(one: Frame, other: Frame) -> bool:
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return across > 0.5 and down > 0.5


@every_brochure
def test_all_pages_are_a4_and_the_same_input_gives_the_same_pages(language: Language) -> None:
    pages = pages_of("games", language)
    assert {(page.width, page.height) for page in pages} == {(PAGE_WIDTH, PAGE_HEIGHT)}
    assert brochure_pages(sample(GAMES), language) == pages


def test_bars_differ_in_lightness_and_carry_their_words() -> None:
    theme = load_theme()
    page = _page_with(pages_of("games", Language.EN), "Bar value")
    bars = [part for part in page.elements if isinstance(part, Shape) and part.name == "Bar"]
    fills = {bar.fill for bar in bars}
    assert fills == {Colour.STEEL, Colour.ACCENT}
    assert theme.contrast(Colour.STEEL, Colour.ACCENT) > 1.5
    assert len(boxes(page, "Bar value")) == len(boxes(page, "Bar label")) == len(bars)


def test_all_results_of_a_case_are_set_in_one_size() -> None:
    page = _page_with(pages_of("games", Language.EN), "Figure")
    sizes = [box.text.paragraphs[0].style.size for box in boxes(page, "Figure")]
    assert len(sizes) == len(sample(GAMES).cases[0].case.results)
    assert len(set(sizes)) == 1
    assert all(len(box.text.lines) == 1 for box in boxes(page, "Figure"))


def test_bars_are_drawn_to_scale_and_called_examples() -> None:
    page = _page_with(pages_of("games", Language.EN), "Bar value")
    bars = [part for part in page.elements if isinstance(part, Shape) and part.name == "Bar"]
    effect = sample(GAMES).proposals[0].value
    assert effect is not None
    first = effect.measures[0]
    drawn = bars[0].frame.width / bars[1].frame.width
    assert drawn == pytest.approx(first.before / first.after)
    assert all("Example" in said(box) for box in boxes(page, "Effect"))


def _page_with(pages: tuple[Page, ...], name: str) -> Page:
    return next(page for page in pages if boxes(page, name))


def with_case(words: Text) -> ClientSide:
    side = sample(GAMES)
    chosen = side.cases[0]
    results = chosen.case.results * 2
    case = replace(chosen.case, situation=words, results=results)
    return replace(side, cases=(replace(chosen, case=case),))


@every_brochure
def test_a_quote_with_no_room_left_on_its_page_gets_one_of_its_own(language: Language) -> None:
    quote = sample(GAMES).cases[0].case.quote.best_for(language)
    pages = brochure_pages(with_case(Text(LONG_TEXT.zh[:500], LONG_TEXT.en[:1100])), language)
    (page,) = (page for page in pages if squeezed(quote) in said_on((page,)))
    assert page.background is Colour.INK
    assert [said(box) for box in boxes(page, "Statement")] == [quote]


@every_brochure
def test_a_card_is_not_parted_from_its_telephone(language: Language) -> None:
    side = replace(sample(GAMES), team=sample(GAMES).team * 5)
    pages = brochure_pages(side, language)
    for page in pages[-2:]:
        names = boxes(page, "Name")
        assert len(names) == len(boxes(page, "E-mail")) - len(boxes(page, "Company"))
