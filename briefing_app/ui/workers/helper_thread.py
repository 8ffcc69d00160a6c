"""A helper process, and the thread of the window that talks to it."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from functools import partial
from queue import SimpleQueue

from briefing_app.errors import UserError
from briefing_app.services.helper_process import Answer, Refused, Step, Task, WasStopped, serve
from briefing_app.ui.workers.requests import Delivery, Job, Lane

_log = logging.getLogger("briefing_app.ui.workers")


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
        """Have a job done; one that was stopped or comes after the end is over at once."""
        job.tell_stop = partial(self._stop, job)
        with self._door:
            if self._closing or job.is_stopped:
                self._give_up(job)
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
                    job.end()
        finally:
            self._end_process()

    def _take(self, job: Job) -> None:
        with self._door:
            if self._closing:
                self._give_up(job)
            is_wanted = job.is_act or not job.is_cancelled
            if job.ended.is_set() or not is_wanted:
                return
            self._current = job
        self._do(job)
        with self._door:
            self._current = None
            job.end()

    def _stop(self, job: Job) -> None:
        with self._door:
            if job is not self._current:
                self._give_up(job)
            elif self._process is not None:
                self._process.stop.set()

    def _give_up(self, job: Job) -> None:
        """One that was not begun."""
        if not job.ended.is_set():
            self._deliver(Delivery(job, WasStopped()))
            job.end()

    def _do(self, job: Job) -> None:
        try:
            process = self._there()
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
