"""The visits page: the list at the left, one visit beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from briefing_app.domain.ids import VisitId
from briefing_app.services.changes import Change
from briefing_app.ui.desk import Desk, Place
from briefing_app.ui.lists.view import EmptyState
from briefing_app.ui.pages.late_detail import LateDetail
from briefing_app.ui.pages.list_beside import ListBeside
from briefing_app.ui.pages.visits.company import CompanyLacks
from briefing_app.ui.pages.visits.visit_list import VisitList
from briefing_app.ui.widgets import column

if TYPE_CHECKING:  # loads with the first visit that is opened
    from briefing_app.ui.pages.visits.detail import VisitDetail

_ROOMY = 1500
"""A narrower window shows the list, or the visit that is open."""
_LIST_WIDTH = 320


class VisitsPage(QWidget):
    """The visits, and the one that is open."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.list = VisitList(desk)
        self._detail = LateDetail(self, desk, _detail_class, self._put, self._lead)
        self._none = EmptyState()
        self._none.tell(desk.wording.phrase("Choose a visit to prepare it."))
        self._right = QStackedWidget()
        self._company = CompanyLacks(desk)
        self._right.addWidget(self._none)
        self._right.addWidget(self._company)
        roomy = _ROOMY * desk.look.scale
        self.parts = ListBeside("visits", self.list, self._right, _LIST_WIDTH, roomy)
        self.parts.turned.connect(self._offer_list)
        self.setLayout(column(self.parts))
        self.list.chosen.connect(self._chosen)
        self.list.passed.connect(self._passed)
        desk.changed.connect(self._changed)

    @property
    def detail(self) -> VisitDetail:
        """What shows one visit, made for the first that is opened."""
        return self._detail.get()

    def open(self, place: Place) -> None:
        """Show a visit, its part or one of its fields; the list for none."""
        if place.record_id:
            self.parts.show_record()
        else:
            self.parts.lead_to_list()
        self._detail.open(place)

    def _put(self, detail: VisitDetail) -> None:
        self._right.addWidget(detail)
        detail.list_wanted.connect(self._show_list)
        detail.gone.connect(self._closed)
        detail.company_lacked.connect(self._ask_for_company)

    def _lead(self, place: Place) -> None:
        if place.record_id:
            self._right.setCurrentWidget(self.detail)
            self.detail.open_visit(VisitId(place.record_id), place.part)
            self.list.select(place.record_id)
            self._offer_list()

    def here(self) -> Place:
        """The visit that is open, and its tab; the list where that is shown instead."""
        if not self.parts.shows_record:
            return Place("visits")
        shown = self._detail.made
        return shown.here() if shown is not None else self._detail.wanted or Place("visits")

    def _offer_list(self) -> None:
        if self._detail.made is not None:
            self._detail.made.offer_list(not self.parts.shows_list)

    def _passed(self, visit: str) -> None:
        """Beside the list its current visit is open; where there is no room it stays closed."""
        if self.parts.is_roomy:
            self._chosen(visit)

    def _chosen(self, visit: str) -> None:
        self._desk.go(Place("visits", visit))

    def _ask_for_company(self) -> None:
        self._right.setCurrentWidget(self._company)
        self._company.setFocus()

    def _changed(self, change: Change) -> None:
        """With a company described, the visit that waited for it opens."""
        if change.touches("company") and self._right.currentWidget() is self._company:
            self.open(self.detail.here())

    def _show_list(self) -> None:
        self.parts.show_list()
        self.list.rows.setFocus()

    def _closed(self) -> None:
        self._right.setCurrentWidget(self._none)
        self._show_list()


def _detail_class() -> type[VisitDetail]:
    from briefing_app.ui.pages.visits.detail import VisitDetail

    return VisitDetail
