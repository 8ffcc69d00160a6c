"""The chips above the list of clients: what it shows, and in which order."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QMenu, QPushButton, QWidget

from briefing_app.domain.client import Grade
from briefing_app.domain.ids import IndustryId
from briefing_app.domain.lists import ClientFilters, ClientOrder
from briefing_app.ui.desk import Desk
from briefing_app.ui.widgets import column, row

_CITIES_SHOWN = 40


class FilterBar(QWidget):
    """Chips that are on or off, and menus of industries and cities."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        wording = desk.wording
        self._grades = {grade: _chip(grade.value, wording.label(grade)) for grade in Grade}
        self._ahead = _chip(
            wording.phrase("Visit ahead"), wording.phrase("Clients with a visit planned")
        )
        self._quiet = _chip(
            wording.phrase("Gone quiet"), wording.phrase("No contact and no visit planned")
        )
        self._wording, self._quiet_days = wording, 0
        self._industries = _MenuChip(wording.phrase("Industry"))
        self._cities = _MenuChip(wording.phrase("City"))
        self.order = QComboBox()
        self.order.setAccessibleName(wording.phrase("Order"))
        self.order.setToolTip(wording.phrase("Order"))
        for order in ClientOrder:
            self.order.addItem(wording.label(order), order)
        for chip in (*self._grades.values(), self._ahead, self._quiet):
            chip.clicked.connect(self.changed)
        for menu in (self._industries, self._cities):
            menu.changed.connect(self.changed)
        self.order.activated.connect(self.changed)
        self.setLayout(
            column(
                row(*self._grades.values(), self._industries, self._cities, None, space=4),
                row(self._ahead, self._quiet, None, self.order, space=4),
                space=4,
            )
        )

    def offer(
        self,
        industries: Sequence[tuple[str, str]],
        cities: Sequence[str],
        quiet_days: int,
    ) -> None:
        """What there is to choose from: ids and names of industries, and cities; and after how
        many days a client has gone quiet."""
        self._industries.offer(industries)
        self._cities.offer([(city, city) for city in cities[:_CITIES_SHOWN]])
        if quiet_days != self._quiet_days:
            self._let_be_quiet_after(quiet_days)

    def _let_be_quiet_after(self, days: int) -> None:
        words = self._wording.phrase("No contact for {count} days and no visit planned", count=days)
        self._quiet.setToolTip(words)
        self._quiet.setAccessibleName(words)
        self._quiet_days = days
        if self._quiet.isChecked():
            self.changed.emit()

    def filters(self) -> ClientFilters:
        """What is chosen."""
        return ClientFilters(
            grades=tuple(grade for grade, chip in self._grades.items() if chip.isChecked()),
            industries=tuple(map(IndustryId, self._industries.chosen())),
            cities=self._cities.chosen(),
            has_next_visit=self._ahead.isChecked(),
            stale_days=self._quiet_days if self._quiet.isChecked() else None,
        )

    def chosen_order(self) -> ClientOrder:
        """The order that is chosen."""
        found: ClientOrder = self.order.currentData()
        return found

    def clear(self) -> None:
        """Show every client again."""
        for chip in (*self._grades.values(), self._ahead, self._quiet):
            chip.setChecked(False)
        for menu in (self._industries, self._cities):
            menu.clear_choice()
        self.changed.emit()


class _MenuChip(QPushButton):
    """A chip with a menu of which several can be ticked."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} ▾")
        self.setProperty("chip", True)
        self.setAutoDefault(False)
        self.setAccessibleName(name)
        self._name = name
        self._actions: dict[str, QAction] = {}
        self._menu = QMenu(self)
        self.setMenu(self._menu)

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """Other choices; what is ticked stays so."""
        ticked = self.chosen()
        self._menu.clear()
        self._actions = {}
        for key, words in choices:
            action = self._menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(key in ticked)
            action.triggered.connect(partial(self._ticked))
            self._actions[key] = action
        self.setEnabled(bool(self._actions))

    def chosen(self) -> tuple[str, ...]:
        """The keys of what is ticked."""
        return tuple(key for key, action in self._actions.items() if action.isChecked())

    def clear_choice(self) -> None:
        """Tick nothing."""
        for action in self._actions.values():
            action.setChecked(False)
        self._tell()

    def _ticked(self) -> None:
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        count = len(self.chosen())
        self.setText(f"{self._name} ({count}) ▾" if count else f"{self._name} ▾")
        self.setCheckable(bool(count))
        self.setChecked(bool(count))


def _chip(words: str, tip: str) -> QPushButton:
    made = QPushButton(words)
    made.setProperty("chip", True)
    made.setCheckable(True)
    made.setAutoDefault(False)
    made.setToolTip(tip)
    made.setAccessibleName(tip)
    return made
