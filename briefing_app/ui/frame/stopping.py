"""Ctrl+C and a polite kill: the window closes as if the user had closed it."""

from __future__ import annotations

import signal
import socket
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


class StopListener(QObject):
    """Hears signals while Qt waits for events; ``stopped`` gives the exit status, 128 and the
    number of the signal.

    Qt waits outside Python, which would handle a signal no sooner than the next event: Python
    writes its number to a socket at once, and that is an event.
    """

    stopped = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._here, self._there = socket.socketpair()
        self._here.setblocking(False)
        self._there.setblocking(False)
        self._notifier = QSocketNotifier(self._here.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._heard)
        self._descriptor = signal.set_wakeup_fd(self._there.fileno(), warn_on_full_buffer=False)
        self._handlers = {
            number: signal.signal(number, _leave_to_qt)
            for number in _SIGNALS
            if signal.getsignal(number) is not signal.SIG_IGN
        }

    def let_go(self) -> None:
        """Signals are handled as before."""
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._descriptor)
        self._notifier.setEnabled(False)
        self._here.close()
        self._there.close()

    def _heard(self) -> None:
        numbers = self._here.recv(64)
        asked = [number for number in numbers if number in self._handlers]
        if asked:
            self.stopped.emit(128 + asked[0])


def _leave_to_qt(_number: int, _frame: FrameType | None) -> None:
    """The number is on its way through the socket."""
