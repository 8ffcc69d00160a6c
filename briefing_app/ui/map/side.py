"""Beside the map: the selected person, the warnings, and during the drill what is lost."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter, QStackedWidget, QTabWidget, QWidget

from briefing_app.domain.ids import PersonId
from briefing_app.services.stakeholder_map.grounds import Fact
from briefing_app.services.stakeholder_map.view import MapView
from briefing_app.ui.desk import Desk
from briefing_app.ui.map.drill_panel import DrillPanel
from briefing_app.ui.map.person_panel import PersonPanel
from briefing_app.ui.map.warnings_panel import WarningsPanel

_WIDTH = 320
_LARGEST_SCALE = 1.4


class MapSide(QStackedWidget):
    """Two tabs, or the drill in their place; ``left`` tells that Esc was pressed in it."""

    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.person = PersonPanel(desk)
        self.warnings = WarningsPanel(desk)
        self.drill = DrillPanel(desk)
        self.warnings.unsure_wanted.connect(self._make_sure)
        self._expected: tuple[PersonId, Sequence[str]] | None = None
        self.tabs = QTabWidget()
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)
        self.tabs.addTab(self.person, desk.wording.phrase("Person"))
        self.tabs.setTabToolTip(0, desk.wording.phrase("Person"))
        self.tabs.addTab(self.warnings, desk.wording.phrase("Warnings"))
        self.addWidget(self.tabs)
        self.addWidget(self.drill)
        self.setMinimumWidth(int(self.usual_width * 0.75))
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self.left)

    @property
    def usual_width(self) -> int:
        """How wide it is at first; large type does not push the map out."""
        return int(_WIDTH * min(self._desk.look.scale, _LARGEST_SCALE))

    def show_view(self, view: MapView, person: PersonId | None) -> None:
        """Show what is stored."""
        self.warnings.show_warnings(view)
        words = self._desk.wording.phrase("Warnings ({count})", count=len(view.warnings))
        self.tabs.setTabText(1, words)
        self.tabs.setTabToolTip(1, words)
        self.person.show_person(view, person)
        if self._expected is not None and self._expected[0] == person:
            names, self._expected = self._expected[1], None
            self._go_to(names)

    def expect(self, person: PersonId, names: Sequence[str]) -> None:
        """When somebody is shown the next time, put the cursor into these fields of theirs."""
        self._expected = person, names

    def show_drill(self, view: MapView | None, gone: PersonId | None) -> None:
        """Show what goes with somebody, or the tabs again for ``None``."""
        if view is not None and gone is not None:
            self.drill.show_loss(view, gone)
        self.setCurrentWidget(self.tabs if gone is None else self.drill)

    def edit(self) -> None:
        """Put the cursor into the values of the selected person."""
        self.show_person_tab()
        self.person.edit()

    def choose_photo(self) -> None:
        """Give the selected person a photo from a file."""
        self.show_person_tab()
        self.person.face.choose()

    def paste_photo(self) -> None:
        """Give the selected person the picture in the clipboard."""
        self.show_person_tab()
        self.person.face.paste()

    def _make_sure(self, facts: Sequence[Fact]) -> None:
        """Who is selected is shown already."""
        self._go_to([fact.evidence_field for fact in facts])

    def _go_to(self, names: Sequence[str]) -> None:
        self.show_person_tab()
        self.person.go_to(names)

    def show_person_tab(self) -> None:
        """Bring the person's values to the front."""
        self.tabs.setCurrentWidget(self.person)


def with_side(people: QWidget, side: MapSide) -> QSplitter:
    """What shows the people, with the side beside it as wide as it is at first."""
    made = QSplitter(Qt.Orientation.Horizontal)
    made.setObjectName("map and person")
    made.addWidget(people)
    made.addWidget(side)
    made.setStretchFactor(0, 3)
    made.setStretchFactor(1, 1)
    made.setCollapsible(0, False)
    made.setSizes([3 * side.usual_width, side.usual_width])
    return made
