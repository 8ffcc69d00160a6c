"""A client: who it is at the top, and in tabs all that is known of it."""

from __future__ import annotations

from functools import partial
from typing import TypeAlias

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from briefing_app.errors import UserError
from briefing_app.services.changes import Change
from briefing_app.services.client_view import ClientView, client_view
from briefing_app.services.editing import delete_records
from briefing_app.ui.days import relative_day
from briefing_app.ui.desk import Desk, Place
from briefing_app.ui.look.look import STEP
from briefing_app.ui.look.screen_icons import ScreenIcon
from briefing_app.ui.merging.dialog import MergeDialog
from briefing_app.ui.pages.clients.documents import DocumentsTab
from briefing_app.ui.pages.clients.map import MapTab
from briefing_app.ui.pages.clients.opportunities import OpportunitiesTab
from briefing_app.ui.pages.clients.profile import ProfileTab
from briefing_app.ui.pages.clients.timeline import TimelineTab
from briefing_app.ui.pages.clients.visits import VisitsTab
from briefing_app.ui.pages.list_beside import LIST_KEYS
from briefing_app.ui.widgets import column, icon_button, label, row
from briefing_app.ui.workers import Request

_Tab: TypeAlias = ProfileTab | MapTab | OpportunitiesTab | VisitsTab | DocumentsTab | TimelineTab


class ClientDetail(QWidget):
    """One client. ``gone`` tells that it is there no more, ``list_wanted`` asks to show the list
    of clients or to put it away."""

    gone = Signal()
    list_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._client_id = ""
        self._asked: Request | None = None
        wording = desk.wording
        self._name = label("", "title")
        self._facts = label("", tone="muted")
        self._list = icon_button(desk.look, ScreenIcon.BESIDE, "", self.list_wanted.emit)
        self._delete = icon_button(
            desk.look, ScreenIcon.DELETE, wording.phrase("Delete this client"), self._put_away
        )
        self._merge = icon_button(
            desk.look,
            ScreenIcon.MERGE,
            wording.phrase("Merge with another client"),
            self._open_merge,
        )
        self._profile = ProfileTab(desk)
        self._map = MapTab(desk)
        self._map.person_wanted.connect(self.show_person)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self._parts: dict[str, tuple[str, _Tab]] = {
            "profile": (wording.phrase("Profile"), self._profile),
            "map": (wording.phrase("Stakeholder map"), self._map),
            "opportunities": (wording.phrase("Opportunities and needs"), OpportunitiesTab(desk)),
            "visits": (wording.phrase("Visits"), VisitsTab(desk)),
            "documents": (wording.phrase("Documents"), DocumentsTab(desk)),
            "timeline": (wording.phrase("Timeline"), TimelineTab(desk)),
        }
        for name, tab in self._parts.values():
            self.tabs.addTab(tab, name)
        title = column(self._name, self._facts, space=0)
        head = row(self._list, title, self._merge, self._delete)
        head.setStretch(1, 1)
        self.setLayout(column(head, self.tabs, margin=2 * STEP, space=STEP))
        desk.changed.connect(self._changed)

    @property
    def client_id(self) -> str:
        """The id of the client that is shown."""
        return self._client_id

    @property
    def part(self) -> str:
        """The name of the tab that is shown."""
        return tuple(self._parts)[self.tabs.currentIndex()]

    def offer_list(self, *, is_shown: bool) -> None:
        """Whether the button shows the list of clients or puts it away."""
        phrase = self._desk.wording.phrase
        words = phrase("Put the list away ({keys})", keys=LIST_KEYS)
        if not is_shown:
            words = phrase("Show the list ({keys})", keys=LIST_KEYS)
        self._list.setToolTip(words)
        self._list.setAccessibleName(words)

    def show_client(self, client_id: str) -> None:
        """Show a client; what was typed of another one is kept first."""
        self._client_id = client_id
        self.refresh()

    def show_part(self, part: str) -> None:
        """Show a tab by its name; one that is none leaves the tab as it is."""
        if part in self._parts:
            self.tabs.setCurrentWidget(self._parts[part][1])

    def show_person(self, person_id: str) -> None:
        """Show the fields of one of the client's people."""
        self.show_part("profile")
        self._profile.show_person(person_id)

    def show_on_map(self, record_id: str, field: str) -> None:
        """Show somebody on the map, by their own id or as a stakeholder, the cursor at what is
        entered of them there; the map as it is for the id of anything else."""
        self._map.show_person(record_id, field)

    def refresh(self) -> None:
        """Read the client anew."""
        if self._asked is not None:
            self._asked.cancel()
        work = partial(client_view, client_id=self._client_id, language=self._desk.language)
        self._asked = self._desk.ask(work, self._show, self._is_gone)

    def _show(self, view: ClientView) -> None:
        self._asked = None
        wording, client = self._desk.wording, view.client
        self._name.setText(wording.text(client.display_name))
        self._facts.setText(" · ".join(filter(None, self._told(view))))
        for _, tab in self._parts.values():
            tab.show_view(view)

    def _told(self, view: ClientView) -> tuple[str, ...]:
        wording, client, today = self._desk.wording, view.client, self._desk.today()
        ahead = [v.starts_at.date() for v in view.visits if v.starts_at.date() >= today]
        next_visit = ""
        if ahead:
            next_visit = wording.phrase(
                "Next visit: {day}", day=relative_day(wording, min(ahead), today)
            )
        return (
            wording.label(client.grade),
            wording.text(view.industry.name),
            wording.text(client.city),
            next_visit,
        )

    def _is_gone(self, _error: UserError) -> None:
        self._client_id = ""
        self.gone.emit()

    def _changed(self, change: Change) -> None:
        if self._client_id and change.records:
            self.refresh()

    def _open_merge(self) -> None:
        dialog = MergeDialog(self._desk, "client", self._client_id, self.window())
        dialog.merged.connect(self._merged)
        dialog.open()

    def _merged(self, client_id: str) -> None:
        self._desk.go(Place("clients", client_id))

    def _put_away(self) -> None:
        self._desk.act(partial(delete_records, kind="client", ids=(self._client_id,)))
