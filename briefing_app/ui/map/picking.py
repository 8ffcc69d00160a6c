"""What is picked from a list on the map: the other end of a line, and who comes onto it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from briefing_app.domain.ids import PersonId
from briefing_app.domain.message import say
from briefing_app.domain.stakeholder import BuyingRole, LineKind
from briefing_app.services.changes import Change
from briefing_app.services.stakeholder_map.view import MapPerson, MapView
from briefing_app.ui.desk import Desk
from briefing_app.ui.map.acting import MapActs
from briefing_app.ui.map.choosing import PickDialog
from briefing_app.ui.map.words import name_of


class MapPicker(QObject):
    """Opens the lists and does what was picked; ``added`` names who came onto the map."""

    added = Signal(str)

    def __init__(self, desk: Desk, acts: MapActs, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._acts = acts
        self._parent = parent
        self._source = PersonId("")
        self._view: MapView | None = None
        self._role = BuyingRole.USER

    def line(self, view: MapView, source: MapPerson | None) -> None:
        """Draw a line from somebody to who is picked."""
        wording = self._desk.wording
        if source is None:
            self._desk.tell(say("Select a person first."))
            return
        self._source = source.person.id
        options = [
            (person, name_of(other, wording))
            for person, other in view.people.items()
            if person != source.person.id
        ]
        title = wording.phrase("A line from {name} to", name=name_of(source, wording))
        dialog = PickDialog(self._desk, title, options, self._parent, kinds=LineKind)
        dialog.picked.connect(self._line_picked)
        dialog.open()

    def addition(self, view: MapView) -> None:
        """Put somebody of the client on the map, somebody new, or a placeholder for a role."""
        wording = self._desk.wording
        people = [(one.id, wording.text(one.name)) for one in view.others]
        unknown = [
            (role.value, wording.phrase("Somebody unknown: {role}", role=role))
            for role in BuyingRole
        ]
        title = wording.phrase("Put on the map")
        options = (*people, *unknown)
        dialog = PickDialog(self._desk, title, options, self._parent, can_be_new=True)
        dialog.picked.connect(self._addition_picked)
        dialog.named.connect(self._newcomer_named)
        dialog.open()

    def gap(self, view: MapView) -> None:
        """Find somebody for an empty role; where several are empty, ask for which first."""
        wording = self._desk.wording
        self._view = view
        if not view.gaps:
            self._desk.tell(say("No role of the decision chain is empty."))
        elif len(view.gaps) == 1:
            self.seat(view, view.gaps[0])
        else:
            options = [(role.value, wording.label(role)) for role in view.gaps]
            title = wording.phrase("Which role?")
            dialog = PickDialog(self._desk, title, options, self._parent)
            dialog.picked.connect(self._gap_picked)
            dialog.open()

    def _gap_picked(self, key: str, _kind: object) -> None:
        if self._view is not None:
            role = next(one for one in self._view.gaps if one.value == key)
            self.seat(self._view, role)

    def seat(self, view: MapView, role: BuyingRole) -> None:
        """Find somebody for a role: who is on the map, who is not, who is new, a placeholder."""
        wording = self._desk.wording
        self._view, self._role = view, role
        known = [(one.person.id, name_of(one, wording)) for one in view.people.values()]
        others = [(one.id, wording.text(one.name)) for one in view.others]
        unknown = (role.value, wording.phrase("Somebody unknown: {role}", role=role))
        title = wording.phrase("Who is it? {role}", role=role)
        options = (*known, *others, unknown)
        dialog = PickDialog(self._desk, title, options, self._parent, can_be_new=True)
        dialog.picked.connect(self._seat_picked)
        dialog.named.connect(self._seat_named)
        dialog.open()

    def _seat_picked(self, key: str, _kind: object) -> None:
        if key == self._role.value:
            self._acts.placeholder(self._role, self._placed)
            return
        one = self._view.people.get(PersonId(key)) if self._view else None
        held = one.known.roles if one is not None and one.known is not None else ()
        self.added.emit(key)
        self._acts.roles(PersonId(key), (*held, self._role))

    def _seat_named(self, name: str) -> None:
        self._acts.newcomer(name, self._role, self._placed)

    def _newcomer_named(self, name: str) -> None:
        self._acts.newcomer(name, None, self._placed)

    def _line_picked(self, target: str, kind: LineKind) -> None:
        self._acts.join(kind, self._source, PersonId(target))

    def _addition_picked(self, key: str, _kind: object) -> None:
        role = next((one for one in BuyingRole if one.value == key), None)
        if role is not None:
            self._acts.placeholder(role, self._placed)
        else:
            self.added.emit(key)
            self._acts.add(PersonId(key))

    def _placed(self, change: Change) -> None:
        self.added.emit(dict(change.records)["person"])
