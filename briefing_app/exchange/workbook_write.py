"""Writes records, or a template to fill in, as a workbook."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from briefing_app.domain.labels import Labelled
from briefing_app.domain.records import Record
from briefing_app.domain.text import Language
from briefing_app.exchange.cells import yes_no
from briefing_app.exchange.columns import (
    Column,
    Role,
    Sheet,
    all_sheets,
    header_of,
    help_of,
    is_needed,
    title_of,
)
from briefing_app.exchange.examples import EXAMPLES
from briefing_app.exchange.instructions import instructions, instructions_title
from briefing_app.exchange.marks import EXPLANATION_MARK, LISTS_TITLE
from briefing_app.exchange.rows import RowWriter
from briefing_app.exchange.workbook_look import (
    HEAD_HEIGHT,
    HELP_HEIGHT,
    Look,
    Stencils,
    column_format,
    column_width,
    row_height,
    tab_colour,
)
from briefing_app.files import told_about, write_bytes
from briefing_app.wording import wording_in

_LAST_ROW = 1_048_576


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
        stencils = Stencils(page, self._language)
        page.row_dimensions[1].height = HEAD_HEIGHT
        heading, *lines = instructions(self._language, self._are_examples)
        page.append(stencils.row([(Look.TITLE, heading)]))
        for line in lines:
            page.append(stencils.row([(Look.VALUE, line)]))

    def _write_sheet(self, sheet: Sheet) -> None:
        page = self._book.create_sheet(title_of(sheet, self._language))
        page.freeze_panes = "B3"
        page.sheet_properties.tabColor = tab_colour(sheet)
        for number, column in enumerate(sheet.columns, start=1):
            letter = get_column_letter(number)
            page.column_dimensions[letter].width = column_width(column)
            page.column_dimensions[letter].number_format = column_format(column)
            self._offer_choices(page, letter, column)
        stencils = Stencils(page, self._language)
        page.row_dimensions[1].height, page.row_dimensions[2].height = HEAD_HEIGHT, HELP_HEIGHT
        page.append(stencils.row(self._head(column) for column in sheet.columns))
        helps = [help_of(sheet, column, self._language) for column in sheet.columns]
        helps[0] = f"{EXPLANATION_MARK} {helps[0]}"
        page.append(stencils.row([(Look.HELP, words) for words in helps]))
        self._write_rows(page, sheet, stencils)

    def _head(self, column: Column) -> tuple[Look, str]:
        return Look.NEEDED if is_needed(column) else Look.HEAD, header_of(column, self._language)

    def _write_rows(self, page: Any, sheet: Sheet, stencils: Stencils) -> None:
        look = Look.EXAMPLE if self._are_examples else Look.VALUE
        widths = [column_width(column) for column in sheet.columns]
        for number, row in enumerate(self._rows.rows(sheet), start=3):
            if height := row_height(row, widths):
                page.row_dimensions[number].height = height
            page.append(stencils.row((look, raw) for raw in row))

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


def _list_range(column: int, length: int) -> str:
    letter = get_column_letter(column)
    return f"'{LISTS_TITLE}'!${letter}$1:${letter}${length}"
