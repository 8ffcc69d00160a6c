"""Tab goes through a window as the eye does, whenever its parts were made."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFormLayout,
    QGridLayout,
    QLineEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from briefing_app.ui.dialog import Dialog


def shown(qtbot: QtBot, *parts: QWidget) -> Dialog:
    dialog = Dialog()
    layout = QVBoxLayout(dialog)
    for part in parts:
        layout.addWidget(part)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
    return dialog


def path(qtbot: QtBot, dialog: Dialog, steps: int) -> list[str]:
    """What has the focus at first, and what so many steps of Tab lead to."""
    found = [dialog.focusWidget().objectName()]
    for _ in range(steps):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        found.append(dialog.focusWidget().objectName())
    return found


def control(name: str) -> QPushButton:
    made = QPushButton(name)
    made.setObjectName(name)
    return made


def test_what_was_put_in_later_is_reached_where_it_stands(qtbot: QtBot) -> None:
    last = control("last")
    dialog = shown(qtbot, control("first"), last)
    layout = dialog.layout()
    assert isinstance(layout, QVBoxLayout)
    between = control("between")
    layout.insertWidget(1, between)
    qtbot.waitUntil(between.isVisible)
    assert path(qtbot, dialog, 2) == ["first", "between", "last"]


def test_a_grid_is_gone_through_row_by_row(qtbot: QtBot) -> None:
    inside = QWidget()
    grid = QGridLayout(inside)
    for name, row, column in (("4", 1, 1), ("2", 0, 1), ("3", 1, 0), ("1", 0, 0)):
        grid.addWidget(control(name), row, column)
    assert path(qtbot, shown(qtbot, inside), 3) == ["1", "2", "3", "4"]


def test_a_form_is_gone_through_from_above(qtbot: QtBot) -> None:
    inside = QWidget()
    form = QFormLayout(inside)
    form.addRow("Second", control("second"))
    form.insertRow(0, "First", control("first"))
    form.addRow(control("wide"))
    assert path(qtbot, shown(qtbot, inside), 2) == ["first", "second", "wide"]


def test_a_splitter_is_gone_through_from_the_left(qtbot: QtBot) -> None:
    parts = QSplitter()
    parts.addWidget(control("right"))
    parts.insertWidget(0, control("left"))
    assert path(qtbot, shown(qtbot, parts), 1) == ["left", "right"]


def test_shift_and_tab_go_back(qtbot: QtBot) -> None:
    line = QLineEdit()
    line.setObjectName("line")
    dialog = shown(qtbot, control("first"), line)
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Backtab)
    assert dialog.focusWidget().objectName() == "first"


def test_a_dialog_stays_within_its_window(qtbot: QtBot) -> None:
    window = QWidget()
    window.resize(800, 500)
    qtbot.addWidget(window)
    dialog = Dialog(window)
    dialog.resize(1200, 900)
    dialog.show()
    assert dialog.width() < window.width()
    assert dialog.height() < window.height()
