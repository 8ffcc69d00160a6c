"""``briefing-app --self-test`` passes where all is well, and fails where something is not."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
LONG = 400.0  # more than the self-test gives itself

_BROKEN = """
import sys
from PySide6.QtCore import QTimer
from briefing_app.self_test import self_test
from briefing_app.app import make_qt
from briefing_app.ui.frame.window import MainWindow

def broken(self, place):
    raise ZeroDivisionError("a page that fails")

def open_and_break(self, place, _show=MainWindow._show):
    if place.page != "welcome":
        QTimer.singleShot(0, self, lambda: broken(self, place))  # in a slot
    _show(self, place)

MainWindow._show = open_and_break
sys.exit(self_test())
"""


def _run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        check=False,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=LONG,
    )


def test_the_self_test_shows_every_page_exports_and_renders() -> None:
    done = _run("-m", "briefing_app", "--self-test")
    assert (done.returncode, done.stderr) == (0, "")
    *steps, last = done.stdout.splitlines()
    assert last == "self-test passed"
    assert {"loaded: the sample data", "shown: the page settings"} <= set(steps)
    assert [step.partition(":")[0] for step in steps[-2:]] == ["exported", "rendered"]


def test_an_exception_in_a_slot_fails_it() -> None:
    done = _run("-c", _BROKEN)
    assert done.returncode == 1
    assert "ZeroDivisionError: a page that fails" in done.stdout.splitlines()[-1]
    assert "passed" not in done.stdout
