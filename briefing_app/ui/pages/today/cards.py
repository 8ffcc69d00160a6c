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
from briefing_app.ui.widgets import column, label, link, row

if TYPE_CHECKING:  # the rules of planning load on the database thread
    from briefing_app.services.today import NextVisit

_READY = 80
_BARELY = 50


class VisitCard(QFrame):
    """One visit; its title leads to it."""

    def __init__(self, desk: Desk, shown: NextVisit, today: date) -> None:
        super().__init__()
        self._desk = desk
        self._shown = shown
        self.setObjectName("card")
        self.setLayout(
            column(self._head(today), self._when(), *self._states(), margin=2 * STEP, space=4)
        )

    def _head(self, today: date) -> QWidget:
        visit, wording = self._shown.visit, self._desk.wording
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
        visit, wording = self._shown.visit, self._desk.wording
        day, clock = wording.short_day(visit.starts_at.date()), wording.clock(visit.starts_at)
        stage = wording.label(visit.stage)
        return label(f"{day} {clock} · {stage} · {wording.text(visit.purpose)}", tone="muted")

    def _states(self) -> Iterator[QWidget]:
        if self._shown.problem is not None:
            yield label(self._desk.wording.error(self._shown.problem), tone="bad")
        if self._shown.readiness is None:
            return
        yield self._readiness(self._shown.readiness)
        for missing in self._shown.missing:
            yield label(f"– {self._desk.wording.message(missing)}", tone="muted")

    def _readiness(self, score: int) -> QWidget:
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
        said = " · ".join(
            f"{wording.label(severity)}: {number}" for severity, number in self._shown.warnings
        )
        beside = row(bar, words, label(said, "caption"))
        beside.setStretch(2, 1)
        shown = QWidget()
        shown.setLayout(beside)
        return shown
