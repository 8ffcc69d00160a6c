"""Faults of the program are heard of on any thread, and logged with the messages of Qt."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, QtMsgType, Signal, qInstallMessageHandler

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
