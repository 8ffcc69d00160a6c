"""The list of visits: those to come, the next one first, or those that were."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QWidget

from briefing_app.domain.lists import VisitQuery, VisitRow
from briefing_app.services.changes import Change
from briefing_app.services.listing.visits import count_visits, visit_rows
from briefing_app.ui.bulk.bar import BulkBar
from briefing_app.ui.desk import Desk
from briefing_app.ui.lists.delegate import RowFace
from briefing_app.ui.lists.view import LazyList
from briefing_app.ui.look import Role
from briefing_app.ui.look.look import STEP
from briefing_app.ui.widgets import button, column, row
from briefing_app.wording import Wording

if TYPE_CHECKING:
    from briefing_app.store.store import Store

_SHOWN_HERE = ("visit", "visit_record", "follow_up", "client", "opportunity")


@dataclass(frozen=True, slots=True)
class Visits:
    """A query of visits as they stand at a moment."""

    query: VisitQuery
    now: datetime

    def count(self, store: Store) -> int:
        """How many there are."""
        return count_visits(store, self.query, now=self.now)

    def rows(self, store: Store, limit: int, offset: int) -> Sequence[VisitRow]:
        """Some of them."""
        return visit_rows(store, self.query, now=self.now, limit=limit, offset=offset)

    def ids(self, store: Store, limit: int, offset: int) -> Sequence[str]:
        """The ids of some of them."""
        return [found.id for found in self.rows(store, limit, offset)]


def visit_face(wording: Wording) -> Callable[[VisitRow], RowFace]:
    """How a visit looks in a list."""

    def face(found: VisitRow) -> RowFace:
        is_open = not found.is_recorded and found.open_follow_ups == 0
        return RowFace(
            title=wording.text(found.client_name),
            below=wording.text(found.purpose) or wording.text(found.opportunity_name),
            right=wording.short_day(found.starts_at.date()),
            right_below="" if is_open else _after(wording, found),
            badge=found.grade.value,
            right_role=Role.TEXT,
        )

    return face


def _after(wording: Wording, found: VisitRow) -> str:
    if found.open_follow_ups:
        return wording.counted("{count} open", "{count} open", found.open_follow_ups)
    return wording.phrase("Recorded")


class VisitList(QWidget):
    """Visits to choose from. ``chosen`` gives the id of one that was clicked or activated,
    ``passed`` of one that became current by keys."""

    chosen = Signal(str)
    passed = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        phrase = desk.wording.phrase
        self._search = QLineEdit()
        self._search.setPlaceholderText(phrase("Client, project or purpose"))
        self._search.setAccessibleName(phrase("Search visits"))
        self._search.setClearButtonEnabled(True)
        self._when = QButtonGroup(self)
        self.rows = LazyList(desk, phrase("Visits"), visit_face(desk.wording), several=True)
        self.bulk = BulkBar(desk, self.rows)
        tools = row(*self._whens(), None)
        whole = column(tools, self._search, self.rows, self.bulk, margin=STEP)
        whole.setStretchFactor(self.rows, 1)
        self.setLayout(whole)
        self._search.textChanged.connect(self._ask)
        self._when.idClicked.connect(self._ask)
        self.rows.chosen.connect(self.passed)
        self.rows.opened.connect(self.chosen)
        self.rows.clicked.connect(self.chosen)
        desk.changed.connect(self._changed)
        self._ask()

    def select(self, visit: str) -> None:
        """Mark a visit, where it is among the rows that were read."""
        blocked = self.rows.blockSignals(True)
        self.rows.select(visit)
        self.rows.blockSignals(blocked)

    def _whens(self) -> Sequence[QWidget]:
        phrase = self._desk.wording.phrase
        made = []
        for number, words in enumerate((phrase("To come"), phrase("Past"), phrase("To record"))):
            chip = button(words)
            chip.setCheckable(True)
            chip.setProperty("chip", True)
            chip.setChecked(number == 0)
            self._when.addButton(chip, number)
            made.append(chip)
        return made

    def _ask(self) -> None:
        phrase = self._desk.wording.phrase
        which = self._when.checkedId()
        query = VisitQuery(
            search=self._search.text(), is_past=which > 0, needs_record=which == _TO_RECORD
        )
        words = (
            phrase("No visit matches.")
            if self._search.text().strip()
            else phrase("No visit is planned. Plan one from a client's project."),
            phrase("No visit has taken place yet."),
            phrase("Everything that took place is recorded."),
        )
        visits = Visits(query, self._desk.now())
        self.bulk.show_listed("visit", visits)
        self.rows.show_query(visits, words[which])

    def _changed(self, change: Change) -> None:
        if change.touches(*_SHOWN_HERE):
            self.rows.refresh()


_TO_RECORD = 2
