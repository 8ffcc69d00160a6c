"""While a file is dragged over the window it tells what dropping will do."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from briefing_app.domain.text import Language
from briefing_app.services.importable import IMPORTED_ENDINGS
from briefing_app.ui.desk import Desk
from briefing_app.ui.imports.drop import FileDrop
from briefing_app.ui.look import Appearance, Role
from tests.ui.conftest import MakeDesk

_PLACE = QPoint(5, 5)
_COPY = Qt.DropAction.CopyAction
_HELD = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)


@pytest.fixture
def drop(desk: Desk, qtbot: QtBot) -> FileDrop:
    return _over(desk, qtbot)


def _over(desk: Desk, qtbot: QtBot) -> FileDrop:
    window = QWidget()
    window.resize(960, 600)
    window.setLayout(QVBoxLayout())
    qtbot.addWidget(window)
    window.show()
    return FileDrop(window, desk)


def _files(*names: str) -> QMimeData:
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(f"/some/{name}") for name in names])
    return carried


def _enter(drop: FileDrop, carried: QMimeData) -> QDragEnterEvent:
    event = QDragEnterEvent(_PLACE, _COPY, carried, *_HELD)
    QApplication.sendEvent(drop.window, event)
    return event


@pytest.mark.parametrize("ending", [*IMPORTED_ENDINGS, ".XLSX"])
def test_a_file_that_can_be_imported_is_announced(drop: FileDrop, ending: str) -> None:
    event = _enter(drop, _files(f"clients{ending}"))
    assert event.isAccepted()
    assert event.dropAction() is _COPY
    assert drop.overlay.isVisible()
    assert drop.overlay.geometry() == drop.window.rect()
    assert drop.overlay.headline == f"Drop to import “clients{ending}”"
    assert "before it is kept" in drop.overlay.detail


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (("picture.png",), "“picture.png” cannot be imported"),
        (("folder",), "“folder” cannot be imported"),
        (("one.xlsx", "two.xlsx"), "Drop one file at a time"),
    ],
)
def test_what_cannot_be_imported_is_told_and_nothing_is_done_with_it(
    drop: FileDrop, qtbot: QtBot, names: tuple[str, ...], told: str
) -> None:
    carried = _files(*names)
    event = _enter(drop, carried)
    assert event.isAccepted()  # so that the window is told when it leaves
    assert event.dropAction() is Qt.DropAction.IgnoreAction
    assert drop.overlay.headline == told
    assert ".vcf" in drop.overlay.detail
    with qtbot.assertNotEmitted(drop.dropped):
        dropped = QDropEvent(_PLACE, _COPY, carried, *_HELD)
        QApplication.sendEvent(drop.overlay, dropped)
    assert not dropped.isAccepted()
    assert not drop.overlay.isVisible()


def test_a_file_from_elsewhere_is_told(drop: FileDrop) -> None:
    carried = QMimeData()
    carried.setUrls([QUrl("https://example.com/clients.xlsx")])
    _enter(drop, carried)
    assert drop.overlay.headline == "Only files on this computer can be imported"


def test_the_overlay_goes_when_the_file_leaves(drop: FileDrop) -> None:
    first = _files("clients.xlsx")
    _enter(drop, first)
    carried = _files("a.csv")
    QApplication.sendEvent(drop.overlay, QDragMoveEvent(_PLACE, _COPY, carried, *_HELD))
    assert drop.overlay.headline == "Drop to import “a.csv”"
    QApplication.sendEvent(drop.overlay, QDragLeaveEvent())
    assert not drop.overlay.isVisible()


def test_words_that_are_dragged_are_left_alone(drop: FileDrop) -> None:
    carried = QMimeData()
    carried.setText("some words")
    _enter(drop, carried)
    assert not drop.overlay.isVisible()


def test_a_dropped_file_is_taken(drop: FileDrop, qtbot: QtBot) -> None:
    carried = _files("clients.xlsx")
    _enter(drop, carried)
    either = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
    dropped = QDropEvent(_PLACE, either, carried, *_HELD)
    dropped.setDropAction(Qt.DropAction.MoveAction)
    with qtbot.waitSignal(drop.dropped) as told:
        QApplication.sendEvent(drop.overlay, dropped)
    assert dropped.dropAction() is _COPY  # a file that is moved would be deleted where it was
    assert told.args == [Path("/some/clients.xlsx")]
    assert not drop.overlay.isVisible()


def test_a_click_takes_an_overlay_away_that_was_left_over(drop: FileDrop, qtbot: QtBot) -> None:
    _enter(drop, _files("clients.xlsx"))
    qtbot.mouseClick(drop.overlay, Qt.MouseButton.LeftButton)
    assert not drop.overlay.isVisible()


@pytest.mark.parametrize("appearance", list(Appearance))
def test_the_overlay_is_drawn_in_the_colours_of_the_palette(
    make_desk: MakeDesk, appearance: Appearance, language: Language, qtbot: QtBot
) -> None:
    desk = make_desk(language, appearance)
    drop = _over(desk, qtbot)
    for name, role in (("clients.xlsx", Role.ACCENT), ("picture.png", Role.BAD)):
        _enter(drop, _files(name))
        picture = drop.overlay.grab().toImage()
        found = {
            picture.pixelColor(x, y).name()
            for x in range(0, picture.width(), 3)
            for y in range(14, 20)
        }
        assert desk.look.colour(role).name() in found
