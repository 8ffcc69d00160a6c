"""Large text breaks where the sense breaks, as large as it can be."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing_app.documents.brochure.display import displayed, well_broken
from briefing_app.documents.text_fit import Style, measure, paragraph

STYLE = Style(size=20, bold=True, pitch=1.3)
SENTENCE = "现在版本会上先看图，再讨论，吵得少了，改得快了。"


@given(st.text(st.sampled_from("ab 漢字，。"), max_size=120), st.integers(60, 400))
def test_breaking_well_takes_no_more_lines_and_loses_nothing(content: str, width: int) -> None:
    item = paragraph(content, STYLE)
    broken = well_broken(item, width)
    assert len(broken.lines) == len(measure([item], width).lines)
    assert "".join(line.text for line in broken.lines).replace(" ", "") == item.text.replace(
        " ", ""
    )


def test_no_lone_syllable_stays_on_the_last_line() -> None:
    width = 20 * 23.2
    assert [len(line.text) for line in measure([paragraph(SENTENCE, STYLE)], width).lines] == [
        22,
        2,
    ]
    assert [line.text for line in well_broken(paragraph(SENTENCE, STYLE), width).lines] == [
        "现在版本会上先看图，再讨论，",
        "吵得少了，改得快了。",
    ]


def test_text_is_set_a_little_smaller_for_better_breaks_but_not_much() -> None:
    scales = (1.0, 0.9, 0.5)
    better = displayed("当天定位流失步骤和人群，再定改动", STYLE, 20 * 11.2, 200, scales)
    assert better is not None
    assert better.lines[0].text == "当天定位流失步骤和人群，"
    assert better.paragraphs[0].style.size == 18


def test_text_that_fits_at_no_scale_is_refused() -> None:
    assert displayed(SENTENCE, STYLE, 100, 30, (1.0, 0.8)) is None
