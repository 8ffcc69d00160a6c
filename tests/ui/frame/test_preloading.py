"""Pages are loaded before somebody asks for them, and none of their parts is forgotten."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]

LOADED_LATER = """
import gc, sys
from PySide6.QtCore import QTimer
from briefing_app import app, __main__ as program
from briefing_app.services.samples import DEMO_VISITS
from briefing_app.ui.desk import Place

PLACES = [
    Place("clients", "fireferry", part)
    for part in ("profile", "map", "opportunities", "visits", "documents", "timeline")
] + [Place("visits", DEMO_VISITS[0], part) for part in ("facts", "slides", "check", "after")]
PLACES += [Place("library"), Place("settings"), Place("today")]
app._SETTLED_MILLISECONDS = 0
settle = app.App.settle

def watched(self):
    settle(self)
    self.before = None
    self.timer = QTimer(self)
    self.timer.timeout.connect(lambda: look(self))
    self.timer.start(150)

def look(self):
    if gc.get_freeze_count() == 0 or self.window.place is None:  # all are loaded by then
        return
    if self.before is None:
        self.before = set(sys.modules)
    elif PLACES:
        self.window.go(PLACES.pop(0))
    else:
        later = set(sys.modules) - self.before
        print(*sorted(one for one in later if one.startswith("briefing_app.ui")))
        self.timer.stop()
        app.QApplication.closeAllWindows()

app.App.settle = watched
sys.argv[1:] = ["--data", sys.argv[1]]
program.main()
"""


def test_no_page_loads_anything_when_it_is_first_looked_at(sample_folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED_LATER, str(sample_folder)],
        check=True,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.stdout.split() == []
