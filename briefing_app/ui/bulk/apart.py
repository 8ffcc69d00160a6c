"""A long act in a helper process: in place of what began it, how far it is and a way to stop it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from briefing_app.errors import UserError
from briefing_app.services.helper_process import Step
from briefing_app.ui.desk import Desk
from briefing_app.ui.waiting import WaitingView
from briefing_app.ui.workers import Job


class ActApart(QStackedWidget):
    """Shows ``form``, or while an act runs how far that is.

    ``done`` gives what came of it, ``refused`` the UserError that keeps it from being done;
    ``stopped`` tells that the user did not want it any more.
    """

    done = Signal(object)
    refused = Signal(object)
    stopped = Signal()

    def __init__(self, desk: Desk, form: QWidget) -> None:
        super().__init__()
        self._workers = desk.workers
        self._form = form
        self._job: Job | None = None
        self.waiting = WaitingView(desk)
        self.waiting.stopped.connect(self.stop)
        self.addWidget(form)
        self.addWidget(self.waiting)

    @property
    def is_running(self) -> bool:
        """True while something is being done."""
        return self._job is not None

    def run(self, work: Callable[..., Any], **arguments: Any) -> None:
        """Do an act of `services` on the data, with these arguments."""
        self.setCurrentWidget(self.waiting)
        self.waiting.begin()
        self._job = self._workers.act_apart(
            work,
            then=self._done,
            failed=self._refused,
            progress=self._progressed,
            stopped=self._stopped,
            data=self._workers.data,
            **arguments,
        )

    def stop(self) -> None:
        """Stop what is being done; nothing is changed then."""
        if self._job is not None:
            self._job.stop()

    def _progressed(self, step: Step) -> None:
        self.waiting.show_step(step)

    def _done(self, result: object) -> None:
        self._end()
        self.done.emit(result)

    def _refused(self, error: UserError) -> None:
        self._end()
        self.refused.emit(error)

    def _stopped(self) -> None:
        self._end()
        self.stopped.emit()

    def _end(self) -> None:
        self._job = None
        self.setCurrentWidget(self._form)
