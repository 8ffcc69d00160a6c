"""The page of settings: cards, each about one thing."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from briefing_app.ui.desk import Desk, Place
from briefing_app.ui.in_turns import InTurns
from briefing_app.ui.look.look import STEP
from briefing_app.ui.pages.settings.data_card import DataCard
from briefing_app.ui.pages.settings.documents_card import DocumentsCard
from briefing_app.ui.pages.settings.planning_card import PlanningCard
from briefing_app.ui.pages.settings.window_card import window_card
from briefing_app.ui.widgets import column, label, scrolling

_WIDEST = 760


class SettingsPage(QWidget):
    """What the user prefers; every choice holds at once."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.documents: DocumentsCard
        self.planning: PlanningCard
        self.data: DataCard
        content = QWidget()
        content.setMaximumWidth(round(_WIDEST * desk.look.scale))
        self.setLayout(column(scrolling(content)))
        title = label(desk.wording.phrase("Settings"), "title")
        cards = column(title, margin=3 * STEP, space=2 * STEP)
        content.setLayout(cards)
        self.making = InTurns(self._cards(), cards, self)
        self.making.go_on()

    def _cards(self) -> Iterator[QWidget]:
        yield window_card(self._desk)
        self.documents = DocumentsCard(self._desk)
        yield self.documents
        self.planning = PlanningCard(self._desk)
        yield self.planning
        self.data = DataCard(self._desk)
        yield self.data

    def open(self, place: Place) -> None:
        """There is one part only."""
