"""The judge of windows finds each fault that is planted, and none in a window that is sound."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.judges.screen import findings, small_targets
from tests.judges.screen_focus import unseen_focus

_WORDS = "Everything that was agreed with the client"
_SHEET = "QPushButton { border: 2px solid white; } QPushButton:focus { border: 2px solid black; }"

Show = Callable[..., QWidget]


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Show]:
    """Shows widgets below each other in a window."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    before = app.styleSheet()
    app.setStyleSheet("")

    def made(*parts: QWidget, beside: bool = False) -> QWidget:
        window = QWidget()
        layout = QHBoxLayout(window) if beside else QVBoxLayout(window)
        for part in parts:
            layout.addWidget(part)
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.show()
        return window

    yield made
    app.setStyleSheet(before)


def named(widget: QWidget, name: str = "A name") -> QWidget:
    widget.setAccessibleName(name)
    return widget


def sound_parts() -> tuple[QWidget, ...]:
    wrapped, rich = QLabel(f"{_WORDS} " * 9), QLabel(f"<b>{_WORDS}</b>")
    wrapped.setWordWrap(True)
    rich.setWordWrap(True)
    choice, tabs = QComboBox(), QTabBar()
    choice.addItem(_WORDS)
    tabs.addTab("Facts")
    tabs.addTab("Slides")
    line, lines = QLineEdit(), QPlainTextEdit()
    line.setMinimumWidth(400)
    line.setPlaceholderText(_WORDS)
    lines.setPlaceholderText(_WORDS)
    others = (QPushButton(_WORDS), QCheckBox(_WORDS), QGroupBox(_WORDS))
    return (
        wrapped,
        rich,
        named(choice),
        named(tabs),
        named(line),
        named(lines),
        *others,
    )


def test_a_sound_window_has_no_finding(show: Show) -> None:
    window = show(*sound_parts())
    assert findings(window) == []


def wrapped_label() -> QWidget:
    made = QLabel(f"{_WORDS} " * 5)
    made.setWordWrap(True)
    made.setFixedSize(120, 20)
    return made


def label_of_one_long_word() -> QWidget:
    made = QLabel("Donaudampfschifffahrtsgesellschaft")
    made.setWordWrap(True)
    made.setFixedSize(60, 200)
    return made


def rich_label() -> QWidget:
    made = QLabel(f"<h1>{_WORDS}</h1>" * 3)
    made.setWordWrap(True)
    made.setFixedSize(200, 30)
    return made


def narrow(made: QWidget, width: int = 60) -> QWidget:
    made.setFixedWidth(width)
    return made


def combo() -> QWidget:
    made = QComboBox()
    made.addItem(_WORDS)
    return narrow(named(made))


def tabs() -> QWidget:
    made = QTabBar()
    made.setElideMode(Qt.TextElideMode.ElideRight)
    made.setUsesScrollButtons(False)
    for words in (_WORDS, "Facts"):
        made.addTab(words)
    return narrow(named(made), 120)


def line() -> QWidget:
    made = QLineEdit()
    made.setPlaceholderText(_WORDS)
    return narrow(named(made))


def lines() -> QWidget:
    made = QPlainTextEdit()
    made.setPlaceholderText(f"{_WORDS} " * 4)
    made.setFixedSize(200, 30)
    return named(made)


def group() -> QWidget:
    return narrow(QGroupBox(_WORDS))


CUT_OFF: tuple[Callable[[], QWidget], ...] = (
    wrapped_label,
    label_of_one_long_word,
    rich_label,
    combo,
    tabs,
    line,
    lines,
    group,
    lambda: narrow(QLabel(_WORDS)),
    lambda: narrow(QPushButton(_WORDS)),
    lambda: narrow(QCheckBox(_WORDS)),
)


@pytest.mark.parametrize("made", CUT_OFF)
def test_words_without_room_are_found(show: Show, made: Callable[[], QWidget]) -> None:
    found = findings(show(made()))
    assert found
    assert all("“" in fault and " has " in fault for fault in found)


def test_words_that_the_tool_tip_gives_may_be_cut(show: Show) -> None:
    short = QLabel(_WORDS)
    short.setFixedWidth(60)
    short.setToolTip(_WORDS)
    assert findings(show(short)) == []


def test_a_window_without_room_is_found_by_what_sticks_out_and_overlaps(show: Show) -> None:
    window = show()
    window.setFixedSize(200, 100)
    for place in ((10, 10, 100, 40), (60, 20, 100, 40), (150, 70, 100, 25)):
        part = QWidget(window)
        part.setGeometry(*place)
        part.show()
    found = findings(window)
    assert len(found) == 2
    assert "overlaps" in found[0]
    assert "sticks out of 200 by 100" in found[1]


def test_content_that_is_wider_than_what_never_scrolls_across_is_found(show: Show) -> None:
    area, content = QScrollArea(), QWidget()
    content.setMinimumSize(900, 10)
    area.setWidget(content)
    area.setWidgetResizable(True)
    area.setFixedSize(300, 100)
    assert findings(show(area)) == []
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    assert "never scrolls" in findings(area.window())[0]


def test_what_scrolls_in_less_than_two_lines_is_found(show: Show) -> None:
    made = QPlainTextEdit("\n".join("words" for _ in range(20)))
    made.setFixedHeight(20)
    assert "scrolls in a height of" in findings(show(named(made)))[0]


def test_controls_without_a_name_are_found(show: Show) -> None:
    unnamed = (QLineEdit(), QComboBox(), QToolButton(), QCheckBox())
    found = findings(show(*unnamed))
    assert [fault for fault in found if "no name for a screen reader" in fault] == found
    assert len(found) == len(unnamed)


def test_a_label_that_belongs_to_a_control_names_it(show: Show) -> None:
    words, made = QLabel("Purpose"), QLineEdit()
    words.setBuddy(made)
    assert findings(show(words, made)) == []


def test_one_of_several_that_arrows_reach_is_not_missed_by_tab(show: Show) -> None:
    made = [QPushButton("Lines"), QPushButton("Grid")]
    group = QButtonGroup()
    for one in made:
        one.setCheckable(True)
        group.addButton(one)
    window = show(*made)
    made[0].setChecked(True)
    assert not made[1].focusPolicy() & Qt.FocusPolicy.TabFocus
    assert findings(window) == []


def test_a_control_that_tab_does_not_reach_is_found(show: Show) -> None:
    made = QPushButton("Export")
    made.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    window = show(made, QPushButton("Close"))
    assert "Export is not reached by Tab" in findings(window)[0]
    made.setFocusProxy(window.findChildren(QPushButton)[1])
    assert findings(window) == []


@pytest.mark.parametrize("beside", [False, True])
def test_an_order_of_tab_against_the_eye_is_found(show: Show, beside: bool) -> None:
    first, second, third = (QPushButton(words) for words in ("One", "Two", "Three"))
    window = show(first, second, third, beside=beside)
    assert findings(window) == []
    QWidget.setTabOrder(third, second)
    (fault,) = findings(window)
    assert "“Three” is followed by QPushButton “Two”" in fault


def test_columns_may_be_gone_through_one_after_the_other(show: Show) -> None:
    columns = []
    for words in ("Left", "Right"):
        side = QWidget()
        inside = QVBoxLayout(side)
        for number in range(3):
            inside.addWidget(QPushButton(f"{words} {number}"))
        columns.append(side)
    assert findings(show(*columns, beside=True)) == []


def test_small_targets_are_found(show: Show) -> None:
    made = QToolButton()
    made.setFixedSize(30, 16)
    large = QToolButton()
    large.setFixedSize(24, 24)
    (fault,) = small_targets(show(named(made), named(large)))
    assert "only 30 by 16 pixels" in fault


def test_focus_that_cannot_be_seen_is_found(show: Show, qtbot: QtBot) -> None:
    plain, seen = QPushButton("Plain"), QPushButton("Seen")
    seen.setStyleSheet(_SHEET)
    plain.setStyleSheet(_SHEET.replace("black", "#eeeeee"))
    window = show(seen, plain)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert unseen_focus(window) == []  # the other is of the same kind
    plain.setProperty("quiet", "true")
    (fault,) = unseen_focus(window)
    assert "“Plain” changes 0 pixels" in fault
