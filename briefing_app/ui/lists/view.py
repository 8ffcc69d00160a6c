"""A list with its states: rows, being read, nothing there, nothing found."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QApplication, QStackedWidget, QWidget

from briefing_app.ui.desk import Desk
from briefing_app.ui.lists.delegate import RowDelegate, RowFace
from briefing_app.ui.lists.model import LazyListModel, Query, RowRole
from briefing_app.ui.lists.rows import RowsView
from briefing_app.ui.look.look import STEP
from briefing_app.ui.widgets import column, label

_SELECTING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class EmptyState(QWidget):
    """What stands where a list would: what is missing, and what to do about it."""

    def __init__(self, *actions: QWidget) -> None:
        super().__init__()
        self._words = label("", tone="muted")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setLayout(column(None, self._words, *actions, None, margin=3 * STEP))

    def tell(self, words: str) -> None:
        """Say what is missing."""
        self._words.setText(words)


class LazyList(QStackedWidget):
    """Rows of a query, or the words for none.

    ``chosen`` gives the id of the row that is current, ``clicked`` that of one that was clicked,
    unless several are being selected, ``opened`` that of one that was activated (Enter, double
    click).
    """

    chosen = Signal(str)
    clicked = Signal(str)
    opened = Signal(str)

    def __init__(
        self,
        desk: Desk,
        name: str,
        face: Callable[[Any], RowFace],
        *actions: QWidget,
        several: bool = False,
    ) -> None:
        """``actions`` stand below the words of an empty list; ``several`` rows can be selected."""
        super().__init__()
        self.model = LazyListModel(desk, lambda found: face(found).title, self)
        self.view = RowsView()
        self.view.setModel(self.model)
        self.view.set_delegate(RowDelegate(desk.look, face, self.view))
        self.view.setAccessibleName(name)
        if several:
            self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.empty = EmptyState(*actions)
        self.addWidget(self.view)
        self.addWidget(self.empty)
        self._words_for_none = ""
        self.model.loaded.connect(self._loaded)
        self.view.selectionModel().currentChanged.connect(self._moved)
        self.view.activated.connect(self._activated)
        self.view.clicked.connect(self._clicked)
        self.setFocusProxy(self.view)

    def show_query(self, query: Query, words_for_none: str) -> None:
        """Show a query's rows; the words where it has none."""
        self._words_for_none = words_for_none
        self.model.show_query(query)

    def refresh(self) -> None:
        """Read the rows anew."""
        self.model.refresh()

    def select(self, record_id: str) -> None:
        """Make the row of a record current, where it was read already."""
        position = self.model.position_of(record_id)
        if position is not None:
            self.view.setCurrentIndex(self.model.index(position))

    def selected_ids(self) -> tuple[str, ...]:
        """The ids of the selected rows that were read."""
        rows = (index.data(RowRole) for index in self.view.selectionModel().selectedIndexes())
        return tuple(found.id for found in rows if found is not None)

    def _loaded(self, count: int) -> None:
        self.empty.tell(self._words_for_none)
        self.setCurrentWidget(self.view if count else self.empty)

    def _moved(self, current: QModelIndex, _before: QModelIndex) -> None:
        found = current.data(RowRole)
        if found is not None:
            self.chosen.emit(found.id)

    def _clicked(self, index: QModelIndex) -> None:
        found = index.data(RowRole)
        if found is not None and not QApplication.keyboardModifiers() & _SELECTING:
            self.clicked.emit(found.id)

    def _activated(self, index: QModelIndex) -> None:
        found = index.data(RowRole)
        if found is not None:
            self.opened.emit(found.id)
