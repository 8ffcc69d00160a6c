"""The list of the map's keys."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtWidgets import QWidget

from briefing_app.domain.labels import N_
from briefing_app.ui.desk import Desk
from briefing_app.ui.dialog import Dialog
from briefing_app.ui.frame.commands import Command
from briefing_app.ui.frame.key_list import key_grid
from briefing_app.ui.look.look import STEP
from briefing_app.ui.widgets import button, column, label, row, scrolling

FIXED: tuple[tuple[str, str], ...] = (
    ("← ↑ → ↓", N_("Select along lines and cells")),
    ("Home / End", N_("Select the first or the last person")),
    ("PgUp / PgDn", N_("Move the picture")),
    ("Enter", N_("Change the values of the person")),
    ("Esc", N_("Back to the map")),
    ("Menu / Shift+F10", N_("What can be done, as a menu")),
)
"""Keys that the view itself takes, with message ids."""


class KeysDialog(Dialog):
    """What the signs of a view mean, and all keys that work while the map has the focus."""

    def __init__(
        self, desk: Desk, signs: str, commands: Iterable[Command], parent: QWidget
    ) -> None:
        super().__init__(parent)
        wording = desk.wording
        self.setWindowTitle(wording.phrase("Keys of the map"))
        content = QWidget()
        grid = key_grid(key_lines(desk, commands))
        content.setLayout(column(label(signs, "caption"), grid, None, margin=STEP, space=2 * STEP))
        close = button(wording.phrase("Close"), self.accept, primary=True)
        close.setDefault(True)
        self.setLayout(
            column(
                scrolling(content, wording.phrase("Keys of the map")),
                row(None, close),
                margin=2 * STEP,
            )
        )
        self.ask_for(desk.look.scale, 520, 560)


def key_lines(desk: Desk, commands: Iterable[Command]) -> Iterable[tuple[str, str]]:
    """The map's keys, and what they do."""
    fixed = [(keys, desk.wording.phrase(words)) for keys, words in FIXED]
    return (*fixed, *((keys, words) for words, keys in _by_label(commands).items()))


def _by_label(commands: Iterable[Command]) -> Mapping[str, str]:
    """The keys of each thing that can be done; what several keys do stands on one line."""
    found: dict[str, str] = {}
    for command in commands:
        before = found.get(command.label)
        found[command.label] = f"{before}, {command.keys}" if before else command.keys
    return found
