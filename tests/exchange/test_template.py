from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from briefing_app.domain.text import Language, Text
from briefing_app.exchange.columns import Role, all_sheets, is_needed, title_of
from briefing_app.exchange.marks import LISTS_TITLE
from briefing_app.exchange.reading import read_file
from briefing_app.exchange.register import Known
from briefing_app.exchange.workbook_write import write_template, write_workbook
from tests.exchange.build import ACME, EVERYTHING, RETAIL


@pytest.fixture(scope="module", params=list(Language))
def template(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / f"{request.param}.xlsx"
    write_template(path, request.param)
    return path


def test_sheets_stand_in_the_order_in_which_they_are_filled(template: Path) -> None:
    language = Language(template.stem)
    titles = load_workbook(template).sheetnames
    assert titles[1:-1] == [title_of(sheet, language) for sheet in all_sheets()]
    assert titles[-1] == LISTS_TITLE


def test_every_sheet_is_explained_frozen_and_has_a_coloured_example(template: Path) -> None:
    for page in load_workbook(template).worksheets[1:-1]:
        assert page.freeze_panes == "B3"
        assert str(page["A2"].value).startswith("※ ")
        assert all(cell.value for cell in page[1]), page.title
        assert str(page["A3"].value).startswith(("example: ", "示例：")), page.title
        assert page["A3"].fill.fgColor.rgb == "00FFF4D6"


def test_what_is_needed_is_seen_and_said(template: Path) -> None:
    pages = load_workbook(template).worksheets[1:-1]
    for sheet, page in zip(all_sheets(), pages, strict=True):
        for column, head, explanation in zip(sheet.columns, page[1], page[2], strict=True):
            is_orange = head.fill.fgColor.rgb == "00A8480A"
            assert is_orange == is_needed(column)
            if column.role is Role.VALUE and column.steps:
                is_said = str(explanation.value).startswith(("Needed", "必填"))
                assert is_said == is_orange


def test_what_is_typed_keeps_its_form(template: Path) -> None:
    people = load_workbook(template).worksheets[2]
    formats = {
        str(cell.value): people.column_dimensions[cell.column_letter].number_format
        for cell in people[1]
    }
    english = template.stem == "en"
    assert formats["Phone" if english else "电话"] == "@"
    assert formats["Last contact" if english else "最近联系"] == "yyyy-mm-dd"


def test_rows_are_as_high_as_their_texts(tmp_path: Path) -> None:
    told = (replace(ACME, situation=Text(words)) for words in ("短", "很长" * 60))
    for language, client in zip(Language, told, strict=True):
        write_workbook((RETAIL, client), tmp_path / f"{language}.xlsx", language)
    heights = [
        load_workbook(tmp_path / f"{language}.xlsx").worksheets[1].row_dimensions[3].height
        for language in Language
    ]
    assert heights[1] == 16.5 * 7
    assert heights[0] is None or heights[0] < heights[1]


def test_a_choice_is_offered_from_a_list(template: Path) -> None:
    book = load_workbook(template)
    clients = book.worksheets[1]
    grade = next(c for c in clients[1] if c.value in ("Grade", "分级"))
    offered = next(
        v for v in clients.data_validations.dataValidation if f"{grade.column_letter}3" in v.sqref
    )
    cells = book[LISTS_TITLE][offered.formula1.partition("!")[2].replace("$", "")]
    assert len(cells) == 4
    assert clients.cell(3, grade.column).value in [row[0].value for row in cells]


def test_text_that_looks_like_a_formula_stays_text(template: Path) -> None:
    for page in load_workbook(template).worksheets:
        assert all(cell.data_type != "f" for row in page.iter_rows() for cell in row)


def test_a_row_below_the_examples_is_imported_and_examples_are_counted(
    template: Path, tmp_path: Path
) -> None:
    book = load_workbook(template)
    clients = book.worksheets[1]
    row = {
        "Company name (Chinese)": "新",
        "Industry": "零售",
        "公司名称（中文）": "新",
        "行业": "零售",
    }
    for cell in clients[1]:
        if cell.value in row:
            clients.cell(4, cell.column).value = row[cell.value]
    book.save(tmp_path / "x.xlsx")
    incoming = read_file(tmp_path / "x.xlsx", Known.of(EVERYTHING))
    assert [entry.name for entry in incoming.added] == [Text("新")]
    assert incoming.skipped_examples >= 30
