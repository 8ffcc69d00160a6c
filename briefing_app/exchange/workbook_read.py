"""Reads a workbook into drafts: every sheet that is ours, in either language."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
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
    reader = SheetReader(source, problems, _titles(), _instruction_titles())
    for title, rows in opened_sheets(content, source, reader.note_merged):
        reader.take(title, rows)
    if not reader.tables:
        problems.raise_any()
        raise UserError(
            "{source} has none of our sheets. Fill in a template made by this program.",
            source=source,
        )
    return assembled(reader.tables, problems), reader.skipped


def opened_sheets(
    content: bytes, source: str, note_merged: Callable[[str, str], None]
) -> Iterator[tuple[str, Iterator[list[ReadCell]]]]:
    """The titles and rows of a workbook's sheets; ``note_merged`` hears of merged cells first.

    Raises `UserError` for a file that is too large, damaged or no workbook.
    """
    check_workbook(content, source)
    for title, cells in _merged(content, source):
        note_merged(title, cells)
    return _sheets(content, source)


def _merged(content: bytes, source: str) -> list[tuple[str, str]]:
    try:
        return list(merged_ranges(content))
    except _MALFORMED as error:
        raise damaged(source) from error


@dataclass(frozen=True, slots=True)
class ReadCell:
    """A cell as it was read: its value and openpyxl's type of it."""

    value: Raw
    type: str


def _sheets(content: bytes, source: str) -> Iterator[tuple[str, Iterator[list[ReadCell]]]]:
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


def _rows(page: Any, source: str) -> Iterator[list[ReadCell]]:
    """The rows of a page, blank ones between others included."""
    page.reset_dimensions()  # what a file says of its size need not be true
    rows = iter(page.iter_rows())
    width = count = 0
    while batch := _batch(rows, source):
        for row in batch:
            width = width or (len(row) + _SPARE_COLUMNS if row else 0)
            yield [ReadCell(cell.value, cell.data_type or "n") for cell in row[:width]]
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


class SheetReader:
    """Goes through the sheets of one file, known by their folded titles."""

    def __init__(
        self,
        source: str,
        problems: Problems,
        titles: Mapping[str, Sheet],
        others: Collection[str],
    ) -> None:
        """Read the sheets of ``titles``; those titled as one of ``others`` are passed over."""
        self._titles = titles
        self._others = others
        self.tables: list[Table] = []
        self.skipped = 0
        self._source = source
        self._problems = problems
        self._cells = 0

    def note_merged(self, title: str, cells: str) -> None:
        """Note merged cells on a sheet of ours."""
        if self._titles.get(folded(title)) is not None:
            place = say("Sheet {sheet}, cells {cells}", sheet=title, cells=cells)
            fault = say("the cells are merged. Undo the merge and fill each cell.")
            self._problems.add(place, fault)

    def take(self, title: str, rows: Iterator[list[ReadCell]]) -> None:
        """Read a sheet, or note that it is none of ours."""
        if folded(title) in self._others:
            return
        sheet = self._titles.get(folded(title))
        if sheet is None:
            if any(not is_blank(_values(row)) for row in rows):
                self._problems.add(
                    say("Sheet {sheet}", sheet=title), _unknown_sheet(title, self._titles)
                )
            return
        if any(table.sheet is sheet for table in self.tables):
            fault = say("this sheet is there twice, once in each language. Keep one of them.")
            self._problems.add(say("Sheet {sheet}", sheet=title), fault)
            return
        self._problems.expect(title)
        table = Table(sheet)
        self.tables.append(table)
        self._read(table, title, rows)

    def _read(self, table: Table, title: str, rows: Iterator[list[ReadCell]]) -> None:
        heads: list[Heading | None] | None = None
        for number, cells in enumerate(rows, start=1):
            if not cells:
                continue
            values = _values(cells)
            if is_blank(values):
                continue
            place = place_of_cell(title, number)
            if heads is None:
                heads = read_header(table.sheet, values, place, self._problems)
            elif not has_mark(heads, values, (EXPLANATION_MARK,)):
                self._count(cells)
                self._take_row(table, heads, cells, place)

    def _count(self, cells: Sequence[ReadCell]) -> None:
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
        cells: list[ReadCell],
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

    def _checked(self, cells: Sequence[ReadCell], place: PlaceOfCell) -> list[Raw]:
        """The cells' values; formulas and error values are noted and taken as empty."""
        checked: list[Raw] = []
        for number, cell in enumerate(cells):
            fault = cell_fault(cell)
            if fault is not None:
                self._problems.add(place(number), fault)
            checked.append(None if fault is not None else unescaped(cell.value))
        return checked


def cell_fault(cell: ReadCell) -> Message | None:
    """What is wrong with a cell that holds a formula or an error."""
    if cell.type == "f":
        return say("the cell holds a formula. Copy it and paste it back as a value.")
    if cell.type == "e":
        return say("the cell holds the error {error}. Write the value.", error=str(cell.value))
    return None


def _values(cells: Sequence[ReadCell]) -> list[Raw]:
    return ["=" if cell.type == "f" else cell.value for cell in cells]


def unescaped(value: Raw) -> Raw:
    """Text with the marks resolved that workbooks keep odd characters by."""
    if not isinstance(value, str) or "_x" not in value:
        return value
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), value)


def place_of_cell(title: str, row: int) -> PlaceOfCell:
    """Names the cells of a row."""

    def place(column: int) -> Message:
        cell = f"{get_column_letter(column + 1)}{row}"
        return say("Sheet {sheet}, cell {cell}", sheet=title, cell=cell)

    return place


@cache
def _titles() -> Mapping[str, Sheet]:
    return {
        folded(title_of(sheet, language)): sheet for language in Language for sheet in all_sheets()
    }


def _instruction_titles() -> set[str]:
    return {folded(instructions_title(language)) for language in Language}


def _unknown_sheet(title: str, titles: Mapping[str, Sheet]) -> Message:
    near = process.extractOne(folded(title), titles.keys(), scorer=fuzz.ratio, score_cutoff=70)
    if near is not None and titles is _titles():
        language = Language.ZH if near[0] == folded(_title(near[0], Language.ZH)) else Language.EN
        return say(
            "there is no sheet of that name. Did you mean {near}?", near=_title(near[0], language)
        )
    expected = tuple(say(sheet.kind.label) for sheet in titles.values() if not sheet.path)
    return say(
        "there is no sheet of that name. Delete it. Known are: {expected}.",
        expected=tuple(dict.fromkeys(expected)),
    )


def _title(known: str, language: Language) -> str:
    return title_of(_titles()[known], language)
