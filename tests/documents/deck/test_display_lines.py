"""Chinese lines end where words end, as far as the box allows it without a line more."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.documents.deck.compose import deck_pages
from briefing_app.documents.deck.display_lines import balanced, harms
from briefing_app.documents.placed import TextBox
from briefing_app.documents.text_fit import Style, measure_to_edit, paragraph
from briefing_app.domain.audience import Audience
from briefing_app.domain.opportunity import Stage
from briefing_app.domain.text import Language
from tests.documents.deck import client_sides
from tests.documents.deck.test_storyline_forms import asked_for

LARGE = Style(size=26, bold=True)
MOST_BREAKS_THAT_HARM = 0.16


def lines(words: str, width: float, *names: str) -> list[str]:
    text, _ = balanced(paragraph(words, LARGE), width, frozenset(names))
    return [line.text for line in text.lines]


def test_a_common_word_goes_over_to_the_next_line_as_a_whole() -> None:
    words = "先把首发当天的需求理清再谈"
    assert lines(words, 26 * 8.4) == ["先把首发当天的", "需求理清再谈"]
    plain = [line.text for line in measure_to_edit([paragraph(words, LARGE)], 26 * 8.4).lines]
    assert plain[0].endswith("需")


def test_a_name_stays_whole_that_no_list_of_words_knows() -> None:
    text, inside = "找萤渡互娱定日程", 3
    assert harms(text, inside) < harms(text, inside, frozenset({"萤渡互娱"}))
    assert harms(text, 1, frozenset({"萤渡互娱"})) == harms(text, 1)
    assert lines("请我们的团队去找萤渡互娱定日程", 26 * 9.7, "萤渡互娱")[1].startswith("萤渡互娱")


@pytest.mark.parametrize(
    ("text", "at", "is_harm"),
    [
        ("每周看一次数据", 6, True),
        ("这里有5项需求", 4, True),
        ("不改动产品", 1, True),
        ("看得见，改得动", 4, False),
        ("澄野智联的需求", 5, False),
        ("Fireferry 需求", 10, False),
    ],
)
def test_some_breaks_harm_and_others_do_not(text: str, at: int, is_harm: bool) -> None:
    assert (harms(text, at) > 1) == is_harm


@given(
    words=st.text(alphabet="需求数据，。的和ab 5项不", min_size=1, max_size=60),
    width=st.floats(min_value=90, max_value=600),
)
def test_choosing_the_box_costs_no_line_and_no_height(words: str, width: float) -> None:
    usual = measure_to_edit([paragraph(words, LARGE)], width)
    text, chosen = balanced(paragraph(words, LARGE), width)
    assert chosen <= width
    assert len(text.lines) <= len(usual.lines)
    assert text.height <= usual.height


def test_few_lines_of_the_samples_large_type_end_inside_a_word() -> None:
    seen = {
        element.text
        for name in client_sides.SAMPLES
        for audience in Audience
        for stage in Stage
        for page in deck_pages(
            asked_for(client_sides.sample(name), audience, stage), Language.ZH
        ).pages
        for element in page.elements
        if isinstance(element, TextBox) and element.text.paragraphs[0].style.size >= 16
    }
    breaks = harmful = 0
    for text in seen:
        said, at = text.paragraphs[0].text, 0
        for line in text.lines[:-1]:
            at = said.index(line.text, at) + len(line.text)
            breaks += 1
            harmful += harms(said, at) > 1
    print(f"{harmful} of {breaks} breaks harm")
    assert harmful <= breaks * MOST_BREAKS_THAT_HARM
