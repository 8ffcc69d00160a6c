"""The stakeholder map of one of the client's projects."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QStackedWidget

from briefing_app.domain.ids import OpportunityId, PersonId
from briefing_app.services.client_view import ClientView
from briefing_app.services.stakeholder_map.spots import MapSpot, spot_of
from briefing_app.ui.desk import Desk
from briefing_app.ui.lists.view import EmptyState
from briefing_app.ui.look.look import STEP
from briefing_app.ui.pages.clients.opportunities import ProjectLine
from briefing_app.ui.pages.clients.tab import ClientTab
from briefing_app.ui.widgets import column, scrolling

if TYPE_CHECKING:
    from briefing_app.ui.map.widget import MapWidget


class MapTab(ClientTab):
    """The map is made when it is first looked at. ``person_wanted`` names somebody whose fields
    should be shown."""

    person_wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.map: MapWidget | None = None
        self._opened: str | None = None
        self._wanted: MapSpot | None = None
        self._field = ""
        phrase = desk.wording.phrase
        self.new_project = ProjectLine(desk)
        self._none = EmptyState(self.new_project)
        self._none.tell(phrase("A map belongs to a project: enter the first one."))
        self.project = QComboBox()
        self.project.setAccessibleName(phrase("Project"))
        self.project.activated.connect(self._turn)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._none)
        self.setLayout(column(self.project, self._stack, margin=STEP))

    def show_person(self, record_id: str, field: str) -> None:
        """Show somebody on their map, as soon as it is there, the cursor in a field of theirs."""
        self._wanted, self._field = None, field
        self._desk.ask(partial(spot_of, record_id=record_id), self._found)

    def fill(self, view: ClientView) -> None:
        """Show a client's projects; the one that was chosen stays where it is there."""
        self.new_project.wait_for(view.client.id)
        chosen = self.project.currentData()
        self.project.clear()
        for one in view.opportunities:
            name = self._desk.wording.text(one.opportunity.name)
            self.project.addItem(name, one.opportunity.id)
        self.project.setCurrentIndex(max(0, self.project.findData(chosen)))
        self.project.setVisible(self.project.count() > 1)
        self._go_to_wanted()
        if self.project.currentData() != self._opened:
            self._open()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what is to be seen, anew after what changed meanwhile."""
        before = self._opened
        super().showEvent(event)
        self._go_to_wanted()
        if self._opened == before:
            self._open()

    def _turn(self) -> None:
        self._open()

    def _found(self, spot: MapSpot | None) -> None:
        self._wanted = spot
        self._go_to_wanted()

    def _go_to_wanted(self) -> None:
        """Lead to who is wanted, once the projects of their client are there."""
        spot = self._wanted
        place = self.project.findData(spot.opportunity) if spot is not None else -1
        if spot is None or place < 0 or not self.isVisible():
            return
        self._wanted = None
        self.project.setCurrentIndex(place)
        self._open(spot.person)
        if self.map is not None:
            self.map.side.expect(spot.person, (self._field,))

    def _open(self, person: PersonId | None = None) -> None:
        chosen = self._opened = self.project.currentData()
        if chosen is None:
            self._stack.setCurrentWidget(self._none)
            return
        if self.map is None:
            from briefing_app.ui.map.widget import MapWidget

            self.map = MapWidget(self._desk)
            self.map.person_wanted.connect(self.person_wanted)
            self._stack.addWidget(scrolling(self.map))
            self._desk.part_made.emit(self.map)
        self._stack.setCurrentIndex(1)
        self.map.open(OpportunityId(chosen), person)
