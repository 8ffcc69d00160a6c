"""The part of a table that a fault stands in, so that it can be shown as its author knows it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing_app.exchange.cells import as_text
from briefing_app.exchange.problems import Fault
from briefing_app.exchange.reading import MAX_TEXT_FILE, MAX_WORKBOOK
from briefing_app.files import read_bytes

_AROUND = 1  # rows above and below one with a fault
_LONGEST = 300  # characters of a cell that are worth showing


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row of a table: its number as people count, and what its cells show."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FaultyTable:
    """The header of a table, and the rows in and around which something is wrong.

    ``title`` is the sheet's, ``""`` in a file without sheets.
    """

    title: str
    rows: tuple[ShownRow, ...]
    faults: tuple[Fault, ...]


def faulty_tables(path: Path, faults: Iterable[Fault]) -> tuple[FaultyTable, ...]:
    """The tables of a workbook or CSV file in which faults have a cell, as the file has them.

    The file is read once more: `UserError` where it is no longer what it was.
    """
    by_sheet: dict[str, list[Fault]] = {}
    for fault in faults:
        if fault.spot is not None:
            by_sheet.setdefault(fault.spot.sheet, []).append(fault)
    read = _READERS.get(path.suffix.lower())
    return tuple(read(path, by_sheet)) if read is not None and by_sheet else ()


def _of_workbook(path: Path, faults: Mapping[str, list[Fault]]) -> Iterator[FaultyTable]:
    from briefing_app.exchange.workbook_read import opened_sheets

    content = read_bytes(path, MAX_WORKBOOK)
    for title, rows in opened_sheets(content, path.name, _ignore):
        if title in faults:
            shown = ([as_text(cell.value) for cell in row] for row in rows)
            yield _table(title, enumerate(shown, start=1), faults[title])


def _of_csv(path: Path, faults: Mapping[str, list[Fault]]) -> Iterator[FaultyTable]:
    from briefing_app.exchange.csv_tables import csv_rows

    rows = csv_rows(read_bytes(path, MAX_TEXT_FILE), path.name)
    for title, found in faults.items():
        yield _table(title, rows, found)


def _table(
    title: str, rows: Iterable[tuple[int, Sequence[str]]], faults: Sequence[Fault]
) -> FaultyTable:
    wanted = _numbers(faults)
    last = max(wanted)
    shown: list[ShownRow] = []
    for number, cells in rows:
        if number > last:
            break
        is_header = not shown and any(cells)
        if is_header or number in wanted:
            shown.append(ShownRow(number, tuple(words[:_LONGEST] for words in cells)))
    return FaultyTable(title, tuple(shown), tuple(faults))


def _numbers(faults: Iterable[Fault]) -> set[int]:
    found = (fault.spot.row for fault in faults if fault.spot is not None)
    return {near for row in found for near in range(row - _AROUND, row + _AROUND + 1)}


def _ignore(_title: str, _cells: str) -> None:
    """Merged cells are faults of their own already."""


_READERS: Mapping[str, Callable[[Path, Mapping[str, list[Fault]]], Iterator[FaultyTable]]] = {
    ".xlsx": _of_workbook,
    ".csv": _of_csv,
}
