"""The workbook that is imported: our template, its example rows taken for real ones."""

from __future__ import annotations

from pathlib import Path

from openpyxl import load_workbook

from briefing_app.domain.text import Language
from briefing_app.exchange.marks import EXAMPLE_MARK
from briefing_app.services.exchange_data import write_template


def write_filled_template(path: Path, language: Language) -> None:
    """Write it in a language."""
    write_template(path, language)
    book = load_workbook(path)
    for sheet in book:
        for (cell,) in sheet.iter_rows(max_col=1):
            if isinstance(cell.value, str) and cell.value.startswith(EXAMPLE_MARK[language]):
                cell.value = cell.value.removeprefix(EXAMPLE_MARK[language])
    book.save(path)
