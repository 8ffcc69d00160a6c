"""A part of a sheet as an item model: rows and cells as in the file, faults marked in place."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from briefing_app.services.importing import FaultyTable
from briefing_app.ui.desk import Desk
from briefing_app.ui.look import Role

_ROOT = QModelIndex()
_LETTERS = 26
_MARK = "⚠ "


class FaultyTableModel(QAbstractTableModel):
    """One table; its columns are lettered and its rows numbered as in the file."""

    def __init__(self, desk: Desk, table: FaultyTable, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._table = table
        spots = [fault.spot for fault in table.faults if fault.spot is not None]
        widest = max((len(row.cells) for row in table.rows), default=0)
        self._columns = max(widest, max((spot.column for spot in spots), default=0))
        self._faults: dict[tuple[int, int], list[str]] = {}
        for fault in table.faults:
            if fault.spot is not None:
                words = self._desk.wording.message(fault.fault)
                place = fault.spot.row, fault.spot.column
                self._faults.setdefault(place, []).append(words)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """The rows that are shown."""
        return 0 if parent.isValid() else len(self._table.rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """As many as the widest row has."""
        return 0 if parent.isValid() else self._columns

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Letters above, the rows' numbers in the file at the left."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return letters_of(section + 1) if self._table.title else str(section + 1)
        return str(self._table.rows[section].number)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """A cell as it shows in the file; a bad one has a sign and colours of its own."""
        if not index.isValid():
            return None
        faults = self.faults_at(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{_MARK if faults else ''}{self._cell(index)}"
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join(faults) or self._cell(index)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._desk.wording.sentences((self._cell(index), *faults))
            case Qt.ItemDataRole.ForegroundRole if faults:
                return self._desk.look.colour(Role.BAD)
            case Qt.ItemDataRole.BackgroundRole if faults:
                return self._desk.look.colour(Role.SELECTED)
            case Qt.ItemDataRole.FontRole:
                return self._font(index, is_bad=bool(faults))
        return None

    def faults_at(self, index: QModelIndex | QPersistentModelIndex) -> list[str]:
        """What is wrong with a cell."""
        number = self._table.rows[index.row()].number
        return self._faults.get((number, index.column() + 1), [])

    def index_of(self, row: int, column: int) -> QModelIndex:
        """Where a cell of the file is shown; an invalid index where its row is not."""
        for position, shown in enumerate(self._table.rows):
            if shown.number == row:
                return self.index(position, column - 1)
        return QModelIndex()

    def _cell(self, index: QModelIndex | QPersistentModelIndex) -> str:
        cells = self._table.rows[index.row()].cells
        return cells[index.column()] if index.column() < len(cells) else ""

    def _font(self, index: QModelIndex | QPersistentModelIndex, *, is_bad: bool) -> QFont | None:
        is_header = index.row() == 0
        return self._desk.look.font(bold=True) if is_bad or is_header else None


def letters_of(number: int) -> str:
    """A column's letters by its number: A for 1, AA for 27."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters
