"""The bar above the map: which view, and what can be done with it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QGridLayout, QPushButton, QWidget

from briefing_app.documents.stakeholder_map.picture import MapKind
from briefing_app.ui.desk import Desk
from briefing_app.ui.frame.commands import Command
from briefing_app.ui.look.look import STEP
from briefing_app.ui.widgets import icon_button, row

_ACROSS = (4, 2)
"""How many views may stand beside each other, the most first."""

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
        self._chips = QGridLayout()
        self._chips.setSpacing(STEP)
        self._tools = row(*(_tool(desk, commands[name]) for name in _BUTTONS))
        self._whole = row(self._chips, None, self._tools)
        self.setLayout(self._whole)
        self._arrange(len(self._views))

    def minimumSizeHint(self) -> QSize:
        """The bar can be as narrow as its widest part; what has no room goes below."""
        least = super().minimumSizeHint()
        return QSize(max(self._widest(1), self._tools.sizeHint().width()), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """All in one row where there is room, else the views above the tools, else also the
        views below each other."""
        super().resizeEvent(event)
        room, tools = self.width(), self._tools.sizeHint().width() + 2 * STEP
        is_one_row = self._widest(len(self._views)) + tools <= room
        across = next((n for n in _ACROSS if self._widest(n) <= room), 1)
        self._arrange(len(self._views) if is_one_row else across, stacked=not is_one_row)

    def _arrange(self, across: int, *, stacked: bool = False) -> None:
        ways = QBoxLayout.Direction
        self._whole.setDirection(ways.TopToBottom if stacked else ways.LeftToRight)
        for number, made in enumerate(self._views.values()):
            self._chips.addWidget(made, *divmod(number, across))
        self._chips.setColumnStretch(len(self._views), 1)
        self._tools.setAlignment(Qt.AlignmentFlag.AlignLeft)

    def _widest(self, across: int) -> int:
        """How wide the views are, so many of them beside each other."""
        widths = [made.sizeHint().width() for made in self._views.values()]
        columns = (max(widths[start::across]) for start in range(across))
        return sum(columns) + (across - 1) * STEP

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
