"""Parts of a page that are made a few at a time, so that the window answers in between."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

TURN_SECONDS = 0.01
"""How long parts are made before the window may answer."""


class InTurns(QObject):
    """Puts parts at the end of a layout as an iterator makes them; ``done`` tells once all are
    there, and what room is left stands below them."""

    done = Signal()

    def __init__(self, parts: Iterator[QWidget], place: QVBoxLayout, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._place = place
        self.is_done = False
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self.go_on)

    def go_on(self) -> None:
        """Make parts for as long as nobody notices, the first ones at once."""
        began = perf_counter()
        for made in self._parts:
            self._place.addWidget(made)
            if perf_counter() - began > TURN_SECONDS:
                self._turn.start()
                return
        self._place.addStretch(1)
        self.is_done = True
        self.done.emit()
