"""Rows below each other, as many as there are.

A QListView asks the model about each of its rows whenever one of them changed: 0.7 s for 100,000,
in which the window stands still. A table whose rows are all as high asks only about those it
shows.
"""

from __future__ import annotations

from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QStyleOptionViewItem,
    QTableView,
)


class RowsView(QTableView):
    """A table of one column that looks and is used like a list."""

    def __init__(self) -> None:
        super().__init__()
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)

    def set_delegate(self, delegate: QAbstractItemDelegate) -> None:
        """Paint rows by ``delegate``, all as high as its first one."""
        self.setItemDelegate(delegate)
        option = QStyleOptionViewItem()
        height = delegate.sizeHint(option, self.model().index(0, 0)).height()
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
