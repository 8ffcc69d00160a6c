"""Writes records, or a template to fill in, as a workbook."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook

from briefing_app.domain.records import Record
from briefing_app.domain.text import Language
from briefing_app.exchange.columns import Column, Sheet, all_sheets, help_of, title_of
from briefing_app.exchange.examples import EXAMPLES
from briefing_app.exchange.instructions import instructions
from briefing_app.exchange.rows import RowWriter
from briefing_app.exchange.workbook_look import Look, tab_colour
from briefing_app.exchange.workbook_sheets import (
    FIRST_ROW,
    DropDowns,
    FilledTable,
    fixed_choices,
    write_instructions,
    write_table,
)
from briefing_app.files import told_about, write_bytes

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
        self._drop_downs = DropDowns(self._book)

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
        lines = instructions(self._language, self._are_examples)
        write_instructions(self._book, self._language, lines)
        for sheet in all_sheets():
            self._write_sheet(sheet)
        self._drop_downs.write()

    def _close(self) -> None:
        """Let go of the pages' half-written files where something went wrong."""
        for page in self._book.worksheets:
            if not page.closed:
                page.close()

    def _write_sheet(self, sheet: Sheet) -> None:
        page = self._book.create_sheet(title_of(sheet, self._language))
        page.sheet_properties.tabColor = tab_colour(sheet)
        table = FilledTable(
            sheet.columns,
            [help_of(sheet, column, self._language) for column in sheet.columns],
            self._rows.rows(sheet),
            Look.EXAMPLE if self._are_examples else Look.VALUE,
        )

        def offer(letter: str, column: Column) -> None:
            choices = fixed_choices(column, self._language)
            self._drop_downs.offer(page, f"{letter}{FIRST_ROW}:{letter}{_LAST_ROW}", choices)

        write_table(page, table, self._language, offer)
