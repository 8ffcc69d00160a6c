"""The workbook inside a chart: what "Edit data" opens, with that chart's numbers and no more."""

from __future__ import annotations

from collections.abc import Sequence

from briefing_app.documents.deck.chart_sheet import Column
from briefing_app.documents.deck.drawingml import RELATIONSHIPS, escaped
from briefing_app.documents.deck.package import HEAD, ContentType, Kind, Package

SHEET = "Sheet1"
_SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LETTERS = 26


def chart_workbook(columns: Sequence[Column]) -> bytes:
    """An .xlsx with those columns; the first names the categories."""
    package = Package()
    sheet = package.add("xl/worksheets/sheet1.xml", ContentType.WORKSHEET, _worksheet(columns))
    book = package.add("xl/workbook.xml", ContentType.WORKBOOK)
    book.body = (
        f'{HEAD}<workbook xmlns="{_SPREADSHEET}" xmlns:r="{RELATIONSHIPS}"><sheets>'
        f'<sheet name="{SHEET}" sheetId="1" r:id="{book.relate(Kind.WORKSHEET, sheet)}"/>'
        "</sheets></workbook>"
    )
    package.relate(Kind.DOCUMENT, book)
    return package.zipped()


def column_letters(index: int) -> str:
    """The name of a column counted from 0: A, B, ... Z, AA."""
    letters = ""
    index += 1
    while index:
        index, digit = divmod(index - 1, _LETTERS)
        letters = chr(ord("A") + digit) + letters
    return letters


def _worksheet(columns: Sequence[Column]) -> str:
    rows = "".join(
        f'<row r="{number}">{_row(columns, number)}</row>'
        for number in range(1, len(columns[0].values) + 2)
    )
    return f'{HEAD}<worksheet xmlns="{_SPREADSHEET}"><sheetData>{rows}</sheetData></worksheet>'


def _row(columns: Sequence[Column], number: int) -> str:
    cells = (
        _cell(f"{column_letters(index)}{number}", column, number)
        for index, column in enumerate(columns)
    )
    return "".join(cells)


def _cell(place: str, column: Column, row: int) -> str:
    is_heading = row == 1
    value = column.name or None if is_heading else column.values[row - 2]
    if value is None:
        return ""
    if column.formula is not None and not is_heading:
        worked_out = f"<f>{escaped(column.formula(row))}</f>"
        if isinstance(value, str):
            return f'<c r="{place}" t="str">{worked_out}<v>{escaped(value)}</v></c>'
        return f'<c r="{place}">{worked_out}<v>{value!r}</v></c>'
    if isinstance(value, str):
        words = f'<is><t xml:space="preserve">{escaped(value)}</t></is>'
        return f'<c r="{place}" t="inlineStr">{words}</c>'
    return f'<c r="{place}"><v>{value!r}</v></c>'
