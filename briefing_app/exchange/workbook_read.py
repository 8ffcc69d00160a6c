"""Reads a workbook into drafts: every sheet that is ours, in either language."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException
from rapidfuzz import fuzz, process

from briefing_app.domain.message import Message, say
from briefing_app.domain.text import Language
from briefing_app.errors import UserError
from briefing_app.exchange.assembly import Table, assembled
from briefing_app.exchange.cells import Raw
from briefing_app.exchange.columns import Sheet, all_sheets, title_of
from briefing_app.exchange.drafts import Draft
from briefing_app.exchange.guard import READING_FAULTS, check_workbook, damaged, merged_ranges
from briefing_app.exchange.instructions import instructions_title
from briefing_app.exchange.marks import EXAMPLE_MARKS, EXPLANATION_MARK, LISTS_TITLE
from briefing_app.exchange.naming import folded
from briefing_app.exchange.problems import Problems
from briefing_app.exchange.tables import (
    Heading,
    PlaceOfCell,
    has_mark,
    is_blank,
    read_header,
    read_row,
    unexpected,
)

MAX_ROWS = 300_000
MAX_CELLS = 6_000_000
_LAST_ROW = 1_048_576
_MOST_COLUMNS = 1_000
_BATCH = 500
_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")
_SPARE_COLUMNS = 20  # looked at beyond the last header, for what was typed beside the table

# What openpyxl raises on parts that do not hold together; its own exceptions cover little.
_MALFORMED = (
    *READING_FAULTS,
    InvalidFileException,
    AttributeError,
    IndexError,
    KeyError,
    OverflowError,
    TypeError,
    ValueError,
)


def read_workbook(content: bytes, source: str, problems: Problems) -> tuple[list[Draft], int]:
    """The drafts of a workbook and how many example rows were skipped.

    Raises `UserError` for a file that cannot be read as a workbook; faults in its cells are
    noted in ``problems``.
    """
    check_workbook(content, source)
    reader = _Reader(source, problems)
    for title, cells in _merged(content, source):
        reader.note_merged(title, cells)
    for title, rows in _sheets(content, source):
        reader.take(title, rows)
    if not reader.tables:
        problems.raise_any()
        raise UserError(
            "{source} has none of our sheets. Fill in a template made by this program.",
            source=source,
        )
    return assembled(reader.tables, problems), reader.skipped


def _merged(content: bytes, source: str) -> list[tuple[str, str]]:
    try:
        return list(merged_ranges(content))
    except _MALFORMED as error:
        raise damaged(source) from error


@dataclass(frozen=True, slots=True)
class _Cell:
    value: Raw
    type: str


def _sheets(content: bytes, source: str) -> Iterator[tuple[str, Iterator[list[_Cell]]]]:
    """Titles and rows of all sheets; `UserError` where the file is damaged."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about parts that we do not read
            book = load_workbook(io.BytesIO(content), read_only=True)
    except _MALFORMED as error:
        raise damaged(source) from error
    for page in book.worksheets:
        if page.title != LISTS_TITLE:
            yield page.title, _rows(page, source)


def _rows(page: Any, source: str) -> Iterator[list[_Cell]]:
    """The rows of a page, blank ones between others included."""
    page.reset_dimensions()  # what a file says of its size need not be true
    rows = iter(page.iter_rows())
    width = count = 0
    while batch := _batch(rows, source):
        for row in batch:
            width = width or (len(row) + _SPARE_COLUMNS if row else 0)
            yield [_Cell(cell.value, cell.data_type or "n") for cell in row[:width]]
        count += len(batch)
        if count > _LAST_ROW or width > _MOST_COLUMNS:
            raise damaged(source)


def _batch(rows: Iterator[Any], source: str) -> list[Any]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a date out of range comes as an error value
            return list(islice(rows, _BATCH))
    except _MALFORMED as error:
        raise damaged(source) from error


class _Reader:
    """Goes through the sheets of one file."""

    def __init__(self, source: str, problems: Problems) -> None:
        self.tables: list[Table] = []
        self.skipped = 0
        self._source = source
        self._problems = problems
        self._cells = 0

    def note_merged(self, title: str, cells: str) -> None:
        """Note merged cells on a sheet of ours."""
        if _sheet_titled(title) is not None:
            place = say("Sheet {sheet}, cells {cells}", sheet=title, cells=cells)
            fault = say("the cells are merged. Undo the merge and fill each cell.")
            self._problems.add(place, fault)

    def take(self, title: str, rows: Iterator[list[_Cell]]) -> None:
        """Read a sheet, or note that it is none of ours."""
        if folded(title) in _instruction_titles():
            return
        sheet = _sheet_titled(title)
        if sheet is None:
            if any(not is_blank(_values(row)) for row in rows):
                self._problems.add(say("Sheet {sheet}", sheet=title), _unknown_sheet(title))
            return
        if any(table.sheet is sheet for table in self.tables):
            fault = say("this sheet is there twice, once in each language. Keep one of them.")
            self._problems.add(say("Sheet {sheet}", sheet=title), fault)
            return
        self._problems.expect(title)
        table = Table(sheet)
        self.tables.append(table)
        self._read(table, title, rows)

    def _read(self, table: Table, title: str, rows: Iterator[list[_Cell]]) -> None:
        heads: list[Heading | None] | None = None
        for number, cells in enumerate(rows, start=1):
            if not cells:
                continue
            values = _values(cells)
            if is_blank(values):
                continue
            place = _place_of_cell(title, number)
            if heads is None:
                heads = read_header(table.sheet, values, place, self._problems)
            elif not has_mark(heads, values, (EXPLANATION_MARK,)):
                self._count(cells)
                self._take_row(table, heads, cells, place)

    def _count(self, cells: Sequence[_Cell]) -> None:
        self._cells += sum(cell.value is not None for cell in cells)
        if self._cells > MAX_CELLS or sum(len(t.rows) for t in self.tables) > MAX_ROWS:
            raise UserError(
                "{source} holds more than {rows} rows. Split it into smaller files.",
                source=self._source,
                rows=MAX_ROWS,
            )

    def _take_row(
        self,
        table: Table,
        heads: list[Heading | None],
        cells: list[_Cell],
        place: PlaceOfCell,
    ) -> None:
        values = _values(cells)
        if has_mark(heads, values, EXAMPLE_MARKS):
            self.skipped += 1
            return
        for column in unexpected(heads, values):
            fault = say("there is no header above this cell. Move its content or clear it.")
            self._problems.add(place(column), fault)
        table.rows.append(read_row(heads, self._checked(cells, place), place, self._problems))

    def _checked(self, cells: Sequence[_Cell], place: PlaceOfCell) -> list[Raw]:
        """The cells' values; formulas and error values are noted and taken as empty."""
        checked: list[Raw] = []
        for number, cell in enumerate(cells):
            fault = _cell_fault(cell)
            if fault is not None:
                self._problems.add(place(number), fault)
            checked.append(None if fault is not None else _unescaped(cell.value))
        return checked


def _cell_fault(cell: _Cell) -> Message | None:
    if cell.type == "f":
        return say("the cell holds a formula. Copy it and paste it back as a value.")
    if cell.type == "e":
        return say("the cell holds the error {error}. Write the value.", error=str(cell.value))
    return None


def _values(cells: Sequence[_Cell]) -> list[Raw]:
    return ["=" if cell.type == "f" else cell.value for cell in cells]


def _unescaped(value: Raw) -> Raw:
    """Text with the marks resolved that workbooks keep odd characters by."""
    if not isinstance(value, str) or "_x" not in value:
        return value
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), value)


def _place_of_cell(title: str, row: int) -> PlaceOfCell:
    def place(column: int) -> Message:
        cell = f"{get_column_letter(column + 1)}{row}"
        return say("Sheet {sheet}, cell {cell}", sheet=title, cell=cell)

    return place


@cache
def _titles() -> Mapping[str, Sheet]:
    return {
        folded(title_of(sheet, language)): sheet for language in Language for sheet in all_sheets()
    }


def _sheet_titled(title: str) -> Sheet | None:
    return _titles().get(folded(title))


def _instruction_titles() -> set[str]:
    return {folded(instructions_title(language)) for language in Language}


def _unknown_sheet(title: str) -> Message:
    near = process.extractOne(folded(title), _titles().keys(), scorer=fuzz.ratio, score_cutoff=70)
    if near is not None:
        language = Language.ZH if near[0] == folded(_title(near[0], Language.ZH)) else Language.EN
        return say(
            "there is no sheet of that name. Did you mean {near}?", near=_title(near[0], language)
        )
    expected = tuple(say(sheet.kind.label) for sheet in all_sheets() if not sheet.path)
    return say(
        "there is no sheet of that name. Delete it. Known are: {expected}.", expected=expected
    )


def _title(known: str, language: Language) -> str:
    return title_of(_titles()[known], language)
