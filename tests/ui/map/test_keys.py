"""All of the map from the keyboard."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from briefing_app.documents.stakeholder_map.picture import MapKind
from briefing_app.domain.ids import PersonId
from briefing_app.domain.stakeholder import Coverage, Influence, Stakeholder, Support
from briefing_app.ui.desk import Desk
from briefing_app.ui.map.choosing import PickDialog
from briefing_app.ui.map.keys import KeysDialog
from briefing_app.ui.map.widget import MapWidget
from tests.ui.map.conftest import GU, HAN, HE_LIN, LUO, OpenMap

Key = Qt.Key
Stored = Callable[[PersonId], Stakeholder]
Lines = Callable[[], set[tuple[str, str, str]]]


@pytest.fixture
def focused(shown: MapWidget, qtbot: QtBot) -> MapWidget:
    """The map with somebody selected and the keys on it."""
    qtbot.waitExposed(shown)
    shown.activateWindow()
    shown.choose(HE_LIN)
    shown.to_canvas()
    qtbot.waitUntil(shown.canvas.hasFocus)
    return shown


def send(shown: MapWidget, keys: str, qtbot: QtBot) -> None:
    """Press keys and wait for the map to be drawn anew."""
    with qtbot.waitSignal(shown.shown):
        _press(shown, keys)


def _press(shown: MapWidget, keys: str) -> None:
    QTest.keySequence(shown.canvas, QKeySequence(keys))


def test_arrows_follow_the_reporting_lines(focused: MapWidget, qtbot: QtBot) -> None:
    QTest.keyClick(focused.canvas, Key.Key_Up)
    assert focused.person == GU
    QTest.keyClick(focused.canvas, Key.Key_Down)
    assert focused.view is not None
    reports = {one.source for one in focused.view.lines if one.target == GU}
    assert focused.person in reports
    QTest.keyClick(focused.canvas, Key.Key_Right)
    assert focused.person in reports - {None}


def test_home_and_end_go_to_the_ends(focused: MapWidget, qtbot: QtBot) -> None:
    QTest.keyClick(focused.canvas, Key.Key_Home)
    assert focused.person == GU
    QTest.keyClick(focused.canvas, Key.Key_End)
    assert focused.person not in (None, GU)


def test_arrows_reach_everybody_in_every_view(desk: Desk, open_map: OpenMap, qtbot: QtBot) -> None:
    shown = open_map(desk)
    assert shown.view is not None
    for kind in MapKind:
        shown.show_kind(kind)
        seen: set[str] = set()
        waiting = list(shown.view.pictures[kind].cards[:1])
        while waiting:
            card = waiting.pop()
            if card.key in seen:
                continue
            seen.add(card.key)
            for key in (Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down):
                shown.canvas._chosen_by_user(card.person, card)
                QTest.keyClick(shown.canvas, key)
                assert shown.canvas.current is not None
                waiting.append(shown.canvas.current)
        people = {key.split("@")[0] for key in seen}
        assert people == set(shown.view.people)


@pytest.mark.parametrize(
    ("keys", "support"),
    [
        ("C", Support.CHAMPION),
        ("S", Support.SUPPORTIVE),
        ("N", Support.NEUTRAL),
        ("U", Support.UNKNOWN),
    ],
)
def test_a_letter_sets_the_support(
    focused: MapWidget, stored: Stored, qtbot: QtBot, keys: str, support: Support
) -> None:
    send(focused, keys, qtbot)
    assert stored(HE_LIN).support is support


@pytest.mark.parametrize(
    ("keys", "influence"),
    [("2", Influence.MEDIUM), ("1", Influence.LOW), ("0", Influence.UNKNOWN)],
)
def test_a_digit_sets_the_influence(
    focused: MapWidget, stored: Stored, qtbot: QtBot, keys: str, influence: Influence
) -> None:
    send(focused, keys, qtbot)
    assert stored(HE_LIN).influence is influence


def test_shift_and_arrows_move_the_card_as_dragging_would(
    focused: MapWidget, stored: Stored, qtbot: QtBot
) -> None:
    send(focused, "Shift+Right", qtbot)
    assert stored(HE_LIN).support is Support.NEUTRAL
    send(focused, "Shift+Down", qtbot)
    assert stored(HE_LIN).influence is Influence.MEDIUM
    focused.show_kind(MapKind.TABLE)
    owner = stored(HE_LIN).covered_by
    send(focused, "Shift+Left", qtbot)
    assert stored(HE_LIN).covered_by != owner


def test_a_step_of_closeness(focused: MapWidget, stored: Stored, qtbot: QtBot) -> None:
    assert stored(HE_LIN).coverage is Coverage.MET
    send(focused, "D", qtbot)
    assert stored(HE_LIN).coverage is Coverage.REGULAR


def test_a_line_is_drawn_to_somebody_picked_from_a_list(
    focused: MapWidget, stored_lines: Lines, qtbot: QtBot
) -> None:
    _press(focused, "L")
    dialog = focused.findChild(PickDialog)
    assert dialog is not None
    dialog.kind.setCurrentIndex(1)
    QTest.keyClicks(dialog.filter, "Han")
    with qtbot.waitSignal(focused.shown):
        QTest.keyClick(dialog.filter, Key.Key_Return)
    assert ("influences", HE_LIN, HAN) in stored_lines()


def test_a_persons_lines_are_selected_in_turn_and_removed(
    focused: MapWidget, stored_lines: Lines, qtbot: QtBot
) -> None:
    before = stored_lines()
    own = {one for one in before if HE_LIN in one[1:]}
    seen = set()
    for _ in own:
        _press(focused, "]")
        seen.add(focused.canvas.line)
        assert "He Lin" in focused.canvas.accessibleDescription()
        assert "\n" not in focused.canvas.accessibleDescription()  # the line, not the person
    assert len(seen) == len(own)
    send(focused, "Delete", qtbot)
    assert len(stored_lines()) == len(before) - 1
    assert focused.person == HE_LIN


def test_somebody_unknown_comes_onto_the_map(focused: MapWidget, qtbot: QtBot) -> None:
    assert focused.view is not None
    before = set(focused.view.people)
    _press(focused, "A")
    dialog = focused.findChild(PickDialog)
    assert dialog is not None
    QTest.keyClicks(dialog.filter, "signatory")
    with qtbot.waitSignal(focused.shown):
        QTest.keyClick(dialog.filter, Key.Key_Return)
    (added,) = set(focused.view.people) - before
    assert focused.view.people[added].person.is_placeholder
    qtbot.waitUntil(lambda: focused.person == added)


def test_somebody_new_is_entered_from_the_map(focused: MapWidget, qtbot: QtBot) -> None:
    assert focused.view is not None
    before = set(focused.view.people)
    _press(focused, "A")
    dialog = focused.findChild(PickDialog)
    assert dialog is not None
    QTest.keyClicks(dialog.filter, "Lena Fischer")
    assert dialog.list.currentItem().text() == "New person: Lena Fischer"
    with qtbot.waitSignal(focused.shown):
        QTest.keyClick(dialog.filter, Key.Key_Return)
    (added,) = set(focused.view.people) - before
    assert focused.view.people[added].person.name.en == "Lena Fischer"
    qtbot.waitUntil(lambda: focused.person == added)


def test_delete_takes_a_person_off_the_map(focused: MapWidget, qtbot: QtBot) -> None:
    focused.choose(LUO)
    send(focused, "Delete", qtbot)
    assert focused.view is not None
    assert [one.id for one in focused.view.others] == [LUO]
    assert focused.person is None


def test_who_comes_to_the_visit_is_still_shown(
    focused: MapWidget, stored_lines: Lines, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(focused.desk.told):
        send(focused, "Delete", qtbot)
    assert focused.view is not None
    assert focused.view.people[HE_LIN].known is None
    assert not any(HE_LIN in line for line in stored_lines())


def test_enter_leads_to_the_values_and_escape_back(focused: MapWidget, qtbot: QtBot) -> None:
    QTest.keyClick(focused.canvas, Key.Key_Return)
    assert focused.side.person.isAncestorOf(focused.focusWidget())
    QTest.keyClick(focused.focusWidget(), Key.Key_Escape)
    qtbot.waitUntil(focused.canvas.hasFocus)


def test_ctrl_enter_leads_to_the_name_of_a_person(focused: MapWidget, qtbot: QtBot) -> None:
    with qtbot.waitSignal(focused.person_wanted) as wanted:
        _press(focused, "Ctrl+Return")
    assert wanted.args == [HE_LIN]


def test_views_change_and_the_selection_stays(focused: MapWidget, qtbot: QtBot) -> None:
    kinds = []
    for _ in MapKind:
        _press(focused, "V")
        kinds.append(focused.kind)
        assert focused.person == HE_LIN
        assert focused.canvas.current is not None
        assert focused.canvas.current.person == HE_LIN
    assert set(kinds) == set(MapKind)


def test_every_key_is_listed(focused: MapWidget) -> None:
    _press(focused, "?")
    dialog = focused.findChild(KeysDialog)
    assert dialog is not None
    words = {shown.text() for shown in dialog.findChildren(QLabel)}
    for command in focused.commands.values():
        assert command.label in words
    keys = [command.keys for command in focused.commands.values()]
    assert len(keys) == len(set(keys))


def test_zoom_and_fit(focused: MapWidget) -> None:
    usual = focused.canvas.transform().m11()
    _press(focused, "+")
    assert focused.canvas.transform().m11() == pytest.approx(usual * 1.25)
    _press(focused, "F")
    assert focused.canvas.transform().m11() <= usual
