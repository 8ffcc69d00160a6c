"""A paragraph does not end in a line of a sign or two where its lines can share their words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.documents.text_fit import WIDTH_MARGIN, Style, measure, paragraph
from briefing_app.documents.widows import measure_without_widows

STYLE = Style(size=10)


def lines(words: str, width: float) -> list[str]:
    return [line.text for line in measure_without_widows([paragraph(words, STYLE)], width).lines]


def test_a_lone_sign_gets_company() -> None:
    words, width = "功能越做越多哪些有人用呢谁也说不清楚心里没有数呀看", 10 * 12 / WIDTH_MARGIN + 1
    usual = [line.text for line in measure([paragraph(words, STYLE)], width).lines]
    better = lines(words, width)
    assert len(usual[-1]) <= 2
    assert len(better[-1]) > 2
    assert len(better) == len(usual)
    assert "".join(better) == words


def test_two_characters_that_fill_no_line_together_stay_as_they_are() -> None:
    assert lines("一二", 11) == ["一", "二"]


@given(st.text("支付成功率，。 payment of 12%", max_size=120), st.floats(30, 300))
def test_height_width_and_words_are_those_of_the_usual_measure(words: str, width: float) -> None:
    usual = measure([paragraph(words, STYLE)], width)
    better = measure_without_widows([paragraph(words, STYLE)], width)
    assert better.height == pytest.approx(usual.height)
    assert all(line.width <= width for line in better.lines if len(line.text) > 1)
    joined = "".join(line.text for line in better.lines)
    assert joined.replace(" ", "") == usual.paragraphs[0].text.replace(" ", "")
