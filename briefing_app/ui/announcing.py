"""Words for screen readers: what happened, where nothing that has the focus tells it."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(shown: QWidget, words: str) -> None:
    """Have a screen reader say something once it is done with what it says."""
    if words and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(shown, words))
