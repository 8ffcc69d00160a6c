"""What shows a record is loaded and made after its page was painted."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from briefing_app.ui.desk import Desk, Place
from briefing_app.ui.pages.late_detail import LateDetail

FIRST, SECOND = Place("visits", "first"), Place("visits", "second")


class Page(QWidget):
    """Remembers which details it was given, and where it was led."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.given: list[QLabel] = []
        self.led: list[Place] = []
        self.late = LateDetail(self, desk, _label_class, self.given.append, self.lead)

    def lead(self, place: Place) -> None:
        if place.record_id:
            self.late.get()
        self.led.append(place)


def _label_class() -> Callable[[Desk], QLabel]:
    return lambda _desk: QLabel()


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> Page:
    made = Page(desk)
    qtbot.addWidget(made)
    return made


def test_nothing_is_made_in_the_turn_in_which_the_page_opens(page: Page, qtbot: QtBot) -> None:
    page.late.open(FIRST)
    assert page.late.made is None
    qtbot.waitUntil(lambda: page.led == [FIRST])
    assert page.given == [page.late.made]


def test_of_places_asked_for_meanwhile_the_last_is_shown(page: Page, qtbot: QtBot) -> None:
    page.late.open(FIRST)
    page.late.open(SECOND)
    qtbot.waitUntil(lambda: bool(page.led))
    qtbot.wait(1)
    assert set(page.led) == {SECOND}
    assert len(page.given) == 1


def test_once_it_is_made_a_place_is_shown_at_once(page: Page) -> None:
    made = page.late.get()
    page.late.open(FIRST)
    assert (page.led, page.given) == ([FIRST], [made])


def test_a_place_without_a_record_needs_no_detail(page: Page) -> None:
    page.late.open(Place("visits"))
    assert (page.led, page.late.made) == ([Place("visits")], None)


def test_the_window_hears_of_what_was_made(page: Page, desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.part_made) as heard:
        page.late.get()
    assert heard.args == [page.late.made]
