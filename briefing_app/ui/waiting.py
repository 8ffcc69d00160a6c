"""What stands where long work is done: which step, how far, and a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from briefing_app.services.helper_process import Step
from briefing_app.ui.desk import Desk
from briefing_app.ui.look.look import STEP
from briefing_app.ui.widgets import button, column, label, row


class WaitingView(QWidget):
    """A bar that moves step by step; ``stopped`` asks for the work to end."""

    stopped = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._words = label("", tone="muted")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(desk.wording.phrase("Progress"))
        self._stop = button(desk.wording.phrase("Stop"), self._ask_to_stop)
        self.setLayout(
            column(None, self._words, self.bar, row(self._stop, None), None, space=2 * STEP)
        )

    def begin(self) -> None:
        """Show that work begins of which nothing is known yet."""
        self._stop.setEnabled(True)
        self._words.setText("")
        self.bar.setRange(0, 0)

    def show_step(self, step: Step) -> None:
        """Show what is done now; a step counts as done when the next begins."""
        self._words.setText(self._desk.wording.message(step.message))
        self.bar.setRange(0, step.total)
        self.bar.setValue(step.number - 1)

    def _ask_to_stop(self) -> None:
        self._stop.setEnabled(False)
        self._words.setText(self._desk.wording.phrase("Stopping after this step"))
        self.stopped.emit()
