"""The map for who cannot see it: people as items of a list, what acts bring about, a table."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefing_app.documents.stakeholder_map.picture import MapKind
from briefing_app.domain.ids import PersonId
from briefing_app.domain.text import Language
from briefing_app.ui.map import drill, telling
from briefing_app.ui.map.telling import news
from briefing_app.ui.map.widget import MapWidget
from tests.ui.conftest import MakeDesk
from tests.ui.map.conftest import HAN, HE_LIN, OpenMap
from tests.ui.map.hands import card_of

Key = Qt.Key
NAME, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description


@pytest.fixture(autouse=True)
def _screen_reader() -> Iterator[None]:
    """A screen reader runs."""
    was_active = QAccessible.isActive()
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(was_active)


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is announced."""
    said: list[str] = []
    for module in (drill, telling):
        monkeypatch.setattr(module, "announce", lambda _shown, words: said.append(words))
    return said


def told(shown: MapWidget) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(shown.canvas)
    assert found is not None
    return found


def items(shown: MapWidget) -> list[QAccessibleInterface]:
    view = told(shown)
    return [view.child(place) for place in range(view.childCount())]


@pytest.mark.parametrize("kind", list(MapKind))
def test_each_card_is_an_item_of_the_view(
    make_desk: MakeDesk, open_map: OpenMap, language: Language, kind: MapKind
) -> None:
    shown = open_map(make_desk(language), kind)
    assert shown.canvas.picture is not None
    view = told(shown)
    assert view.role() == QAccessible.Role.List
    assert view.childCount() == len(shown.canvas.picture.cards)
    for place, item in enumerate(items(shown)):
        assert item.role() == QAccessible.Role.ListItem
        assert view.indexOfChild(item) == place
        assert item.parent().object() is shown.canvas
        assert item.childCount() == 0
        middle = item.rect().center()
        assert view.childAt(middle.x(), middle.y()).object() is item.object()


def test_an_item_says_who_it_is_what_is_known_and_what_is_wrong(shown: MapWidget) -> None:
    names = [item.text(NAME) for item in items(shown)]
    he_lin = next(name for name in names if name.startswith("He Lin"))
    for words in ("Technical Director", "Opponent", "High influence", "Evaluator", "2 warnings"):
        assert words in he_lin


def test_an_item_says_its_lines_and_its_spot(shown: MapWidget) -> None:
    he_lin = next(one for one in items(shown) if one.text(NAME).startswith("He Lin"))
    assert "He Lin reports to Gu Mingchuan" in he_lin.text(DESCRIPTION)
    assert "are in conflict" in he_lin.text(DESCRIPTION)
    shown.show_kind(MapKind.GRID)
    he_lin = next(one for one in items(shown) if one.text(NAME).startswith("He Lin"))
    assert "High influence" in he_lin.text(DESCRIPTION)


def test_who_is_selected_has_the_focus(shown: MapWidget, qtbot: QtBot) -> None:
    shown.activateWindow()
    shown.to_canvas()
    qtbot.waitUntil(shown.canvas.hasFocus)
    shown.choose(HAN)
    focused = [item for item in items(shown) if item.state().focused]
    assert [item.text(NAME).split(",")[0] for item in focused] == ["Han Yiqing"]
    assert told(shown).focusChild().object() is focused[0].object()
    assert focused[0].state().selected
    QTest.keyClick(shown.canvas, Key.Key_Right)
    assert told(shown).focusChild().text(NAME).startswith("He Lin")


def test_the_view_says_how_many_there_are_and_that_nobody_is_selected(shown: MapWidget) -> None:
    assert told(shown).text(NAME) == "Reporting lines: 8 people"
    assert told(shown).text(DESCRIPTION) == "Nobody is selected."


def test_items_go_with_the_map_that_they_belong_to(shown: MapWidget) -> None:
    for _ in range(30):
        shown.show_kind(MapKind.GRID)
        assert all(item.text(NAME) for item in items(shown))
        shown.show_kind(MapKind.LINES)
        assert all(item.isValid() for item in items(shown))
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        gc.collect()
    assert told(shown).childCount() == 8


def test_what_an_act_brought_about_is_announced(
    heard: list[str], shown: MapWidget, qtbot: QtBot
) -> None:
    shown.choose(HE_LIN)
    with qtbot.waitSignal(shown.shown):
        shown.commands["support-champion"].run()
    assert heard[-1] == "He Lin, Champion, 1 warning"


def test_another_view_is_announced(heard: list[str], shown: MapWidget) -> None:
    shown.step_view(1)
    assert heard == ["Power and support: 8 people"]


def test_the_drill_tells_its_answer_and_that_it_is_over(heard: list[str], shown: MapWidget) -> None:
    shown.choose(HE_LIN)
    shown.drill()
    assert heard[-1].startswith("If He Lin left today. ")
    shown.drill()
    assert heard[-1] == "The drill is over. Everybody is there again."


def test_nothing_new_is_no_news() -> None:
    assert news("He Lin\nOpponent", "He Lin\nOpponent") == ""
    assert news("He Lin\nOpponent\nMet once", "He Lin\nOpponent\nTrusts us") == "He Lin, Trusts us"


def test_the_people_are_a_table_as_well(shown: MapWidget, qtbot: QtBot) -> None:
    shown.choose(HE_LIN)
    shown.switch_table()
    table = shown.table
    assert shown.stack.currentWidget() is table
    QAbstractItemModelTester(table._model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    headers = [table.model().headerData(n, Qt.Orientation.Horizontal) for n in range(9)]
    assert headers[0] == "Name"
    assert {"Closeness", "Looked after by", "Reports to", "Warnings"} <= set(headers)
    row = table.currentIndex().row()
    cells = dict(zip(headers, (table.model().index(row, n).data() for n in range(9)), strict=True))
    assert cells["Name"] == "He Lin"
    assert cells["Support"] == "Opponent"
    assert cells["Reports to"] == "Gu Mingchuan"
    assert cells["Warnings"] == "2"
    assert table.model().rowCount() == 8
    told_table = QAccessible.queryAccessibleInterface(table)
    assert told_table.role() == QAccessible.Role.Table
    assert told_table.text(NAME) == "People on the map, as a table"


def test_the_selection_is_one_with_the_tables(shown: MapWidget, qtbot: QtBot) -> None:
    shown.activateWindow()
    shown.switch_table()
    qtbot.waitUntil(shown.table.hasFocus)
    shown.choose(HAN)
    QTest.keyClick(shown.table, Key.Key_Down)
    person = shown.person
    assert person not in (None, HAN)
    assert shown.side.person.person == person
    with qtbot.waitSignal(shown.shown):
        QTest.keyClick(shown.table, Key.Key_C)
    assert shown.selected is not None
    assert shown.selected.known is not None
    assert shown.selected.known.support.value == "champion"
    assert shown.person == person
    QTest.keyClick(shown.table, Key.Key_T)
    assert shown.stack.currentWidget() is shown.canvas
    assert card_of(shown, PersonId(person or "")) is not None


def test_a_table_sorts_by_what_is_asked(shown: MapWidget) -> None:
    shown.switch_table()
    table = shown.table
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    names = [table.model().index(row, 0).data() for row in range(8)]
    assert names == sorted(names)
