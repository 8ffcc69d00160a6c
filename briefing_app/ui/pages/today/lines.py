"""Lines of the cards at the right: a follow-up to tick off, a visit, a client."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtWidgets import QCheckBox, QWidget

from briefing_app.domain.lists import ClientRow, FollowUpRow, VisitRow
from briefing_app.ui.days import relative_day
from briefing_app.ui.desk import Desk, Place
from briefing_app.ui.fields.saving import keeping
from briefing_app.ui.widgets import column, label, link, row


class FollowUpLine(QWidget):
    """A follow-up that is ticked off where it stands; Ctrl+Z takes it back."""

    def __init__(self, desk: Desk, step: FollowUpRow, today: date) -> None:
        super().__init__()
        self._desk = desk
        self._step = step
        wording = desk.wording
        box = QCheckBox()
        box.setAccessibleName(wording.phrase("Done: {what}", what=step.what))
        box.setToolTip(wording.phrase("Tick it off"))
        box.clicked.connect(self._tick_off)
        client = link(
            wording.text(step.client_name),
            partial(desk.go, Place("clients", step.client)),
            wording.phrase("Open the client"),
        )
        due = label("", "caption", wraps=False)
        if step.due is not None:
            due.setText(relative_day(wording, step.due, today))
            due.setToolTip(wording.day(step.due))
        words = column(label(wording.text(step.what)), row(client, due, None), space=0)
        line = row(box, words)
        line.setStretch(1, 1)
        self.setLayout(line)

    def _tick_off(self) -> None:
        save = keeping("follow_up", self._step.id, "done_on")
        self._desk.act(save(self._desk.today()))


def follow_up_line(desk: Desk, step: FollowUpRow, today: date) -> QWidget:
    """A follow-up to tick off."""
    return FollowUpLine(desk, step, today)


def visit_line(desk: Desk, visit: VisitRow, today: date) -> QWidget:
    """A past visit of which nothing was written down."""
    wording = desk.wording
    title = link(
        wording.text(visit.client_name),
        partial(desk.go, Place("visits", visit.id, "after")),
        wording.phrase("Write down what it brought"),
    )
    when = label(relative_day(wording, visit.starts_at.date(), today), "caption", wraps=False)
    when.setToolTip(wording.moment(visit.starts_at))
    return _line(title, when, wording.text(visit.purpose))


def client_line(desk: Desk, client: ClientRow, today: date) -> QWidget:
    """A client with whom nobody spoke for long."""
    wording = desk.wording
    title = link(
        wording.text(client.name),
        partial(desk.go, Place("clients", client.id)),
        wording.phrase("Open the client"),
    )
    days = [one for one in (client.last_contact, _day(client)) if one is not None]
    when = label(relative_day(wording, max(days), today), "caption", wraps=False)
    when.setToolTip(wording.day(max(days)))
    return _line(title, when, wording.label(client.grade))


def _day(client: ClientRow) -> date | None:
    return client.last_visit.date() if client.last_visit else None


def _line(title: QWidget, when: QWidget, below: str) -> QWidget:
    shown = QWidget()
    shown.setLayout(column(row(title, None, when), label(below, tone="muted"), space=0))
    return shown
