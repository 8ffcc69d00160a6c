"""Undo, redo and the trash are at hand wherever the window is."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefing_app.app import App
from briefing_app.domain.offering import Product
from briefing_app.domain.text import Text
from briefing_app.services import undoing
from briefing_app.services.creating import create_product
from briefing_app.services.data_folder import open_data
from briefing_app.services.editing import change_field, delete_records
from briefing_app.ui.frame.trash import TrashDialog
from briefing_app.ui.frame.window import MainWindow
from tests.ui.conftest import window_of

_PATIENCE = 30_000


@pytest.fixture
def window(app: App) -> MainWindow:
    return window_of(app)


def _product(window: MainWindow) -> Product:
    with open_data(window.desk.workers.data) as store:
        return store.all(Product)[0]


def _rename(window: MainWindow, qtbot: QtBot, name: str) -> None:
    work = partial(
        change_field,
        kind="product",
        record_id=_product(window).id,
        field="name",
        value=Text(name, name),
    )
    with qtbot.waitSignal(window.desk.changed, timeout=_PATIENCE):
        window.desk.act(work)


def _says(window: MainWindow, words: str) -> bool:
    return window.foot.words().startswith(words)


def test_a_long_act_is_taken_back_apart(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(undoing, "LONG", 0)
    before = _product(window).name
    _rename(window, qtbot, "Other")
    window.foot.close_button.click()
    window.run_command("undo")
    qtbot.waitUntil(lambda: _says(window, "This takes a moment"), timeout=_PATIENCE)
    assert window.foot.stop_button.isVisible()
    qtbot.waitUntil(lambda: _says(window, "Undone: Change"), timeout=_PATIENCE)
    assert not window.foot.stop_button.isVisible()
    assert _product(window).name == before
    window.run_command("redo")
    qtbot.waitUntil(lambda: _says(window, "Done again: Change"), timeout=_PATIENCE)
    assert _product(window).name == Text.same("Other")


def test_taking_back_a_long_act_can_be_stopped(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(undoing, "LONG", 0)
    _rename(window, qtbot, "Other")
    window.foot.close_button.click()
    window.run_command("undo")
    qtbot.waitUntil(window.foot.stop_button.isVisible, timeout=_PATIENCE)
    window.desk.tell("Something else")
    assert _says(window, "Something else")
    window.foot.close_button.click()
    assert _says(window, "This takes a moment")
    window.foot.stop_button.click()
    assert not window.foot.stop_button.isEnabled()
    qtbot.waitUntil(window.foot.isHidden, timeout=_PATIENCE)
    assert _product(window).name == Text.same("Other")
    monkeypatch.undo()
    window.run_command("undo")
    qtbot.waitUntil(lambda: _says(window, "Undone: Change"), timeout=_PATIENCE)


def test_an_act_is_told_with_a_way_back(window: MainWindow, qtbot: QtBot) -> None:
    before = _product(window).name
    _rename(window, qtbot, "Other")
    assert _says(window, "Change “Product name”")
    window.foot.undone.emit()
    qtbot.waitUntil(lambda: _says(window, "Undone: Change"), timeout=_PATIENCE)
    assert _product(window).name == before
    window.run_command("redo")
    qtbot.waitUntil(lambda: _says(window, "Done again: Change"), timeout=_PATIENCE)
    assert _product(window).name == Text.same("Other")


def test_commands_are_called_by_what_they_would_undo(window: MainWindow, qtbot: QtBot) -> None:
    _rename(window, qtbot, "Other")
    undo = "Undo: Change “Product name” of “"
    qtbot.waitUntil(lambda: window.commands["undo"].label.startswith(undo), timeout=_PATIENCE)
    window.run_command("undo")
    qtbot.waitUntil(
        lambda: window.commands["redo"].label.startswith("Redo: Change"), timeout=_PATIENCE
    )


@pytest.mark.parametrize(
    ("keys", "says"), [("Ctrl+Z", "Undone"), ("Ctrl+Shift+Z", "There is"), ("Ctrl+Y", "There is")]
)
def test_the_usual_keys_undo_and_redo(
    window: MainWindow, qtbot: QtBot, keys: str, says: str
) -> None:
    _rename(window, qtbot, "Other")
    shortcuts = window.findChildren(QShortcut)
    (meant,) = (one for one in shortcuts if one.key() == QKeySequence(keys))
    meant.activated.emit()
    qtbot.waitUntil(lambda: _says(window, says), timeout=_PATIENCE)


def test_where_nothing_was_done_nothing_is_undone(window: MainWindow, qtbot: QtBot) -> None:
    window.run_command("redo")
    qtbot.waitUntil(lambda: _says(window, "There is nothing to do again"), timeout=_PATIENCE)


def _thrown_away(window: MainWindow, qtbot: QtBot) -> str:
    with open_data(window.desk.workers.data) as store:
        made = create_product(store, name=Text("", "Short-lived"), essence=Text("", "x"))
        delete_records(store, kind="product", ids=(made.record_id,))
    return made.record_id


def _trash(window: MainWindow, qtbot: QtBot) -> TrashDialog:
    window.run_command("trash")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, TrashDialog)
    qtbot.waitUntil(lambda: dialog.list.model.rowCount() == 1, timeout=_PATIENCE)
    return dialog


def test_what_was_deleted_comes_back_from_the_trash(window: MainWindow, qtbot: QtBot) -> None:
    record_id = _thrown_away(window, qtbot)
    dialog = _trash(window, qtbot)
    with qtbot.waitSignal(window.desk.changed, timeout=_PATIENCE):
        dialog.restore_button.click()
    with open_data(window.desk.workers.data) as store:
        assert store.exists(Product, record_id)
    qtbot.waitUntil(lambda: dialog.list.model.rowCount() == 0, timeout=_PATIENCE)
    assert not dialog.restore_button.isEnabled()
    dialog.reject()


def test_a_large_deletion_comes_back_apart_and_that_can_be_stopped(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(undoing, "LONG", 0)
    record_id = _thrown_away(window, qtbot)
    dialog = _trash(window, qtbot)
    dialog.restore_button.click()
    qtbot.waitUntil(dialog.apart.waiting.isVisible, timeout=_PATIENCE)
    qtbot.waitUntil(dialog.restore_button.isHidden)
    dialog.apart.stop()
    qtbot.waitUntil(dialog.list.isVisible, timeout=_PATIENCE)
    assert dialog.list.model.rowCount() == 1
    with qtbot.waitSignal(window.desk.changed, timeout=_PATIENCE):
        dialog.restore_button.click()
    with open_data(window.desk.workers.data) as store:
        assert store.exists(Product, record_id)
    qtbot.waitUntil(lambda: dialog.list.model.rowCount() == 0, timeout=_PATIENCE)
    assert not dialog.restore_button.isEnabled()
    dialog.reject()


def test_the_trash_is_emptied_for_good(window: MainWindow, qtbot: QtBot) -> None:
    record_id = _thrown_away(window, qtbot)
    dialog = _trash(window, qtbot)
    dialog.empty()
    qtbot.waitUntil(lambda: dialog.list.model.rowCount() == 0, timeout=_PATIENCE)
    with open_data(window.desk.workers.data) as store:
        assert not store.exists(Product, record_id)
    dialog.reject()
