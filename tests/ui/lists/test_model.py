"""A long list is read a page at a time, and never waits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from briefing_app.store.store import Store
from briefing_app.ui.desk import Desk
from briefing_app.ui.lists.model import PAGE, LazyListModel, RowRole


@dataclass(frozen=True)
class Row:
    id: str


@dataclass
class Counting:
    """A query of so many rows that remembers what was read."""

    count_: int
    read: list[int] = field(default_factory=list)

    def count(self, store: Store) -> int:
        return self.count_

    def rows(self, store: Store, limit: int, offset: int) -> Sequence[Row]:
        self.read.append(offset)
        return [Row(f"row-{n}") for n in range(offset, min(offset + limit, self.count_))]


def title(found: Row) -> str:
    return found.id


def test_only_what_is_looked_at_is_read(desk: Desk, qtbot: QtBot) -> None:
    model = LazyListModel(desk, title)
    tester = QAbstractItemModelTester(model)
    query = Counting(100_000)
    with qtbot.waitSignal(model.loaded):
        model.show_query(query)
    assert model.rowCount() == 100_000
    assert model.index(5).data(RowRole) == Row("row-5")
    assert model.index(99_999).data(RowRole) is None
    qtbot.waitUntil(lambda: model.index(99_999).data(RowRole) is not None)
    assert model.index(99_999).data() == "row-99999"
    assert set(query.read) <= {0, 99_999 // PAGE * PAGE}
    del tester


def test_a_new_query_replaces_the_one_before(desk: Desk, qtbot: QtBot) -> None:
    model = LazyListModel(desk, title)
    model.show_query(Counting(500))
    with qtbot.waitSignal(model.loaded):
        model.show_query(Counting(3))
    assert model.rowCount() == 3
    assert model.position_of("row-2") == 2
    assert model.position_of("row-3") is None


def test_nothing_found_is_told(desk: Desk, qtbot: QtBot) -> None:
    model = LazyListModel(desk, title)
    with qtbot.waitSignal(model.loaded) as told:
        model.show_query(Counting(0))
    assert told.args == [0]
