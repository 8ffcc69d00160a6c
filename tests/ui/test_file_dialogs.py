"""Choosing a file leaves the open database its locks."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QFileInfo, QTimer
from PySide6.QtWidgets import QFileDialog, QFileSystemModel, QLabel, QWidget
from pytestqt.qtbot import QtBot

from briefing_app.app import App
from briefing_app.domain.text import Language
from briefing_app.services.data_folder import has_clients
from briefing_app.store.store import DATABASE
from briefing_app.ui.file_dialogs import QuietFileDialog, _dialog, chosen_in
from briefing_app.ui.workers import Workers
from tests.ui.conftest import window_of
from tests.ui.test_workers import Listener


def locks_on(path: Path) -> int:
    """How many locks this process holds on a file (see proc_locks(5))."""
    inode = f":{path.stat().st_ino}"
    lines = Path("/proc/locks").read_text(encoding="ascii").splitlines()
    held = [line.split() for line in lines]
    return sum(one[4] == str(os.getpid()) and one[5].endswith(inode) for one in held)


@pytest.mark.skipif(sys.platform != "linux", reason="locks are listed by Linux alone")
def test_a_look_into_the_data_folder_keeps_the_databases_locks(
    workers: Workers, qtbot: QtBot
) -> None:
    listener, parent = Listener(), QWidget()
    workers.ask(has_clients, listener.hear)
    qtbot.waitUntil(lambda: bool(listener.heard))
    database = workers.data / DATABASE
    before = locks_on(database)
    assert before > 0
    dialog = QuietFileDialog(parent, "Choose", workers.data)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    (model,) = dialog.findChildren(QFileSystemModel)
    model.directoryLoaded.connect(lambda _folder: QTimer.singleShot(300, dialog.reject))
    assert chosen_in(dialog) is None
    assert locks_on(database) == before


def test_a_file_is_told_by_its_name(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "clients.xlsx").write_bytes(b"no workbook")
    icons = QuietFileDialog(QWidget(), "Choose", tmp_path)._icons
    assert icons.type(QFileInfo(str(tmp_path / "clients.xlsx"))) == "xlsx"
    assert not icons.icon(QFileInfo(str(tmp_path))).isNull()


def test_the_dialog_speaks_the_window_s_language(
    app: App, language: Language, tmp_path: Path, qtbot: QtBot
) -> None:
    app.prefer(replace(app.preferences, language=language.value))
    qtbot.waitUntil(lambda: window_of(app).desk.language is language)
    parent = QWidget()
    dialog = QuietFileDialog(parent, "Choose", tmp_path)
    shown = [one.text() for one in dialog.findChildren(QLabel) if one.text()]
    assert shown
    assert {Language.of(words) for words in shown} == {language}


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_the_system_s_own_dialog_is_used_where_there_is_one(
    system: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    parent = QWidget()
    made = _dialog(parent, "Choose", tmp_path)
    assert made.metaObject().className() == "QFileDialog"
