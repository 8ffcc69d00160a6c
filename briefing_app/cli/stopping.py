"""Ctrl+C and a polite kill: what was begun is undone, then the program ends by itself.

Nothing heavy is imported here, so that a stop while the program loads is met as well.
"""

from __future__ import annotations

import signal
from types import FrameType

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Stopped(KeyboardInterrupt):
    """The user or the system wants the program to end."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.status = 128 + number
        """The exit status by which shells know the signal: 130 for Ctrl+C."""


def stop_on_signals() -> None:
    """Raise `Stopped` where the program stands; a signal that the caller ignores stays ignored."""
    for number in _SIGNALS:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _stop)


def ignore_signals() -> None:
    """Let a program that has done its work, or undone it, end in peace."""
    for number in _SIGNALS:
        signal.signal(number, signal.SIG_IGN)


def _stop(number: int, _frame: FrameType | None) -> None:
    raise Stopped(number)
