"""Dialogs have room for their words, and Enter does what the eye expects."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QWidget
from pytestqt.qtbot import QtBot

from briefing_app.ui.dialog import Dialog, WholeArea
from briefing_app.ui.widgets import button, column, label

_SENTENCE = "What you save here is kept on this computer and nowhere else. "


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(1280, 720)
    qtbot.addWidget(made)
    return made


def test_words_that_come_later_find_their_room(window: QWidget, qtbot: QtBot) -> None:
    dialog, words = Dialog(window), label("Once.")
    dialog.setLayout(column(words))
    dialog.ask_for(1, 320)
    dialog.open()
    low = dialog.height()
    words.setText(_SENTENCE * 5)
    qtbot.waitUntil(lambda: dialog.height() > 2 * low)
    assert words.height() >= words.heightForWidth(words.width())
    words.setText("Once.")
    qtbot.waitUntil(lambda: dialog.height() == low)
    dialog.reject()


def test_it_grows_with_the_text_and_stays_within_its_window(window: QWidget) -> None:
    dialog = Dialog(window)
    dialog.ask_for(1, 500, 400)
    assert (dialog.width(), dialog.height()) == (500, 400)
    dialog.ask_for(2, 500, 400)
    assert (dialog.width(), dialog.height()) == (1000, 704)
    dialog.ask_for(2, 900, 300)
    assert (dialog.width(), dialog.height()) == (1264, 600)


def test_what_has_no_room_scrolls(window: QWidget, qtbot: QtBot) -> None:
    dialog, content = Dialog(window), QWidget()
    content.setLayout(column(*(button(str(number)) for number in range(3))))
    area = WholeArea(content)
    close = button("Close", dialog.reject)
    dialog.setLayout(column(area, close))
    dialog.ask_for(1, 320)
    dialog.open()
    qtbot.waitUntil(lambda: not area.verticalScrollBar().isVisible())
    for number in range(40):
        content.layout().addWidget(button(str(number)))  # type: ignore[union-attr]
    qtbot.waitUntil(area.verticalScrollBar().isVisible)
    assert dialog.height() == 704
    assert dialog.rect().contains(close.geometry())
    dialog.reject()


def test_enter_presses_what_has_the_focus_else_what_is_meant(window: QWidget) -> None:
    pressed: list[str] = []
    words = QWidget()
    words.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    cancel = button("Cancel", lambda: pressed.append("cancel"))
    delete = button("Delete", lambda: pressed.append("delete"))
    delete.setDefault(True)
    dialog = Dialog(window)
    tick = QCheckBox("All of it")
    dialog.setLayout(column(words, tick, cancel, delete))
    dialog.open()
    for focused in (cancel, words, tick):
        focused.setFocus()
        QTest.keyClick(focused, Qt.Key.Key_Return)
    assert pressed == ["cancel", "delete", "delete"]
    assert not tick.isChecked()
    dialog.reject()
