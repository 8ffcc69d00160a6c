"""A list beside the record that was chosen in it; a narrow window shows one of the two."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

LIST_KEYS = "Ctrl+L"
"""Show the list, or put it away."""
_RECORD_WIDTH = 900


class ListBeside(QSplitter):
    """Where there is room for both the list can be put away, to give the record all of it.
    ``turned`` tells that something came or went."""

    turned = Signal()

    def __init__(
        self, name: str, listed: QWidget, record: QWidget, list_width: int, roomy: float
    ) -> None:
        """``name`` is what the window remembers the widths by, ``roomy`` the least width in pixels
        at which both are shown."""
        super().__init__(Qt.Orientation.Horizontal)
        self.setObjectName(name)
        self._listed, self._record = listed, record
        self.addWidget(listed)
        self.addWidget(record)
        self.setChildrenCollapsible(False)
        self.setStretchFactor(1, 1)
        self.setSizes([list_width, _RECORD_WIDTH])
        self._roomy = roomy
        self._is_at_list = True
        self._is_put_away = False
        self._make_room()

    @property
    def is_roomy(self) -> bool:
        """True where there is room for both."""
        return self.width() >= self._roomy

    @property
    def shows_list(self) -> bool:
        """True while the list is in sight."""
        return not self._is_put_away if self.is_roomy else self._is_at_list

    @property
    def shows_record(self) -> bool:
        """True while the record is in sight, or the place where one will be."""
        return self.is_roomy or not self._is_at_list

    def need(self, roomy: float) -> None:
        """The record needs more room, or less: both are shown from so many pixels on."""
        self._roomy = roomy
        self._make_room()

    def lead_to_list(self) -> None:
        """Somebody goes to the list: in a narrow window it comes into sight."""
        self._is_at_list = True
        self._make_room()

    def show_list(self) -> None:
        """Bring the list into sight."""
        self._is_at_list, self._is_put_away = True, False
        self._make_room()

    def show_record(self) -> None:
        """Bring the record into sight."""
        self._is_at_list = False
        self._make_room()

    def put_list_away(self) -> None:
        """Give the record all the room."""
        self._is_at_list, self._is_put_away = False, True
        self._make_room()

    def turn_list(self) -> None:
        """Show the list, or put it away."""
        if self.shows_list:
            self.put_list_away()
        else:
            self.show_list()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More room shows more."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        self._listed.setVisible(self.shows_list)
        self._record.setVisible(self.shows_record)
        self.turned.emit()
