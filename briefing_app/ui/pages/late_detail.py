"""What shows one record beside a list: loaded and made when the first record is opened."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from briefing_app.ui.desk import Desk, Place

D = TypeVar("D", bound=QWidget)


class LateDetail(QObject, Generic[D]):
    """The page is painted first; to load takes a moment then, and to make it another one: the
    window answers in between."""

    def __init__(
        self,
        page: QWidget,
        desk: Desk,
        load: Callable[[], Callable[[Desk], D]],
        put: Callable[[D], None],
        lead: Callable[[Place], None],
    ) -> None:
        """``load`` imports the widget's class, ``put`` gives the widget its place on the page,
        ``lead`` shows what was asked for in it."""
        super().__init__(page)
        self._desk = desk
        self._load = load
        self._put = put
        self._lead = lead
        self.made: D | None = None
        self.wanted: Place | None = None

    def get(self) -> D:
        """The widget, made at once if there is none yet."""
        if self.made is None:
            self.made = self._load()(self._desk)
            self._put(self.made)
            self._desk.part_made.emit(self.made)
        return self.made

    def open(self, place: Place) -> None:
        """Lead to a place as soon as what shows it is there; of several asked for, to the last."""
        self.wanted = place
        if place.record_id and self.made is None:
            QTimer.singleShot(0, self, self._prepare)
        else:
            self._lead(place)

    def _prepare(self) -> None:
        self._load()
        QTimer.singleShot(0, self, self._go_on)

    def _go_on(self) -> None:
        if self.wanted is not None:
            self._lead(self.wanted)
