"""What is seldom needed: a line of words that opens and closes what stands below it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from briefing_app.ui.desk import Desk
from briefing_app.ui.fold_button import FoldButton
from briefing_app.ui.look.look import STEP
from briefing_app.ui.widgets import column


class Folding(QWidget):
    """Closed at first; what was opened stays open for other records."""

    def __init__(self, desk: Desk, content: QWidget, reason: str) -> None:
        """``reason`` is the tool tip: what stands there, and why somebody would look."""
        super().__init__()
        self._content = content
        self.title = FoldButton(desk.look)
        self.title.setToolTip(reason)
        self.title.toggled.connect(self._toggled)
        self.setLayout(column(self.title, content, space=STEP))
        self._toggled(self.title.isChecked())

    def tell(self, words: str) -> None:
        """Say in a line what is inside."""
        self.title.tell(words, words)

    def _toggled(self, is_opened: bool) -> None:
        self._content.setVisible(is_opened)
