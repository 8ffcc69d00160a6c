"""Faults of a file where they stand: the sheet's part at the left, what is wrong beside it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidgetItem,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QTableView,
    QWidget,
)

from briefing_app.services.importing import Fault, FaultyFile, FaultyTable
from briefing_app.ui.desk import Desk
from briefing_app.ui.imports.faulty_model import FaultyTableModel
from briefing_app.ui.imports.wrapped import sentence_list
from briefing_app.ui.look.look import STEP
from briefing_app.ui.look.screen_icons import ScreenIcon
from briefing_app.ui.widgets import column, icon_button, label, row

_SHARES = [600, 400]
_WIDEST = 32  # characters of a column


@dataclass(frozen=True, slots=True)
class _Listed:
    """A fault of the list, and the sheet that it is shown on; none for what has no cell."""

    fault: Fault
    table: QTableView | None


class FaultsView(QWidget):
    """Every fault is a line of the list; its sheet shows the cell that is meant."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        wording = desk.wording
        self._listed: list[_Listed] = []
        self.sheets = QStackedWidget()
        self.title = label("", "heading")
        self.list = sentence_list(wording.phrase("What needs correcting"))
        self.list.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.list.currentRowChanged.connect(self._show_fault)
        self._where = label("", tone="muted", wraps=False)
        previous = icon_button(
            desk.look, ScreenIcon.UP, wording.phrase("Previous fault"), self.previous
        )
        following = icon_button(desk.look, ScreenIcon.DOWN, wording.phrase("Next fault"), self.next)
        right = QWidget()
        right.setLayout(column(row(self._where, None, previous, following), self.list))
        self._left = QWidget()
        self._left.setLayout(column(self.title, self.sheets))
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self._left)
        splitter.addWidget(right)
        splitter.setSizes(_SHARES)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        splitter.setChildrenCollapsible(False)
        self.setLayout(column(splitter))

    def show_file(self, faulty: FaultyFile) -> None:
        """Show the faults of a file, at the first of them."""
        self._listed = []
        while (gone := self.sheets.currentWidget()) is not None:
            self.sheets.removeWidget(gone)
            gone.deleteLater()
        for table in faulty.tables:
            self._add_table(table)
        self._listed += [_Listed(fault, None) for fault in faulty.others]
        self.list.clear()
        for listed in self._listed:
            self.list.addItem(QListWidgetItem(self._words(listed.fault)))
        self._left.setVisible(bool(faulty.tables))
        self.list.setCurrentRow(0)

    def next(self) -> None:
        """Go to the next fault; after the last comes the first."""
        self._go(1)

    def previous(self) -> None:
        """Go to the fault before."""
        self._go(-1)

    def _go(self, by: int) -> None:
        if self._listed:
            self.list.setCurrentRow((self.list.currentRow() + by) % len(self._listed))

    def _add_table(self, table: FaultyTable) -> None:
        view = _sheet(self._desk, table)
        self.sheets.addWidget(view)
        self._listed += [_Listed(fault, view) for fault in table.faults]

    def _words(self, fault: Fault) -> str:
        wording = self._desk.wording
        return wording.phrase("{place}: {fault}", place=fault.place, fault=fault.fault)

    def _show_fault(self, number: int) -> None:
        if not 0 <= number < len(self._listed):
            return
        listed = self._listed[number]
        self._where.setText(
            self._desk.wording.phrase(
                "{number} of {total}", number=number + 1, total=len(self._listed)
            )
        )
        if listed.table is not None and listed.fault.spot is not None:
            spot = listed.fault.spot
            self.sheets.setCurrentWidget(listed.table)
            self.title.setText(spot.sheet)
            self.title.setVisible(bool(spot.sheet))
            model = listed.table.model()
            if isinstance(model, FaultyTableModel):
                index = model.index_of(spot.row, spot.column)
                listed.table.setCurrentIndex(index)
                listed.table.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)


def _sheet(desk: Desk, table: FaultyTable) -> QTableView:
    view = QTableView()
    view.setModel(FaultyTableModel(desk, table, view))
    view.setAccessibleName(desk.wording.phrase("Part of the file"))
    view.setTabKeyNavigation(False)
    view.setWordWrap(False)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.verticalHeader().setDefaultSectionSize(view.fontMetrics().height() + 2 * STEP)
    view.resizeColumnsToContents()
    widest = _WIDEST * view.fontMetrics().averageCharWidth()
    for number in range(view.model().columnCount()):
        view.setColumnWidth(number, min(view.columnWidth(number), widest))
    return view
