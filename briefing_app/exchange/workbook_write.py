"""Writes records, or a template to fill in, as a workbook."""

from __future__ import annotations

import io
import re
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from briefing_app.domain.labels import Labelled
from briefing_app.domain.records import Record
from briefing_app.domain.text import Language
from briefing_app.errors import UserError
from briefing_app.exchange.cells import Raw, is_empty, yes_no
from briefing_app.exchange.checks import text_fault
from briefing_app.exchange.columns import (
    Column,
    Part,
    Role,
    Sheet,
    all_sheets,
    header_of,
    help_of,
    title_of,
)
from briefing_app.exchange.examples import EXAMPLES
from briefing_app.exchange.instructions import instructions, instructions_title
from briefing_app.exchange.marks import EXPLANATION_MARK, LISTS_TITLE
from briefing_app.exchange.rows import RowWriter
from briefing_app.files import told_about, write_bytes
from briefing_app.wording import wording_in

MAX_CELL = 32_767  # characters, counted as Excel does, in UTF-16
_LAST_ROW = 1_048_576
_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_FONTS = {Language.ZH: "Microsoft YaHei", Language.EN: "Calibri"}
_WIDE, _USUAL, _NARROW = 38, 22, 14
_NARROW_TYPES = (bool, int, float, date, datetime)


def write_workbook(records: Sequence[Record], path: Path, language: Language) -> None:
    """Write all records to a workbook that reads back as the same records.

    Raises `UserError` where the file cannot be written or a text is too long for a cell.
    """
    _Writer(records, language, are_examples=False).save(path)


def write_template(path: Path, language: Language) -> None:
    """Write an empty workbook with explanations, drop-downs and marked example rows."""
    _Writer(EXAMPLES, language, are_examples=True).save(path)


class _Writer:
    """One workbook in the making."""

    def __init__(
        self, records: Sequence[Record], language: Language, *, are_examples: bool
    ) -> None:
        self._language = language
        self._are_examples = are_examples
        self._rows = RowWriter(records, language, are_examples=are_examples)
        self._book = Workbook(write_only=True)
        self._book.properties.creator = "briefing-app"
        self._lists: dict[tuple[str, ...], str] = {}

    def save(self, path: Path) -> None:
        """Fill all sheets and write the file."""
        content = io.BytesIO()  # a zip file that breaks off on a full disk complains once more
        try:
            with told_about(Path(tempfile.gettempdir())):  # where pages wait until they are packed
                self._fill()
                self._book.save(content)
        finally:
            self._close()
        write_bytes(path, content.getvalue())

    def _fill(self) -> None:
        self._write_instructions()
        for sheet in all_sheets():
            self._write_sheet(sheet)
        self._write_lists()

    def _close(self) -> None:
        """Let go of the pages' half-written files where something went wrong."""
        for page in self._book.worksheets:
            if not page.closed:
                page.close()

    def _write_instructions(self) -> None:
        page = self._book.create_sheet(instructions_title(self._language))
        page.column_dimensions["A"].width = 110
        stencils = _Stencils(page, self._language)
        for line in instructions(self._language, self._are_examples):
            page.append(stencils.row([(Look.VALUE, line)]))

    def _write_sheet(self, sheet: Sheet) -> None:
        page = self._book.create_sheet(title_of(sheet, self._language))
        page.freeze_panes = "B3"
        for number, column in enumerate(sheet.columns, start=1):
            letter = get_column_letter(number)
            page.column_dimensions[letter].width = _width(column)
            self._offer_choices(page, letter, column)
        stencils = _Stencils(page, self._language)
        heads = [header_of(column, self._language) for column in sheet.columns]
        page.append(stencils.row([(Look.HEAD, head) for head in heads]))
        page.row_dimensions[2].height = 78
        helps = [help_of(sheet, column, self._language) for column in sheet.columns]
        helps[0] = f"{EXPLANATION_MARK} {helps[0]}"
        page.append(stencils.row([(Look.HELP, words) for words in helps]))
        look = Look.EXAMPLE if self._are_examples else Look.VALUE
        for row in self._rows.rows(sheet):
            page.append(stencils.row([(look, raw) for raw in row]))

    def _offer_choices(self, page: Any, letter: str, column: Column) -> None:
        """A drop-down for the column; what it does not list may be typed as well."""
        choices = self._choices(column)
        if not choices:
            return
        formula = self._lists.setdefault(choices, _list_range(len(self._lists) + 1, len(choices)))
        validation = DataValidation("list", formula1=formula, allow_blank=True)
        validation.add(f"{letter}3:{letter}{_LAST_ROW}")
        page.data_validations.append(validation)

    def _choices(self, column: Column) -> tuple[str, ...]:
        if column.role is not Role.VALUE or not column.steps or column.shape.is_many:
            return ()
        item = column.shape.item
        if issubclass(item, Labelled):
            return tuple(wording_in(self._language).label(member) for member in item)
        return yes_no(self._language) if item is bool else ()

    def _write_lists(self) -> None:
        """The words of all drop-downs, on a sheet that nobody needs to see."""
        page = self._book.create_sheet(LISTS_TITLE)
        page.sheet_state = "hidden"
        longest = max(map(len, self._lists))
        for row in range(longest):
            words = [choices[row] if row < len(choices) else None for choices in self._lists]
            page.append(words)


class Look(Enum):
    """What a cell looks like: its font colour, weight and size, and its fill."""

    HEAD = ("FFFFFF", True, 11, "1F4E78")
    HELP = ("44546A", False, 9, "EEF3F8")
    VALUE = ("000000", False, 11, "")
    EXAMPLE = ("000000", False, 11, "FFF4D6")


class _Stencils:
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
        return "yyyy-mm-dd hh:mm"
    if isinstance(raw, date):
        return "yyyy-mm-dd"
    return "@" if isinstance(raw, str) else "General"


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


def _list_range(column: int, length: int) -> str:
    letter = get_column_letter(column)
    return f"'{LISTS_TITLE}'!${letter}$1:${letter}${length}"


def _width(column: Column) -> int:
    if column.role is not Role.VALUE:
        return _USUAL if column.role is Role.PARENT else _NARROW
    if column.part in (Part.ZH, Part.EN) or not column.steps:
        return _WIDE
    is_narrow = column.part is not Part.ALL or issubclass(column.shape.item, _NARROW_TYPES)
    return _NARROW + 4 if is_narrow else _USUAL
