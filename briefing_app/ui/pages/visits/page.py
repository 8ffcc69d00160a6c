"""The visits page: the list at the left, one visit beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from briefing_app.domain.ids import VisitId
from briefing_app.ui.desk import Desk, Place
from briefing_app.ui.lists.view import EmptyState
from briefing_app.ui.pages.visits.detail import VisitDetail
from briefing_app.ui.pages.visits.visit_list import VisitList
from briefing_app.ui.widgets import column

_ROOMY = 1500
"""In a narrower window the list goes aside for the visit that is open."""
_LIST_WIDTH = 320


class VisitsPage(QWidget):
    """The visits, and the one that is open."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.list = VisitList(desk)
        self.detail = VisitDetail(desk)
        self._none = EmptyState()
        self._none.tell(desk.wording.phrase("Choose a visit to prepare it."))
        self._right = QStackedWidget()
        self._right.addWidget(self._none)
        self._right.addWidget(self.detail)
        self._parts = QSplitter(Qt.Orientation.Horizontal)
        self._parts.setObjectName("visits")
        self._parts.addWidget(self.list)
        self._parts.addWidget(self._right)
        self._parts.setStretchFactor(1, 1)
        self._parts.setSizes([_LIST_WIDTH, 900])
        self.setLayout(column(self._parts))
        self.list.chosen.connect(self._chosen)
        self.detail.list_wanted.connect(self._show_list)
        self.detail.gone.connect(self._closed)

    def open(self, place: Place) -> None:
        """Show a visit, its part or one of its fields; the list for none."""
        if not place.record_id:
            self._show_list()
            return
        self._right.setCurrentWidget(self.detail)
        self.detail.open_visit(VisitId(place.record_id), place.part)
        self.list.select(place.record_id)
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A roomy window shows the list, too."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._make_room()

    def _make_room(self) -> None:
        is_open = self._right.currentWidget() is self.detail
        is_roomy = self.width() >= _ROOMY * self._desk.look.scale
        self.list.setVisible(is_roomy or not is_open)
        self.detail.offer_list(not is_roomy)

    def _chosen(self, visit: str) -> None:
        self._desk.go(Place("visits", visit))

    def _show_list(self) -> None:
        self.list.show()
        self.list.rows.setFocus()

    def _closed(self) -> None:
        self._right.setCurrentWidget(self._none)
        self._make_room()
