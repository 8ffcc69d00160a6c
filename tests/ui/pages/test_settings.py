"""Settings hold at once, and a backup comes back through the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLockFile
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from briefing_app.app import App
from briefing_app.domain.client import Client
from briefing_app.domain.text import Text
from briefing_app.services.backup import back_up
from briefing_app.services.drafts import drafts
from briefing_app.services.editing import change_field
from briefing_app.services.undoing import UndoState, undo_state
from briefing_app.store.store import Store
from briefing_app.ui.desk import Desk, Place
from briefing_app.ui.fields.words import TextField
from briefing_app.ui.pages.settings.page import SettingsPage
from briefing_app.ui.pages.settings.restore_dialog import RestoreDialog
from tests.ui.conftest import window_of
from tests.ui.test_workers import Listener

CLIENT = "fireferry"
LATER = Text("后来", "Later")
_PATIENT = 30_000
rename = partial(change_field, kind="client", record_id=CLIENT, field="city")


def words_in(shown: QWidget) -> str:
    """All that labels say."""
    return "\n".join(one.text() for one in shown.findChildren(QLabel))


def settings_of(app: App) -> SettingsPage:
    """The page, shown with all of its cards."""
    window_of(app).go(Place("settings"))
    page = window_of(app).page("settings")
    assert isinstance(page, SettingsPage)
    while not page.making.is_done:
        page.making.go_on()
    return page


def city(store: Store) -> Text:
    """What the tests change."""
    return store.get(Client, CLIENT).city  # type: ignore[arg-type]


def answer(app: App, qtbot: QtBot, work: Callable[[Store], Any]) -> Any:
    """What the database says."""
    listener = Listener()
    app.workers.ask(work, listener.hear)
    qtbot.waitUntil(lambda: bool(listener.heard), timeout=_PATIENT)
    return listener.heard[0]


def looked_at(app: App, backup: Path, qtbot: QtBot) -> RestoreDialog:
    """The dialog once it told what it found."""
    dialog = settings_of(app).data.restore(backup)
    qtbot.waitUntil(lambda: "being checked" not in words_in(dialog), timeout=_PATIENT)
    return dialog


def test_a_backup_is_shown_and_takes_the_place_of_the_data(
    app: App, tmp_path: Path, qtbot: QtBot
) -> None:
    backup = back_up(data=app.workers.data, target=tmp_path / "copy.db")
    before = answer(app, qtbot, city)
    app.workers.act(partial(rename, value=LATER))
    dialog = looked_at(app, backup, qtbot)
    shown = words_in(dialog)
    assert "copy.db" in shown
    assert "In the backup" in shown
    assert str(app.workers.data / "backups") in shown
    old = window_of(app)
    dialog.restore()
    qtbot.waitUntil(lambda: app.window is not old, timeout=_PATIENT)
    assert window_of(app).place == Place("settings")
    (kept,) = (app.workers.data / "backups").iterdir()
    assert str(kept) in window_of(app).foot.words()
    assert answer(app, qtbot, city) == before
    assert answer(app, qtbot, undo_state) == UndoState(None, None)


def test_what_is_being_typed_is_in_the_backup_that_is_kept(
    app: App, tmp_path: Path, qtbot: QtBot
) -> None:
    backup = back_up(data=app.workers.data, target=tmp_path / "copy.db")
    page = settings_of(app)
    desk = app.desk
    assert isinstance(desk, Desk)
    field = TextField(desk, "City", lambda value: partial(rename, value=value))
    field.setParent(page)
    field.show_value(answer(app, qtbot, city))
    field.show()
    window_of(app).activateWindow()
    field.controls[0].setFocus()
    qtbot.waitUntil(field.controls[0].hasFocus)
    field.controls[0].setText("Typed")  # type: ignore[attr-defined]
    dialog = looked_at(app, backup, qtbot)
    old = window_of(app)
    dialog.restore()
    qtbot.waitUntil(lambda: app.window is not old, timeout=_PATIENT)
    (kept,) = (app.workers.data / "backups").iterdir()
    assert answer(app, qtbot, city).en != "Typed"
    again, old = looked_at(app, kept, qtbot), window_of(app)
    again.restore()
    qtbot.waitUntil(lambda: app.window is not old, timeout=_PATIENT)
    assert answer(app, qtbot, city).en == "Typed"


def test_what_the_old_window_could_not_keep_does_not_reach_the_backup_s_data(
    app: App, tmp_path: Path, qtbot: QtBot
) -> None:
    backup = back_up(data=app.workers.data, target=tmp_path / "copy.db")
    field = settings_of(app).planning.fields["objections"]
    qtbot.waitUntil(lambda: field.value() == 8)
    field.put(50)
    field.save_now()
    qtbot.waitUntil(lambda: field.is_refused)
    dialog, old = looked_at(app, backup, qtbot), window_of(app)
    dialog.restore()
    qtbot.waitUntil(lambda: app.window is not old, timeout=_PATIENT)
    assert answer(app, qtbot, drafts) == ()


def test_a_file_that_is_no_backup_is_told_and_cannot_be_restored(
    app: App, tmp_path: Path, qtbot: QtBot
) -> None:
    notes = tmp_path / "notes.db"
    notes.write_text("minutes", encoding="utf-8")
    dialog = looked_at(app, notes, qtbot)
    assert "notes.db is no backup of this program" in words_in(dialog)
    assert "Your data are as they were." in words_in(dialog)
    assert not dialog.restore_button.isVisible()
    dialog.reject()
    assert not dialog.isVisible()


def test_a_backup_that_goes_bad_meanwhile_leaves_the_window_on_its_data(
    app: App, tmp_path: Path, qtbot: QtBot
) -> None:
    backup = back_up(data=app.workers.data, target=tmp_path / "copy.db")
    before, window = answer(app, qtbot, city), window_of(app)
    dialog = looked_at(app, backup, qtbot)
    backup.unlink()
    dialog.restore()
    qtbot.waitUntil(lambda: "There is no file" in words_in(dialog), timeout=_PATIENT)
    assert app.window is window
    assert answer(app, qtbot, city) == before
    app.workers.act(partial(rename, value=LATER))
    assert answer(app, qtbot, city) == LATER


def test_the_data_folder_is_held_while_a_backup_is_restored(
    app: App, tmp_path: Path, qtbot: QtBot
) -> None:
    lock = QLockFile(str(app.workers.data / "window.lock"))
    assert lock.tryLock(0)
    backup = back_up(data=app.workers.data, target=tmp_path / "copy.db")
    dialog, old = looked_at(app, backup, qtbot), window_of(app)
    dialog.restore()
    qtbot.waitUntil(lambda: app.window is not old, timeout=_PATIENT)
    assert lock.isLocked()
    assert not QLockFile(str(app.workers.data / "window.lock")).tryLock(0)
    lock.unlock()
