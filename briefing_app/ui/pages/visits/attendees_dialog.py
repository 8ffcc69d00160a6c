"""Who comes, picked on the stakeholder map: roles, lines and warnings in sight."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from briefing_app.domain.ids import OpportunityId
from briefing_app.services.visit_page import VisitPage
from briefing_app.ui.desk import Desk
from briefing_app.ui.dialog import Dialog
from briefing_app.ui.fields.saving import keeping
from briefing_app.ui.look.look import STEP
from briefing_app.ui.map.widget import MapWidget
from briefing_app.ui.widgets import button, column, label, row


class AttendeesDialog(Dialog):
    """The map of a visit's project; whoever is selected comes or stays away by a button."""

    def __init__(self, desk: Desk, page: VisitPage, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._page = page
        self._attendees = page.visit.attendees
        phrase = desk.wording.phrase
        self.setWindowTitle(phrase("Who comes: {client}", client=page.client_name))
        self.map = MapWidget(desk)
        self._names = label("")
        self.turn = button(phrase("Comes"), self._turn, primary=True)
        foot = row(self._names, self.turn, button(phrase("Close"), self.accept))
        foot.setStretch(0, 1)
        whole = column(margin=STEP)
        whole.addWidget(self.map, 1)
        whole.addLayout(foot)
        self.setLayout(whole)
        self.ask_for(desk.look.scale, 1100, 700)
        self.map.stack.person_chosen.connect(self._tell)
        self.map.shown.connect(self._tell)
        self.map.open(OpportunityId(page.visit.opportunity))
        self._tell()
        self.map.to_canvas()

    def _turn(self) -> None:
        person = self.map.person
        if person is None:
            return
        self._attendees = (
            tuple(one for one in self._attendees if one != person)
            if person in self._attendees
            else (*self._attendees, person)
        )
        self._desk.act(keeping("visit", self._page.visit.id, "attendees")(self._attendees))
        self._tell()

    def _tell(self, _person: str = "") -> None:
        phrase, person = self._desk.wording.phrase, self.map.person
        self.turn.setEnabled(person is not None)
        comes = person in self._attendees
        self.turn.setText(phrase("Stays away") if comes else phrase("Comes"))
        names = {one.id: self._desk.wording.text(one.name) for one in self._page.people}
        listed = self._desk.wording.listing(names.get(one, "") for one in self._attendees)
        lines = [phrase("Who comes: {names}", names=listed)] if listed else []
        if person is None:
            lines.append(phrase("Select somebody on the map to have them come."))
        self._names.setText("\n".join(lines))
