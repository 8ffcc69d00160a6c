"""The stakeholder map of one of the client's projects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QStackedWidget

from briefing_app.domain.ids import OpportunityId
from briefing_app.services.client_view import ClientView
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
        phrase = desk.wording.phrase
        self.new_project = ProjectLine(desk)
        self._none = EmptyState(self.new_project)
        self._none.tell(phrase("A map belongs to a project: enter the first one."))
        self.project = QComboBox()
        self.project.setAccessibleName(phrase("Project"))
        self.project.activated.connect(self._open)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._none)
        self.setLayout(column(self.project, self._stack, margin=STEP))

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
        if self.project.currentData() != self._opened:
            self._open()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what is to be seen, anew after what changed meanwhile."""
        before = self._opened
        super().showEvent(event)
        if self._opened == before:
            self._open()

    def _open(self) -> None:
        chosen = self._opened = self.project.currentData()
        if chosen is None:
            self._stack.setCurrentWidget(self._none)
            return
        if self.map is None:
            from briefing_app.ui.map.widget import MapWidget

            self.map = MapWidget(self._desk)
            self.map.person_wanted.connect(self.person_wanted)
            self._stack.addWidget(scrolling(self.map))
        self._stack.setCurrentIndex(1)
        self.map.open(OpportunityId(chosen))
