"""Charts are native, and the workbook behind one holds its numbers and nothing else."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pptx.oxml.ns import qn

from briefing_app.documents.deck.chart_workbook import chart_workbook, column_letters
from briefing_app.documents.deck.chart_xml import number_format
from briefing_app.documents.deck.grid import CONTENT
from briefing_app.documents.placed import Chart, ChartKind, Series
from briefing_app.documents.theme import Colour
from tests.documents.deck.sample_pages import chart, page
from tests.documents.deck.test_pptx_writer import opened, shape_named

ALL_KINDS = pytest.mark.parametrize("kind", ChartKind)


def native(element: Chart) -> Any:
    return shape_named(opened(page("Chart", [element])).slides[0], "Chart").chart


def cells(data: bytes) -> list[list[object]]:
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def with_values(*values: float) -> Chart:
    names = tuple(f"C{at}" for at in range(len(values)))
    series = (Series("S", values, Colour.ACCENT),)
    return replace(chart(ChartKind.BAR, CONTENT), categories=names, series=series)


@ALL_KINDS
def test_categories_series_and_numbers_can_be_read_back(kind: ChartKind) -> None:
    element = chart(kind, CONTENT)
    plot = native(element).plots[0]

    assert tuple(plot.categories) == element.categories
    assert [(it.name, tuple(it.values)) for it in plot.series] == [
        (it.name, it.values) for it in element.series
    ]


@ALL_KINDS
def test_the_embedded_workbook_holds_exactly_the_charts_numbers(kind: ChartKind) -> None:
    element = chart(kind, CONTENT)
    workbook = native(element).part.chart_workbook.xlsx_part.blob

    assert cells(workbook) == [
        [None, *(it.name for it in element.series)],
        *(
            [name, *(it.values[at] for it in element.series)]
            for at, name in enumerate(element.categories)
        ),
    ]


@ALL_KINDS
def test_axis_ids_are_positive_and_all_text_names_both_fonts(kind: ChartKind) -> None:
    space = native(chart(kind, CONTENT))._chartSpace

    assert all(int(it.get("val")) > 0 for it in space.iter(qn("c:axId"), qn("c:crossAx")))
    for look in space.iter(qn("a:defRPr")):
        assert look.find(qn("a:latin")).get("typeface") == "+mn-lt"
        assert look.find(qn("a:ea")).get("typeface") == "+mn-ea"


@pytest.mark.parametrize("kind", [ChartKind.BAR, ChartKind.COLUMN])
def test_bars_are_labelled_without_gridlines_or_value_axis(kind: ChartKind) -> None:
    space = native(chart(kind, CONTENT))._chartSpace

    assert not list(space.iter(qn("c:majorGridlines")))
    assert space.find(f".//{qn('c:valAx')}/{qn('c:delete')}").get("val") == "1"
    assert {it.get("val") for it in space.iter(qn("c:dLblPos"))} == {"outEnd"}


def test_lines_of_several_series_are_labelled_at_their_last_number() -> None:
    space = native(chart(ChartKind.LINE, CONTENT, has_legend=False))._chartSpace
    labels = list(space.iter(qn("c:dLbl")))

    assert [it.find(qn("c:idx")).get("val") for it in labels] == ["2", "3"]
    assert {it.find(qn("c:showSerName")).get("val") for it in labels} == {"1"}


def test_words_like_formulas_stay_words() -> None:
    element = replace(with_values(1.0), categories=("=1+1",))

    assert cells(chart_workbook(element))[1] == ["=1+1", 1]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((1.0, 12000.0), "#,##0"),
        ((1.5, 999.25), "General"),
        ((1.5, 12000.0), "#,##0.0"),
        ((1.25, 12000.0), "#,##0.00"),
    ],
)
def test_optional_decimals_never_leave_a_bare_point(
    values: tuple[float, ...], expected: str
) -> None:
    assert number_format(with_values(*values)) == expected


def test_a_stated_number_format_is_kept() -> None:
    assert number_format(replace(with_values(0.5), number_format="0%")) == "0%"


@given(st.lists(st.floats(allow_nan=False, allow_infinity=False), min_size=1, max_size=8))
def test_every_number_survives_the_workbook(values: list[float]) -> None:
    assert [row[1] for row in cells(chart_workbook(with_values(*values)))[1:]] == values


@given(st.integers(0, 800))
def test_columns_are_named_as_spreadsheets_name_them(index: int) -> None:
    assert column_letters(index) == openpyxl.utils.get_column_letter(index + 1)
