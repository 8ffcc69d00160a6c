"""One window per data folder: a second start brings the first one to the front."""

from __future__ import annotations

import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal

if TYPE_CHECKING:  # loads once the window is there
    from PySide6.QtNetwork import QLocalServer

_WAIT_MILLISECONDS = 500

_LISTENS_MILLISECONDS = 300
"""When it begins to hear of others: what that needs loads while the window is there already."""


class Instance(QObject):
    """Holds a data folder for one window; ``called`` when somebody starts another."""

    called = Signal()

    def __init__(self, data: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = QLockFile(str(data / "window.lock"))
        self._lock.setStaleLockTime(0)  # as long as the process that holds it lives
        self._name = f"briefing-app-{zlib.crc32(str(data.resolve()).encode('utf-8')):08x}"
        self._server: QLocalServer | None = None

    def take(self) -> bool:
        """True when this is the only window; else the other one was called to the front."""
        if self._lock.tryLock(0):
            QTimer.singleShot(_LISTENS_MILLISECONDS, self.listen)
            return True
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        socket.waitForConnected(_WAIT_MILLISECONDS)
        return False

    def listen(self) -> None:
        """Hear of others from now on."""
        from PySide6.QtNetwork import QLocalServer

        QLocalServer.removeServer(self._name)  # what a crashed window left behind
        self._server = QLocalServer(self)
        self._server.newConnection.connect(self._heard)
        self._server.listen(self._name)

    def is_listening(self) -> bool:
        """True once it hears of others."""
        return self._server is not None and self._server.isListening()

    def let_go(self) -> None:
        """Let another window have the folder."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _heard(self) -> None:
        connection = self._server.nextPendingConnection() if self._server is not None else None
        if connection is not None:
            connection.close()
            self.called.emit()
