"""Signals that must wait are heard afterwards, and the handlers are as before."""

from __future__ import annotations

import signal
import threading

import pytest

from briefing_app.services.interrupts import unheard_interrupts, uninterrupted


def test_a_signal_waits_until_the_moment_is_over() -> None:
    handler = signal.getsignal(signal.SIGINT)
    done = []

    @uninterrupted()
    def moment() -> None:
        signal.raise_signal(signal.SIGINT)
        done.append("the rest")

    with pytest.raises(KeyboardInterrupt):
        moment()
    assert done == ["the rest"]
    assert signal.getsignal(signal.SIGINT) is handler


def test_what_is_ignored_stays_ignored() -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with uninterrupted():
            signal.raise_signal(signal.SIGINT)
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)


def test_interrupts_are_not_heard_while_processes_start() -> None:
    with unheard_interrupts():
        signal.raise_signal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)


def test_other_threads_do_their_work_without_signals() -> None:
    done = []

    def work() -> None:
        with uninterrupted(), unheard_interrupts():
            done.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [True]
