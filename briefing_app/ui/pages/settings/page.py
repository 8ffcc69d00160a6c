"""The page of settings: cards, each about one thing."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from briefing_app.ui.desk import Desk, Place
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
        self.documents = DocumentsCard(desk)
        self.planning = PlanningCard(desk)
        self.data = DataCard(desk)
        content = QWidget()
        content.setMaximumWidth(round(_WIDEST * desk.look.scale))
        content.setLayout(
            column(
                label(desk.wording.phrase("Settings"), "title"),
                window_card(desk),
                self.documents,
                self.planning,
                self.data,
                None,
                margin=3 * STEP,
                space=2 * STEP,
            )
        )
        self.setLayout(column(scrolling(content)))

    def open(self, place: Place) -> None:
        """There is one part only."""
