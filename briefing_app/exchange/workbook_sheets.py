"""Sheets that all our workbooks have: instructions, tables to fill in, drop-downs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from briefing_app.domain.labels import Labelled
from briefing_app.domain.text import Language
from briefing_app.exchange.cells import Raw, yes_no
from briefing_app.exchange.columns import Column, Role, header_of, is_needed
from briefing_app.exchange.instructions import instructions_title
from briefing_app.exchange.marks import EXPLANATION_MARK, LISTS_TITLE
from briefing_app.exchange.workbook_look import (
    HEAD_HEIGHT,
    HELP_HEIGHT,
    Look,
    Stencils,
    column_format,
    column_width,
    row_height,
)
from briefing_app.wording import wording_in

FIRST_ROW = 3
"""The first row below a table's headers and explanations."""


class DropDowns:
    """The drop-downs of a book; their words stand on one sheet that nobody needs to see."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._lists: dict[tuple[str, ...], str] = {}

    def offer(
        self, page: Any, cells: str, choices: tuple[str, ...], *, is_open: bool = False
    ) -> None:
        """Offer ``choices``, if any, in a range of cells; where it ``is_open`` other words may be
        typed without a complaint."""
        if not choices:
            return
        place = _list_range(len(self._lists) + 1, len(choices))
        validation = DataValidation(
            "list",
            formula1=self._lists.setdefault(choices, place),
            allow_blank=True,
            showErrorMessage=False if is_open else None,
        )
        validation.add(cells)
        page.data_validations.append(validation)

    def write(self) -> None:
        """Add the sheet with the words of all drop-downs."""
        page = self._book.create_sheet(LISTS_TITLE)
        page.sheet_state = "hidden"
        for row in range(max(map(len, self._lists))):
            page.append([words[row] if row < len(words) else None for words in self._lists])


def fixed_choices(column: Column, language: Language) -> tuple[str, ...]:
    """What a column's field may be, where that is one of a few words."""
    if not takes_one(column):
        return ()
    item = column.shape.item
    if issubclass(item, Labelled):
        return tuple(wording_in(language).label(member) for member in item)
    return yes_no(language) if item is bool else ()


def takes_one(column: Column) -> bool:
    """True for a column that holds a single value of a field."""
    return column.role is Role.VALUE and bool(column.steps) and not column.shape.is_many


def head_of(column: Column, language: Language) -> tuple[Look, str]:
    """A column's header, marked where it must be filled in."""
    return Look.NEEDED if is_needed(column) else Look.HEAD, header_of(column, language)


def write_instructions(book: Any, language: Language, lines: Iterable[str]) -> None:
    """Add the sheet that says how to fill in the others; the first line is its heading."""
    page = book.create_sheet(instructions_title(language))
    page.column_dimensions["A"].width = 110
    page.row_dimensions[1].height = HEAD_HEIGHT
    stencils = Stencils(page, language)
    heading, *rest = lines
    page.append(stencils.row([(Look.TITLE, heading)]))
    for line in rest:
        page.append(stencils.row([(Look.VALUE, line)]))


@dataclass(frozen=True, slots=True)
class FilledTable:
    """The columns of a table, what belongs in each, and its rows with their look."""

    columns: Sequence[Column]
    helps: Sequence[str]
    rows: Iterable[Sequence[Raw]]
    look: Look = Look.VALUE


def write_table(
    page: Any, table: FilledTable, language: Language, offer: Callable[[str, Column], None]
) -> None:
    """Fill a page with headers, explanations and rows; ``offer`` gets each column's letter."""
    page.freeze_panes = f"B{FIRST_ROW}"
    for number, column in enumerate(table.columns, start=1):
        letter = get_column_letter(number)
        page.column_dimensions[letter].width = column_width(column)
        page.column_dimensions[letter].number_format = column_format(column)
        offer(letter, column)
    stencils = Stencils(page, language)
    page.row_dimensions[1].height, page.row_dimensions[2].height = HEAD_HEIGHT, HELP_HEIGHT
    page.append(stencils.row(head_of(column, language) for column in table.columns))
    first, *others = table.helps
    helps = (f"{EXPLANATION_MARK} {first}", *others)
    page.append(stencils.row([(Look.HELP, words) for words in helps]))
    _write_rows(page, table, stencils)


def _write_rows(page: Any, table: FilledTable, stencils: Stencils) -> None:
    widths = [column_width(column) for column in table.columns]
    for number, row in enumerate(table.rows, start=FIRST_ROW):
        if height := row_height(row, widths):
            page.row_dimensions[number].height = height
        page.append(stencils.row((table.look, raw) for raw in row))


def _list_range(column: int, length: int) -> str:
    letter = get_column_letter(column)
    return f"'{LISTS_TITLE}'!${letter}$1:${letter}${length}"
