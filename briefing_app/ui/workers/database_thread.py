"""The one thread with a connection to the database."""

from __future__ import annotations

import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any

from briefing_app.errors import UserError
from briefing_app.services.helper_process import Answer, Done, Fault, Refused
from briefing_app.ui.workers.helper_thread import HelperThread
from briefing_app.ui.workers.requests import Delivery, Job, Request

if TYPE_CHECKING:  # the database engine loads on its thread
    from briefing_app.store.store import Store


@dataclass(frozen=True, slots=True)
class _Pause:
    """A job to be done by a helper while the database is closed."""

    job: Job
    helper: HelperThread

    def wait(self) -> None:
        self.helper.put(self.job)
        self.job.ended.wait()


class DatabaseThread:
    """The thread of the database. Requests are done in order; cancelled ones not at all."""

    def __init__(self, data: Path, deliver: Callable[[Delivery], None]) -> None:
        self._data = data
        self._deliver = deliver
        self._waiting: SimpleQueue[tuple[Request, Callable[[Any], Any]] | _Pause | None] = (
            SimpleQueue()
        )
        self._thread = threading.Thread(target=self._run, name="database")

    def begin(self) -> None:
        """Open the database and begin with what waits."""
        if self._thread.ident is None:
            self._thread.start()

    def put(self, request: Request, work: Callable[[Store], Any]) -> Request:
        """Have a request done after those before it."""
        self._waiting.put((request, work))
        return request

    def pause_for(self, job: Job, helper: HelperThread) -> None:
        """Have a job done by a helper while the database is closed."""
        self._waiting.put(_Pause(job, helper))

    def close(self) -> None:
        """Finish what changes something, drop the rest; helpers are closed before."""
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
                self._deliver(Delivery(request, _answered(do, work)))
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
