"""A list stands beside its record where there is room, and makes way where there is none."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from briefing_app.app import App
from briefing_app.ui.desk import Place
from briefing_app.ui.pages.clients.page import ClientsPage
from briefing_app.ui.pages.list_beside import ListBeside
from tests.ui.conftest import window_of

ROOMY, NARROW = 900, 500


@pytest.fixture
def parts(qtbot: QtBot) -> ListBeside:
    made = ListBeside("parts", QLabel("list"), QLabel("record"), 200, 800)
    qtbot.addWidget(made)
    made.resize(ROOMY, 300)
    made.show()
    return made


def seen(parts: ListBeside) -> list[str]:
    labels = sorted(parts.findChildren(QLabel), key=parts.indexOf)
    return [one.text() for one in labels if one.isVisible()]


def test_a_roomy_window_shows_both(parts: ListBeside) -> None:
    assert seen(parts) == ["list", "record"]
    parts.show_record()
    assert seen(parts) == ["list", "record"]


def test_a_narrow_window_shows_what_was_led_to(parts: ListBeside) -> None:
    parts.resize(NARROW, 300)
    assert seen(parts) == ["list"]
    parts.show_record()
    assert seen(parts) == ["record"]
    parts.lead_to_list()
    assert seen(parts) == ["list"]
    parts.resize(ROOMY, 300)
    assert seen(parts) == ["list", "record"]


def test_a_list_that_was_put_away_stays_away_until_it_is_wanted(parts: ListBeside) -> None:
    parts.turn_list()
    assert seen(parts) == ["record"]
    parts.resize(ROOMY + 100, 300)
    parts.lead_to_list()
    assert seen(parts) == ["record"]
    parts.turn_list()
    assert seen(parts) == ["list", "record"]


def test_a_record_that_needs_more_room_takes_it(parts: ListBeside) -> None:
    parts.show_record()
    parts.need(ROOMY + 1)
    assert seen(parts) == ["record"]
    parts.need(ROOMY)
    assert seen(parts) == ["list", "record"]


def test_widths_are_remembered_while_the_list_is_away(parts: ListBeside, qtbot: QtBot) -> None:
    before = parts.sizes()
    parts.put_list_away()
    state = parts.saveState()
    other = ListBeside("parts", QLabel("list"), QLabel("record"), 100, 800)
    qtbot.addWidget(other)
    other.resize(ROOMY, 300)
    other.show()
    other.restoreState(state)
    assert seen(other) == ["list", "record"]
    assert other.sizes() == pytest.approx(before, abs=2)


def test_the_map_of_a_client_takes_the_room_that_it_needs(app: App, qtbot: QtBot) -> None:
    window = window_of(app)
    window.resize(1280, 720)
    window.go(Place("clients", "fireferry", "profile"))
    page = window.page("clients")
    assert isinstance(page, ClientsPage)
    qtbot.waitUntil(lambda: page.parts.shows_record and page.parts.shows_list)
    qtbot.waitUntil(page.detail.isVisible)
    window.go(Place("clients", "fireferry", "map"))
    qtbot.waitUntil(lambda: not page.panel.isVisible())
    page.detail._list.click()
    qtbot.waitUntil(page.panel.isVisible)
    row = page.panel.list.model.index(0)
    page.panel.list.view.clicked.emit(row)
    qtbot.waitUntil(lambda: page.detail.isVisible() and not page.panel.isVisible())
    window.commands["list"].run()
    assert page.panel.isVisible()
