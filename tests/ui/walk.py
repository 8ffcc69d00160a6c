"""Walks through every place and dialog of the window, for those who look at all of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget

from briefing_app.app import App
from briefing_app.documents.stakeholder_map.picture import MapKind
from briefing_app.services.backup import back_up
from briefing_app.services.library_rows import Section
from briefing_app.services.samples import DEMO_VISITS
from briefing_app.ui.bulk.change_dialog import ChangeManyDialog
from briefing_app.ui.desk import Place
from briefing_app.ui.frame.window import MainWindow
from briefing_app.ui.imports.dialog import ImportDialog
from briefing_app.ui.map.widget import MapWidget
from briefing_app.ui.merging.dialog import MergeDialog
from briefing_app.ui.pages.clients.page import ClientsPage
from briefing_app.ui.pages.settings.page import SettingsPage
from tests.exchange.sheets import CLIENTS, workbook

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
    """A place, and what is done there, such as opening a dialog; where that takes a while the act
    gives what tells that it is there."""

    name: str
    place: Place
    act: Callable[[MainWindow], object] | None = None
    opens_dialog: bool = False

    def show(self, app: App) -> QWidget:
        """Go there; returns the window, or the dialog in front of it."""
        window = app.window
        assert window is not None
        close_dialogs()
        window.go(self.place)
        settle(app)
        if self.act is not None:
            is_there = self.act(window)
            settle(app, is_there if callable(is_there) else lambda: True)
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


def _import_of(name: str) -> Callable[[MainWindow], object]:
    """Look at one of the files that `write_files` wrote."""

    def look(window: MainWindow) -> Callable[[], bool]:
        window.run_command("import")
        (dialog,) = (one for one in open_dialogs() if isinstance(one, ImportDialog))
        dialog.look_at(window.desk.workers.data / name)
        return lambda: not dialog.waiting.isVisible()

    return look


def _restore(window: MainWindow) -> Callable[[], bool]:
    page = window.page("settings")
    assert isinstance(page, SettingsPage)
    while not page.making.is_done:
        page.making.go_on()
    dialog = page.data.restore(window.desk.workers.data / BACKUP)
    return dialog.restore_button.isVisible


def _merge_with(other: str) -> Callable[[MainWindow], object]:
    def compare(window: MainWindow) -> Callable[[], bool]:
        _press("Merge with another client")(window)
        (dialog,) = (one for one in open_dialogs() if isinstance(one, MergeDialog))
        dialog.compare(other)
        return dialog.merge_button.isVisible

    return compare


def _change_many(window: MainWindow) -> Callable[[], bool]:
    page = window.page("clients")
    assert isinstance(page, ClientsPage)
    page.panel.list.view.selectAll()
    page.panel.bulk.change()
    return lambda: any(isinstance(one, ChangeManyDialog) for one in open_dialogs())


def _view(kind: MapKind) -> Callable[[MainWindow], object]:
    def show(window: MainWindow) -> None:
        (made,) = window.page("clients").findChildren(MapWidget)
        made.show_kind(kind)

    return show


def _map(act: Callable[[MapWidget], object]) -> Callable[[MainWindow], object]:
    def show(window: MainWindow) -> None:
        (made,) = window.page("clients").findChildren(MapWidget)
        act(made)

    return show


def _warnings(window: MainWindow) -> None:
    (made,) = window.page("clients").findChildren(MapWidget)
    made.choose(next(iter(made.view.people)) if made.view else None)
    made.side.setCurrentIndex(made.side.currentIndex() ^ 1)


def _dialog(name: str, place: Place, act: Callable[[MainWindow], object]) -> Scene:
    return Scene(name, place, act, opens_dialog=True)


CLIENT, OTHER_CLIENT, VISIT = "fireferry", "client-chengye", DEMO_VISITS[0]
GOOD, FAULTY, BACKUP = "clients.xlsx", "faulty.xlsx", "backup.db"


def write_files(data: Path) -> None:
    """Put a backup and two workbooks beside the data: one that can be imported, one with faults
    in two of its sheets."""
    back_up(data=data, target=data / BACKUP)
    rows = [
        ("", f"East China Information Technology {number} Ltd.", "Games") for number in range(9)
    ]
    people = [("Client", "Person's name (English)"), ("Nobody", "Li Lei")]
    faults = [("", "South China Media Ltd.", "Gamse"), *rows, ("", "", "Games")]
    workbook(data / GOOD, {"Clients": [CLIENTS, *rows]})
    workbook(data / FAULTY, {"Clients": [CLIENTS, *faults], "People": people})


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
    _dialog("search", Place("today"), _command("search")),
    _dialog("keys", Place("today"), _command("keys")),
    _dialog("about", Place("today"), _command("about")),
    _dialog("trash", Place("today"), _command("trash")),
    _dialog("import", Place("today"), _command("import")),
    _dialog("new client", Place("clients"), _command("new-client")),
    _dialog("new product", Place("library", "", "products"), _press("New product")),
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
    _dialog("export", Place("visits", VISIT, "facts"), _press("Export")),
    _dialog("attendees", Place("visits", VISIT, "facts"), _press("Pick on the stakeholder map")),
    _dialog("merge", Place("clients", CLIENT, "profile"), _press("Merge with another client")),
    _dialog("merge compared", Place("clients", CLIENT, "profile"), _merge_with(OTHER_CLIENT)),
    _dialog("change many", Place("clients"), _change_many),
    _dialog("map keys", Place("clients", CLIENT, "map"), _map(MapWidget.show_keys)),
    _dialog("map addition", Place("clients", CLIENT, "map"), _map(MapWidget.pick_person)),
    _dialog("import of good", Place("today"), _import_of(GOOD)),
    _dialog("import of faulty", Place("today"), _import_of(FAULTY)),
    _dialog("restore", Place("settings"), _restore),
)
"""Scenes of the sample data, with the files that `write_files` writes."""
