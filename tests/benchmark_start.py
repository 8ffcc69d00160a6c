"""How soon the window can be used, against a bare QMainWindow: ``python -m tests.benchmark_start``.

Each start is a new process, the two in turn; what counts is the least: whatever else the machine
does only adds to it. A window can be used once
it is painted and takes keys and clicks; how long the lists of its first page take is told as well.
Figures by the clock and of the processors' time: on a busy machine the clock tells of others too.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing_app.paths import DATA_VARIABLE
from briefing_app.services.data_folder import open_data
from briefing_app.services.samples import load_samples

MOST = 2.0
"""A usable window may take so many times as long as a bare one."""

_BARE = """
import time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
qt = QApplication([])
window = QMainWindow()
window.resize(1280, 800)
window.show()
timer = QTimer()
def tell():
    if window.windowHandle().isExposed():
        timer.stop()
        QTimer.singleShot(0, done)
def done():
    print(time.process_time(), flush=True)
    qt.quit()
timer.timeout.connect(tell)
timer.start(1)
qt.exec()
"""

_OURS = """
import sys, time
sys.argv = ["briefing-app"]
from briefing_app import __main__ as program, app
from PySide6.QtCore import QObject, QTimer

def tell():
    print(time.process_time(), flush=True)

class Watch(QObject):
    def __init__(self, watched):
        super().__init__(watched)
        self.app, self.timer = watched, QTimer(self)
        self.is_painted = False
        self.timer.timeout.connect(self.look)
        self.timer.start(1)

    def look(self):
        window = self.app.window
        if window.windowHandle().isExposed() and not self.is_painted:
            self.is_painted = True
            QTimer.singleShot(0, tell)
        if window.place is not None and self.is_painted:
            self.timer.stop()
            self.app.workers.ask(lambda store: None, self.answered)  # after those of the page

    def answered(self, nothing):
        QTimer.singleShot(0, self.done)  # once they are painted

    def done(self):
        tell()
        self.app.window.close()

start = app.App.start
def watched(self):
    start(self)
    Watch(self)
app.App.start = watched
program.main()
"""


@dataclass(frozen=True, slots=True)
class Start:
    """Milliseconds until a window could be used."""

    clock: float
    processor: float


def started(script: str, data: Path, compiled: Path) -> tuple[Start, ...]:
    """Start a window in a new process: when it was painted, and of ours when it had its lists."""
    environment = os.environ | {
        DATA_VARIABLE: str(data),
        "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
        "PYTHONPYCACHEPREFIX": str(compiled),
        "PYTHONDONTWRITEBYTECODE": "",
    }
    began = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", script], env=environment, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        return tuple(
            Start((time.perf_counter() - began) * 1000, float(line) * 1000)
            for line in process.stdout
        )


def least(rounds: int) -> tuple[Start, Start, Start]:
    """The bare window, ours painted and ours with its lists; of each the least."""
    with tempfile.TemporaryDirectory() as name:
        data, compiled = Path(name) / "data", Path(name) / "compiled"
        with open_data(data) as store:
            load_samples(store)
        found = [
            (*started(_BARE, data, compiled), *started(_OURS, data, compiled))
            for _ in range(rounds + 1)
        ]
    bare, painted, listed = zip(*found[1:], strict=True)  # the first round compiles
    return _least(bare), _least(painted), _least(listed)


def _least(starts: Sequence[Start]) -> Start:
    return Start(min(one.clock for one in starts), min(one.processor for one in starts))


def report(rounds: int) -> float:
    """Print the figures; return how many times the processors' time of a bare window ours takes."""
    bare, painted, listed = least(rounds)
    print(f"-- start of the window, milliseconds, the least of {rounds}: clock, processors")
    print(f"{'bare QMainWindow':44s} {bare.clock:9.1f} {bare.processor:9.1f}")
    for name, ours in (("painted", painted), ("with the lists of its page", listed)):
        ratios = (ours.clock / bare.clock, ours.processor / bare.processor)
        print(f"{f'our window, {name}':44s} {ours.clock:9.1f} {ours.processor:9.1f}")
        print(f"{f'ours {name} / bare':44s} {ratios[0]:9.2f} {ratios[1]:9.2f}")
    return painted.processor / bare.processor


def main() -> None:
    """Print the figures; the status is 1 where ours takes too long."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=11)
    sys.exit(report(parser.parse_args().rounds) > MOST)


if __name__ == "__main__":
    main()
