"""Widgets below each other, one a record: filled anew for other records before others are made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import attrgetter
from time import perf_counter
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from briefing_app.ui.in_turns import TURN_SECONDS, Turn


class Row(QFrame):
    """A widget that shows a record, and another one in its place."""

    def show_record(self, record: Any) -> None:
        """Show the record as it is stored; what is being typed of the same one stays."""
        raise NotImplementedError


R = TypeVar("R", bound=Row)


class ReusedRows(QObject, Generic[R]):
    """The rows of a layout. A record that stays keeps its row; ``filled`` tells that all are
    there, for rows are filled and made a few at a time so that the window answers in between."""

    filled = Signal()

    def __init__(
        self,
        place: QVBoxLayout,
        make: Callable[[], R],
        page: QWidget,
        key: Callable[[Any], str] = attrgetter("id"),
    ) -> None:
        """``key`` tells records apart."""
        super().__init__(page)
        self._place = place
        self._make = make
        self._key = key
        self._records: dict[str, Any] = {}
        self.rows: dict[str, R] = {}
        self._outdated: set[str] = set()
        self._turn = Turn(page, self._go_on)

    def show_records(self, records: Sequence[Any]) -> None:
        """Show these, in their order."""
        self._records = {self._key(record): record for record in records}
        self.rows = self._kept()
        self._outdated = set(self.rows)
        self._go_on()

    def _kept(self) -> dict[str, R]:
        """The rows that there are, each for the record that it shows from now on."""
        spare = [row for key, row in self.rows.items() if key not in self._records]
        kept = {}
        for key in self._records:
            row = self.rows.get(key) or (spare.pop(0) if spare else None)
            if row is None:
                continue
            kept[key] = row
            if self._place.indexOf(row) != len(kept) - 1:
                self._place.insertWidget(len(kept) - 1, row)
        for row in spare:
            self._drop(row)
        return kept

    def _drop(self, row: R) -> None:
        self._place.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _go_on(self) -> None:
        """Fill rows, and make those that are missing, for as long as nobody notices."""
        began = perf_counter()
        for place, (key, record) in enumerate(self._records.items()):
            if key in self.rows and key not in self._outdated:
                continue
            if perf_counter() - began > TURN_SECONDS:
                self._turn.ask()
                return
            if key not in self.rows:
                self.rows[key] = self._make()
                self._place.insertWidget(place, self.rows[key])
            self._outdated.discard(key)
            self.rows[key].show_record(record)
        self.filled.emit()
