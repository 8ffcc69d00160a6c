"""Work in a helper process that stays, so that engines load once there and the window never waits.

What holds the interpreter for long - laying out documents, reading workbooks - would stop a
window in the same process for as long, thread or not.
"""

from __future__ import annotations

import os
import signal
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from briefing_app.domain.message import Message
from briefing_app.errors import UserError
from briefing_app.services.progress import Progress

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.synchronize import Event

_POLITE = 5
"""By how much the window goes first where both want the processor (POSIX nice)."""


class JobStopped(Exception):
    """The user stopped a job; raised where it tells its progress, before anything is written."""


@dataclass(frozen=True, slots=True)
class Task:
    """A function of a module with its keyword arguments, which can be pickled.

    It also gets the keyword ``progress``, to be called before each step.
    """

    work: Callable[..., Any]
    arguments: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Step:
    """How far a task is; see `Progress`."""

    message: Message
    number: int
    total: int


@dataclass(frozen=True, slots=True)
class Done:
    """What a task returned."""

    result: Any


@dataclass(frozen=True, slots=True)
class Refused:
    """What the user has to mend."""

    error: UserError


@dataclass(frozen=True, slots=True)
class WasStopped:
    """The user stopped the task."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault of the program: its name, and where it happened."""

    error: str
    trace: str


Answer: TypeAlias = Done | Refused | WasStopped | Fault


def serve(pipe: Connection, stop: Event) -> None:
    """Do one task after the other until the other end is closed; answers go back on the pipe."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the window's
    if hasattr(os, "nice"):
        os.nice(_POLITE)
    while True:
        try:
            task = pipe.recv()
        except EOFError:
            return
        pipe.send(_answer(task, _telling(pipe, stop)))


def _telling(pipe: Connection, stop: Event) -> Progress:
    def tell(message: Message, number: int, total: int) -> None:
        if stop.is_set():
            raise JobStopped
        pipe.send(Step(message, number, total))

    return tell


def _answer(task: Task, progress: Progress) -> Answer:
    try:
        return Done(task.work(**task.arguments, progress=progress))
    except JobStopped:
        return WasStopped()
    except UserError as error:
        return Refused(error)
    except Exception as error:  # noqa: BLE001 - logged and shown as a fault by the window
        return Fault(f"{type(error).__name__}: {error}", traceback.format_exc())
