"""The sheet of keys (F1)."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QWidget

from briefing_app.domain.labels import N_
from briefing_app.ui.desk import Desk
from briefing_app.ui.dialog import Dialog
from briefing_app.ui.frame.commands import Command
from briefing_app.ui.frame.key_owner import KeyOwner
from briefing_app.ui.look.look import STEP
from briefing_app.ui.widgets import button, column, label, row, scrolling

FIELD_KEYS: tuple[tuple[str, str], ...] = (
    ("Return", N_("Keep what was typed in a field")),
    ("Tab", N_("To the next field, keeping what was typed")),
    ("Up / Down", N_("To the row above or below in a list")),
    ("Return", N_("Open the row of a list")),
    ("Delete", N_("Put what is selected in the trash")),
    ("?", N_("On a stakeholder map: its keys")),
)
"""Keys that depend on where the cursor is, with message ids."""


class ShortcutSheet(Dialog):
    """Every command with its keys, the keys of fields and lists, and those of what is shown in
    the window and has keys of its own."""

    def __init__(self, desk: Desk, commands: Iterable[Command], parent: QWidget) -> None:
        super().__init__(parent)
        wording = desk.wording
        self.setWindowTitle(wording.phrase("Keys"))
        lines = [(command.keys, command.label) for command in commands if command.keys]
        lines += [(keys, wording.phrase(words)) for keys, words in FIELD_KEYS]
        for owner in parent.findChildren(KeyOwner):
            if owner.isVisible():
                lines += owner.own_keys()
        content = QWidget()
        content.setLayout(_grid(lines))
        close = button(wording.phrase("Close"), self.accept, primary=True)
        self.setLayout(
            column(scrolling(content, wording.phrase("Keys")), row(None, close), margin=2 * STEP)
        )
        self.resize(520, 560)


def _grid(lines: Iterable[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(3 * STEP)
    grid.setVerticalSpacing(STEP)
    for number, (keys, words) in enumerate(lines):
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) or keys
        grid.addWidget(label(shown, tone="muted", wraps=False), number, 0)
        grid.addWidget(label(words), number, 1)
    grid.setColumnStretch(1, 1)
    grid.setRowStretch(grid.rowCount(), 1)
    return grid
