"""The list of clients with its search, its chips, and what can be done with several."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from briefing_app.domain.lists import MOST_FOUND, ClientFilters, ClientQuery
from briefing_app.services.changes import Change
from briefing_app.services.listing import client_cities
from briefing_app.services.picking import Choice, industries_by_use
from briefing_app.services.planning_settings import KIND, planning_settings
from briefing_app.ui.bulk.bar import BulkBar
from briefing_app.ui.desk import Desk
from briefing_app.ui.lists.view import LazyList
from briefing_app.ui.look.look import STEP
from briefing_app.ui.look.screen_icons import ScreenIcon
from briefing_app.ui.pages.clients.face import ClientFace
from briefing_app.ui.pages.clients.filters import FilterBar
from briefing_app.ui.pages.clients.query import ClientsAsked
from briefing_app.ui.widgets import button, column, icon_button, label, row

if TYPE_CHECKING:
    from briefing_app.store.store import Store

_SHOWN_BY = (
    "client",
    "visit",
    "person",
    "opportunity",
    "follow_up",
    "visit_record",
    "industry",
    KIND,
)
"""The kinds of record that a row is made of."""

_CALM_MILLISECONDS = 150
"""Changes that come close after each other are read once."""

_Choices = tuple[tuple[Choice, ...], tuple[str, ...], int]


class ClientPanel(QWidget):
    """``chosen`` gives the id of the client to show, ``wanted_new`` asks for a new one, with
    what was typed to search."""

    chosen = Signal(str)
    wanted_new = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._desk = desk
        self._shown, self._is_new_here = "", False
        wording = desk.wording
        self.search = QLineEdit()
        self.search.setPlaceholderText(wording.phrase("Name, pinyin or initials"))
        self.search.setAccessibleName(wording.phrase("Search clients"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self.show_list)
        add = icon_button(
            desk.look, ScreenIcon.ADD, wording.phrase("New client (Ctrl+N)"), self._add
        )
        self.filters = FilterBar(desk)
        self.filters.changed.connect(self.show_list)
        self._everything = button(wording.phrase("Show every client"), self._clear)
        self._new = button(wording.phrase("New client"), self._add)
        self._import = button(wording.phrase("Import a file"), partial(desk.command, "import"))
        self.list = LazyList(
            desk,
            wording.phrase("Clients"),
            ClientFace(desk),
            self._everything,
            self._new,
            self._import,
            several=True,
        )
        self._count = label("", "caption")
        self.bulk = BulkBar(desk, self.list)
        self._compose(row(self.search, add))
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM_MILLISECONDS)
        self._calm.timeout.connect(self.refresh)
        self._listen()

    def open(self, client_id: str) -> None:
        """Mark a client in the list, where it is among the rows that were read."""
        self._shown, self._is_new_here = client_id, True
        self.list.select(client_id)

    def refresh(self) -> None:
        """Read the list and its choices anew."""
        self._desk.ask(_choices, self._offer)
        self.show_list()

    def show_list(self) -> None:
        """Show what is searched and chosen."""
        asked = ClientQuery(
            search=self.search.text(),
            filters=self.filters.filters(),
            order=self.filters.chosen_order(),
            language=self._desk.language,
        )
        is_narrow = bool(asked.search.strip()) or asked.filters != ClientFilters()
        self._everything.setVisible(is_narrow)
        self._import.setVisible(not is_narrow)
        phrase = self._desk.wording.phrase
        none = (
            phrase("No client is called so. Try fewer letters, or take a filter out.")
            if is_narrow
            else phrase("No clients yet. Add the first one, or import a workbook.")
        )
        clients = ClientsAsked(asked, self._desk.now())
        self.bulk.show_listed("client", clients)
        self.list.show_query(clients, none)

    def _compose(self, line: QHBoxLayout) -> None:
        foot = row(self._count, None)
        self.setLayout(column(line, self.filters, self.list, self.bulk, foot, margin=STEP))

    def _listen(self) -> None:
        self.list.chosen.connect(self._choose)
        self.list.model.loaded.connect(self._loaded)
        self.search.returnPressed.connect(self._to_list)
        self._desk.changed.connect(self._changed)

    def _offer(self, choices: _Choices) -> None:
        industries, cities, quiet_days = choices
        text = self._desk.wording.text
        self.filters.offer([(one.id, text(one.name)) for one in industries], cities, quiet_days)

    def _loaded(self, count: int) -> None:
        wording = self._desk.wording
        if not self.list.view.currentIndex().isValid():
            self._mark_shown()
        is_cut = bool(self.search.text().strip()) and count >= MOST_FOUND
        self._count.setText(
            wording.phrase("More than {count} found: type on", count=count)
            if is_cut
            else wording.counted("{count} client", "{count} clients", count)
        )

    def _changed(self, change: Change) -> None:
        if change.touches(*_SHOWN_BY):
            self._calm.start()

    def _mark_shown(self) -> None:
        """Select the client that is shown; the list stays where it is, unless the client was
        just led to."""
        view = self.list.view
        view.setAutoScroll(self._is_new_here)
        self.list.select(self._shown)
        view.setAutoScroll(True)
        self._is_new_here = False

    def _choose(self, client_id: str) -> None:
        self._shown = client_id
        self.chosen.emit(client_id)

    def _clear(self) -> None:
        self.search.clear()
        self.filters.clear()

    def _add(self) -> None:
        self.wanted_new.emit(self.search.text().strip())

    def _to_list(self) -> None:
        """Enter in the search shows the first client found."""
        self.list.view.setFocus()
        self.list.view.setCurrentIndex(self.list.model.index(0))


def _choices(store: Store) -> _Choices:
    industries = industries_by_use(store)
    cities = tuple(city for city, _ in client_cities(store))
    return industries, cities, planning_settings(store).stale_after_days
