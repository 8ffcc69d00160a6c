"""The window: a rail, the pages, and notices at the foot."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QByteArray, QSettings, QSize, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QMainWindow, QSplitter, QStackedWidget, QWidget

from briefing_app.ui.desk import Desk, Place
from briefing_app.ui.frame.commands import Command
from briefing_app.ui.frame.foot import Foot
from briefing_app.ui.frame.rail import Rail
from briefing_app.ui.pages import WELCOME, Page, PageEntry, RecordPage
from briefing_app.ui.tab_order import put_in_order
from briefing_app.ui.widgets import column, row

_USUAL_SIZE = QSize(1280, 800)
_SMALLEST = QSize(960, 600)


class MainWindow(QMainWindow):
    """Shows one page at a time; a page is made when it is first shown.

    ``moved`` gives the place that is shown now, ``painted`` tells once that the window is there.
    What it looked like is kept in ``settings``.
    """

    moved = Signal(object)
    painted = Signal()

    def __init__(self, desk: Desk, entries: Iterable[PageEntry], settings: QSettings) -> None:
        super().__init__()
        self.desk = desk
        on_rail = tuple(entries)
        self._entries = {entry.name: entry for entry in (*on_rail, WELCOME)}
        self._settings = settings
        self._is_painted = False
        self._pages: dict[str, QWidget] = {}
        self._places: list[Place] = []
        self._behind: list[Place] = []
        self.commands: dict[str, Command] = {}
        self.rail = Rail(desk, on_rail)
        self.stack = QStackedWidget()
        self._beside_rail = QWidget()
        self.foot = Foot(desk, self._beside_rail)
        self._compose()
        self._listen()
        self._restore()

    @property
    def place(self) -> Place | None:
        """Where the window is, on its pages too."""
        return self._told(self._places[-1]) if self._places else None

    def page(self, name: str) -> QWidget:
        """A page, made where it was not shown before."""
        if name not in self._pages:
            made = self._entries[name].make(self.desk)
            made.setObjectName("page")
            self._pages[name] = made
            self.stack.addWidget(made)
            self._restore_splitters(made)
        return self._pages[name]

    def go(self, place: Place) -> None:
        """Show a place, and remember where the window was."""
        before = self.place
        if before is not None:
            self._places[-1] = before
        self._show(place)
        if self._told(place) != before:
            self._places.append(place)
            self._behind.clear()

    def back(self) -> None:
        """Where the window was before."""
        if len(self._places) > 1:
            self._behind.append(self.place or self._places[-1])
            self._places.pop()
            self._show(self._places[-1])

    def forward(self) -> None:
        """Where `back` came from."""
        if self._behind:
            self._places.append(self._behind.pop())
            self._show(self._places[-1])

    def add_command(self, command: Command) -> None:
        """Make a command known, and its keys work everywhere in the window."""
        self.commands[command.name] = command
        if command.keys:
            shortcut = QShortcut(self)
            shortcut.setKeys([QKeySequence(keys) for keys in (command.keys, command.other_keys)])
            shortcut.activated.connect(command.run)

    def run_command(self, name: str) -> None:
        """Run one of the commands by its name."""
        self.commands[name].run()

    def search(self) -> None:
        """Find anything."""
        from briefing_app.ui.frame.search import SearchDialog

        self.leave_fields()
        SearchDialog(self.desk, self.commands.values(), self).open()

    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Tab goes on, through what is there by now."""
        put_in_order(self)
        return super().focusNextPrevChild(is_next)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The first time is told."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            self.painted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is being typed, and how the window looked."""
        self.leave_fields()
        self.remember()
        super().closeEvent(event)

    def leave_fields(self) -> None:
        """Let the field that has the focus save itself."""
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()

    def put_away(self) -> None:
        """Another window takes the place of this one: leave all fields, as with a page."""
        self.leave_fields()
        self.stack.hide()

    def remember(self) -> None:
        """Keep size, place and splitters for the next time."""
        self._settings.setValue("window/geometry", self.saveGeometry())
        if self.place is not None:
            self._settings.setValue("window/page", self.place.page)
            self._settings.setValue("window/record", self.place.record_id)
            self._settings.setValue("window/part", self.place.part)
        for page in self._pages.values():
            for splitter in page.findChildren(QSplitter):
                self._settings.setValue(_kept_as(splitter), splitter.saveState())
        self._settings.sync()

    def remembered_place(self) -> Place | None:
        """Where the window was the last time."""
        kept = (self._settings.value(f"window/{name}", "") for name in ("page", "record", "part"))
        place = Place(*map(str, kept))
        return place if place.page in self._entries else None

    def _told(self, place: Place) -> Place:
        """A place as its page tells it, where it can: which record, and which part of it."""
        page = self._pages.get(place.page)
        return page.here() if isinstance(page, RecordPage) else place

    def _compose(self) -> None:
        content = QWidget()
        self._beside_rail.setLayout(column(self.stack))
        beside = row(self.rail, self._beside_rail, space=0)
        beside.setStretchFactor(self._beside_rail, 1)
        content.setLayout(beside)
        self.setCentralWidget(content)
        self.setMinimumSize(_SMALLEST)
        self.setWindowTitle(self.desk.wording.phrase("Briefing assistant"))

    def _listen(self) -> None:
        self.rail.chosen.connect(self._chosen)
        self.desk.wanted.connect(self.go)
        self.desk.told.connect(self.foot.tell)
        self.desk.refused.connect(self.foot.refuse)
        self.desk.commanded.connect(self.run_command)
        self.desk.part_made.connect(self._restore_splitters)
        self.rail.searched.connect(self.search)

    def _chosen(self, page: str) -> None:
        self.go(Place(page))

    def _show(self, place: Place) -> None:
        page = self.page(place.page)
        self.stack.setCurrentWidget(page)
        self.rail.mark(place.page)
        if isinstance(page, Page):
            page.open(place)
        self.moved.emit(place)

    def _restore(self) -> None:
        geometry = self._settings.value("window/geometry")
        if not (isinstance(geometry, QByteArray) and self.restoreGeometry(geometry)):
            self.resize(_USUAL_SIZE.boundedTo(self.screen().availableSize()))

    def _restore_splitters(self, made: QWidget) -> None:
        for splitter in made.findChildren(QSplitter):
            state = self._settings.value(_kept_as(splitter))
            if isinstance(state, QByteArray):
                splitter.restoreState(state)


def _kept_as(splitter: QSplitter) -> str:
    return f"splitters/{splitter.objectName()}"
