"""Ctrl+C and a polite kill: what was begun is undone, then the program ends by itself.

Nothing heavy is imported here, so that a stop while the program loads is met as well.
"""

from __future__ import annotations

import _thread
import signal
import sys
import threading
from types import FrameType

_SIGNALS = (signal.SIGINT, signal.SIGTERM)
_IMPORT_SYSTEM = "<frozen importlib."
_ASK_AGAIN = 0.02
"""Seconds after which a signal that met a loading module comes once more."""


class Stopped(KeyboardInterrupt):
    """The user or the system wants the program to end."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.status = 128 + number
        """The exit status by which shells know the signal: 130 for Ctrl+C."""


def stop_on_signals() -> None:
    """Raise `Stopped` where the program stands, or as soon as the modules that it is loading are
    whole: compiled ones may abort the process when they are stopped half-way.

    A signal that the caller ignores stays ignored.
    """
    for number in _SIGNALS:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _stop)


def ignore_signals() -> None:
    """Let a program that has done its work, or undone it, end in peace."""
    for number in _SIGNALS:
        signal.signal(number, signal.SIG_IGN)


def _stop(number: int, frame: FrameType | None) -> None:
    if not _is_loading(frame):
        raise Stopped(number)
    again = threading.Timer(_ASK_AGAIN, _send_again, (number, threading.get_ident()))
    again.daemon = True
    again.start()


def _send_again(number: int, main_thread: int) -> None:
    if sys.platform == "win32":
        _thread.interrupt_main(number)
    else:  # wakes a sleeping call as well
        signal.pthread_kill(main_thread, number)


def _is_loading(frame: FrameType | None) -> bool:
    while frame is not None:
        if frame.f_code.co_filename.startswith(_IMPORT_SYSTEM):
            return True
        frame = frame.f_back
    return False
