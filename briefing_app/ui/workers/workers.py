"""What the window asks of its workers, and how their answers come back to the GUI thread.

They come through one kept dispatcher, as calls of bound methods, and are dropped where the object
of the method is gone.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from briefing_app.errors import UserError
from briefing_app.services.changes import Change
from briefing_app.services.helper_process import Done, Fault, Refused, Step, Task, WasStopped
from briefing_app.ui.workers.database_thread import DatabaseThread
from briefing_app.ui.workers.requests import Delivery, Job, Lane, Request, Waits

if TYPE_CHECKING:  # the database engine loads on its thread
    from briefing_app.store.store import Store
    from briefing_app.ui.workers.helper_thread import HelperThread

T = TypeVar("T")
_log = logging.getLogger("briefing_app.ui.workers")


class _Dispatcher(QObject):
    """Brings answers from any thread to the GUI thread, in order."""

    arrived = Signal(object)


class Workers(QObject):
    """The window's workers on one data folder; close them before the program ends.

    ``changed`` tells what an act changed, ``delayed`` that one waits for the end of a longer one,
    ``refused`` of a UserError that its asker did not take, ``faulted`` (error, trace) of a fault
    of the program, ``opened`` that the data are there, ``unopenable`` of the UserError that keeps
    them shut.
    """

    changed = Signal(object)
    delayed = Signal()
    refused = Signal(object)
    faulted = Signal(str, str)
    opened = Signal()
    unopenable = Signal(object)

    def __init__(
        self, data: Path, parent: QObject | None = None, *, begins_at_once: bool = True
    ) -> None:
        super().__init__(parent)
        self.data = data
        self._dispatcher = _Dispatcher(self)
        self._dispatcher.arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._database = DatabaseThread(data, self._dispatcher.arrived.emit)
        self._helpers: dict[Lane, HelperThread] = {}
        self._opening = Request(self._told_opened, self._told_unopenable)
        self._database.put(self._opening, _nothing)
        if begins_at_once:
            self.begin()

    def begin(self) -> None:
        """Open the database, where that was put off until the window is painted."""
        self._database.begin()

    def ask(
        self,
        work: Callable[[Store], T],
        then: Callable[[T], None],
        failed: Callable[[UserError], None] | None = None,
    ) -> Request:
        """Read on the database thread; ``then`` gets the answer on the GUI thread."""
        return self._database.put(Request(then, failed), work)

    def act(
        self,
        work: Callable[[Store], T],
        then: Callable[[T], None] | None = None,
        failed: Callable[[UserError], None] | None = None,
    ) -> Request:
        """Change something there: ``work`` returns a `Change`, something with one as ``change``,
        or ``None``. It is announced by ``changed`` before ``then`` is called."""
        return self._database.put(Request(then, failed, is_act=True), work)

    def run_apart(
        self,
        work: Callable[..., T],
        *,
        then: Callable[[T], None],
        failed: Callable[[UserError], None] | None = None,
        progress: Callable[[Step], None] | None = None,
        stopped: Callable[[], None] | None = None,
        lane: Lane = Lane.WORK,
        **arguments: object,
    ) -> Job:
        """Run a function of `services` in a helper process; it also gets ``progress``.
        ``stopped`` is called where it ends without an answer: stopped, or with a fault."""
        task = Task(work, arguments)
        job = Job(task, progress=progress, then=then, failed=failed, stopped=stopped)
        self._helper(lane).put(job)
        return job

    def act_apart(
        self,
        work: Callable[..., T],
        *,
        then: Callable[[T], None],
        failed: Callable[[UserError], None] | None = None,
        progress: Callable[[Step], None] | None = None,
        stopped: Callable[[], None] | None = None,
        **arguments: object,
    ) -> Job:
        """As `run_apart`, for what changes the data for longer than a moment, which is announced
        as that of `act`: what was asked before is done first, and what else is to be changed
        waits for its end. Reads go on."""
        task = Task(work, arguments)
        job = Job(task, progress=progress, then=then, failed=failed, stopped=stopped, is_act=True)
        self._database.put_apart(job, self._helper(Lane.WORK))
        return job

    def run_alone(
        self,
        work: Callable[..., T],
        *,
        then: Callable[[T], None],
        failed: Callable[[UserError], None] | None = None,
        progress: Callable[[Step], None] | None = None,
        stopped: Callable[[], None] | None = None,
        **arguments: object,
    ) -> Job:
        """As `act_apart`, for what replaces the database: the connection is closed while it
        runs, and reads wait as well."""
        task = Task(work, arguments)
        job = Job(task, progress=progress, then=then, failed=failed, stopped=stopped, is_act=True)
        self._database.put_apart(job, self._helper(Lane.WORK), is_alone=True)
        return job

    def announce(self, change: Change) -> None:
        """Tell everybody of what a helper process made without holding up other changes."""
        self.changed.emit(change)

    def close(self) -> None:
        """Finish what changes something, drop the rest, end threads and processes."""
        for helper in self._helpers.values():
            helper.close()
        self._database.close()

    def _helper(self, lane: Lane) -> HelperThread:
        from briefing_app.ui.workers.helper_thread import HelperThread  # with the first job

        if lane not in self._helpers:
            self._helpers[lane] = HelperThread(lane, self._dispatcher.arrived.emit)
        return self._helpers[lane]

    @Slot(object)
    def _deliver(self, delivery: Delivery) -> None:
        request, answer = delivery.request, delivery.answer
        if request.is_act and isinstance(answer, Done):
            self._announce(answer.result)
        if isinstance(answer, Waits):
            self.delayed.emit()
        if request.is_cancelled:
            return
        match answer:
            case Step() if isinstance(request, Job):
                request.progress.take(answer)
            case Done():
                request.then.take(answer.result)
            case Refused():
                if not request.failed.take(answer.error):
                    self.refused.emit(answer.error)
            case WasStopped() if isinstance(request, Job):
                request.stopped.take()
            case Fault():
                self._tell_fault(request, answer)

    def _tell_fault(self, request: Request, fault: Fault) -> None:
        _log.error("fault in a worker: %s\n%s", fault.error, fault.trace)
        self.faulted.emit(fault.error, fault.trace)
        if isinstance(request, Job):  # whoever waits for its end
            request.stopped.take()

    def _announce(self, result: object) -> None:
        change = getattr(result, "change", result)
        if isinstance(change, Change) and change.records:
            self.changed.emit(change)

    def _told_opened(self, _nothing_asked: None) -> None:
        self.opened.emit()

    def _told_unopenable(self, error: UserError) -> None:
        self.unopenable.emit(error)


def _nothing(_store: Store) -> None:
    """What is asked to learn whether the data can be opened."""
