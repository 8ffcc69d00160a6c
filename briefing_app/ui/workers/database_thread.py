"""The one thread with a connection to the database."""

from __future__ import annotations

import threading
import traceback
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, TypeAlias

from briefing_app.errors import UserError
from briefing_app.services.helper_process import Answer, Done, Fault, Refused
from briefing_app.ui.workers.requests import Delivery, Job, Request, Waits

if TYPE_CHECKING:  # the database engine loads on its thread
    from briefing_app.store.store import Store
    from briefing_app.ui.workers.helper_thread import HelperThread

_Doing: TypeAlias = Callable[[Callable[[Any], Any]], Any]
"""Does some work with the database."""


@dataclass(frozen=True, slots=True)
class _Here:
    """A request, and what is done for it with the database."""

    request: Request
    work: Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class _Apart:
    """A job of a helper process that writes; ``is_alone`` while the database is closed."""

    request: Job
    helper: HelperThread
    is_alone: bool


class _End(Enum):
    """What tells of ends, in order with what is asked."""

    OF_JOB = "job"
    OF_ALL = "all"


class DatabaseThread:
    """The thread of the database. What reads is done in order, cancelled requests not at all.

    What changes something is done in order as well, but there is one writer at a time: while a
    helper process writes, it waits for the end of that, and reads go on.
    """

    def __init__(self, data: Path, deliver: Callable[[Delivery], None]) -> None:
        self._data = data
        self._deliver = deliver
        self._asked: SimpleQueue[_Here | _Apart | _End] = SimpleQueue()
        self._acts: deque[_Here | _Apart] = deque()
        self._is_written_apart = False
        self._is_closing = False
        self._thread = threading.Thread(target=self._run, name="database")

    def begin(self) -> None:
        """Open the database and begin with what waits."""
        if self._thread.ident is None:
            self._thread.start()

    def put(self, request: Request, work: Callable[[Store], Any]) -> Request:
        """Have a request done after those before it."""
        self._asked.put(_Here(request, work))
        return request

    def put_apart(self, job: Job, helper: HelperThread, *, is_alone: bool = False) -> None:
        """Have a helper do what changes something, after what was asked before."""
        self._asked.put(_Apart(job, helper, is_alone))

    def close(self) -> None:
        """Finish what changes something, drop the rest; helpers are closed before."""
        self.begin()  # what waits is done first
        self._asked.put(_End.OF_ALL)
        self._thread.join()

    def _run(self) -> None:
        alone = self._serve_opened()
        while alone is not None:
            alone.helper.put(alone.request)
            alone.request.ended.wait()
            alone = self._serve_opened()

    def _serve_opened(self) -> _Apart | None:
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

    def _serve(self, do: _Doing) -> _Apart | None:
        """Until a job has to be alone, which is told, or all is done."""
        while (alone := self._do_acts(do)) is None:
            if self._is_closing and not self._is_written_apart:
                return None
            self._take(self._asked.get(), do)
        return alone

    def _take(self, asked: _Here | _Apart | _End, do: _Doing) -> None:
        if asked is _End.OF_ALL:
            self._is_closing = True
        elif asked is _End.OF_JOB:
            self._is_written_apart = False
        elif asked.request.is_act:
            self._acts.append(asked)
            if self._is_written_apart:
                self._deliver(Delivery(asked.request, Waits()))
        elif isinstance(asked, _Here) and not asked.request.is_cancelled:
            self._answer(asked, do)

    def _do_acts(self, do: _Doing) -> _Apart | None:
        """As far as nobody else writes; a job that has to be alone is told."""
        while self._acts and not self._is_written_apart:
            act = self._acts.popleft()
            if isinstance(act, _Here):
                self._answer(act, do)
            elif act.is_alone:
                return act
            else:
                self._hand_over(act)
        return None

    def _hand_over(self, act: _Apart) -> None:
        self._is_written_apart = True
        act.request.tell_end = partial(self._asked.put, _End.OF_JOB)
        act.helper.put(act.request)

    def _answer(self, asked: _Here, do: _Doing) -> None:
        self._deliver(Delivery(asked.request, _answered(do, asked.work)))

    def _serve_refusing(self, error: UserError) -> _Apart | None:
        """Where the data cannot be opened every request is told why."""

        def refuse(_work: object) -> None:
            raise error

        return self._serve(refuse)


def _answered(do: _Doing, work: Callable[[Any], Any]) -> Answer:
    try:
        return Done(do(work))
    except UserError as error:
        return Refused(error)
    except Exception as error:  # noqa: BLE001 - logged and shown as a fault
        return Fault(f"{type(error).__name__}: {error}", traceback.format_exc())
