"""The bar above the map: which view, and what can be done with it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from briefing_app.documents.stakeholder_map.picture import MapKind
from briefing_app.ui.desk import Desk
from briefing_app.ui.flow import Flow
from briefing_app.ui.frame.commands import Command
from briefing_app.ui.widgets import column, icon_button, row

_BUTTONS = ("add", "zoom-out", "zoom-in", "fit", "export", "keys")
"""The commands that have a button, in their order."""


class MapBar(QWidget):
    """``chosen`` carries the kind of view that was picked."""

    chosen = Signal(object)

    def __init__(self, desk: Desk, commands: Mapping[str, Command]) -> None:
        super().__init__()
        self._views: dict[MapKind, QPushButton] = {}
        self._group = QButtonGroup(self)
        for kind in MapKind:
            made = QPushButton(desk.wording.label(kind))
            made.setCheckable(True)
            made.setProperty("chip", True)
            self._views[kind] = made
            self._group.addButton(made)
        self._group.buttonClicked.connect(self._picked)
        tools = QWidget()
        tools.setLayout(row(*(_tool(desk, commands[name]) for name in _BUTTONS), space=0))
        self.setLayout(column(Flow(*self._views.values(), None, tools)))

    def mark(self, kind: MapKind) -> None:
        """Show which view is there."""
        self._views[kind].setChecked(True)

    def _picked(self, pressed: QPushButton) -> None:
        kinds = {made: kind for kind, made in self._views.items()}
        self.chosen.emit(kinds[pressed])


def _tool(desk: Desk, command: Command) -> QWidget:
    if command.icon is None:
        raise ValueError(f"the command {command.name} has no icon for its button")
    return icon_button(desk.look, command.icon, f"{command.label} ({command.keys})", command.run)
