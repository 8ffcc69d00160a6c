"""Parts in a flow go on in the next line, and those at the right stand there."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from briefing_app.ui.flow import Flow


@pytest.fixture
def parts() -> tuple[QWidget, ...]:
    made = tuple(QWidget() for _ in range(4))
    for part in made:
        part.setMinimumSize(100, 20)
    return made


def shown(qtbot: QtBot, flow: Flow, width: int) -> QWidget:
    window = QWidget()
    layout = QVBoxLayout(window)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(flow)
    layout.addStretch(1)
    window.resize(width, 300)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    return window


def places(parts: tuple[QWidget, ...]) -> list[tuple[int, int]]:
    return [(part.x(), part.y()) for part in parts]


def test_where_there_is_room_all_stand_in_a_line(qtbot: QtBot, parts: tuple[QWidget, ...]) -> None:
    window = shown(qtbot, Flow(*parts[:2], None, *parts[2:]), 600)
    assert places(parts) == [(0, 0), (108, 0), (392, 0), (500, 0)]
    assert window.isVisible()


def test_what_has_no_room_goes_on_in_the_next_line(
    qtbot: QtBot, parts: tuple[QWidget, ...]
) -> None:
    flow = Flow(*parts)
    window = shown(qtbot, flow, 320)
    assert places(parts) == [(0, 0), (108, 0), (216, 0), (0, 28)]
    assert flow.height() == 48
    window.resize(120, 300)
    qtbot.waitUntil(lambda: flow.height() == 104)
    assert [part.x() for part in parts] == [0, 0, 0, 0]


def test_who_goes_leaves_room_for_the_others(qtbot: QtBot, parts: tuple[QWidget, ...]) -> None:
    window = shown(qtbot, Flow(*parts), 600)
    parts[0].hide()
    qtbot.waitUntil(lambda: parts[1].x() == 0)
    assert window.isVisible()
