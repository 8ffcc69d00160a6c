"""Looks at a window as somebody who reads it, and as somebody who works it with keys alone.

Each finding is a sentence that names the widget by its path of classes and what is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QGraphicsView,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QSizeGrip,
    QSplitterHandle,
    QTabBar,
    QTableView,
    QTextEdit,
    QWidget,
)

from tests.judges.screen_text import cut_words

LEAST_TARGET = 24
"""Pixels at each side of what is clicked (WCAG 2.2, 2.5.8)."""

_CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QGraphicsView,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
)
_TOLERANCE = 1
_LINES_SEEN = 2
"""What scrolls shows at least so many lines at once."""


def findings(shown: QWidget) -> list[str]:
    """Everything that is wrong with what a window or dialog shows, whatever its text size."""
    found: list[str] = []
    for widget in visible_widgets(shown):
        faults = (*cut_words(widget), *_crowding(widget), *_scrolling(widget), *_naming(widget))
        found += [f"{path_of(widget, shown)}: {fault}" for fault in faults]
    return found + [f"tab order: {fault}" for fault in _disorder(shown)]


def small_targets(shown: QWidget) -> list[str]:
    """Controls that are hard to hit; meant for text at 100%."""
    return [
        f"{path_of(one, shown)}: {called(one)} is only {one.width()} by {one.height()} pixels"
        for one in controls(shown)
        if min(one.width(), one.height()) < LEAST_TARGET
    ]


def visible_widgets(shown: QWidget) -> Iterator[QWidget]:
    """The window and all that is shown in it; windows of their own are looked at by themselves."""
    yield shown
    for child in shown.children():
        if isinstance(child, QWidget) and child.isVisible() and not child.isWindow():
            yield from visible_widgets(child)


def controls(shown: QWidget) -> Iterator[QWidget]:
    """What can be worked, without the pieces that other controls are made of."""
    for widget in visible_widgets(shown):
        if isinstance(widget, _CONTROLS) and not _is_piece(widget):
            yield widget


def tab_stops(shown: QWidget) -> list[QWidget]:
    """What the Tab key leads to, in order."""
    stops, one = [], shown.nextInFocusChain()
    while one is not shown:
        takes_it = bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus) and one.isEnabled()
        is_here = one.window() is shown.window() and one.isVisible() and shown.isAncestorOf(one)
        if takes_it and is_here and one.focusProxy() is None:
            stops.append(one)
        one = one.nextInFocusChain()
    return stops


def path_of(widget: QWidget, shown: QWidget) -> str:
    """Where a widget is: the classes around it that are the project's own, then its own."""
    names, one = [type(widget).__name__], widget
    while one is not shown and (parent := one.parentWidget()) is not None:
        one = parent
        name = type(one).__name__
        if not type(one).__module__.startswith("PySide6") and name != names[0]:
            names.insert(0, name)
    return "/".join(names[-3:])


def _is_piece(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return isinstance(widget, QScrollBar) or isinstance(
        parent, QAbstractSpinBox | QComboBox | QLineEdit | QTabBar | QTableView
    )


def called(widget: QWidget) -> str:
    """What a screen reader says that a widget is."""
    face = QAccessible.queryAccessibleInterface(widget)
    return face.text(QAccessible.Text.Name) if face is not None else ""


def _naming(widget: QWidget) -> Iterator[str]:
    if not isinstance(widget, _CONTROLS) or _is_piece(widget):
        return
    if not called(widget).strip():
        yield "has no name for a screen reader"
    if widget.isEnabled() and not _is_reached(widget):
        yield f"{called(widget)} is not reached by Tab"


def _is_reached(widget: QWidget) -> bool:
    """By itself, through the control that takes the keys in its place, or by arrows from the
    one of its group that is checked."""
    proxy = widget.focusProxy()
    if proxy is not None:
        return _is_reached(proxy)
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    if group is not None and group.exclusive() and group.checkedButton() not in (None, widget):
        return _is_reached(group.checkedButton())
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _crowding(widget: QWidget) -> Iterator[str]:
    """Children on top of each other, or out of sight."""
    if isinstance(widget, QAbstractScrollArea | QTabBar | QAbstractSpinBox | QComboBox | QLineEdit):
        return
    parts = [one for one in _children(widget) if not one.size().isEmpty()]
    frame = widget.rect()
    is_scrolled = isinstance(widget.parentWidget(), QAbstractScrollArea)
    for number, part in enumerate(parts):
        if not is_scrolled and not _grown(frame).contains(part.geometry()):
            yield f"{_told(part)} sticks out of {frame.width()} by {frame.height()}"
        for other in parts[number + 1 :]:
            common = part.geometry().intersected(other.geometry())
            if min(common.width(), common.height()) > _TOLERANCE:
                yield f"{_told(part)} overlaps {_told(other)}"


def _children(widget: QWidget) -> list[QWidget]:
    """Without the handles of splitters, which are wider than they look."""
    return [
        one
        for one in widget.children()
        if isinstance(one, QWidget)
        and one.isVisible()
        and not one.isWindow()
        and not isinstance(one, QSplitterHandle | QSizeGrip)
    ]


def _told(part: QWidget) -> str:
    place = part.geometry()
    name = called(part) if isinstance(part, _CONTROLS) else ""
    words = f" “{name}”" if name else ""
    return (
        f"{type(part).__name__}{words} at {place.x()}, {place.y()}"
        f" ({place.width()} by {place.height()})"
    )


def _grown(frame: QRect) -> QRect:
    return frame.adjusted(-_TOLERANCE, -_TOLERANCE, _TOLERANCE, _TOLERANCE)


def _scrolling(widget: QWidget) -> Iterator[str]:
    """What scrolls must show some lines at once, and whatever it holds must be within reach."""
    if not isinstance(widget, QAbstractScrollArea):
        return
    seen = widget.viewport().size()
    is_scrolled = widget.verticalScrollBar().maximum() > 0
    if is_scrolled and seen.height() < _LINES_SEEN * widget.fontMetrics().lineSpacing():
        yield f"scrolls in a height of {seen.height()} pixels"
    if not isinstance(widget, QScrollArea) or widget.widget() is None:
        return
    never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    content = widget.widget().size()
    if widget.horizontalScrollBarPolicy() is never and content.width() > seen.width():
        yield f"a width of {content.width()} is shown in {seen.width()} and never scrolls"
    if widget.verticalScrollBarPolicy() is never and content.height() > seen.height():
        yield f"a height of {content.height()} is shown in {seen.height()} and never scrolls"


def _disorder(shown: QWidget) -> Iterator[str]:
    """Each step goes down or to the right, among the parts of what holds both controls."""
    QTest.keyClick(shown, Qt.Key.Key_Tab)  # with which a window puts its order right
    for before, after in pairwise(tab_stops(shown)):
        one, other = _where_they_part(before, after)
        if not _follows(one, other):
            yield (
                f"{type(before).__name__} “{called(before)}” is followed by"
                f" {type(after).__name__} “{called(after)}”, which stands before it"
            )


def _where_they_part(before: QWidget, after: QWidget) -> tuple[QRect, QRect]:
    above = [before]
    while (parent := above[-1].parentWidget()) is not None:
        above.append(parent)
    one, common = after, after.parentWidget()
    while common is not None and common not in above:
        one, common = common, common.parentWidget()
    if common is None or common is before:
        return QRect(), QRect()
    branch = above[above.index(common) - 1]
    return _place(branch), _place(one)


def _place(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint()), widget.size())


def _follows(one: QRect, other: QRect) -> bool:
    if one.isNull() or other.isNull():
        return True
    if other.left() >= one.center().x() and other.left() > one.left():
        return True
    shared = min(one.bottom(), other.bottom()) - max(one.top(), other.top())
    in_a_row = shared > min(one.height(), other.height()) / 2
    return not in_a_row and other.center().y() > one.center().y()
