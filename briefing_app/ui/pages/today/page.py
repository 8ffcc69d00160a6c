"""The page that a day begins with."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from briefing_app.domain.message import say, say_count
from briefing_app.services.changes import Change
from briefing_app.services.export_wishes import ExportWishes
from briefing_app.services.helper_process import Step
from briefing_app.services.preferences import export_folder_of, template_of
from briefing_app.ui.desk import Desk, Place
from briefing_app.ui.look.look import STEP
from briefing_app.ui.pages.today.cards import VisitCard
from briefing_app.ui.pages.today.lines import (
    client_line,
    follow_up_line,
    visit_line,
)
from briefing_app.ui.widgets import button, card, clear, column, label, row, scrolling
from briefing_app.ui.workers import Job, Request

if TYPE_CHECKING:  # the rules of planning load on the database thread
    from datetime import date, datetime

    from briefing_app.domain.ids import VisitId
    from briefing_app.domain.text import Language
    from briefing_app.services.preparing import Prepared
    from briefing_app.services.today import TodayView
    from briefing_app.services.visit_readiness import VisitReadiness
    from briefing_app.store.store import Store


class TodayPage(QWidget):
    """Next visits at the left; at the right what is owed, unwritten and gone quiet."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._asked: Request | None = None
        self._job: Job | None = None
        wording = desk.wording
        self._date = label("", tone="muted")
        self._progress = label("", "caption", "muted", wraps=False)
        self._prepare = button(
            wording.phrase("Prepare every visit"),
            self._prepare_all,
            primary=True,
            tip=wording.phrase("Makes deck, brochure and visit plan of the next two weeks."),
        )
        self._stop = button(wording.phrase("Stop"), self._stop_preparing)
        self._stop.hide()
        self._cards: dict[VisitId, VisitCard] = {}
        self._readiness: dict[VisitId, VisitReadiness] = {}
        self._left, self._right = _stack(), _stack()
        self._compose()
        desk.changed.connect(self._changed)

    def open(self, place: Place) -> None:
        """There is one part only; it is read anew, for the day may be another one."""
        self.refresh()

    def refresh(self) -> None:
        """Read everything anew."""
        if self._asked is not None:
            self._asked.cancel()
        desk = self._desk
        now = desk.now().astimezone()
        work = partial(_today_view, today=desk.today(), now=now, language=desk.language)
        self._asked = desk.ask(work, self._show)

    def _compose(self) -> None:
        title = column(label(self._desk.wording.phrase("Your day"), "title"), self._date, space=0)
        head = row(title, None, self._progress, self._stop, self._prepare)
        left, right = QWidget(), QWidget()
        left.setLayout(self._left)
        right.setLayout(self._right)
        beside = row(left, right, space=3 * STEP)
        beside.setStretchFactor(left, 3)
        beside.setStretchFactor(right, 2)
        content = QWidget()
        content.setLayout(column(head, beside, None, margin=3 * STEP, space=2 * STEP))
        self.setLayout(column(scrolling(content)))

    def _changed(self, _change: Change) -> None:
        if self.isVisible():
            self.refresh()

    def _show(self, view: TodayView) -> None:
        wording = self._desk.wording
        weekday, day = wording.weekday(view.today), wording.day(view.today)
        self._date.setText(wording.phrase("{first}, {second}", first=weekday, second=day))
        self._prepare.setEnabled(bool(view.visits) and self._job is None)
        self._cards = {one.id: VisitCard(self._desk, one, view.today) for one in view.visits}
        self._fill_cards()
        self._fill(self._left, self._visit_parts(view))
        self._fill(self._right, self._other_parts(view))
        QTimer.singleShot(0, self, self._ask_for_readiness)  # once the cards are painted

    def _ask_for_readiness(self) -> None:
        work = partial(_readiness_of, visits=tuple(self._cards), today=self._desk.today())
        self._asked = self._desk.ask(work, self._show_readiness)

    def _show_readiness(self, found: Iterable[VisitReadiness]) -> None:
        self._asked = None
        self._readiness = {readiness.visit: readiness for readiness in found}
        self._fill_cards()

    def _fill_cards(self) -> None:
        """What was known before stays until it is known anew."""
        for visit, card_of_visit in self._cards.items():
            if visit in self._readiness:
                card_of_visit.show_readiness(self._readiness[visit])

    @staticmethod
    def _fill(layout: QVBoxLayout, parts: Iterable[QWidget]) -> None:
        clear(layout)
        for part in parts:
            layout.addWidget(part)
        layout.addStretch(1)

    def _visit_parts(self, view: TodayView) -> Iterable[QWidget]:
        wording = self._desk.wording
        yield label(wording.phrase("Next visits"), "heading")
        yield from self._cards.values()
        if not view.visits:
            yield self._no_visits(has_clients=view.has_clients)
        more = view.total.visits - len(view.visits)
        if more > 0:
            yield button(
                wording.counted("{count} more visit", "{count} more visits", more), self._to_visits
            )

    def _no_visits(self, *, has_clients: bool) -> QWidget:
        """What is missing, and the first step towards it."""
        phrase = self._desk.wording.phrase
        if has_clients:
            words = phrase("No visit in the next two weeks.")
            step = button(phrase("Plan a visit"), self._to_clients)
        else:
            words = phrase("No clients yet. A visit begins with a client.")
            step = button(phrase("New client"), partial(self._desk.command, "new-client"))
        return card(label(words, tone="muted"), row(step, None))

    def _other_parts(self, view: TodayView) -> Iterable[QWidget]:
        wording, desk, today = self._desk.wording, self._desk, view.today
        yield self._part(
            wording.phrase("Overdue"),
            [follow_up_line(desk, step, today) for step in view.overdue],
        )
        yield self._part(
            wording.phrase("Due in a week"),
            [follow_up_line(desk, step, today) for step in view.due],
            wording.phrase("Nothing is due in the next seven days."),
        )
        yield self._part(
            wording.phrase("Not written down yet"),
            [visit_line(desk, visit, today) for visit in view.unrecorded],
        )
        yield self._part(
            wording.phrase("Gone quiet"),
            [client_line(desk, client, today) for client in view.stale],
        )

    @staticmethod
    def _part(title: str, lines: list[QWidget], none: str = "") -> QWidget:
        """Lines below a title; hidden where there are none and nothing is to be said of it."""
        shown: list[QWidget] = lines or [label(none, tone="muted")]
        part = card(label(title, "heading"), *shown)
        part.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        part.setVisible(bool(lines or none))
        return part

    def _to_visits(self) -> None:
        self._desk.go(Place("visits"))

    def _to_clients(self) -> None:
        self._desk.go(Place("clients"))

    def _prepare_all(self) -> None:
        from briefing_app.services.export_many import ManyExports
        from briefing_app.services.preparing import prepare_next_visits

        desk = self._desk
        task = ManyExports(
            data=desk.workers.data,
            out=export_folder_of(desk.preferences),
            wishes=ExportWishes(
                language=desk.language,
                theme=desk.preferences.theme,
                template=template_of(desk.preferences),
            ),
            today=desk.today(),
        )
        self._job = desk.workers.run_apart(
            prepare_next_visits,
            progress=self._told,
            then=self._prepared,
            failed=self._failed,
            stopped=self._ended,
            task=task,
        )
        self._prepare.setEnabled(False)
        self._stop.show()

    def _told(self, step: Step) -> None:
        said = self._desk.wording.message(step.message)
        self._progress.setText(f"{step.number}/{step.total}  {said}")

    def _prepared(self, done: Prepared) -> None:
        self._ended()
        count = done.written + done.unchanged
        self._desk.tell(
            say_count(
                "{count} visit is prepared in {folder}.",
                "{count} visits are prepared in {folder}.",
                count,
                folder=str(done.folder),
            )
        )
        if done.failed:
            first = done.failed[0]
            self._desk.tell(
                say(
                    "Not prepared: {client}. {why}",
                    client=first.appointment.client_name,
                    why=self._desk.wording.error(first.problem),
                )
            )
        elif count:
            _open_folder(done.folder)

    def _failed(self, error: object) -> None:
        self._ended()
        self._desk.refused.emit(error)

    def _stop_preparing(self) -> None:
        if self._job is not None:
            self._job.stop()

    def _ended(self) -> None:
        self._job = None
        self._progress.clear()
        self._stop.hide()
        self._prepare.setEnabled(True)


def _stack() -> QVBoxLayout:
    return column(space=2 * STEP)


def _open_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _today_view(store: Store, *, today: date, now: datetime, language: Language) -> TodayView:
    from briefing_app.services.today import today_view

    return today_view(store, today=today, now=now, language=language)


def _readiness_of(
    store: Store, visits: tuple[VisitId, ...], today: date
) -> tuple[VisitReadiness, ...]:
    from briefing_app.services.visit_readiness import readiness_of

    return readiness_of(store, visits, today=today)
