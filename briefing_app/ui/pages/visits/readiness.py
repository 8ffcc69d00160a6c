"""How ready the team is: the score, and what is missing with a jump to where it is mended."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QProgressBar, QVBoxLayout, QWidget

from briefing_app.domain.mend import Mend
from briefing_app.services.visit_page import ReadyPart, VisitPage
from briefing_app.ui.desk import Desk
from briefing_app.ui.look.look import STEP
from briefing_app.ui.widgets import button, clear, column, label, row

_READY = 80


class ReadinessCard(QFrame):
    """``mend_wanted`` gives where somebody wants to mend what is missing."""

    mend_wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("card")
        self._desk = desk
        self._score = label("", "heading", wraps=False)
        self._bar = QProgressBar()
        self._bar.setRange(0, 100)
        self._bar.setTextVisible(False)
        self._bar.setMaximumHeight(desk.look.font("caption").pointSize())
        self._bar.setAccessibleName(desk.wording.phrase("Readiness"))
        self._missing: QVBoxLayout = column(space=4)
        self.setLayout(column(self._score, self._bar, self._missing, margin=2 * STEP))

    def show_page(self, page: VisitPage) -> None:
        """Show how ready a visit is."""
        phrase = self._desk.wording.phrase
        self._score.setText(phrase("Readiness {score} of 100", score=page.readiness))
        self._bar.setValue(page.readiness)
        clear(self._missing)
        lacking = [part for part in page.parts if part.missing]
        for part in sorted(lacking, key=lambda part: part.points - part.out_of):
            line = row(self._words(part), self._mend(part))
            line.setStretch(0, 1)
            self._missing.addLayout(line)
        if not lacking:
            self._missing.addWidget(label(phrase("Nothing is missing."), tone="good"))

    def _words(self, part: ReadyPart) -> QWidget:
        wording = self._desk.wording
        missing = wording.message(part.missing) if part.missing else ""
        shown = label(missing, tone="" if part.points else "warn")
        shown.setToolTip(
            wording.phrase(
                "{part}: {points} of {whole} points",
                part=part.name,
                points=part.points,
                whole=part.out_of,
            )
        )
        return shown

    def _mend(self, part: ReadyPart) -> QWidget:
        phrase = self._desk.wording.phrase
        made = button(phrase("Mend"), partial(self._wanted, part.mend))
        made.setProperty("quiet", True)
        made.setAccessibleName(phrase("Mend: {what}", what=part.name))
        made.setVisible(part.mend is not None)
        return made

    def _wanted(self, mend: Mend | None, _checked: object = None) -> None:
        if mend is not None:
            self.mend_wanted.emit(mend)
