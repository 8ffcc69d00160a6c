"""All threads and processes of the window are here; everything else runs on the GUI thread.

The database has one thread with a connection of its own. Heavy work has helper processes, each
with a thread that talks to it. What they answer reaches the GUI thread through one kept
dispatcher, as calls of bound methods, and is dropped where the object of the method is gone.
"""

from __future__ import annotations

import logging
import threading
import traceback
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from briefing_app.errors import UserError
from briefing_app.services.changes import Change
from briefing_app.services.helper_process import (
    Answer,
    Done,
    Fault,
    Refused,
    Step,
    Task,
    WasStopped,
    serve,
)

if TYPE_CHECKING:  # the database engine loads on its thread
    from briefing_app.store.store import Store

T = TypeVar("T")
Work: TypeAlias = "Callable[[Store], Any]"
"""What is done on the database's thread."""
_log = logging.getLogger("briefing_app.ui.workers")


class Lane(Enum):
    """The helper processes: previews never wait for an export or an import."""

    WORK = "work"
    PREVIEW = "preview"


class Receiver:
    """Where an answer goes: a bound method of a living object, or nowhere."""

    def __init__(self, method: Callable[..., None] | None) -> None:
        self._method = weakref.WeakMethod(method) if method is not None else None

    def take(self, *values: object) -> bool:
        """Call the method; False where there is none any more."""
        method = self._method() if self._method is not None else None
        if method is None or not _is_alive(method):
            return False
        method(*values)
        return True


class Request:
    """Something asked of a worker; after `cancel` its answer is dropped."""

    def __init__(
        self,
        then: Callable[[Any], None] | None,
        failed: Callable[[UserError], None] | None,
        *,
        is_act: bool = False,
    ) -> None:
        self.then = Receiver(then)
        self.failed = Receiver(failed)
        self.is_act = is_act
        self.is_cancelled = False

    def cancel(self) -> None:
        """Drop the answer; a request that waits is not begun, unless it changes something."""
        self.is_cancelled = True

    def leave_refusal(self) -> None:
        """Let the window tell why it is refused: its asker is about something else by now."""
        self.failed = Receiver(None)


class Job(Request):
    """A task in a helper process."""

    def __init__(
        self,
        task: Task,
        *,
        progress: Callable[[Step], None] | None,
        then: Callable[[Any], None] | None,
        failed: Callable[[UserError], None] | None,
        stopped: Callable[[], None] | None,
    ) -> None:
        super().__init__(then, failed)
        self.task = task
        self.progress = Receiver(progress)
        self.stopped = Receiver(stopped)
        self._stop = threading.Event()
        self.ended = threading.Event()
        self.tell_process: Callable[[], None] | None = None

    @property
    def is_stopped(self) -> bool:
        """True once the user stopped it."""
        return self._stop.is_set()

    def stop(self) -> None:
        """Stop it before its next step; ``stopped`` is called once that happened."""
        self._stop.set()
        if self.tell_process is not None:
            self.tell_process()


@dataclass(frozen=True, slots=True)
class _Delivery:
    request: Request
    answer: Answer | Step


class _Dispatcher(QObject):
    """Brings answers from any thread to the GUI thread, in order."""

    arrived = Signal(object)


class Workers(QObject):
    """The window's workers on one data folder; close them before the program ends.

    ``changed`` tells what an act changed, ``refused`` of a UserError that its asker did not
    take, ``faulted`` (error, trace) of a fault of the program, ``opened`` that the data are
    there, ``unopenable`` of the UserError that keeps them shut.
    """

    changed = Signal(object)
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
        self._database = _DatabaseThread(data, self._dispatcher.arrived.emit)
        self._helpers: dict[Lane, _HelperThread] = {}
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
        """Run a function of `services` in a helper process; it also gets ``progress``."""
        task = Task(work, arguments)
        job = Job(task, progress=progress, then=then, failed=failed, stopped=stopped)
        self._helper(lane).put(job)
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
        """As `run_apart`, for what replaces the database: what was asked before is done first,
        the connection is closed while it runs, and what is asked meanwhile waits for its end."""
        task = Task(work, arguments)
        job = Job(task, progress=progress, then=then, failed=failed, stopped=stopped)
        self._database.pause_for(job, self._helper(Lane.WORK))
        return job

    def announce(self, change: Change) -> None:
        """Tell everybody of a change that a helper process made."""
        self.changed.emit(change)

    def close(self) -> None:
        """Finish what changes something, drop the rest, end threads and processes."""
        for helper in self._helpers.values():
            helper.close()
        self._database.close()

    def _helper(self, lane: Lane) -> _HelperThread:
        if lane not in self._helpers:
            self._helpers[lane] = _HelperThread(lane, self._dispatcher.arrived.emit)
        return self._helpers[lane]

    @Slot(object)
    def _deliver(self, delivery: _Delivery) -> None:
        request, answer = delivery.request, delivery.answer
        if request.is_act and isinstance(answer, Done):
            self._announce(answer.result)
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
                _log.error("fault in a worker: %s\n%s", answer.error, answer.trace)
                self.faulted.emit(answer.error, answer.trace)

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


def _is_alive(method: Callable[..., None]) -> bool:
    owner = getattr(method, "__self__", None)
    return not isinstance(owner, QObject) or bool(shiboken6.isValid(owner))


@dataclass(frozen=True, slots=True)
class _Pause:
    """A job to be done by a helper while the database is closed."""

    job: Job
    helper: _HelperThread

    def wait(self) -> None:
        self.helper.put(self.job)
        self.job.ended.wait()


class _DatabaseThread:
    """The thread of the database. Requests are done in order; cancelled ones not at all."""

    def __init__(self, data: Path, deliver: Callable[[_Delivery], None]) -> None:
        self._data = data
        self._deliver = deliver
        self._waiting: SimpleQueue[tuple[Request, Callable[[Any], Any]] | _Pause | None] = (
            SimpleQueue()
        )
        self._thread = threading.Thread(target=self._run, name="database")

    def begin(self) -> None:
        if self._thread.ident is None:
            self._thread.start()

    def put(self, request: Request, work: Callable[[Store], Any]) -> Request:
        self._waiting.put((request, work))
        return request

    def pause_for(self, job: Job, helper: _HelperThread) -> None:
        self._waiting.put(_Pause(job, helper))

    def close(self) -> None:
        self.begin()  # what waits is done first
        self._waiting.put(None)
        self._thread.join()

    def _run(self) -> None:
        pause = self._serve_opened()
        while pause is not None:
            pause.wait()
            pause = self._serve_opened()

    def _serve_opened(self) -> _Pause | None:
        """Serve with the database open, until it has to be closed."""
        try:
            with self._store() as store:
                return self._serve(lambda work: work(store))
        except UserError as error:
            return self._serve_refusing(error)

    @contextmanager
    def _store(self) -> Iterator[Store]:
        from briefing_app.services.data_folder import open_data

        with open_data(self._data) as store:
            yield store

    def _serve(self, do: Callable[[Callable[[Any], Any]], Any]) -> _Pause | None:
        while (waiting := self._waiting.get()) is not None:
            if isinstance(waiting, _Pause):
                return waiting
            request, work = waiting
            if not request.is_cancelled or request.is_act:
                self._deliver(_Delivery(request, _answered(do, work)))
        return None

    def _serve_refusing(self, error: UserError) -> _Pause | None:
        """Where the data cannot be opened every request is told why."""

        def refuse(_work: object) -> None:
            raise error

        return self._serve(refuse)


def _answered(do: Callable[[Callable[[Any], Any]], Any], work: Callable[[Any], Any]) -> Answer:
    try:
        return Done(do(work))
    except UserError as error:
        return Refused(error)
    except Exception as error:  # noqa: BLE001 - logged and shown as a fault
        return Fault(f"{type(error).__name__}: {error}", traceback.format_exc())


class _HelperThread:
    """A helper process and the thread that talks to it; a process that ended is begun anew."""

    def __init__(self, lane: Lane, deliver: Callable[[_Delivery], None]) -> None:
        self._deliver = deliver
        self._waiting: SimpleQueue[Job | None] = SimpleQueue()
        self._current: Job | None = None
        self._closing = False
        self._process: _Process | None = None
        self._door = threading.Lock()
        self._thread = threading.Thread(target=self._run, name=f"helper {lane.value}")
        self._thread.start()

    def put(self, job: Job) -> None:
        """Have a job done; one that comes after the end is over at once."""
        with self._door:
            if self._closing:
                job.ended.set()
            else:
                self._waiting.put(job)

    def close(self) -> None:
        with self._door:
            self._closing = True
            self._waiting.put(None)
        current = self._current
        if current is not None:
            current.stop()
        self._thread.join()

    def _run(self) -> None:
        try:
            while (job := self._waiting.get()) is not None:
                try:
                    self._take(job)
                finally:
                    job.ended.set()
        finally:
            self._end_process()

    def _take(self, job: Job) -> None:
        if job.is_stopped or self._closing:
            self._deliver(_Delivery(job, WasStopped()))
        elif not job.is_cancelled:
            self._current = job
            self._do(job)
            self._current = None

    def _do(self, job: Job) -> None:
        try:
            process = self._there()
            job.tell_process = process.stop.set
            process.stop.clear()
            if job.is_stopped:
                process.stop.set()
            for answer in process.answers(job.task):
                self._deliver(_Delivery(job, answer))
        except (EOFError, OSError) as error:
            _log.warning("a helper process ended or did not begin: %r", error)
            self._end_process()
            refusal = UserError(
                "The system ended a process at work, or let none begin, most likely for lack of"
                " memory. Close other programs and try again."
            )
            self._deliver(_Delivery(job, Refused(refusal)))

    def _there(self) -> _Process:
        """The process; OSError where the system allows none."""
        if self._process is None:
            self._process = _Process()
        return self._process

    def _end_process(self) -> None:
        if self._process is not None:
            self._process.end()
            self._process = None


class _Process:
    """The process itself, at the other end of a pipe. Spawned, not forked: nothing of the window
    is shared by accident."""

    def __init__(self) -> None:
        from multiprocessing import get_context  # with the first process

        context = get_context("spawn")
        self.stop = context.Event()
        self._pipe, other_end = context.Pipe()
        self._process = context.Process(target=serve, args=(other_end, self.stop), daemon=True)
        with other_end:  # closed here, so that the end of the process is heard
            self._process.start()

    def answers(self, task: Task) -> Iterator[Answer | Step]:
        """The steps of a task as they are told, then its answer."""
        self._pipe.send(task)
        while isinstance(answer := self._pipe.recv(), Step):
            yield answer
        yield answer

    def end(self) -> None:
        """Close the pipe, which ends the process once it is idle."""
        self._pipe.close()
        self._process.join(timeout=5)
        if self._process.is_alive():
            self._process.terminate()
            self._process.join()
