"""The people of a map in one place: as a picture, as a table, or an invitation where nobody is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from briefing_app.documents.stakeholder_map.picture import MapKind
from briefing_app.domain.ids import PersonId
from briefing_app.services.stakeholder_map.view import MapView
from briefing_app.ui.desk import Desk
from briefing_app.ui.frame.commands import Command
from briefing_app.ui.look.look import STEP
from briefing_app.ui.map.accessible import install_map_accessibility
from briefing_app.ui.map.canvas import MapCanvas
from briefing_app.ui.map.commands import ONLY_ON_PICTURES
from briefing_app.ui.map.people_table import PeopleTable
from briefing_app.ui.map.telling import MapTeller
from briefing_app.ui.map.words import told
from briefing_app.ui.widgets import button, column, label, row


class MapStack(QStackedWidget):
    """Picture and table have one selection, the same keys and the same menu.

    ``person_chosen`` carries who was selected, ``""`` for nobody; ``opened`` whom to look at
    closely; ``menu_wanted`` where on the screen a menu should open; ``addition_wanted`` asks for
    somebody to be put on the empty map.
    """

    person_chosen = Signal(str)
    opened = Signal(str)
    menu_wanted = Signal(QPoint)
    addition_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        install_map_accessibility()
        self.canvas = MapCanvas(desk)
        self.table = PeopleTable(desk)
        self.invitation = self._invitation()
        self._teller = MapTeller(self.canvas)
        self._has_people = self._is_table = False
        for view in (self.canvas, self.invitation, self.table):
            self.addWidget(view)
        self._listen()

    @property
    def is_picture(self) -> bool:
        """True while the picture is what is shown."""
        return self.currentWidget() is self.canvas

    def bind(self, commands: Iterable[Command]) -> None:
        """Let the keys of commands work where the people are."""
        for command in commands:
            _bind(command, self.canvas)
            if command.name not in ONLY_ON_PICTURES:
                _bind(command, self.table)

    def draw(self, view: MapView, kind: MapKind) -> None:
        """Draw what is stored as one of its pictures, and fill the table."""
        warned = Counter(warning.person for warning in view.warnings)
        words = {
            person: told(one, self._desk.wording, warned[person])
            for person, one in view.people.items()
        }
        self.canvas.show_picture(view.pictures[kind], words)
        self.table.show_view(view, self.canvas.person)
        self._teller.drawn(kind, words)
        self._has_people = bool(view.people)

    def choose(self, person: PersonId | None) -> None:
        """Select somebody in picture and table."""
        self.canvas.choose(person)
        self._chosen(person or "")

    def switch_table(self) -> None:
        """The table in the place of the picture, or the picture again."""
        self._is_table = not self._is_table

    def leave_table(self) -> None:
        """The picture."""
        self._is_table = False

    def bring_up(self) -> None:
        """Show the picture or the table; where nobody is on the map, the invitation."""
        people = self.table if self._is_table else self.canvas
        self.setCurrentWidget(people if self._has_people else self.invitation)

    def take_keys(self) -> None:
        """Give the keys to the picture or the table."""
        people = self.table if self._is_table else self.canvas
        people.setFocus(Qt.FocusReason.OtherFocusReason)

    def _invitation(self) -> QWidget:
        """What stands in the place of an empty map."""
        phrase = self._desk.wording.phrase
        made = QWidget()
        advice = label(
            phrase(
                "Put the people on it who decide, use, test, pay and sign. Somebody whom nobody "
                "has named yet can stand as a placeholder."
            ),
            tone="muted",
        )
        begin = button(phrase("Put on the map"), self.addition_wanted.emit, primary=True)
        title = label(phrase("Nobody is on this map yet."), "heading")
        made.setLayout(column(None, title, advice, row(begin, None), None, margin=4 * STEP))
        return made

    def _listen(self) -> None:
        self.canvas.person_chosen.connect(self._chosen)
        self.canvas.opened.connect(self.opened)
        self.canvas.menu_wanted.connect(self.menu_wanted)
        self.table.person_chosen.connect(self._row_chosen)
        self.table.opened.connect(self.opened)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._menu_asked)

    def _chosen(self, person: str) -> None:
        self.person_chosen.emit(person)
        self.table.choose(self.canvas.person)

    def _row_chosen(self, person: str) -> None:
        self.choose(PersonId(person))

    def _menu_asked(self, at: QPoint) -> None:
        self.menu_wanted.emit(self.table.viewport().mapToGlobal(at))


def _bind(command: Command, shown: QWidget) -> None:
    shortcut = QShortcut(QKeySequence(command.keys), shown)
    shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
    shortcut.activated.connect(command.run)
