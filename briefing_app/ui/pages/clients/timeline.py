"""All that happened with a client, the latest first."""

from __future__ import annotations

from dataclasses import dataclass

from briefing_app.documents.icon_drawings import Icon
from briefing_app.services.client_history import ClientHistory, Event, EventKind
from briefing_app.ui.days import relative_day
from briefing_app.ui.desk import Desk, Place
from briefing_app.ui.lists.delegate import RowFace
from briefing_app.ui.lists.view import LazyList
from briefing_app.ui.look.look import STEP
from briefing_app.ui.pages.clients.documents import HistoryTab
from briefing_app.ui.pages.clients.fixed import FixedRows
from briefing_app.ui.widgets import column

_ICONS = {
    EventKind.VISIT: Icon.CALENDAR,
    EventKind.EXPORT: Icon.DOCUMENT,
    EventKind.FOLLOW_UP_DUE: Icon.TIME,
    EventKind.FOLLOW_UP_DONE: Icon.CHECK,
    EventKind.NEED: Icon.NEEDS,
}


@dataclass(frozen=True, slots=True)
class _Row:
    id: str
    event: Event


class TimelineTab(HistoryTab):
    """Enter or a double click leads to the visit where it is told."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.list = LazyList(desk, desk.wording.phrase("Timeline"), self._face)
        self.list.opened.connect(self._open)
        self.setLayout(column(self.list, margin=STEP))

    def show_history(self, history: ClientHistory) -> None:
        """Show the events."""
        rows = tuple(_Row(event.visit, event) for event in history.timeline)
        none = self.desk.wording.phrase("Nothing happened yet. It begins with the first visit.")
        self.list.show_query(FixedRows(rows), none)

    def _face(self, found: _Row) -> RowFace:
        wording, event = self.desk.wording, found.event
        when = wording.moment(event.at) if event.at else wording.day(event.day)
        return RowFace(
            title=wording.text(event.words),
            below=f"{wording.label(event.kind)} · {when}",
            right=relative_day(wording, event.day, self.desk.today()),
            icon=_ICONS[event.kind],
        )

    def _open(self, visit_id: str) -> None:
        if visit_id:
            self.desk.go(Place("visits", visit_id))
