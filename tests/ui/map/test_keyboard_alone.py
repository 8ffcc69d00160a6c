"""One sitting at the map without a mouse: whatever a hand can do has a key or stands in a menu."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from briefing_app.app import App
from briefing_app.documents.stakeholder_map.picture import MapKind
from briefing_app.domain.ids import PersonId
from briefing_app.domain.stakeholder import BuyingRole, Coverage, Influence, Stakeholder, Support
from briefing_app.ui.desk import Place
from briefing_app.ui.frame.shortcuts import ShortcutSheet
from briefing_app.ui.map.choosing import PickDialog
from briefing_app.ui.map.saving import MapSaver
from briefing_app.ui.map.widget import MapWidget
from tests.ui.conftest import window_of
from tests.ui.map.conftest import GU, HAN, HE_LIN, SHAO

Key, Modifier = Qt.Key, Qt.KeyboardModifier
Stored = Callable[[PersonId], Stakeholder]
Lines = Callable[[], set[tuple[str, str, str]]]


def press(
    shown: QWidget, key: Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(shown, key, modifier)


def act(shown: MapWidget, qtbot: QtBot, key: Key, *modifiers: Qt.KeyboardModifier) -> None:
    """Press a key that changes something, and wait for the map to show it."""
    with qtbot.waitSignal(shown.shown):
        press(shown.canvas, key, *modifiers)


@pytest.fixture
def focused(shown: MapWidget, qtbot: QtBot) -> MapWidget:
    """Come to the map with Tab: somebody is selected."""
    qtbot.waitExposed(shown)
    shown.activateWindow()
    shown.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(shown.canvas.hasFocus)
    assert shown.person is not None
    return shown


def open_menu(shown: MapWidget) -> list[str]:
    """What the menu key offers."""
    at = shown.canvas.rect().center()
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(shown.canvas.viewport(), QContextMenuEvent(reason, at, at))
    (menu,) = shown.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)
    words = [action.text().split("\t")[0] for action in menu.actions() if action.text()]
    menu.close()
    menu.setParent(None)
    return words


def test_a_person_is_judged_moved_and_joined(
    focused: MapWidget, stored: Stored, stored_lines: Lines, qtbot: QtBot
) -> None:
    press(focused.canvas, Key.Key_Home)
    assert focused.person == GU
    press(focused.canvas, Key.Key_Down)  # to the first report
    assert focused.person == HAN
    act(focused, qtbot, Key.Key_C)
    act(focused, qtbot, Key.Key_2)
    act(focused, qtbot, Key.Key_D)
    known = stored(HAN)
    assert known.support is Support.CHAMPION
    assert known.influence is Influence.MEDIUM
    assert known.coverage is Coverage.TRUSTED
    act(focused, qtbot, Key.Key_Up, Modifier.ShiftModifier)  # on the grid
    assert stored(HAN).influence is Influence.HIGH

    press(focused.canvas, Key.Key_L)
    dialog = focused.findChild(PickDialog)
    assert dialog is not None
    QTest.keyClicks(dialog.filter, "He Lin")
    with qtbot.waitSignal(focused.shown):
        press(dialog.filter, Key.Key_Return)
    assert ("reports-to", HAN, HE_LIN) in stored_lines()


def test_an_empty_role_is_filled_and_a_role_is_added(
    focused: MapWidget, stored: Stored, qtbot: QtBot
) -> None:
    focused.choose(SHAO)
    act(focused, qtbot, Key.Key_Delete)  # nobody signs now
    assert focused.view is not None
    assert BuyingRole.SIGNATORY in focused.view.gaps
    press(focused.canvas, Key.Key_G)
    dialog = focused.findChild(PickDialog)
    assert dialog is not None
    if len(focused.view.gaps) > 1:
        QTest.keyClicks(dialog.filter, "Signatory")
        press(dialog.filter, Key.Key_Return)
        dialog = focused.findChildren(PickDialog)[-1]
    QTest.keyClicks(dialog.filter, "He Lin")
    with qtbot.waitSignal(focused.shown):
        press(dialog.filter, Key.Key_Return)
    assert BuyingRole.SIGNATORY in stored(HE_LIN).roles

    focused.activateWindow()  # no window manager does it here
    qtbot.waitUntil(focused.canvas.hasFocus)
    focused.show_kind(MapKind.CHAIN)
    focused.choose(GU)
    before = set(stored(GU).roles)
    both = Modifier.ControlModifier | Modifier.ShiftModifier
    act(focused, qtbot, Key.Key_Left, both)
    assert before < set(stored(GU).roles)


def test_where_no_role_is_empty_that_is_told(focused: MapWidget, qtbot: QtBot) -> None:
    assert focused.view is not None
    assert focused.view.gaps == ()
    with qtbot.waitSignal(focused.desk.told):
        press(focused.canvas, Key.Key_G)


def test_views_drill_zoom_and_table(focused: MapWidget, qtbot: QtBot) -> None:
    press(focused.canvas, Key.Key_V)
    assert focused.kind is MapKind.GRID
    press(focused.canvas, Key.Key_V, Modifier.ShiftModifier)
    assert focused.kind is MapKind.LINES
    press(focused.canvas, Key.Key_X)
    assert focused.side.currentWidget() is focused.side.drill
    press(focused.canvas, Key.Key_X)
    assert focused.gone is None
    zoom = focused.canvas.zoom
    for _ in range(5):
        press(focused.canvas, Key.Key_Plus)
    assert focused.canvas.zoom > zoom
    bar = focused.canvas.verticalScrollBar()
    bar.setValue(bar.minimum())
    press(focused.canvas, Key.Key_PageDown)
    assert bar.value() > bar.minimum()
    press(focused.canvas, Key.Key_F)
    assert focused.canvas.zoom <= zoom
    press(focused.canvas, Key.Key_T)
    qtbot.waitUntil(focused.table.hasFocus)
    press(focused.table, Key.Key_Return)
    assert focused.side.person.isAncestorOf(focused.focusWidget())
    press(focused.focusWidget(), Key.Key_Escape)
    qtbot.waitUntil(focused.table.hasFocus)


def test_a_view_is_saved(
    focused: MapWidget, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    chosen = (tmp_path / "map.svg", "")
    monkeypatch.setattr("briefing_app.ui.map.saving.file_to_save", lambda *_: chosen)
    assert isinstance(focused.saver, MapSaver)
    with qtbot.waitSignal(focused.desk.told, timeout=30_000):
        press(focused.canvas, Key.Key_E)
    assert chosen[0].stat().st_size > 1_000


def test_the_menu_key_offers_what_can_be_done_with_person_line_and_map(
    focused: MapWidget,
) -> None:
    focused.choose(HAN)
    person = open_menu(focused)
    assert {"Champion", "High influence", "Draw a line to a person", "Paste a photo"} <= set(person)
    press(focused.canvas, Key.Key_BracketRight)
    assert open_menu(focused) == ["Remove the line, or take the person off the map"]
    focused.choose(None)
    whole = open_menu(focused)
    for words in ("Put on the map", "Next view", "Larger", "Fit the window", "Save this view"):
        assert words in whole


def test_every_field_and_button_beside_the_map_is_reached_with_tab(
    focused: MapWidget, qtbot: QtBot
) -> None:
    press(focused.canvas, Key.Key_Return)
    reached = set()
    for _ in range(60):
        now = QGuiApplication.focusObject()
        if now in reached:
            break
        reached.add(now)
        press(focused.focusWidget(), Key.Key_Tab)
    panel = focused.side.person
    wanted = [
        one
        for one in panel.findChildren(QWidget)
        if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isEnabled()
    ]
    assert panel.face in wanted
    assert {one for one in wanted if one.focusProxy() is None} - reached == set()


def test_the_warnings_are_reached_and_lead_to_their_person(
    focused: MapWidget, qtbot: QtBot
) -> None:
    tabs: QTabWidget = focused.side.tabs
    tabs.tabBar().setFocus(Qt.FocusReason.TabFocusReason)
    press(tabs.tabBar(), Key.Key_Right)
    assert tabs.currentWidget() is focused.side.warnings
    row = next(one for one in focused.side.warnings.rows if one.warning.person == HE_LIN)
    jump = next(one for one in row.findChildren(QWidget) if "He Lin" in _words(one))
    jump.setFocus(Qt.FocusReason.TabFocusReason)
    press(jump, Key.Key_Space)
    assert focused.person == HE_LIN
    qtbot.waitUntil(focused.canvas.hasFocus)


def _words(shown: QWidget) -> str:
    text = getattr(shown, "text", None)
    return str(text()) if callable(text) and not isinstance(shown, QLabel) else ""


def test_f1_lists_the_keys_of_the_map_while_it_is_shown(app: App, qtbot: QtBot) -> None:
    window = window_of(app)
    window.go(Place("clients", "fireferry", "map"))
    qtbot.waitUntil(lambda: any(one.view for one in window.findChildren(MapWidget)))
    (shown,) = window.findChildren(MapWidget)
    qtbot.waitUntil(shown.isVisible)
    sheet = ShortcutSheet(window.desk, window.commands.values(), window)
    qtbot.addWidget(sheet)
    words = {one.text() for one in sheet.findChildren(QLabel)}
    assert {command.label for command in shown.commands.values()} <= words
    window.go(Place("today"))
    qtbot.waitUntil(lambda: not shown.isVisible())
    other = ShortcutSheet(window.desk, window.commands.values(), window)
    qtbot.addWidget(other)
    assert "Departure drill: on or off" not in {one.text() for one in other.findChildren(QLabel)}
