"""Any text becomes lines that fit; nothing is lost and nothing raises."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing_app.documents.text_fit import (
    Paragraph,
    Span,
    Style,
    fit,
    measure,
    paragraph,
    plain,
    text_width,
    wrap,
)
from briefing_app.documents.theme import Colour

TEXT = st.text(alphabet="拜访计划，。（）abc XYZ-/012%“”\u00a0é", max_size=120)
STYLE = Style(size=14)


@given(TEXT, st.floats(5, 400))
def test_wrapping_keeps_every_character_but_spaces_at_line_ends(text: str, width: float) -> None:
    item = paragraph(text, STYLE)
    lines = wrap(item, width)
    assert "".join(line.text for line in lines).replace(" ", "") == item.text.replace(" ", "")


@given(TEXT, st.floats(30, 400))
def test_no_line_is_wider_than_its_box(text: str, width: float) -> None:
    assert all(line.width <= width for line in wrap(paragraph(text, STYLE), width))


@given(st.text(max_size=200), st.floats(0.5, 50))
def test_any_text_in_any_width_gives_at_least_a_line(text: str, width: float) -> None:
    assert len(wrap(paragraph(text, STYLE), width)) >= 1


@given(TEXT, st.floats(40, 300))
def test_a_wider_box_never_needs_more_lines(text: str, width: float) -> None:
    item = paragraph(text, STYLE)
    assert len(wrap(item, width * 1.5)) <= len(wrap(item, width))


def test_spans_keep_their_looks_across_lines() -> None:
    spans = (Span("重点：", bold=True, colour=Colour.ACCENT), Span("先试点，后推广，再复盘。"))
    lines = wrap(Paragraph(spans, STYLE), 80)
    assert len(lines) > 1
    assert lines[0].spans[0] == spans[0]
    assert all(span.bold is None for line in lines[1:] for span in line.spans)


def test_bold_text_is_measured_with_the_bold_font() -> None:
    assert text_width("Payment", Style(size=14, bold=True)) > text_width("Payment", STYLE)


def test_a_script_change_takes_the_room_that_renderers_give_it() -> None:
    apart = text_width("接入", STYLE) + text_width("SDK", STYLE)
    assert text_width("接入SDK", STYLE) > apart


def test_height_counts_lines_and_the_space_between_paragraphs() -> None:
    spaced = Style(size=10, pitch=1.5, before=4)
    assert measure([paragraph("a", spaced), paragraph("b", spaced)], 100).height == 34


def test_fitting_shrinks_only_as_far_as_allowed() -> None:
    words = [paragraph("one two three four five six seven eight nine ten", STYLE)]
    needed = measure(words, 100).height
    shrunk = fit(words, 100, needed * 0.85, smallest=0.8)
    assert shrunk is not None
    assert shrunk.height <= needed * 0.85
    assert fit(words, 100, needed * 0.2, smallest=0.8) is None


def test_plain_text_has_no_control_characters_and_single_spaces() -> None:
    assert plain(" a\x00b\n\tc  d\u200b ") == "a b c d"


def test_signs_that_nobody_sees_leave_no_gap_and_accents_join_their_letters() -> None:
    assert plain("星\u200b河 co\u00adoperation\ufeff ™\ufe0f") == "星河 cooperation ™"
    assert plain("Zu\u0308rich cafe\u0301") == "Zürich café"


@given(TEXT, st.integers(0, 120), st.integers(0, 120))
def test_spans_are_as_wide_as_the_same_text_in_one(text: str, one: int, other: int) -> None:
    start, end = sorted((one, other))
    parts = (text[:start], text[start:end], text[end:])
    spans = tuple(Span(part, colour=Colour.ACCENT) for part in parts)

    (split,) = wrap(Paragraph(spans, STYLE), 1e6)
    (whole,) = wrap(Paragraph((Span(text),), STYLE), 1e6)

    assert abs(split.width - whole.width) < 1e-6


def test_curly_quotes_become_straight_where_no_chinese_stands() -> None:
    assert plain("“It’s here…” she said") == '"It\'s here..." she said'
    assert plain("他说“it’s 好”") == "他说“it's 好”"
