"""The departure drill: what the project would lose with the person who is taken out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from briefing_app.domain.ids import PersonId
from briefing_app.services.stakeholder_map.view import MapView
from briefing_app.ui.desk import Desk
from briefing_app.ui.look.look import STEP
from briefing_app.ui.map.words import name_of
from briefing_app.ui.widgets import button, column, label, scrolling


class DrillPanel(QWidget):
    """Lists the losses; ``ended`` asks for the person to be brought back."""

    ended = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._list = QVBoxLayout()
        self._list.setSpacing(2 * STEP)
        self.back = button(desk.wording.phrase("Bring back"), self.ended.emit, primary=True)
        only = desk.wording.phrase(
            "This only looks ahead: nothing is changed. On the map a dashed frame is out of reach."
        )
        content = QWidget()
        content.setLayout(column(self._list, label(only, "caption"), None, margin=2 * STEP))
        foot = column(self.back, margin=2 * STEP)
        self.setLayout(column(scrolling(content), foot, space=0))

    def show_loss(self, view: MapView, person: PersonId) -> None:
        """Tell what goes with somebody on the map."""
        while (taken := self._list.takeAt(0)) is not None:
            old = taken.widget()
            if old is not None:
                old.deleteLater()
        for made in self._told(view, person):
            self._list.addWidget(made)

    def lines(self) -> list[str]:
        """All that is told, as shown."""
        return [shown.text() for shown in self._labels()]

    def _labels(self) -> Iterator[QLabel]:
        for index in range(self._list.count()):
            item = self._list.itemAt(index)
            shown = item.widget() if item is not None else None
            if isinstance(shown, QLabel):
                yield shown
            elif shown is not None:
                yield from shown.findChildren(QLabel)

    def _told(self, view: MapView, person: PersonId) -> Iterator[QWidget]:
        wording, loss = self.desk.wording, view.people[person].loss
        name = name_of(view.people[person], wording)
        yield label(wording.phrase("If {name} left today", name=name), "heading")
        if loss.is_harmless:
            yield label(wording.phrase("Nothing hangs on this person alone."), tone="good")
            return
        yield from self._group(
            wording.phrase("Roles that nobody else has"), map(wording.label, loss.roles)
        )
        yield from self._group(
            wording.phrase("Deciders out of reach"),
            (self._decider(view, decider, person) for decider in loss.cut_off),
        )
        yield from self._group(
            wording.phrase("Ways to a decider that are gone"),
            (self._way(view, path) for path in loss.paths),
        )
        yield from self._group(
            wording.phrase("Actions that wait for this person"),
            map(wording.message, loss.actions),
        )

    def _group(self, title: str, lines: Iterable[str]) -> Iterator[QWidget]:
        told = [label(line) for line in lines]
        if told:
            group = QWidget()
            group.setLayout(column(label(title, "caption"), *told, space=STEP // 2))
            yield group

    def _decider(self, view: MapView, decider: PersonId, gone: PersonId) -> str:
        name = self._name(view, decider)
        if decider != gone:
            return name
        return self.desk.wording.phrase("{name}, who would be gone", name=name)

    def _way(self, view: MapView, path: Sequence[PersonId]) -> str:
        """From somebody whom we have met to the decider, who may be known at first hand."""
        names = [self._name(view, one) for one in path]
        if len(names) > 1:
            return " → ".join(names)
        return self.desk.wording.phrase("{name}, whom we have met", name=names[0])

    def _name(self, view: MapView, person: PersonId) -> str:
        return name_of(view.people[person], self.desk.wording)
