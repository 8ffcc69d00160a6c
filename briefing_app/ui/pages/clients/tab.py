"""A part of a client that is filled when somebody looks at it."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from briefing_app.services.client_view import ClientView


class ClientTab(QWidget):
    """What is not looked at takes none of the window's time."""

    def __init__(self) -> None:
        super().__init__()
        self._to_fill: ClientView | None = None

    def show_view(self, view: ClientView) -> None:
        """Another client, or the same after a change."""
        self._to_fill = view
        if self.isVisible():
            self._catch_up()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what was told meanwhile."""
        super().showEvent(event)
        self._catch_up()

    def fill(self, view: ClientView) -> None:
        """Show a client."""
        raise NotImplementedError

    def _catch_up(self) -> None:
        view, self._to_fill = self._to_fill, None
        if view is not None:
            self.fill(view)
