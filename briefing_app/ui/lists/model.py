"""An item model whose rows are asked of the database when somebody looks at them."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from briefing_app.ui.desk import Desk
from briefing_app.ui.workers import Request

if TYPE_CHECKING:
    from briefing_app.store.store import Store

PAGE = 100
_PAGES_KEPT = 40
RowRole = Qt.ItemDataRole.UserRole + 1
"""The row itself, as the query gave it; ``None`` while it is being read."""

_ROOT = QModelIndex()
_TYPED_AHEAD = Qt.MatchFlag.MatchStartsWith | Qt.MatchFlag.MatchWrap


class Query(Protocol):
    """What a list shows; called on the database thread."""

    def count(self, store: Store) -> int:
        """How many rows there are."""

    def rows(self, store: Store, limit: int, offset: int) -> Sequence[Any]:
        """Some of the rows, each with an ``id``."""


@dataclass(frozen=True, slots=True)
class _Beginning:
    count: int
    rows: Sequence[Any]


def _beginning(store: Store, query: Query) -> _Beginning:
    rows = query.rows(store, PAGE, 0)
    count = len(rows) if len(rows) < PAGE else query.count(store)
    return _Beginning(count, rows)


def _page(store: Store, query: Query, number: int) -> tuple[int, Sequence[Any]]:
    return number, query.rows(store, PAGE, number * PAGE)


class LazyListModel(QAbstractListModel):
    """Rows of a query. ``loaded`` is emitted with the number of rows once a query's beginning
    is there; ``title`` gives a row's words for screen readers and for typing ahead."""

    loaded = Signal(int)

    def __init__(
        self, desk: Desk, title: Callable[[Any], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._title = title
        self._query: Query | None = None
        self._count = 0
        self._pages: OrderedDict[int, Sequence[Any]] = OrderedDict()
        self._asked: dict[int, Request] = {}
        self._beginning: Request | None = None

    def show_query(self, query: Query) -> None:
        """Show another query; the rows before stay until its own are there."""
        self._query = query
        self.refresh()

    def refresh(self) -> None:
        """Read the query's rows anew."""
        if self._query is None:
            return
        self._cancel()
        self._beginning = self._desk.ask(partial(_beginning, query=self._query), self._begun)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """How many rows the query has."""
        return 0 if parent.isValid() else self._count

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """A row, or its title; nothing while it is being read."""
        if not index.isValid() or role not in (RowRole, *_TITLE_ROLES):
            return None
        found = self.row_at(index.row())
        if role == RowRole or found is None:
            return found
        return self._title(found)

    def match(
        self,
        start: QModelIndex | QPersistentModelIndex,
        role: int,
        value: Any,
        hits: int = 1,
        flags: Qt.MatchFlag = _TYPED_AHEAD,
    ) -> list[QModelIndex]:
        """Typing ahead looks at the rows that were read; to look for others is the search's."""
        wanted, first = str(value).casefold(), start.row()
        found = [
            number * PAGE + place
            for number, rows in self._pages.items()
            for place, one in enumerate(rows)
            if self._title(one).casefold().startswith(wanted)
        ]
        found.sort(key=lambda position: (position < first, position))
        return [self.index(position) for position in found[: max(hits, 0)]]

    def row_at(self, position: int) -> Any | None:
        """The row at a position; ``None`` while it is being read."""
        number, place = divmod(position, PAGE)
        if number not in self._pages:
            self._ask_for(number)
            return None
        self._pages.move_to_end(number)
        rows = self._pages[number]
        return rows[place] if place < len(rows) else None

    def position_of(self, record_id: str) -> int | None:
        """Where a record stands, among the rows that were read."""
        for number, rows in self._pages.items():
            for place, found in enumerate(rows):
                if found.id == record_id:
                    return number * PAGE + place
        return None

    def _ask_for(self, number: int) -> None:
        if self._query is not None and number not in self._asked:
            work = partial(_page, query=self._query, number=number)
            self._asked[number] = self._desk.ask(work, self._arrived)

    def _cancel(self) -> None:
        for request in (self._beginning, *self._asked.values()):
            if request is not None:
                request.cancel()
        self._asked.clear()

    def _begun(self, beginning: _Beginning) -> None:
        self._beginning = None
        if beginning.count == self._count and self._count:
            self._pages = OrderedDict({0: beginning.rows})
            self.dataChanged.emit(self.index(0), self.index(self._count - 1))
        else:
            self.beginResetModel()
            self._count = beginning.count
            self._pages = OrderedDict({0: beginning.rows})
            self.endResetModel()
        self.loaded.emit(self._count)

    def _arrived(self, page: tuple[int, Sequence[Any]]) -> None:
        number, rows = page
        self._asked.pop(number, None)
        self._pages[number] = rows
        while len(self._pages) > _PAGES_KEPT:
            self._pages.popitem(last=False)
        first = number * PAGE
        last = min(first + PAGE, self._count) - 1
        if last >= first:
            self.dataChanged.emit(self.index(first), self.index(last))


_TITLE_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.ToolTipRole,
)
