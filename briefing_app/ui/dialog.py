"""What all dialogs have in common."""

from __future__ import annotations

from PySide6.QtCore import QMargins
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog

from briefing_app.ui.look.look import STEP
from briefing_app.ui.tab_order import put_in_order


class Dialog(QDialog):
    """Stands within the window that it was opened from; Tab follows the eye."""

    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Tab goes on, through what is there by now."""
        put_in_order(self)
        return super().focusNextPrevChild(is_next)

    def setVisible(self, is_visible: bool) -> None:
        """Where nothing was chosen, what stands first has the focus."""
        if is_visible:
            put_in_order(self)
        super().setVisible(is_visible)

    def showEvent(self, event: QShowEvent) -> None:
        """Large type does not make it larger than the window."""
        super().showEvent(event)
        parent = self.parentWidget()
        if parent is not None:
            room = parent.window().size()
            self.resize(self.size().boundedTo(room.shrunkBy(QMargins(STEP, STEP, STEP, STEP))))
