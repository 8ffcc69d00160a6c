"""Words of Qt's own dialogs that its Chinese lacks."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTranslator

from briefing_app.wording import Wording


class LackingWords(QTranslator):
    """Is asked for what Qt's own translation, installed after it, does not know."""

    def __init__(self, wording: Wording, parent: QObject) -> None:
        super().__init__(parent)
        self._words = {
            "&Look in:": wording.phrase("Look in:"),
            "Files of &type:": wording.phrase("Files of type:"),
        }

    def isEmpty(self) -> bool:  # noqa: N802
        """Qt does not ask who is empty."""
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """The words; ``None`` for what is not known here either."""
        return self._words.get(source) if context == "QFileDialog" else None
