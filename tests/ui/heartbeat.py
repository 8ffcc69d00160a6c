"""A beat on the GUI thread, which tells how long the window could not answer."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, Qt, QTimer

EVERY = 5
"""Milliseconds between beats."""


class Heartbeat(QObject):
    """Beats while it lives; ``longest`` is the longest gap between two beats, in milliseconds.

    Of a gap counts what this process itself used of the processors: while they do the work of
    others a window is late through no fault of its own. Whoever holds the interpreter or the
    GUI thread, on whatever thread, uses them.
    """

    def __init__(self) -> None:
        super().__init__()
        self.beats = 0
        self.longest = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self._beat)
        self._last = (0.0, 0.0)

    def start(self) -> None:
        """Begin to beat."""
        self._last = (time.monotonic(), time.process_time())
        self._timer.start()

    def stop(self) -> None:
        """A gap that is open counts as well."""
        self._beat()
        self._timer.stop()

    def _beat(self) -> None:
        now = (time.monotonic(), time.process_time())
        gap = min(later - earlier for later, earlier in zip(now, self._last, strict=True))
        self.longest = max(self.longest, gap * 1000)
        self.beats += 1
        self._last = now
