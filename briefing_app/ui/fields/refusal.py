"""Why a field cannot keep what stands in it, with a way back to what it keeps."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from briefing_app.ui.desk import Desk
from briefing_app.ui.widgets import column, label, link, row


class Refusal(QWidget):
    """Stands below a field that was refused something."""

    def __init__(self, desk: Desk, go_back: Callable[[], None]) -> None:
        super().__init__()
        phrase = desk.wording.phrase
        tip = phrase("Takes what stands here out, and shows what is kept (Esc).")
        self._words = label("", "caption", "bad")
        back = link(phrase("Back to what is kept"), go_back, tip)
        self.setLayout(column(self._words, row(back, None), space=0))

    @property
    def words(self) -> str:
        """What is said."""
        return self._words.text()

    def tell(self, words: str) -> None:
        """Say why; nothing takes it back."""
        self._words.setText(words)
        self.setVisible(bool(words))
