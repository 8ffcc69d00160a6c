"""Parts of a page that are made a few at a time, so that the window answers in between."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

TURN_SECONDS = 0.01
"""How long parts are made before the window may answer."""
_HIDDEN_MILLISECONDS = 100


class Turn(QObject):
    """Work on a page that is done once the window has answered. While nobody sees the page it
    waits: the page may be on its way out, with the window and its desk."""

    def __init__(self, page: QWidget, work: Callable[[], None]) -> None:
        super().__init__(page)
        self._page = page
        self._work = work
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._do)

    def ask(self) -> None:
        """Do it in the next turn, once however often it was asked for."""
        self._timer.start(0)

    def _do(self) -> None:
        if self._page.isVisible():
            self._work()
        else:
            self._timer.start(_HIDDEN_MILLISECONDS)


class InTurns(QObject):
    """Puts parts at the end of a layout as an iterator makes them; once all are there what room
    is left stands below them."""

    def __init__(self, parts: Iterator[QWidget], place: QVBoxLayout, page: QWidget) -> None:
        super().__init__(page)
        self._parts = parts
        self._place = place
        self.is_done = False
        self._turn = Turn(page, self.go_on)

    def go_on(self) -> None:
        """Make parts for as long as nobody notices, the first ones at once."""
        began = perf_counter()
        for made in self._parts:
            self._place.addWidget(made)
            if perf_counter() - began > TURN_SECONDS:
                self._turn.ask()
                return
        self._place.addStretch(1)
        self.is_done = True
