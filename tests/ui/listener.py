"""Somebody in the window who is told things."""

from __future__ import annotations

from PySide6.QtCore import QObject


class Listener(QObject):
    """Keeps what it is told."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []

    def hear(self, told: object) -> None:
        self.heard.append(told)

    def hear_stop(self) -> None:
        self.heard.append("stopped")
