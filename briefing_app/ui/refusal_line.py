"""Why something was not done, said where it was asked for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from briefing_app.errors import UserError
from briefing_app.ui.desk import Desk


class RefusalLine(QLabel):
    """There are words, or it takes no room."""

    def __init__(self, desk: Desk, size: str = "") -> None:
        """``size`` is one of `label`'s."""
        super().__init__()
        self._desk = desk
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        if size:
            self.setProperty("textSize", size)
        self.setProperty("tone", "bad")
        self.hide()

    def tell(self, words: str) -> None:
        """Say why; nothing takes it back."""
        self.setText(words)
        self.setVisible(bool(words))

    def refuse(self, error: UserError) -> None:
        """Say what the user can mend."""
        self.tell(self._desk.wording.error(error))
