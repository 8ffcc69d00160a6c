"""The workbook inside a chart: what "Edit data" opens, with that chart's numbers and no more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from briefing_app.documents.deck.drawingml import RELATIONSHIPS, escaped
from briefing_app.documents.deck.package import HEAD, ContentType, Kind, Package
from briefing_app.documents.placed import Chart

SHEET = "Sheet1"
_SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LETTERS = 26


def chart_workbook(chart: Chart) -> bytes:
    """An .xlsx with the categories in column A and a column for each series."""
    package = Package()
    sheet = package.add("xl/worksheets/sheet1.xml", ContentType.WORKSHEET, _worksheet(chart))
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


def _worksheet(chart: Chart) -> str:
    rows = "".join(
        f'<row r="{number}">{_cells(row, number)}</row>'
        for number, row in enumerate(_rows(chart), start=1)
    )
    return f'{HEAD}<worksheet xmlns="{_SPREADSHEET}"><sheetData>{rows}</sheetData></worksheet>'


def _rows(chart: Chart) -> Iterator[Sequence[str | float | None]]:
    yield (None, *(series.name for series in chart.series))
    for index, category in enumerate(chart.categories):
        yield (category, *(series.values[index] for series in chart.series))


def _cells(row: Iterable[str | float | None], number: int) -> str:
    return "".join(
        _cell(f"{column_letters(index)}{number}", value)
        for index, value in enumerate(row)
        if value is not None
    )


def _cell(place: str, value: str | float) -> str:
    if isinstance(value, str):
        words = f'<is><t xml:space="preserve">{escaped(value)}</t></is>'
        return f'<c r="{place}" t="inlineStr">{words}</c>'
    return f'<c r="{place}"><v>{value!r}</v></c>'
