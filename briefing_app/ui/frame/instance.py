"""One window per data folder: a second start brings the first one to the front."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT_MILLISECONDS = 500


class Instance(QObject):
    """Holds a data folder for one window; ``called`` when somebody starts another."""

    called = Signal()

    def __init__(self, data: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = QLockFile(str(data / "window.lock"))
        self._lock.setStaleLockTime(0)  # as long as the process that holds it lives
        folder = str(data.resolve()).encode("utf-8")
        self._name = f"briefing-app-{hashlib.sha256(folder).hexdigest()[:16]}"
        self._server = QLocalServer(self)
        self._server.newConnection.connect(self._heard)

    def take(self) -> bool:
        """True when this is the only window; else the other one was called to the front."""
        if self._lock.tryLock(0):
            QLocalServer.removeServer(self._name)  # what a crashed window left behind
            self._server.listen(self._name)
            return True
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        socket.waitForConnected(_WAIT_MILLISECONDS)
        return False

    def let_go(self) -> None:
        """Let another window have the folder."""
        self._server.close()
        self._lock.unlock()

    def _heard(self) -> None:
        connection = self._server.nextPendingConnection()
        if connection is not None:
            connection.close()
            self.called.emit()
