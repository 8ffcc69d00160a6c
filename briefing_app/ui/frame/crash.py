"""A fault of the program: logged, and shown as what it is."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QtMsgType, QUrl, Signal, qInstallMessageHandler
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from briefing_app.ui.dialog import Dialog
from briefing_app.ui.look.look import STEP
from briefing_app.ui.widgets import button, column, label, row
from briefing_app.wording import Wording

_log = logging.getLogger("briefing_app.ui")
_QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class FaultListener(QObject):
    """Hears of exceptions that nobody caught; ``faulted`` gives the error and its trace."""

    faulted = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._before = sys.excepthook, threading.excepthook

    def listen(self) -> None:
        """Take over Python's last words on any thread, and Qt's messages for the log."""
        sys.excepthook = self._heard
        threading.excepthook = self._heard_on_thread
        qInstallMessageHandler(_log_qt)

    def let_go(self) -> None:
        """Leave Python's last words to who had them before."""
        sys.excepthook, threading.excepthook = self._before

    def _heard_on_thread(self, last: threading.ExceptHookArgs) -> None:
        if last.exc_value is not None:
            self._heard(last.exc_type, last.exc_value, last.exc_traceback)

    def _heard(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        _log.error("fault", exc_info=(kind, error, trace))
        told = "".join(traceback.format_exception(kind, error, trace))
        self.faulted.emit(f"{kind.__name__}: {error}", told)


def _log_qt(kind: QtMsgType, _context: object, words: str) -> None:
    _log.log(_QT_LEVELS.get(kind, logging.WARNING), "Qt: %s", words)


class FaultDialog(Dialog):
    """Says that it is not the user's fault, and what to send us."""

    def __init__(
        self, wording: Wording, error: str, trace: str, log: Path, parent: QWidget | None
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
        buttons = row(
            button(wording.phrase("Copy"), self._copy),
            button(wording.phrase("Open the log's folder"), self._open_folder),
            None,
            button(wording.phrase("Close"), self.accept, primary=True),
        )
        self.setLayout(column(label(words), details, buttons, margin=2 * STEP))
        self.resize(640, 400)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._trace)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._log.parent)))
