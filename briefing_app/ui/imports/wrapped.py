"""Lists of sentences, each in as many lines as it needs."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QListView, QListWidget, QStyledItemDelegate, QStyleOptionViewItem

from briefing_app.ui.look.look import STEP


class _Wrapped(QStyledItemDelegate):
    """Leaves room for the style sheet's padding, which Qt forgets when it counts the lines."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """As high as the lines of a narrower row."""
        narrower = QStyleOptionViewItem(option)
        narrower.rect = option.rect.adjusted(0, 0, -2 * STEP, 0)
        return super().sizeHint(narrower, index)


def sentence_list(name: str) -> QListWidget:
    """A list without a bar across; ``name`` is what a screen reader calls it."""
    made = QListWidget()
    made.setItemDelegate(_Wrapped(made))
    made.setWordWrap(True)
    made.setResizeMode(QListView.ResizeMode.Adjust)
    made.setTextElideMode(Qt.TextElideMode.ElideNone)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setAccessibleName(name)
    return made
