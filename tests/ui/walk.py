"""Walks through every place and dialog of the window, for those who look at all of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget

from briefing_app.app import App
from briefing_app.documents.stakeholder_map.picture import MapKind
from briefing_app.services.library_rows import Section
from briefing_app.services.samples import DEMO_VISITS
from briefing_app.ui.desk import Place
from briefing_app.ui.frame.window import MainWindow
from briefing_app.ui.map.widget import MapWidget

_PAUSE_MILLISECONDS = 10
_LATEST_ROUNDS = 1000
_STEADY_ROUNDS = 3
"""What wraps at its width asks what is around it for room, which wraps in its turn."""


def settle(app: App, is_there: Callable[[], bool] = lambda: True) -> None:
    """Wait until all that was asked has been answered, and nothing more moves from it."""
    before, steady = None, 0
    for _ in range(_LATEST_ROUNDS):
        _answer_all(app)
        QApplication.processEvents()
        now = _places(app)
        steady = steady + 1 if now == before else 0
        if steady == _STEADY_ROUNDS and is_there():
            return
        before = now
    raise AssertionError("the window never settled")


def _places(app: App) -> list[tuple[str, tuple[int, int, int, int]]]:
    """What is shown, and where."""
    inside = app.window.findChildren(QWidget) if app.window is not None else []
    shown = [one for one in inside if one.isVisible()]
    return sorted((type(one).__name__, one.geometry().getRect()) for one in shown)


class _Answered:
    """Tells when everything that was asked before has been answered."""

    def __init__(self, app: App) -> None:
        self.loop = QEventLoop()
        app.workers.ask(_nothing, self.take)

    def take(self, _answer: object) -> None:
        QTimer.singleShot(_PAUSE_MILLISECONDS, self.loop.quit)


def _nothing(_store: object) -> None:
    return None


def _answer_all(app: App) -> None:
    waiting = _Answered(app)  # kept: answers to nobody are dropped
    waiting.loop.exec()


@dataclass(frozen=True, slots=True)
class Scene:
    """A place, and what is done there, such as opening a dialog."""

    name: str
    place: Place
    act: Callable[[MainWindow], object] | None = None

    def show(self, app: App) -> QWidget:
        """Go there; returns the window, or the dialog in front of it."""
        window = app.window
        assert window is not None
        close_dialogs()
        window.go(self.place)
        settle(app)
        if self.act is not None:
            self.act(window)
            settle(app)
        return next(iter(open_dialogs()), window)


def open_dialogs() -> list[QDialog]:
    """The dialogs that are shown."""
    return [
        one
        for one in QApplication.topLevelWidgets()
        if isinstance(one, QDialog) and one.isVisible()
    ]


def close_dialogs() -> None:
    """Close all dialogs."""
    for one in open_dialogs():
        one.reject()


def _command(name: str) -> Callable[[MainWindow], object]:
    return lambda window: window.run_command(name)


def _press(words: str) -> Callable[[MainWindow], object]:
    """Press the button of that accessible name (a msgid)."""

    def press(window: MainWindow) -> None:
        wanted = window.desk.wording.phrase(words)
        (one,) = (
            button
            for button in window.stack.currentWidget().findChildren(QAbstractButton)
            if button.isVisible() and wanted in (button.text(), button.accessibleName())
        )
        one.click()

    return press


def _view(kind: MapKind) -> Callable[[MainWindow], object]:
    def show(window: MainWindow) -> None:
        (made,) = window.page("clients").findChildren(MapWidget)
        made.show_kind(kind)

    return show


def _warnings(window: MainWindow) -> None:
    (made,) = window.page("clients").findChildren(MapWidget)
    made.choose(next(iter(made.view.people)) if made.view else None)
    made.side.setCurrentIndex(made.side.currentIndex() ^ 1)


CLIENT, VISIT = "fireferry", DEMO_VISITS[0]

EVERYWHERE = (
    Scene("today", Place("today")),
    Scene("clients", Place("clients")),
    Scene("visits", Place("visits")),
    Scene("settings", Place("settings")),
    Scene("welcome", Place("welcome")),
    *(
        Scene(f"library {section.value}", Place("library", "", section.value))
        for section in Section
    ),
    Scene("search", Place("today"), _command("search")),
    Scene("keys", Place("today"), _command("keys")),
    Scene("about", Place("today"), _command("about")),
    Scene("trash", Place("today"), _command("trash")),
    Scene("import", Place("today"), _command("import")),
    Scene("new client", Place("clients"), _command("new-client")),
    Scene("new product", Place("library", "", "products"), _press("New product")),
)
"""Scenes that there are with and without data."""

WITH_DATA = (
    *(
        Scene(f"client {part}", Place("clients", CLIENT, part))
        for part in ("profile", "opportunities", "visits", "documents", "timeline")
    ),
    *(Scene(f"map {kind}", Place("clients", CLIENT, "map"), _view(kind)) for kind in MapKind),
    Scene("map person", Place("clients", CLIENT, "map"), _warnings),
    *(
        Scene(f"visit {part}", Place("visits", VISIT, part))
        for part in ("facts", "slides", "check", "after")
    ),
    Scene("export", Place("visits", VISIT, "facts"), _press("Export")),
    Scene("merge", Place("clients", CLIENT, "profile"), _press("Merge with another client")),
)
"""Scenes of the sample data."""
