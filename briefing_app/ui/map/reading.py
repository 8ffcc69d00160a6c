"""Reading the map of a project, anew after every change that it shows."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from briefing_app.domain.ids import OpportunityId
from briefing_app.services.changes import Change
from briefing_app.services.stakeholder_map.view import MapView, map_view
from briefing_app.ui.desk import Desk

_SHOWS = (
    "stakeholder",
    "line",
    "person",
    "colleague",
    "opportunity",
    "client",
    "visit",
    "need",
    "follow_up",
    "product",
    "planning_threshold",
    "photo",
)
"""The kinds of record that a map is drawn and judged from."""


class MapReader(QObject):
    """``read`` carries the `MapView` of the project that is open."""

    read = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._draws_photos = False
        self.opportunity: OpportunityId | None = None
        desk.changed.connect(self._changed)

    def open(self, opportunity: OpportunityId) -> None:
        """Read the map of a project from now on."""
        if opportunity != self.opportunity:
            self._draws_photos = False
        self.opportunity = opportunity
        self._ask()

    def _ask(self) -> None:
        if self.opportunity is not None:
            work = partial(
                map_view,
                opportunity_id=self.opportunity,
                today=self._desk.today(),
                language=self._desk.language,
                draws_photos=self._draws_photos,
            )
            self._desk.ask(work, self._arrived)

    def _arrived(self, view: MapView) -> None:
        """Photos come with a second reading: the map is there before they are decoded."""
        if view.opportunity != self.opportunity:
            return
        self.read.emit(view)
        if view.lacks_photos:
            self._draws_photos = True
            self._ask()

    def _changed(self, change: Change) -> None:
        if change.touches(*_SHOWS):
            self._ask()
