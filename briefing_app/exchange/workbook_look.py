"""What a workbook of ours looks like: cells, column widths, row heights and tabs."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from enum import Enum
from typing import Any

from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from briefing_app.domain.text import Language
from briefing_app.errors import UserError
from briefing_app.exchange.cells import Raw, is_empty
from briefing_app.exchange.checks import text_fault
from briefing_app.exchange.columns import Column, Part, Role, Sheet

HEAD_HEIGHT, HELP_HEIGHT = 33, 78  # points: two lines of a header, six of an explanation
MAX_CELL = 32_767  # characters, counted as Excel does, in UTF-16
_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_FONTS = {Language.ZH: "Microsoft YaHei", Language.EN: "Calibri"}
_ANY, _TEXT, _WHOLE, _DAY, _MOMENT = "General", "@", "#,##0", "yyyy-mm-dd", "yyyy-mm-dd hh:mm"
_LINE = 16.5  # points
_MOST_LINES = 8
_WIDE, _USUAL, _NARROW = 38, 22, 14
_NARROW_TYPES = (bool, int, float, date, datetime)
_LIBRARY = {"company", "colleague", "product", "industry", "case"}


class Look(Enum):
    """What a cell looks like: its font colour, weight and size, and its fill."""

    TITLE = ("1F4E78", True, 16, "")
    HEAD = ("FFFFFF", True, 11, "1F4E78")
    NEEDED = ("FFFFFF", True, 11, "A8480A")
    HELP = ("44546A", False, 9, "EEF3F8")
    VALUE = ("000000", False, 11, "")
    EXAMPLE = ("000000", False, 11, "FFF4D6")


def tab_colour(sheet: Sheet) -> str:
    """Blue for clients and projects, green for our own library; lists are paler."""
    if sheet.kind.name in _LIBRARY:
        return "A9D08E" if sheet.path else "548235"
    return "9BC2E6" if sheet.path else "1F4E78"


def column_width(column: Column) -> int:
    """In characters: wide for texts, narrow for numbers, dates and ids."""
    if column.role is not Role.VALUE:
        return _USUAL if column.role is Role.PARENT else _NARROW
    if column.part in (Part.ZH, Part.EN) or not column.steps:
        return _WIDE
    is_narrow = column.part is not Part.ALL or issubclass(column.shape.item, _NARROW_TYPES)
    return _NARROW + 4 if is_narrow else _USUAL


def column_format(column: Column) -> str:
    """The format of what will be typed: a telephone number keeps its zeros, a day its form."""
    if column.role is not Role.VALUE:
        return _TEXT if column.role is Role.ID else _ANY
    if column.part is not Part.ALL or column.shape.is_many:
        return _ANY
    return {str: _TEXT, date: _DAY, datetime: _MOMENT}.get(column.shape.item, _ANY)


def set_to_print(page: Any) -> None:
    """Print on A4, lying, with all columns side by side."""
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = Worksheet.PAPERSIZE_A4
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def row_height(values: Iterable[Raw], widths: Sequence[int]) -> float | None:
    """The height in points of a row whose texts need several lines; ``None`` for one line.

    Not every table program makes rows as high as their texts by itself.
    """
    lines = max(map(_lines, values, widths), default=1)
    return min(lines, _MOST_LINES) * _LINE if lines > 1 else None


def _lines(value: Raw, width: int) -> int:
    """How many lines a cell needs; a Chinese character is as wide as two letters."""
    if not isinstance(value, str) or (len(value) * 2 <= width and "\n" not in value):
        return 1
    return sum(math.ceil(max(_letters(line), 1) / width) for line in value.split("\n"))


def _letters(words: str) -> int:
    return len(words) + sum(unicodedata.east_asian_width(character) in "WF" for character in words)


class Stencils:
    """Cells of a page, styled once and filled again for every row.

    Styling each cell anew takes five times as long as writing it.
    """

    def __init__(self, page: Any, language: Language) -> None:
        self._page = page
        self._font = _FONTS[language]
        self._cells: dict[tuple[Look, str], WriteOnlyCell] = {}

    def row(self, values: Iterable[tuple[Look, Raw]]) -> Iterator[WriteOnlyCell | None]:
        """The row's cells, one after the other; each is to be written before the next."""
        for look, raw in values:
            yield None if is_empty(raw) and look is Look.VALUE else self._filled(look, raw)

    def _filled(self, look: Look, raw: Raw) -> WriteOnlyCell:
        form = _form(raw)
        cell = self._cells.get((look, form)) or self._styled(look, form)
        if isinstance(raw, str):
            cell.value = _storable(raw, self._page.title)
            cell.data_type = "s"  # or "=1+1" would be a formula and "#N/A" an error
        else:
            cell.value = raw
        return cell

    def _styled(self, look: Look, form: str) -> WriteOnlyCell:
        colour, is_bold, size, fill = look.value
        cell = WriteOnlyCell(self._page)
        cell.font = Font(name=self._font, size=size, bold=is_bold, color=colour)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.number_format = form
        if fill:
            cell.fill = PatternFill("solid", fgColor=fill)
        self._cells[look, form] = cell
        return cell


def _form(raw: Raw) -> str:
    """The number format that shows the value as it is."""
    if isinstance(raw, datetime):
        return _MOMENT
    if isinstance(raw, date):
        return _DAY
    if isinstance(raw, str):
        return _TEXT
    return _WHOLE if isinstance(raw, int | float) and raw == int(raw) else _ANY


def _storable(value: str, title: str) -> str:
    """The text as a workbook keeps it; `UserError` where it cannot."""
    words = _ESCAPED.sub("_x005F_", value)
    if len(words) > MAX_CELL // 2 and len(words.encode("utf-16-le")) // 2 > MAX_CELL:
        raise UserError(
            "A text on the sheet {sheet} is too long for a workbook: it starts with {start}. "
            "Export to .json instead, or shorten it.",
            sheet=title,
            start=words[:40],
        )
    if fault := text_fault(words):
        raise UserError(
            "A text on the sheet {sheet} cannot stand in a workbook: {fault} "
            "It starts with {start}.",
            sheet=title,
            fault=fault,
            start=words[:40].encode("ascii", "ignore").decode(),
        )
    return words
