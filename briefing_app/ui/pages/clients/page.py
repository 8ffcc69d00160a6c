"""The page of clients."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from briefing_app.services.client_view import client_of
from briefing_app.ui.desk import Desk, Place
from briefing_app.ui.lists.view import EmptyState
from briefing_app.ui.look.look import STEP
from briefing_app.ui.pages.clients.new_client import NewClientDialog
from briefing_app.ui.pages.clients.panel import ClientPanel
from briefing_app.ui.pages.late_detail import LateDetail
from briefing_app.ui.pages.list_beside import ListBeside
from briefing_app.ui.widgets import column

if TYPE_CHECKING:  # loads with the first client that is shown
    from briefing_app.ui.pages.clients.detail import ClientDetail

_LIST_WIDTH = 344
_ROOMY = 960
"""A narrower window shows the list, or the client that was chosen."""
_ROOMY_OF = {"map": 1360}
"""The same for tabs that need more room."""


class ClientsPage(QWidget):
    """The list at the left, the client that is chosen at the right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._record_id = ""
        self.panel = ClientPanel(desk)
        self._detail = LateDetail(self, desk, _detail_class, self._put, self._lead)
        self._none = EmptyState()
        self.panel.list.model.loaded.connect(self._tell_to_choose)
        self._right = QStackedWidget()
        self._right.addWidget(self._none)
        roomy = _ROOMY * desk.look.scale
        self.parts = ListBeside("clients", self.panel, self._right, _LIST_WIDTH, roomy)
        self.parts.turned.connect(self._offer_list)
        self.setLayout(column(self.parts, margin=STEP))
        self.panel.chosen.connect(self._show)
        self.panel.list.clicked.connect(self._clicked)
        self.panel.list.opened.connect(self._enter)
        self.panel.wanted_new.connect(self.new_client)
        self._add_keys()
        self.panel.refresh()

    @property
    def detail(self) -> ClientDetail:
        """What shows one client, made for the first that is shown."""
        return self._detail.get()

    def open(self, place: Place) -> None:
        """Show the client of a place, or that of the person it names."""
        if place.record_id:
            self.parts.show_record()
            self._detail.open(place)
        else:
            self.parts.lead_to_list()

    def _put(self, detail: ClientDetail) -> None:
        self._right.addWidget(detail)
        detail.gone.connect(self._nobody)
        detail.list_wanted.connect(self._turn_list)
        detail.tabs.currentChanged.connect(self._make_room)
        self._make_room()

    def _lead(self, place: Place) -> None:
        self._record_id = place.record_id
        self._desk.ask(partial(client_of, record_id=place.record_id), self._opened)
        if place.part == "person":
            self.detail.show_person(place.record_id)
        elif place.part == "map":
            self.detail.show_on_map(place.record_id, place.field)
        self.detail.show_part(place.part)

    def here(self) -> Place:
        """The client that is shown, and its tab; the list where that is shown instead."""
        if not self.parts.shows_record:
            return Place("clients")
        shown = self._detail.made
        if shown is None:
            return self._detail.wanted or Place("clients")
        return Place("clients", self._record_id, shown.part if self._record_id else "")

    def _opened(self, client_id: str) -> None:
        self._show(client_id)
        self.panel.open(client_id)

    def _show(self, client_id: str) -> None:
        self._record_id = client_id
        if self.parts.shows_record:
            self.parts.show_record()
        if client_id != self.detail.client_id:
            self.detail.show_client(client_id)
        self._right.setCurrentWidget(self.detail)

    def _clicked(self, client_id: str) -> None:
        """Where there is no room for both a click leads from the list to the client."""
        if not self.parts.shows_record:
            self._enter(client_id)

    def _make_room(self) -> None:
        roomy = _ROOMY_OF.get(self.detail.part, _ROOMY)
        self.parts.need(roomy * self._desk.look.scale)

    def _enter(self, client_id: str) -> None:
        """Enter leads from the list to the client's tabs."""
        self._show(client_id)
        self.parts.show_record()
        self.detail.tabs.tabBar().setFocus()

    def _turn_list(self) -> None:
        self.parts.turn_list()
        if self.parts.shows_list:
            self.panel.list.setFocus()

    def _offer_list(self) -> None:
        if self._detail.made is not None:
            self._detail.made.offer_list(is_shown=self.parts.shows_list)

    def _tell_to_choose(self, count: int) -> None:
        """Beside an empty list there is nothing to choose."""
        words = self._desk.wording.phrase("Choose a client at the left.")
        self._none.tell(words if count else "")

    def _nobody(self) -> None:
        self._record_id = ""
        self.parts.show_list()
        self._right.setCurrentWidget(self._none)

    def new_client(self, name: str = "") -> None:
        """Ask for a new client; ``name`` is what was typed of it already."""
        dialog = NewClientDialog(self._desk, name, self)
        dialog.made.connect(self._opened)
        dialog.open()

    def _add_keys(self) -> None:
        search = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        search.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        search.activated.connect(self.panel.search.setFocus)


def _detail_class() -> type[ClientDetail]:
    from briefing_app.ui.pages.clients.detail import ClientDetail

    return ClientDetail
