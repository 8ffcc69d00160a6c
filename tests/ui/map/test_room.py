"""The map with few people and many, in small windows and in large type: nothing is cut off."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from briefing_app.documents.stakeholder_map.picture import MapKind
from briefing_app.domain.message import say
from briefing_app.domain.offering import OwnCompany
from briefing_app.domain.stakeholder import BuyingRole
from briefing_app.domain.text import Language
from briefing_app.services.changes import Change
from briefing_app.services.preferences import Preferences
from briefing_app.store.store import Store
from briefing_app.ui.desk import Desk
from briefing_app.ui.look import Appearance, Look, screen_palette
from briefing_app.ui.map.keys import KeysDialog
from briefing_app.ui.map.widget import MapWidget
from briefing_app.ui.tab_order import put_in_order
from briefing_app.ui.workers import Workers
from tests.judges.screen import findings
from tests.stakeholder_maps import crowd, records_of
from tests.ui.map.conftest import GU, HAN, OpenMap

Enlarged = Callable[[Language, float], Desk]
SCALES = pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])


@pytest.fixture
def enlarged(workers: Workers) -> Enlarged:
    """Makes a desk with larger type."""

    def make(language: Language, scale: float) -> Desk:
        look = Look(screen_palette(Appearance.LIGHT), scale)
        return Desk(workers, language, look, Preferences(), workers)

    return make


def place(part: QWidget, inside: QWidget) -> QRect:
    return QRect(part.mapTo(inside, part.rect().topLeft()), part.size())


@SCALES
@pytest.mark.parametrize("width", [480, 560, 800, 1400])
def test_every_view_and_tool_of_the_bar_is_whole(
    enlarged: Enlarged,
    open_map: OpenMap,
    language: Language,
    scale: float,
    width: int,
    qtbot: QtBot,
) -> None:
    shown = open_map(enlarged(language, scale))
    shown.resize(max(width, shown.minimumSizeHint().width()), 700)
    qtbot.wait(10)  # layouts settle
    bar = shown.bar
    parts = [part for part in bar.findChildren(QAbstractButton) if part.isVisible()]
    places = [place(part, bar) for part in parts]
    assert all(bar.rect().contains(one) for one in places)
    assert not any(
        one.intersects(other) for n, one in enumerate(places) for other in places[n + 1 :]
    )
    for chip in bar.findChildren(QPushButton):
        assert chip.width() >= chip.minimumSizeHint().width()


@SCALES
def test_nothing_is_cut_or_hides_anything_in_a_narrow_window(
    enlarged: Enlarged, open_map: OpenMap, language: Language, scale: float, qtbot: QtBot
) -> None:
    """So wide is the map at 200% in a window of 1280 pixels."""
    shown = open_map(enlarged(language, scale))
    shown.resize(566, 480)
    shown.choose(HAN)
    qtbot.wait(10)  # layouts settle
    put_in_order(shown)  # as the window does at each Tab
    assert findings(shown) == []
    shown.drill()
    qtbot.wait(10)
    assert findings(shown) == []


def test_in_a_low_window_the_legend_gives_way_and_stands_with_the_keys(
    shown: MapWidget,
) -> None:
    shown.resize(1280, 800)
    assert shown.legend.isVisible()
    words = shown.legend.text()
    shown.resize(1280, 300)
    assert not shown.legend.isVisible()
    shown.show_keys()
    dialog = shown.findChild(KeysDialog)
    assert dialog is not None
    assert words in {one.text() for one in dialog.findChildren(QLabel)}


def test_fields_beside_the_map_are_as_narrow_as_their_panel(
    enlarged: Enlarged, open_map: OpenMap
) -> None:
    shown = open_map(enlarged(Language.EN, 2.0))
    shown.choose(HAN)
    panel = shown.side.person
    for box in panel.findChildren(QComboBox):
        assert box.minimumSizeHint().width() < panel.width()


def test_a_placeholder_says_what_it_is_and_where_the_name_goes(
    shown: MapWidget, qtbot: QtBot
) -> None:
    shown.choose(GU)
    assert not shown.side.person._unnamed.isVisible()
    with qtbot.waitSignal(shown.shown):
        shown.acts.placeholder(BuyingRole.GATEKEEPER, shown.picker._placed)
    assert shown.view is not None
    (person,) = (key for key, one in shown.view.people.items() if one.person.is_placeholder)
    shown.choose(person)
    assert shown.side.person._unnamed.isVisible()
    assert BuyingRole.GATEKEEPER in shown.view.gaps


def test_the_drill_says_when_the_decider_is_who_leaves(shown: MapWidget) -> None:
    shown.choose(HAN)
    shown.drill()
    told = shown.side.drill.lines()
    assert "Han Yiqing, who would be gone" in told
    assert "Han Yiqing, whom we have met" in told
    assert "Han Yiqing → Gu Mingchuan" in told
    back = shown.side.drill.back
    assert shown.side.drill.rect().contains(place(back, shown.side.drill))


@pytest.mark.parametrize("kind", list(MapKind))
def test_sixty_people_are_first_shown_as_large_as_can_be_read(
    desk: Desk, open_map: OpenMap, qtbot: QtBot, kind: MapKind
) -> None:
    dossier = crowd(60)

    def keep(store: Store) -> Change:
        with store.act(say("Deck")) as act:
            store.save([one for one in records_of(dossier) if not isinstance(one, OwnCompany)])
        return Change(say("Deck"), act.records)

    with qtbot.waitSignal(desk.changed):
        desk.act(keep)
    shown = open_map(desk, kind)
    with qtbot.waitSignal(shown.shown):
        shown.open(dossier.opportunity.id)
    usual = shown.canvas._usual()
    assert usual * 0.5 <= shown.canvas.zoom <= usual
    seen = shown.canvas.mapToScene(shown.canvas.viewport().rect()).boundingRect()
    assert shown.canvas.map_scene is not None
    cards = shown.canvas.map_scene.cards.values()
    first = shown.canvas.cards_in_order()[0]
    assert seen.contains(first.sceneBoundingRect())
    shown.canvas.fit()
    seen = shown.canvas.mapToScene(shown.canvas.viewport().rect()).boundingRect()
    assert all(seen.contains(card.sceneBoundingRect().center()) for card in cards)
