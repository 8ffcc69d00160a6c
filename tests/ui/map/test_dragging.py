"""What a hand changes on the map is stored."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from briefing_app.documents.stakeholder_map.picture import MapKind
from briefing_app.domain.ids import PersonId
from briefing_app.domain.stakeholder import (
    BuyingRole,
    Influence,
    LineKind,
    Stakeholder,
    Support,
)
from briefing_app.domain.values import Certainty
from briefing_app.services.undoing import undo
from briefing_app.ui.desk import Desk
from briefing_app.ui.map.widget import MapWidget
from tests.ui.map.conftest import GU, HAN, HE_LIN, SU, TODAY, OpenMap
from tests.ui.map.hands import card_of, drag, middle, press

Stored = Callable[[PersonId], Stakeholder]


def carry(shown: MapWidget, person: PersonId, key: str, qtbot: QtBot, **keys: object) -> None:
    """Drag a person's card into a spot and wait for the map to follow."""
    assert shown.canvas.picture is not None
    spot = shown.canvas.picture.spot(key)
    with qtbot.waitSignal(shown.shown):
        drag(shown, middle(card_of(shown, person).frame), middle(spot.frame), qtbot, **keys)  # type: ignore[arg-type]


def test_a_card_dragged_on_the_grid_changes_both_values(
    desk: Desk, open_map: OpenMap, stored: Stored, qtbot: QtBot
) -> None:
    shown = open_map(desk, MapKind.GRID)
    carry(shown, HE_LIN, f"{Influence.LOW}/{Support.SUPPORTIVE}", qtbot)
    known = stored(HE_LIN)
    assert (known.influence, known.support) == (Influence.LOW, Support.SUPPORTIVE)
    assert known.support_evidence.certainty is Certainty.ASSUMED
    assert known.support_evidence.on == TODAY
    assert card_of(shown, HE_LIN).spot == "low/supportive"
    assert shown.person == HE_LIN


def test_undo_gives_the_value_back_and_the_map_follows(
    desk: Desk, open_map: OpenMap, stored: Stored, qtbot: QtBot
) -> None:
    shown = open_map(desk, MapKind.GRID)
    before = stored(HE_LIN)
    carry(shown, HE_LIN, f"{Influence.LOW}/{Support.SUPPORTIVE}", qtbot)
    with qtbot.waitSignal(shown.shown):
        desk.act(undo)
    assert stored(HE_LIN) == before
    assert card_of(shown, HE_LIN).spot == f"{before.influence}/{before.support}"


def test_a_card_moves_to_its_new_seat(desk: Desk, open_map: OpenMap, qtbot: QtBot) -> None:
    shown = open_map(desk, MapKind.GRID)
    carry(shown, HE_LIN, f"{Influence.LOW}/{Support.CHAMPION}", qtbot)
    scene = shown.canvas.map_scene
    assert scene is not None
    item = scene.cards[card_of(shown, HE_LIN).key]
    qtbot.waitUntil(lambda: item.pos() == item.home)


def test_a_card_let_go_where_it_was_changes_nothing(
    desk: Desk, open_map: OpenMap, stored: Stored, qtbot: QtBot
) -> None:
    shown = open_map(desk, MapKind.GRID)
    before = stored(HE_LIN)
    at = middle(card_of(shown, HE_LIN).frame)
    drag(shown, at, at + at / 50, qtbot)
    assert stored(HE_LIN) == before


def test_a_card_dragged_in_the_chain_changes_the_role(
    desk: Desk, open_map: OpenMap, stored: Stored, qtbot: QtBot
) -> None:
    shown = open_map(desk, MapKind.CHAIN)
    shown.canvas.fit()
    carry(shown, GU, BuyingRole.SIGNATORY.value, qtbot)
    assert stored(GU).roles == (BuyingRole.SIGNATORY,)


def test_with_ctrl_the_new_role_is_added(
    desk: Desk, open_map: OpenMap, stored: Stored, qtbot: QtBot
) -> None:
    shown = open_map(desk, MapKind.CHAIN)
    shown.canvas.fit()
    ctrl = Qt.KeyboardModifier.ControlModifier
    carry(shown, GU, BuyingRole.SIGNATORY.value, qtbot, keys=ctrl)
    assert stored(GU).roles == (BuyingRole.DECIDER, BuyingRole.SIGNATORY)


def test_a_card_that_changes_nothing_goes_back(
    desk: Desk, open_map: OpenMap, stored: Stored, qtbot: QtBot
) -> None:
    """Han initiates and decides: adding one of these roles once more changes nothing."""
    shown = open_map(desk, MapKind.CHAIN)
    shown.canvas.fit()
    before = stored(HAN)
    assert BuyingRole.INITIATOR in before.roles
    assert shown.canvas.picture is not None
    card = next(one for one in shown.canvas.picture.cards_of(HAN) if one.spot == "decider")
    spot = shown.canvas.picture.spot(BuyingRole.INITIATOR.value)
    with qtbot.waitSignal(shown.acts.unchanged):
        ctrl = Qt.KeyboardModifier.ControlModifier
        drag(shown, middle(card.frame), middle(spot.frame), qtbot, keys=ctrl)
    assert stored(HAN) == before
    scene = shown.canvas.map_scene
    assert scene is not None
    item = scene.cards[card.key]
    qtbot.waitUntil(lambda: item.pos() == item.home)


def test_a_circle_of_superiors_is_refused_where_the_window_tells_it(
    shown: MapWidget, stored_lines: Callable[[], set[tuple[str, str, str]]], qtbot: QtBot
) -> None:
    before = stored_lines()
    with qtbot.waitSignal(shown.desk.refused):
        shown.acts.join(LineKind.REPORTS_TO, GU, HE_LIN)
    assert stored_lines() == before


def test_a_mark_dragged_in_the_table_changes_who_looks_after_whom(
    desk: Desk, open_map: OpenMap, stored: Stored, qtbot: QtBot
) -> None:
    shown = open_map(desk, MapKind.TABLE)
    shown.canvas.fit()
    card = card_of(shown, SU)
    assert shown.canvas.picture is not None
    other = next(
        one for one in shown.canvas.picture.spots if one.colleague and one.key != card.spot
    )
    end = middle(other.frame)
    end.setY(middle(card.frame).y())
    with qtbot.waitSignal(shown.shown):
        drag(shown, middle(card.frame), end, qtbot)
    assert stored(SU).covered_by == other.colleague


def test_a_line_dragged_from_card_to_card_asks_which_it_is(
    shown: MapWidget, stored_lines: Callable[[], set[tuple[str, str, str]]], qtbot: QtBot
) -> None:
    drag(shown, middle(card_of(shown, SU).frame), middle(card_of(shown, HE_LIN).frame), qtbot)
    menu = shown.findChild(QMenu)
    assert menu is not None
    words = [action.text() for action in menu.actions()]
    assert words == ["Reports to", "Influences", "In conflict with"]
    with qtbot.waitSignal(shown.shown):
        menu.actions()[2].trigger()
    assert ("conflicts-with", SU, HE_LIN) in stored_lines()


def test_a_click_selects_a_person_and_the_ground_nobody(shown: MapWidget, qtbot: QtBot) -> None:
    press(shown, middle(card_of(shown, HAN).frame))
    assert shown.person == HAN
    assert shown.side.person.person == HAN
    press(shown, middle(card_of(shown, HAN).frame) * 0)
    assert shown.person is None


def test_a_click_on_a_line_selects_it_and_delete_removes_it(
    shown: MapWidget, stored_lines: Callable[[], set[tuple[str, str, str]]], qtbot: QtBot
) -> None:
    assert shown.view is not None
    line = next(one for one in shown.view.lines if (one.source, one.target) == (HE_LIN, GU))
    boss, report = card_of(shown, GU).frame, card_of(shown, HE_LIN).frame
    point = middle(report)
    point.setY((boss.bottom + report.y) / 2 + 4)
    press(shown, point)
    assert shown.canvas.line == line.id
    with qtbot.waitSignal(shown.shown):
        shown.delete()
    assert ("reports-to", HE_LIN, GU) not in stored_lines()


def test_the_ground_is_moved_by_dragging_it(shown: MapWidget, qtbot: QtBot) -> None:
    for _ in range(4):
        shown.canvas.zoom_in()
    bar = shown.canvas.horizontalScrollBar()
    bar.setValue(bar.minimum())
    at = shown.canvas.mapToScene(300, 8)
    assert shown.canvas.map_scene is not None
    assert shown.canvas.map_scene.card_at(at) is None
    drag(shown, at, shown.canvas.mapToScene(180, 8), qtbot)
    assert bar.value() == bar.minimum() + 120
