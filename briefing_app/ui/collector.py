"""Python's garbage is collected on the GUI thread only, a young generation at a time.

Left to itself the collector runs on whichever thread allocates: a widget would die on the
database thread, and a large act there would stop the window for a third of a second.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_MILLISECONDS = 1000
_YOUNG = 700  # objects; the usual thresholds of CPython
_ROUNDS = (10, 100)  # collections of one generation before the next older one is looked at


class Collector(QObject):
    """Takes the collector over until `stop`."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.collect)

    def start(self) -> None:
        """From now on garbage is collected here."""
        gc.disable()
        self._timer.start(_MILLISECONDS)

    def stop(self) -> None:
        """Python collects by itself again."""
        self._timer.stop()
        gc.enable()

    def collect(self) -> None:
        """Collect the oldest generation whose turn it is."""
        young, middle, old = gc.get_count()
        if old > _ROUNDS[1]:
            gc.collect(2)
        elif middle > _ROUNDS[0]:
            gc.collect(1)
        elif young > _YOUNG:
            gc.collect(0)
