"""A coming visit as a card: when, how ready, and what weighs most."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QProgressBar, QWidget

from briefing_app.ui.days import relative_day
from briefing_app.ui.desk import Desk, Place
from briefing_app.ui.look.look import STEP
from briefing_app.ui.widgets import clear, column, label, link, row

if TYPE_CHECKING:  # the rules of planning load on the database thread
    from briefing_app.domain.lists import VisitRow
    from briefing_app.services.visit_readiness import VisitReadiness

_READY = 80
_BARELY = 50


class VisitCard(QFrame):
    """One visit; its title leads to it. How ready the team is comes later, by `show_readiness`."""

    def __init__(self, desk: Desk, visit: VisitRow, today: date) -> None:
        super().__init__()
        self._desk = desk
        self._visit = visit
        self._states = column(
            label(desk.wording.phrase("Weighing what is ready"), tone="muted"), space=4
        )
        self.setObjectName("card")
        self.setLayout(
            column(self._head(today), self._when(), self._states, margin=2 * STEP, space=4)
        )

    def show_readiness(self, readiness: VisitReadiness) -> None:
        """Show how ready the team is, and what lacks."""
        clear(self._states)
        for state in self._told(readiness):
            self._states.addWidget(state)

    def _head(self, today: date) -> QWidget:
        visit, wording = self._visit, self._desk.wording
        title = link(
            wording.text(visit.client_name),
            partial(self._desk.go, Place("visits", visit.id)),
            wording.phrase("Open the visit"),
        )
        day = visit.starts_at.date()
        away = label(relative_day(wording, day, today), wraps=False)
        away.setToolTip(wording.moment(visit.starts_at))
        head = QWidget()
        head.setLayout(row(title, None, away))
        return head

    def _when(self) -> QWidget:
        visit, wording = self._visit, self._desk.wording
        day, clock = wording.short_day(visit.starts_at.date()), wording.clock(visit.starts_at)
        stage = wording.label(visit.stage)
        return label(f"{day} {clock} · {stage} · {wording.text(visit.purpose)}", tone="muted")

    def _told(self, readiness: VisitReadiness) -> Iterator[QWidget]:
        if readiness.problem is not None:
            yield label(self._desk.wording.error(readiness.problem), tone="bad")
        if readiness.score is None:
            return
        yield self._readiness(readiness.score, self._warnings(readiness))
        for missing in readiness.missing:
            yield label(f"– {self._desk.wording.message(missing)}", tone="muted")

    def _warnings(self, readiness: VisitReadiness) -> str:
        wording = self._desk.wording
        return " · ".join(
            f"{wording.label(severity)}: {number}" for severity, number in readiness.warnings
        )

    def _readiness(self, score: int, warnings: str) -> QWidget:
        wording = self._desk.wording
        bar = QProgressBar()
        bar.setRange(0, 100)
        bar.setValue(score)
        bar.setTextVisible(False)
        bar.setMaximumHeight(STEP)
        bar.setMaximumWidth(20 * STEP)
        bar.setAccessibleName(wording.phrase("Readiness"))
        tone = "good" if score >= _READY else "warn" if score >= _BARELY else "bad"
        words = label(wording.phrase("Ready {score} of 100", score=score), tone=tone, wraps=False)
        beside = row(bar, words, label(warnings, "caption"))
        beside.setStretch(2, 1)
        shown = QWidget()
        shown.setLayout(beside)
        return shown
