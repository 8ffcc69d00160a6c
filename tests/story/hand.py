"""The hand and the eye of a user: keys, clicks, and pictures of the whole screen."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QTabWidget,
    QWidget,
)

from briefing_app.domain.text import Text
from briefing_app.store.store import Store
from briefing_app.ui.frame.crash import FaultDialog
from briefing_app.ui.frame.window import MainWindow
from briefing_app.wording import Wording

W = TypeVar("W", bound=QWidget)

LONG = 60.0
"""Seconds after which what has not appeared never will."""

_SAMPLE = 48
_IN_TROUBLE = ("missing", "fault")
_LOOKS_AGAIN = 20
_SETTLES = 300


class Missing(AssertionError):
    """What the user looks for is not on the screen."""


class Hand:
    """Does what a user does, finds things as a user finds them: by their words."""

    def __init__(self, out: Path) -> None:
        self._out = out
        self._pictures = 0
        self._heard: list[None] = []
        out.mkdir(parents=True, exist_ok=True)

    @property
    def window(self) -> MainWindow:
        """The program's window at the moment."""
        found = [
            one
            for one in QApplication.topLevelWidgets()
            if isinstance(one, MainWindow) and one.isVisible()
        ]
        if not found:
            raise Missing("the window")
        return found[-1]

    @property
    def wording(self) -> Wording:
        """The words that the window speaks."""
        return self.window.desk.wording

    @property
    def front(self) -> QWidget:
        """What takes keys and clicks: a popup, a dialog, or the window."""
        modal = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        return modal or self.window

    def take_up(self) -> None:
        """Turn to the window: on a screen without a window manager nobody else gives it the
        keyboard."""
        self.window.activateWindow()
        self.wait(self.window.isActiveWindow, "the keyboard")

    def phrase(self, words: str, **parameters: object) -> str:
        """A phrase in the window's language."""
        return self.wording.phrase(words, **parameters)

    def text(self, words: Text) -> str:
        """A text in the window's language."""
        return self.wording.text(words)

    def wait(self, done: Callable[[], Any], what: str) -> None:
        """Until something has happened."""
        end = time.monotonic() + LONG
        while not done():
            self._see_no_fault()
            if time.monotonic() > end:
                self.picture("missing")
                raise Missing(what)
            QTest.qWait(_LOOKS_AGAIN)

    def settle(self) -> None:
        """Until the window has what it asked for, and what is in front is painted."""
        front, asked = self.front.windowHandle(), len(self._heard)
        self.window.desk.ask(_nothing, self._hear)  # requests are answered in their order
        self.wait(lambda: len(self._heard) > asked, "an answer of the database")
        self.wait(lambda: front is None or front.isExposed(), "what is in front")
        QTest.qWait(_SETTLES)

    def _hear(self, _nothing: None) -> None:
        self._heard.append(None)

    def picture(self, name: str) -> None:
        """The whole screen as a file, once it has settled."""
        if name not in _IN_TROUBLE:
            self.settle()
            self._see_no_fault()
        self._pictures += 1
        path = self._out / f"{self._pictures:02}-{name}.png"
        pixels = QGuiApplication.primaryScreen().grabWindow(0)
        if pixels.isNull() or not pixels.save(str(path)):
            raise Missing(f"a picture of the screen: {path}")

    def find(self, kind: type[W], words: str = "", inside: QWidget | None = None) -> W:
        """The one visible control of a kind that is called so."""
        found: list[W] = []

        def look() -> bool:
            found[:] = [one for one in self._visible(kind, inside) if _is_called(one, words)]
            return bool(found)

        self.wait(look, f"{kind.__name__} “{words}”")
        return found[0]

    def find_button(self, words: str, inside: QWidget | None = None) -> QAbstractButton:
        """The button with these words."""
        return self.find(QAbstractButton, words, inside)  # type: ignore[type-abstract]

    def turn_to(self, tabs: QTabWidget, words: str) -> None:
        """A click on a tab."""
        bar = tabs.tabBar()
        names = [bar.tabText(number).replace("&", "") for number in range(bar.count())]
        if words not in names:
            raise Missing(f"the tab “{words}” among {names}")
        self.click(bar, bar.tabRect(names.index(words)).center())

    def click(self, target: QWidget | str, at: QPoint | None = None) -> None:
        """A click of the left button on a control, or on the button with these words."""
        control = self.find_button(target) if isinstance(target, str) else target
        self.wait(control.isEnabled, f"“{control.accessibleName()}” to be enabled")
        QTest.mouseMove(control, at or control.rect().center())
        QTest.mouseClick(control, Qt.MouseButton.LeftButton, pos=at or control.rect().center())
        QTest.qWait(_LOOKS_AGAIN)

    def click_row(self, view: QAbstractItemView, index: QModelIndex) -> None:
        """A click on a row of a list."""
        view.scrollTo(index)
        self.click(view.viewport(), view.visualRect(index).center())

    def keys(self, *presses: str) -> None:
        """Keys as Qt writes them: ``Ctrl+K``, ``Return``."""
        for press in presses:
            target = self._focused()
            QTest.keySequence(target, QKeySequence(press))
            QTest.qWait(_LOOKS_AGAIN)

    def write(self, words: str) -> None:
        """Type words where the focus is; Chinese comes through the input method."""
        if words.isascii():
            QTest.keyClicks(self._focused(), words)
        else:
            event = QInputMethodEvent()
            event.setCommitString(words)
            QApplication.sendEvent(self._focused(), event)
        QTest.qWait(_LOOKS_AGAIN)

    def choose(self, box: QComboBox, words: str) -> None:
        """Choose in a list that unfolds, with the keyboard."""
        box.setFocus()
        wanted = box.findText(words)
        if wanted < 0:
            raise Missing(f"“{words}” in {box.accessibleName()}")
        steps = wanted - box.currentIndex()
        self.keys(*["Down" if steps > 0 else "Up"] * abs(steps))

    def choose_file(self, file: Path) -> None:
        """Before the click that asks for a file: type its path once the question is there."""
        QTimer.singleShot(_SETTLES, partial(self._type_path, file))

    def _type_path(self, file: Path) -> None:
        self.wait(lambda: isinstance(self.front, QFileDialog), "the question for a file")
        dialog = self.front
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        if line is None:
            raise Missing("a line for the file's name")
        line.setFocus()
        self.write(str(file))
        self.keys("Return")

    def close_dialogs(self) -> None:
        """Escape until only the window is there."""
        self.wait(self._is_alone, "the dialogs to close")
        self.take_up()

    def is_drawn(self, shown: QWidget) -> bool:
        """True once a picture is there, not only empty paper."""
        small = shown.grab().toImage().scaled(_SAMPLE, _SAMPLE)
        seen = {small.pixel(x, y) for x in range(_SAMPLE) for y in range(_SAMPLE)}
        return len(seen) > _SAMPLE

    def titles(self, view: QAbstractItemView) -> list[str]:
        """What the rows of a list say first."""
        model = view.model()
        rows = range(model.rowCount())
        return [str(model.index(row, 0).data(Qt.ItemDataRole.DisplayRole)) for row in rows]

    def _see_no_fault(self) -> None:
        faults = [one for one in QApplication.topLevelWidgets() if isinstance(one, FaultDialog)]
        if any(one.isVisible() for one in faults):
            self.picture("fault")
            raise Missing("a program without faults")

    def _is_alone(self) -> bool:
        if QApplication.activePopupWidget() or QApplication.activeModalWidget():
            self.keys("Escape")
            return False
        return not any(one.isVisible() for one in self.window.findChildren(QDialog))

    def _focused(self) -> QWidget:
        return self.front.focusWidget() or QApplication.focusWidget() or self.front

    def _visible(self, kind: type[W], inside: QWidget | None) -> Iterable[W]:
        root = inside or self.front
        return (one for one in root.findChildren(kind) if one.isVisible())


def _nothing(_store: Store) -> None:
    """What is asked to learn that all before it was answered."""


def _is_called(control: QWidget, words: str) -> bool:
    if not words:
        return True
    text = control.text() if isinstance(control, QAbstractButton | QLabel) else ""
    return words in (text.replace("&", ""), control.accessibleName(), control.windowTitle())
