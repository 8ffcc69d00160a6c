"""Work in several processes that end with the one that began them, and only then.

They are spawned, not forked: the same on every system, and nothing of the parent - open
database, locks - is shared by accident.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context, parent_process
from typing import TypeVar

from briefing_app.errors import UserError
from briefing_app.services.interrupts import unheard_interrupts

T = TypeVar("T")
Item = TypeVar("Item")
Result = TypeVar("Result")


def in_processes(
    work: Callable[[T, Item], Result], task: T, items: Sequence[Item], jobs: int
) -> Generator[Result, None, None]:
    """``work(task, item)`` for each item, ``jobs`` at a time; results as they are there.

    No more than that is handed out, so that memory does not grow with the number of items and
    nothing more is begun once the iterator is closed. ``work`` and what it takes and gives are
    pickled. UserError when a process is killed.
    """
    pool = ProcessPoolExecutor(
        min(jobs, len(items)) or 1, get_context("spawn"), initializer=_begin_worker
    )
    waiting = iter(items)

    def submit(count: int) -> set[Future[Result]]:
        return {pool.submit(work, task, item) for item in islice(waiting, count)}

    try:
        with unheard_interrupts():
            running = submit(jobs)
        while running:
            done, running = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                yield future.result()
            running |= submit(len(done))
    except BrokenProcessPool as error:
        raise UserError(
            "The system ended a process at work, most likely for lack of memory. Run it again"
            " with fewer jobs; what is finished stays."
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


def _begin_worker() -> None:
    """Ctrl+C reaches every process of a terminal; the parent alone decides what it means."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A parent that is killed cannot tell its workers; they would wait for work for ever."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os.kill(os.getpid(), signal.SIGTERM)
