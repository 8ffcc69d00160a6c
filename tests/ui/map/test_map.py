"""The map as a whole: what it shows in each view, language and appearance."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from briefing_app.documents.stakeholder_map.picture import MapKind
from briefing_app.documents.theme import Colour
from briefing_app.domain.ids import OpportunityId, PersonId
from briefing_app.domain.message import say
from briefing_app.domain.opportunity import Opportunity
from briefing_app.domain.stakeholder import BuyingRole, Stakeholder, Support
from briefing_app.domain.text import Language
from briefing_app.services.changes import Change
from briefing_app.services.stakeholder_map.writing import PictureFormat
from briefing_app.store.store import Store
from briefing_app.ui.desk import Desk
from briefing_app.ui.look import Appearance, Role
from briefing_app.ui.map.choosing import PickDialog
from briefing_app.ui.map.painting import ROLES
from briefing_app.ui.map.saving import with_ending
from briefing_app.ui.map.scene import MOVE_MILLISECONDS
from briefing_app.ui.map.widget import MapWidget
from tests.ui.conftest import MakeDesk
from tests.ui.map.conftest import GU, HAN, HE_LIN, SHAO, OpenMap
from tests.ui.map.hands import card_of, middle


@pytest.mark.parametrize("appearance", list(Appearance))
@pytest.mark.parametrize("kind", list(MapKind))
def test_each_view_is_painted_in_the_windows_colours(
    make_desk: MakeDesk,
    open_map: OpenMap,
    language: Language,
    appearance: Appearance,
    kind: MapKind,
) -> None:
    desk = make_desk(language, appearance)
    shown = open_map(desk, kind)
    image = shown.canvas.grab().toImage()
    seen = {
        image.pixelColor(x, y).name() for x in range(0, image.width(), 3) for y in range(60, 400, 3)
    }
    surface, ground = (desk.look.colour(role).name() for role in (Role.SURFACE, Role.GROUND))
    assert {surface, ground} <= seen


def test_every_colour_of_a_picture_has_a_role_on_the_screen() -> None:
    assert set(ROLES) == set(Colour)


def test_the_selection_is_one_in_all_views(shown: MapWidget) -> None:
    shown.choose(HAN)
    for kind in MapKind:
        shown.show_kind(kind)
        assert shown.person == HAN
        assert shown.side.person.person == HAN
        scene = shown.canvas.map_scene
        assert scene is not None
        chosen = {item.card.person for item in scene.cards.values() if item._is_chosen}
        assert chosen == {HAN}


def test_who_is_selected_is_told_to_screen_readers(shown: MapWidget) -> None:
    shown.choose(HE_LIN)
    told = QAccessible.queryAccessibleInterface(shown.canvas)
    assert told.text(QAccessible.Text.Name) == "Reporting lines: 8 people"
    words = told.text(QAccessible.Text.Description)
    assert "He Lin" in words
    assert "Opponent" in words
    assert "Evaluator" in words


def test_a_tool_tip_tells_the_roles_in_full(shown: MapWidget) -> None:
    scene = shown.canvas.map_scene
    assert scene is not None
    tips = [item.toolTip() for item in scene.cards.values() if item.card.person == HE_LIN]
    assert "Evaluator" in tips[0]


def test_a_warning_jumps_to_its_person(shown: MapWidget) -> None:
    shown.side.tabs.setCurrentWidget(shown.side.warnings)
    row = next(one for one in shown.side.warnings.rows if one.warning.person == HE_LIN)
    row.wanted.emit(HE_LIN)
    assert shown.person == HE_LIN
    assert shown.canvas.current is not None


def test_reasons_are_there_on_demand(shown: MapWidget, qtbot: QtBot) -> None:
    shown.side.tabs.setCurrentWidget(shown.side.warnings)
    row = shown.side.warnings.rows[0]
    assert not row.is_unfolded
    row._why.click()
    assert row.is_unfolded
    qtbot.waitUntil(lambda: all(part.isVisible() for part in row._more))


def test_the_drill_fades_the_person_and_tells_the_losses(shown: MapWidget) -> None:
    shown.choose(HAN)
    shown.drill()
    scene = shown.canvas.map_scene
    assert scene is not None
    (item,) = (one for one in scene.cards.values() if one.card.person == HAN)
    assert item.opacity() < 0.5
    assert shown.side.currentWidget() is shown.side.drill
    told = shown.side.drill.lines()
    assert any("Han Yiqing" in line for line in told)
    assert any("Visit on" in line for line in told)
    shown.choose(GU)
    assert any("Gu Mingchuan" in line for line in shown.side.drill.lines())
    shown.side.drill.back.click()
    assert shown.gone is None
    assert shown.side.currentWidget() is shown.side.tabs
    assert all(one.opacity() == 1.0 for one in scene.cards.values())


def test_who_is_out_of_reach_is_ringed(desk: Desk, open_map: OpenMap) -> None:
    shown = open_map(desk)
    assert shown.view is not None
    scene = shown.canvas.map_scene
    assert scene is not None
    for person, one in shown.view.people.items():
        shown.choose(person)
        if shown.gone is None:
            shown.drill()
        lost = {item.card.person for item in scene.cards.values() if item._is_lost}
        assert lost == set(one.loss.cut_off) - {person}


def test_the_drill_changes_nothing_that_is_stored(shown: MapWidget, qtbot: QtBot) -> None:
    shown.choose(HAN)
    with qtbot.assertNotEmitted(shown.desk.changed, wait=50):
        shown.drill()


def test_a_field_beside_the_map_changes_the_picture(shown: MapWidget, qtbot: QtBot) -> None:
    shown.choose(HE_LIN)
    field = shown.side.person._support
    with qtbot.waitSignal(shown.shown):
        field._control.setCurrentIndex(0)
        field._control.activated.emit(0)
    assert shown.view is not None
    known = shown.view.people[HE_LIN].known
    assert known is not None
    assert known.support.value == "champion"


def test_the_map_follows_what_others_change(shown: MapWidget, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shown.shown):
        shown.desk.changed.emit(Change(say("Deck"), (("person", HE_LIN),)))
    with qtbot.assertNotEmitted(shown.shown, wait=100):
        shown.desk.changed.emit(Change(say("Deck"), (("logo", "x"),)))


@pytest.mark.parametrize("ending", ["svg", "png", "pdf"])
def test_the_view_is_saved_in_a_helper_process(
    shown: MapWidget, qtbot: QtBot, tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"map.{ending}"
    with qtbot.waitSignal(shown.desk.told, timeout=30_000):
        shown.save_to(path)
    assert path.stat().st_size > 2_000
    if ending == "svg":
        assert "He Lin" in "".join(ElementTree.parse(path).getroot().itertext())


def test_a_project_without_people_says_what_to_do(
    desk: Desk, open_map: OpenMap, qtbot: QtBot
) -> None:
    shown = open_map(desk)
    made: list[Opportunity] = []

    def bare(store: Store) -> Change:
        old = store.all(Opportunity)[0]
        client = next(one for one in store.all(type(_client(store, old))) if one.id != old.client)
        new = Opportunity(id=OpportunityId("empty"), client=client.id, name=old.name)
        store.save((new,))
        made.append(new)
        return Change(say("Deck"), (("opportunity", new.id),))

    with qtbot.waitSignal(desk.changed):
        desk.act(bare)
    with qtbot.waitSignal(shown.shown):
        shown.open(made[0].id)
    qtbot.waitUntil(lambda: shown.stack.currentWidget() is shown.stack.invitation)


def _client(store: Store, opportunity: Opportunity) -> object:
    from briefing_app.domain.client import Client

    return store.get(Client, opportunity.client)


def test_nothing_moves_for_longer_than_it_helps() -> None:
    assert MOVE_MILLISECONDS <= 150


def test_opening_with_somebody_selects_them(desk: Desk, open_map: OpenMap, qtbot: QtBot) -> None:
    shown = open_map(desk)
    with qtbot.waitSignal(shown.shown):
        shown.open(OpportunityId("fireferry-launch-insight"), PersonId(GU))
    assert shown.person == GU


def test_the_menu_of_a_person_offers_what_the_keys_do(shown: MapWidget, qtbot: QtBot) -> None:
    shown.choose(HE_LIN)
    shown.canvas.menu_wanted.emit(shown.mapToGlobal(shown.rect().center()))
    menu = shown.findChild(QMenu)
    assert menu is not None
    words = [action.text() for action in menu.actions()]
    assert "Champion\tC" in words
    with qtbot.waitSignal(shown.shown):
        menu.actions()[words.index("Champion\tC")].trigger()
    assert shown.selected is not None
    assert shown.selected.known is not None
    assert shown.selected.known.support is Support.CHAMPION


def test_a_right_click_selects_who_is_under_the_hand(shown: MapWidget, qtbot: QtBot) -> None:
    at = shown.canvas.mapFromScene(middle(card_of(shown, HAN).frame))
    reason = QContextMenuEvent.Reason.Mouse
    event = QContextMenuEvent(reason, at, shown.canvas.viewport().mapToGlobal(at))
    with qtbot.waitSignal(shown.canvas.menu_wanted):
        shown.canvas.contextMenuEvent(event)
    assert shown.person == HAN


@pytest.mark.parametrize("appearance", list(Appearance))
def test_a_map_that_is_not_read_yet_is_no_white_flash(
    make_desk: MakeDesk, appearance: Appearance, qtbot: QtBot
) -> None:
    desk = make_desk(Language.EN, appearance)
    made = MapWidget(desk)
    qtbot.addWidget(made)
    made.resize(900, 600)
    image = made.canvas.grab().toImage()
    assert image.pixelColor(20, 20) == desk.look.colour(Role.GROUND)


def test_a_warning_about_nobody_shows_the_view_it_is_seen_in(
    desk: Desk, open_map: OpenMap, qtbot: QtBot
) -> None:
    """Without Shao nobody is known as signatory."""
    shown = open_map(desk)
    shown.choose(SHAO)
    with qtbot.waitSignal(shown.shown):
        shown.delete()
    shown.side.tabs.setCurrentWidget(shown.side.warnings)
    row = next(one for one in shown.side.warnings.rows if one.warning.seen_in is MapKind.CHAIN)
    row._show_view()
    assert shown.kind is MapKind.CHAIN


def test_a_double_click_on_an_empty_seat_finds_somebody_for_it(
    desk: Desk, open_map: OpenMap, stored: Callable[[PersonId], Stakeholder], qtbot: QtBot
) -> None:
    shown = open_map(desk, MapKind.CHAIN)
    shown.canvas.fit()
    assert shown.canvas.picture is not None
    frame = shown.canvas.picture.spot(BuyingRole.SIGNATORY.value).frame
    at = shown.canvas.mapFromScene(frame.x + frame.width / 2, frame.bottom - 3)
    QTest.mouseDClick(shown.canvas.viewport(), Qt.MouseButton.LeftButton, pos=at)
    dialog = shown.findChild(PickDialog)
    assert dialog is not None
    QTest.keyClicks(dialog.filter, "He Lin")
    with qtbot.waitSignal(shown.shown):
        QTest.keyClick(dialog.filter, Qt.Key.Key_Return)
    assert BuyingRole.SIGNATORY in stored(HE_LIN).roles
    assert shown.person == HE_LIN


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("map", "map.png"), ("map.svg", "map.svg"), ("A. B. Co", "A. B. Co.png")],
)
def test_an_ending_that_was_typed_counts(typed: str, kept: str) -> None:
    assert with_ending(Path(typed), PictureFormat.PNG) == Path(kept)
