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

from briefing_app.documents.charts.numbers import number_format
from briefing_app.documents.deck.chart_sheet import sheet_columns
from briefing_app.documents.deck.chart_workbook import chart_workbook, column_letters
from briefing_app.documents.deck.grid import CONTENT
from briefing_app.documents.placed import Chart, ChartKind, Series
from briefing_app.documents.theme import Colour
from briefing_app.domain.text import Language
from tests.documents.deck.sample_pages import chart, page
from tests.documents.deck.test_pptx_writer import opened, shape_named

ALL_KINDS = pytest.mark.parametrize("kind", ChartKind)
WITH_SERIES_AS_GIVEN = pytest.mark.parametrize(
    "kind", [kind for kind in ChartKind if kind is not ChartKind.WATERFALL]
)


def native(element: Chart) -> Any:
    return shape_named(opened(page("Chart", [element])).slides[0], "Chart").chart


def cells(data: bytes) -> list[list[object]]:
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def with_values(*values: float) -> Chart:
    names = tuple(f"C{at}" for at in range(len(values)))
    series = (Series("S", values, Colour.ACCENT),)
    return replace(chart(ChartKind.BAR, CONTENT), categories=names, series=series)


@WITH_SERIES_AS_GIVEN
def test_categories_series_and_numbers_can_be_read_back(kind: ChartKind) -> None:
    element = chart(kind, CONTENT)
    plot = native(element).plots[0]

    assert tuple(plot.categories) == element.categories
    assert [(it.name, tuple(it.values)) for it in plot.series] == [
        (it.name, it.values) for it in element.series
    ]


@WITH_SERIES_AS_GIVEN
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

    assert cells(chart_workbook(sheet_columns(element, Language.EN)))[1] == ["=1+1", 1]


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
    assert [
        row[1]
        for row in cells(chart_workbook(sheet_columns(with_values(*values), Language.EN)))[1:]
    ] == values


@given(st.integers(0, 800))
def test_columns_are_named_as_spreadsheets_name_them(index: int) -> None:
    assert column_letters(index) == openpyxl.utils.get_column_letter(index + 1)


def waterfall() -> Chart:
    """From a debt over zero into the black, by way of a month without a number."""
    values = (-100.0, 45.0, 80.0, None, 25.0)
    return replace(
        chart(ChartKind.WATERFALL, CONTENT),
        categories=("Start", "Year 1", "Year 2", "Year 3", "Sum"),
        series=(Series("Cash", values, Colour.ACCENT),),
        totals=frozenset({0, 4}),
    )


def test_the_columns_of_a_waterfall_stack_up_to_its_levels_on_both_sides_of_zero() -> None:
    columns = native(waterfall()).plots[0]
    pieces = {series.name: tuple(series.values) for series in columns.series}

    assert pieces == {
        "Base": (0.0, -55.0, 0.0, 25.0, 0.0),
        "Total": (-100.0, 0.0, 0.0, 0.0, 25.0),
        "Increase": (0.0, 0.0, 25.0, 0.0, 0.0),
        "Decrease": (0.0, 0.0, 0.0, 0.0, 0.0),
        "Increase below zero": (0.0, -45.0, -55.0, 0.0, 0.0),
        "Decrease below zero": (0.0, 0.0, 0.0, 0.0, 0.0),
    }


def test_a_waterfalls_workbook_holds_the_real_numbers_and_formulas_for_the_rest() -> None:
    book = native(waterfall()).part.chart_workbook.xlsx_part.blob
    rows = cells(book)

    assert [row[1] for row in rows] == ["Cash", -100, 45, 80, None, 25]
    assert [row[2] for row in rows] == ["Total (1 = yes)", 1, None, None, None, 1]
    assert all(str(cell).startswith("=") for row in rows[1:] for cell in row[3:])


def test_a_waterfalls_labels_are_the_changes_with_their_signs_kept_by_the_workbook() -> None:
    space = native(waterfall())._chartSpace
    labels = [it.findtext(f".//{qn('a:t')}") for it in space.iter(qn("c:dLbl"))]
    column = space.find(".//{http://schemas.microsoft.com/office/drawing/2012/chart}f")

    assert labels == ["−100", "+45", "+80", "25"]
    assert column.text == "Sheet1!$M$2:$M$6"


@ALL_KINDS
def test_an_edited_number_is_never_cut_as_only_the_step_of_the_scale_is_given(
    kind: ChartKind,
) -> None:
    space = native(chart(kind, CONTENT))._chartSpace

    assert not list(space.iter(qn("c:max")))
    assert len(list(space.iter(qn("c:majorUnit")))) == (kind is not ChartKind.DOUGHNUT)
