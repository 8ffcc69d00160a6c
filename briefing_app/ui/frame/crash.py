"""A fault of the program, shown as what it is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from briefing_app.ui.dialog import Dialog
from briefing_app.ui.look.look import STEP
from briefing_app.ui.widgets import button, column, label, row
from briefing_app.wording import Wording


class FaultDialog(Dialog):
    """Says that it is not the user's fault, and what to send us."""

    def __init__(
        self,
        wording: Wording,
        error: str,
        trace: str,
        log: Path,
        parent: QWidget | None,
        scale: float = 1.0,
    ) -> None:
        super().__init__(parent)
        self._trace, self._log = trace, log
        self.setWindowTitle(wording.phrase("A fault of the program"))
        words = wording.phrase(
            "This is a fault of the program, not of yours: {error}. What you saved is safe."
            " Send us the details below; they may hold names from your data.",
            error=error,
        )
        details = QPlainTextEdit(trace)
        details.setReadOnly(True)
        details.setAccessibleName(wording.phrase("Details"))
        close = button(wording.phrase("Close"), self.accept, primary=True)
        close.setDefault(True)
        buttons = row(
            button(wording.phrase("Copy"), self._copy),
            button(wording.phrase("Open the log's folder"), self._open_folder),
            None,
            close,
        )
        self.setLayout(column(label(words), details, buttons, margin=2 * STEP))
        self.ask_for(scale, 640, 400)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._trace)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._log.parent)))
