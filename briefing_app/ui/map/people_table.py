"""The people of a map as a plain table, a row each: for screen readers, and to read through."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from briefing_app.domain.ids import ColleagueId, PersonId
from briefing_app.domain.labels import N_
from briefing_app.domain.stakeholder import LineKind
from briefing_app.services.stakeholder_map.view import MapPerson, MapView
from briefing_app.ui.desk import Desk
from briefing_app.ui.lists.rows_model import RowsModel
from briefing_app.ui.look.look import STEP
from briefing_app.ui.map.words import name_of, roles_of

_PERSON = Qt.ItemDataRole.UserRole
_WIDEST = 24
"""The width of a column at first, in characters at most."""


_COLUMNS = (
    N_("Name"),
    N_("Title"),
    N_("Roles"),
    N_("Support"),
    N_("Influence"),
    N_("Closeness"),
    N_("Looked after by"),
    N_("Reports to"),
    N_("Warnings"),
)


class PeopleModel(RowsModel[tuple[PersonId, tuple[str, ...]]]):
    """A row for each person on the map: who it is, and the words of the cells."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent, tuple(map(desk.wording.phrase, _COLUMNS)))
        self._wording = desk.wording

    def show_view(self, view: MapView) -> None:
        """Other people."""
        warned = Counter(warning.person for warning in view.warnings)
        self.show_rows(
            [
                (person, tuple(self._cells(view, one, warned[person])))
                for person, one in view.people.items()
            ]
        )

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """A cell's words, also as tool tip; the person's id in the role of users."""
        if not index.isValid():
            return None
        person, cells = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return cells[index.column()]
        return person if role == _PERSON else None

    def _cells(self, view: MapView, one: MapPerson, warnings: int) -> Iterable[str]:
        wording, known = self._wording, one.known
        yield name_of(one, wording)
        yield wording.run_on((wording.text(one.person.title), wording.label(one.person.department)))
        yield roles_of(known.roles, wording) if known else ""
        yield wording.label(known.support) if known else ""
        yield wording.label(known.influence) if known else ""
        yield wording.label(known.coverage) if known else ""
        yield self._owner(view, known.covered_by if known else None)
        yield wording.listing(self._superiors(view, one))
        yield str(warnings) if warnings else ""

    def _owner(self, view: MapView, owner: ColleagueId | None) -> str:
        names = (self._wording.text(one.name) for one in view.colleagues if one.id == owner)
        return next(names, self._wording.phrase("Nobody of us"))

    def _superiors(self, view: MapView, one: MapPerson) -> Iterable[str]:
        for line in view.lines:
            if line.kind is LineKind.REPORTS_TO and line.source == one.person.id:
                yield name_of(view.people[line.target], self._wording)


class PeopleTable(QTableView):
    """``person_chosen`` carries the id of who is selected, ``opened`` of whom Enter asks for."""

    person_chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._model = PeopleModel(desk, self)
        self._is_told = self._is_fitted = False
        sorted_rows = QSortFilterProxyModel(self)
        sorted_rows.setSourceModel(self._model)
        sorted_rows.setSortLocaleAware(True)
        self.setModel(sorted_rows)
        self.setSortingEnabled(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.setAccessibleName(desk.wording.phrase("People on the map, as a table"))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 2 * STEP)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.selectionModel().currentRowChanged.connect(self._row_chosen)

    def show_view(self, view: MapView, person: PersonId | None) -> None:
        """Show the people of a map, with somebody selected."""
        column = self.currentIndex().column()
        self._is_told = True
        self._model.show_view(view)
        self._is_told = False
        if not self._is_fitted and view.people:
            self._is_fitted = True
            self._fit_columns()
        self.choose(person, max(column, 0))

    def choose(self, person: PersonId | None, column: int = 0) -> None:
        """Select a person's row without telling of it."""
        self._is_told = True
        shown = self.model()
        for row in range(shown.rowCount()):
            if shown.index(row, 0).data(_PERSON) == person:
                self.setCurrentIndex(shown.index(row, column))
        self._is_told = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the person."""
        person = self.currentIndex().data(_PERSON)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and person is not None:
            self.opened.emit(person)
        else:
            super().keyPressEvent(event)

    def _fit_columns(self) -> None:
        """Each as wide as its words at first; then they are the user's."""
        self.resizeColumnsToContents()
        most = _WIDEST * self.fontMetrics().averageCharWidth()
        for column in range(len(_COLUMNS)):
            self.setColumnWidth(column, min(self.columnWidth(column), most))

    def _row_chosen(self, now: QModelIndex, _before: QModelIndex) -> None:
        if not self._is_told and now.isValid():
            self.person_chosen.emit(now.data(_PERSON))
