"""A list of very many rows is shown without visiting each of them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from briefing_app.ui.desk import Desk
from briefing_app.ui.lists.delegate import RowFace
from briefing_app.ui.lists.model import LazyListModel
from briefing_app.ui.lists.view import LazyList
from tests.ui.lists.test_model import Counting, Row

MANY = 100_000


def _face(found: Row) -> RowFace:
    return RowFace(title=found.id)


@pytest.fixture
def shown(desk: Desk, qtbot: QtBot) -> LazyList:
    made = LazyList(desk, "Rows", _face, several=True)
    made.resize(300, 400)
    qtbot.addWidget(made)
    made.show()
    with qtbot.waitSignal(made.model.loaded):
        made.show_query(Counting(MANY), "None.")
    return made


def test_showing_and_scrolling_asks_about_few_rows(
    shown: LazyList, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    count = LazyListModel.rowCount
    monkeypatch.setattr(LazyListModel, "rowCount", lambda *args: asked.append(1) or count(*args))
    bar = shown.view.verticalScrollBar()
    for place in range(10):
        bar.setValue(bar.maximum() * place // 9)
        qtbot.wait(1)
    qtbot.waitUntil(lambda: shown.model.row_at(MANY - 1) is not None)
    shown.view.repaint()
    assert len(asked) < MANY / 10


def test_everything_is_selected_without_reading_it(shown: LazyList) -> None:
    query = shown.model._query
    assert isinstance(query, Counting)
    shown.view.selectAll()
    (one,) = shown.view.selectionModel().selection().toList()
    assert (one.top(), one.bottom()) == (0, MANY - 1)
    assert len(query.read) < 5


def test_typing_ahead_looks_at_what_was_read(shown: LazyList, qtbot: QtBot) -> None:
    shown.view.setFocus()
    shown.view.setCurrentIndex(shown.model.index(0))
    qtbot.keyClicks(shown.view, "row-77")
    assert shown.view.currentIndex().row() == 77
    assert shown.model.match(shown.model.index(0), Qt.ItemDataRole.DisplayRole, "row-99999") == []


def test_tab_leaves_the_list(shown: LazyList) -> None:
    assert not shown.view.tabKeyNavigation()
