"""Beside a slide: why it is there, whose concern it answers, what to check."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefing_app.domain.text import Text
from briefing_app.services.slide_view import AnsweredConcern, SlideView
from briefing_app.ui.desk import Desk
from briefing_app.ui.look.look import STEP
from briefing_app.ui.widgets import clear, column, label, scrolling


class WhyPanel(QWidget):
    """The reasons of the slide that is looked at."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._content: QVBoxLayout = column(margin=STEP)
        inside = QWidget()
        inside.setLayout(self._content)
        self.setLayout(column(scrolling(inside)))
        self.setObjectName("panel")
        self.setAccessibleName(desk.wording.phrase("Why this slide is here"))

    def show_slide(self, slide: SlideView | None) -> None:
        """Show a slide's reasons; ``None`` for a page that no slide of the storyline is."""
        clear(self._content)
        phrase = self._desk.wording.phrase
        if slide is None:
            self._content.addWidget(label(phrase("This page divides the deck."), tone="muted"))
        else:
            self._show(slide)
        self._content.addStretch(1)

    def _show(self, slide: SlideView) -> None:
        wording = self._desk.wording
        self._part(wording.phrase("Why this slide is here"), map(wording.message, slide.because))
        answers = map(self._answer, _by_person(slide.answers))
        self._part(wording.phrase("Whose concern it answers"), answers)
        if slide.is_reworded:
            own = [text.own for text in slide.texts if text.own]
            self._part(wording.phrase("In your own words"), own)
        self._part(wording.phrase("To check"), map(wording.message, slide.notices), tone="warn")

    def _part(self, heading: str, lines: Iterable[str], tone: str = "") -> None:
        told = list(lines)
        if not told:
            return
        name = label(heading, "caption", "muted")
        name.setAccessibleName(heading)
        self._content.addWidget(name)
        for line in told:
            self._content.addWidget(label(line, tone=tone))
        self._content.addSpacing(STEP)

    def _answer(self, answer: tuple[Text, tuple[AnsweredConcern, ...]]) -> str:
        person, concerns = answer
        wording = self._desk.wording
        topics = wording.listing(wording.label(concern.topic) for concern in concerns)
        line = wording.phrase("{label}: {value}", label=person, value=topics)
        if any(concern.is_first for concern in concerns):
            return wording.phrase("{concern} (what weighs most)", concern=line)
        return line


def _by_person(
    answers: Iterable[AnsweredConcern],
) -> Iterable[tuple[Text, tuple[AnsweredConcern, ...]]]:
    found: dict[Text, tuple[AnsweredConcern, ...]] = {}
    for answer in answers:
        found[answer.person] = (*found.get(answer.person, ()), answer)
    return found.items()
