"""The sheet of keys (F1)."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QLayout, QWidget

from briefing_app.domain.labels import N_
from briefing_app.ui.desk import Desk
from briefing_app.ui.dialog import Dialog
from briefing_app.ui.frame.commands import Command
from briefing_app.ui.frame.key_list import key_grid
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
        phrase = desk.wording.phrase
        self.setWindowTitle(phrase("Keys"))
        groups = [
            (phrase("Everywhere"), [(one.keys, one.label) for one in commands if one.keys]),
            (
                phrase("In fields and lists"),
                [(keys, phrase(words)) for keys, words in FIELD_KEYS],
            ),
        ]
        shown = [one for one in parent.findChildren(KeyOwner) if one.isVisible()]
        groups += [(phrase("On the stakeholder map"), list(one.own_keys())) for one in shown]
        parts: list[QWidget | QLayout] = []
        for title, lines in groups:
            parts += [label(title, "heading"), key_grid(lines)]
        content = QWidget()
        content.setLayout(column(*parts, None, margin=STEP, space=2 * STEP))
        close = button(phrase("Close"), self.accept, primary=True)
        close.setDefault(True)
        self.setLayout(
            column(scrolling(content, phrase("Keys")), row(None, close), margin=2 * STEP)
        )
        self.ask_for(desk.look.scale, 520, 560)
