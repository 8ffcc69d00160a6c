"""Keys beside what they do, as people read them."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout

from briefing_app.ui.look.look import STEP
from briefing_app.ui.widgets import label

_SHOWN = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓", "Return": "Enter"}
_NAMED = re.compile(rf"\b({'|'.join(_SHOWN)})\b")


def told_keys(keys: str) -> str:
    """Keys as they stand on the keyboard, in whatever language the window is: ``Alt+Left`` is
    ``Alt+←``. Several may stand beside each other: ``Up / Down``."""
    if sys.platform == "darwin":  # there signs stand for Ctrl and Shift
        native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        return native or keys
    return _NAMED.sub(lambda found: _SHOWN[found[1]], keys)


def key_grid(lines: Iterable[tuple[str, str]]) -> QGridLayout:
    """Keys at the left, what they do at the right; either takes as many lines as it needs."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(3 * STEP)
    grid.setVerticalSpacing(STEP)
    grid.setColumnStretch(0, 2)
    grid.setColumnStretch(1, 3)
    for number, (keys, words) in enumerate(lines):
        for place, shown in enumerate((label(told_keys(keys), tone="muted"), label(words))):
            grid.addWidget(shown, number, place, Qt.AlignmentFlag.AlignTop)
    return grid
