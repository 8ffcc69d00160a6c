"""Every kind of chart is drawn as what it is, whatever its numbers and names."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.documents.charts.drawing import drawn
from briefing_app.documents.charts.numbers import shown
from briefing_app.documents.charts.plot import names_fit, plot_frame
from briefing_app.documents.placed import Chart, ChartKind, Frame, Path, Series, Shape, TextBox
from briefing_app.documents.theme import Colour, load_theme
from tests.documents.deck.sample_pages import chart

FRAME = Frame(50, 100, 420, 300)
THEME = load_theme()


def texts(element: Chart) -> list[str]:
    return [
        line.text
        for part in drawn(element, THEME)
        if isinstance(part, TextBox)
        for line in part.text.lines
    ]


def bars(element: Chart, colour: Colour) -> list[Shape]:
    parts = (part for part in drawn(element, THEME) if isinstance(part, Shape))
    return [part for part in parts if part.fill is colour and part.name != "legend key"]


def test_columns_stand_and_bars_lie() -> None:
    upright = bars(chart(ChartKind.COLUMN, FRAME), Colour.ACCENT)
    lying = bars(chart(ChartKind.BAR, FRAME), Colour.ACCENT)
    assert len({bar.frame.width for bar in upright}) == 1
    assert len({round(bar.frame.bottom, 6) for bar in upright}) == 1
    assert len({bar.frame.height for bar in lying}) == 1
    assert len({round(bar.frame.x, 6) for bar in lying}) == 1


def test_the_length_of_a_bar_is_its_number() -> None:
    lengths = [bar.frame.height for bar in bars(chart(ChartKind.COLUMN, FRAME), Colour.ACCENT)]
    assert [length / lengths[0] for length in lengths] == pytest.approx(
        [1, 72 / 60, 81.25 / 60, 90 / 60]
    )


def test_a_negative_bar_goes_the_other_way() -> None:
    series = (Series("S", (-30.0, 60.0, 0.0, None), Colour.ACCENT),)
    down, up, nothing = bars(chart(ChartKind.COLUMN, FRAME, series=series), Colour.ACCENT)
    assert down.frame.y == pytest.approx(up.frame.bottom)
    assert down.frame.height == pytest.approx(up.frame.height / 2)
    assert nothing.frame.height == pytest.approx(0)


def test_slices_of_a_ring_share_it_by_their_numbers() -> None:
    ring = chart(ChartKind.DOUGHNUT, FRAME)
    slices = [part for part in drawn(ring, THEME) if isinstance(part, Path)]
    assert len(slices) == 4
    assert len({part.fill for part in slices}) == 4
    first, middle = slices[0].polygons[0][0], plot_frame(ring)
    assert first == pytest.approx((middle.x + middle.width / 2, middle.y))


def test_steps_of_a_waterfall_begin_where_the_last_one_ended() -> None:
    series = (Series("S", (100.0, -30.0, 20.0, 90.0), Colour.ACCENT),)
    fall = chart(ChartKind.WATERFALL, FRAME, series=series, totals=frozenset({0, 3}))
    start, end = bars(fall, Colour.INK)
    (down,), (up,) = bars(fall, Colour.STEEL), bars(fall, Colour.ACCENT)
    assert down.frame.y == pytest.approx(start.frame.y)
    assert up.frame.bottom == pytest.approx(down.frame.bottom)
    assert up.frame.y == pytest.approx(end.frame.y)
    assert [words for words in texts(fall) if words[-1].isdigit() and words[0] != "Q"] == [
        "100",
        "−30",
        "+20",
        "90",
    ]


def test_numbers_that_have_no_room_stand_at_an_axis() -> None:
    count = 40
    names = tuple(str(at) for at in range(count))
    series = (Series("S", tuple(12_345.0 + at for at in range(count)), Colour.ACCENT),)
    crowded = chart(ChartKind.COLUMN, FRAME, categories=names, series=series)
    assert "12,345" not in texts(crowded)
    assert "0" in texts(crowded)


def test_names_too_long_for_their_room_are_told() -> None:
    usual = chart(ChartKind.BAR, FRAME)
    names = tuple("客户首次支付的成功率（示例数据）" * 12 for _ in range(4))
    assert names_fit(usual)
    assert not names_fit(replace(usual, categories=names))


@pytest.mark.parametrize(
    ("value", "pattern", "expected"),
    [
        (1234.5, "#,##0.0", "1,234.5"),
        (0.256, "0%", "26%"),
        (-0.0001, "0.0", "0.0"),
        (-12.0, "General", "-12"),
        (3.0, '0" days"', "3 days"),
    ],
)
def test_numbers_read_as_in_a_spreadsheet(value: float, pattern: str, expected: str) -> None:
    assert shown(value, pattern) == expected


NUMBER = st.none() | st.floats(-1e6, 1e6).filter(lambda it: it == 0 or abs(it) > 1e-3)


@given(
    kind=st.sampled_from(ChartKind),
    values=st.lists(st.lists(NUMBER, min_size=3, max_size=3), min_size=1, max_size=3),
    names=st.lists(st.text(max_size=40), min_size=3, max_size=3),
    has_legend=st.booleans(),
)
def test_bars_and_slices_never_leave_the_charts_frame(
    kind: ChartKind, values: list[list[float | None]], names: list[str], has_legend: bool
) -> None:
    series = tuple(Series("S", tuple(row), Colour.ACCENT) for row in values)
    whole = chart(
        kind,
        FRAME,
        series=series,
        categories=tuple(names),
        has_legend=has_legend,
        totals=frozenset({2}),
    )
    marks = (part for part in drawn(whole, THEME) if isinstance(part, Shape | Path))
    seen = (part for part in marks if part.name != "legend key")
    assert all(FRAME.holds(part.frame, tolerance=5) for part in seen)
