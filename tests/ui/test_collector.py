"""Garbage is collected on the GUI thread while the window is open, and by itself afterwards."""

from __future__ import annotations

import gc
import subprocess
import sys
import weakref
from pathlib import Path

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from briefing_app.ui.collector import Collector

ROOT = Path(__file__).parents[2]

SETTLED_WINDOW = """
import gc, sys
from PySide6.QtCore import QTimer
from briefing_app import app, __main__ as program

app._SETTLED_MILLISECONDS = 0
start = app.App.start

def watched(self):
    start(self)
    QTimer.singleShot(0, tell)

def tell():
    if gc.get_freeze_count() == 0:
        return QTimer.singleShot(10, tell)
    print("enabled" if gc.isenabled() else "disabled", flush=True)
    app.QApplication.closeAllWindows()

app.App.start = watched
sys.argv[1:] = ["--data", sys.argv[1]]
program.main()
"""


class Ring:
    """Refers to itself, so that only the collector lets it go."""

    def __init__(self) -> None:
        self.itself = self


def test_rings_are_let_go_by_the_window_alone(qtbot: QtBot) -> None:
    owner = QObject()
    collector = Collector(owner)
    collector.start()
    assert not gc.isenabled()
    ring = weakref.ref(Ring())
    kept = [[] for _ in range(2000)]
    assert ring() is not None
    qtbot.waitUntil(lambda: ring() is None, timeout=10_000)
    assert kept
    collector.stop()
    assert gc.isenabled()


def test_a_settled_window_leaves_no_garbage_to_its_threads(sample_folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SETTLED_WINDOW, str(sample_folder)],
        check=True,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.stdout == "disabled\n"
