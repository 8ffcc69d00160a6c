"""Small workbooks made cell by cell, as people send them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from briefing_app.domain.text import Language
from briefing_app.errors import ManyProblems, UserError
from briefing_app.exchange.reading import read_file
from briefing_app.exchange.register import Known
from briefing_app.wording import wording_in
from tests.exchange.build import EVERYTHING

KNOWN = Known.of(EVERYTHING)
CLIENTS = ("Id", "Company name (English)", "Industry")


def workbook(path: Path, sheets: Mapping[str, Sequence[Sequence[object]]]) -> Path:
    """Write a plain workbook with these rows."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        page = book.create_sheet(title)
        for row in rows:
            page.append(list(row))
    book.save(path)
    return path


def problems(path: Path, known: Known = KNOWN, client: str = "") -> list[str]:
    """Every sentence that importing the file would show."""
    with pytest.raises(UserError) as caught:
        read_file(path, known, client=client)
    say = wording_in(Language.EN).error
    if isinstance(caught.value, ManyProblems):
        return [say(problem) for problem in caught.value.problems]
    return [say(caught.value)]
