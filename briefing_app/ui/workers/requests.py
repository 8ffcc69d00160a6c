"""What is asked of the window's workers, and where the answers go."""

from __future__ import annotations

import threading
import weakref
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeAlias

import shiboken6
from PySide6.QtCore import QObject

from briefing_app.errors import UserError
from briefing_app.services.helper_process import Answer, Step, Task

if TYPE_CHECKING:  # the database engine loads on its thread
    from briefing_app.store.store import Store

Work: TypeAlias = "Callable[[Store], Any]"
"""What is done on the database's thread."""


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
        is_act: bool = False,
    ) -> None:
        super().__init__(then, failed, is_act=is_act)
        self.task = task
        self.progress = Receiver(progress)
        self.stopped = Receiver(stopped)
        self._stop = threading.Event()
        self.ended = threading.Event()
        self.tell_stop: Callable[[], None] | None = None
        self.tell_end: Callable[[], None] | None = None

    @property
    def is_stopped(self) -> bool:
        """True once the user stopped it."""
        return self._stop.is_set()

    def stop(self) -> None:
        """Stop it before its next step, or at once where it was not begun; ``stopped`` is called
        once that happened."""
        self._stop.set()
        if self.tell_stop is not None:
            self.tell_stop()

    def end(self) -> None:
        """It is over, whatever became of it."""
        is_told = self.ended.is_set()
        self.ended.set()
        if self.tell_end is not None and not is_told:
            self.tell_end()


@dataclass(frozen=True, slots=True)
class Waits:
    """A request changes something, and waits for a helper process that does."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """What a worker has to say to who asked."""

    request: Request
    answer: Answer | Step | Waits


def _is_alive(method: Callable[..., None]) -> bool:
    owner = getattr(method, "__self__", None)
    return not isinstance(owner, QObject) or bool(shiboken6.isValid(owner))
