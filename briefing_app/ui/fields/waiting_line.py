"""A line for something new: its words wait as a draft until something is made of them."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFocusEvent, QHideEvent
from PySide6.QtWidgets import QLineEdit

from briefing_app.services.drafts import Draft, Spot
from briefing_app.ui.desk import Desk

_IDLE_MILLISECONDS = 2000


class WaitingLine(QLineEdit):
    """``wait_at`` says where its words wait: those typed for one client do not stand at another."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._drafts = desk.drafts
        self._spot: Spot | None = None
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(_IDLE_MILLISECONDS)
        self._idle.timeout.connect(self.note)
        self.textEdited.connect(self._typed)

    def wait_at(self, spot: Spot) -> None:
        """Show the words that wait there; those that stood here wait where they were typed."""
        if spot == self._spot:
            return
        self.note()
        self._spot = spot
        draft = self._drafts.at(spot)
        self.setText(str(draft.written) if draft is not None else "")

    def note(self) -> None:
        """Keep the words as they stand."""
        self._idle.stop()
        if self._spot is None:
            return
        words = self.text().strip()
        draft = self._drafts.at(self._spot)
        if not words:
            self._drafts.drop(self._spot)
        elif draft is None or draft.written != words:
            self._drafts.keep(Draft(self._spot, words))

    def use_up(self) -> None:
        """Something was made of the words, or they are not wanted."""
        self.clear()
        self.note()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Words that are left wait."""
        super().focusOutEvent(event)
        self.note()

    def hideEvent(self, event: QHideEvent) -> None:
        """Words that are left wait."""
        self.note()
        super().hideEvent(event)

    def _typed(self, _words: str) -> None:
        self._idle.start()
