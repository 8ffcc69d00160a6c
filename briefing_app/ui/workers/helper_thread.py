"""A helper process, and the thread of the window that talks to it."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from enum import Enum
from queue import SimpleQueue

from briefing_app.errors import UserError
from briefing_app.services.helper_process import Answer, Refused, Step, Task, WasStopped, serve
from briefing_app.ui.workers.requests import Delivery, Job

_log = logging.getLogger("briefing_app.ui.workers")


class Lane(Enum):
    """The helper processes: previews never wait for an export or an import."""

    WORK = "work"
    PREVIEW = "preview"


class HelperThread:
    """A helper process and the thread that talks to it; a process that ended is begun anew."""

    def __init__(self, lane: Lane, deliver: Callable[[Delivery], None]) -> None:
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
        """Stop the job at work, drop the others, end the process."""
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
            self._deliver(Delivery(job, WasStopped()))
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
                self._deliver(Delivery(job, answer))
        except (EOFError, OSError) as error:
            _log.warning("a helper process ended or did not begin: %r", error)
            self._end_process()
            refusal = UserError(
                "The system ended a process at work, or let none begin, most likely for lack of"
                " memory. Close other programs and try again."
            )
            self._deliver(Delivery(job, Refused(refusal)))

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
