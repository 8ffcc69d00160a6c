"""A data folder has one window; a second start calls it to the front."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from briefing_app.ui.frame.instance import Instance


def test_a_second_start_calls_the_first(tmp_path: Path, qtbot: QtBot) -> None:
    first, second = Instance(tmp_path), Instance(tmp_path)
    assert first.take()
    qtbot.waitUntil(first.is_listening)
    with qtbot.waitSignal(first.called):
        assert not second.take()
    first.let_go()
    assert second.take()
    second.let_go()


def test_two_folders_have_two_windows(tmp_path: Path, qtbot: QtBot) -> None:
    folders = [tmp_path / "a", tmp_path / "b"]
    for folder in folders:
        folder.mkdir()
    instances = [Instance(folder) for folder in folders]
    assert all(one.take() for one in instances)
    for one in instances:
        one.let_go()
