"""A control for several lines that is as high as what is written in it, within limits."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

_FRAME = 20
"""What stands above and below the lines."""
_MOST = 8
"""So many lines are shown at once."""


class GrowingText(QPlainTextEdit):
    """At least ``lines`` high, a paragraph at most; more scrolls. Tab leaves it."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._lines = lines
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """As high as the lines that its words take at this width."""
        taken = round(self.document().size().height())
        lines = max(min(taken, _MOST), self._lines)
        return QSize(super().sizeHint().width(), self.fontMetrics().lineSpacing() * lines + _FRAME)

    def minimumSizeHint(self) -> QSize:
        """The same: it does not shrink."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width takes other lines."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()
