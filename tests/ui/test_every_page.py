"""Every page and dialog can be read in full and worked with keys alone, however large the text."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from briefing_app.app import App, make_qt
from briefing_app.domain.text import Language
from briefing_app.services.preferences import Preferences
from briefing_app.ui.frame.window import MainWindow
from tests.judges.screen import findings, small_targets
from tests.judges.screen_focus import Kind, unseen_focus
from tests.ui.conftest import window_of
from tests.ui.walk import EVERYWHERE, WITH_DATA, Scene, close_dialogs, settle, write_files
from tests.window_pictures import TODAY

_SIZES = ((1280, 720), (1920, 1080))
_SCALES = (1.0, 1.5, 2.0)
_SCALES_OF_DIALOGS = (1.0, 2.0)
"""A dialog is as large as its window lets it be: the least window and the extremes of text tell
whether it fits."""


@pytest.fixture(scope="module", params=["sample data", "no data"])
def walked(
    request: pytest.FixtureRequest, _samples: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[App, tuple[Scene, ...]]]:
    """The app with the scenes that its data have; one for all languages and sizes of text."""
    has_data = request.param == "sample data"
    folder = tmp_path_factory.mktemp("walked")
    data = folder / "data"
    if has_data:
        shutil.copytree(_samples, data)
        write_files(data)
    else:
        data.mkdir()
    make_qt()
    app = App(data, Preferences(language="en", appearance="light"), None, _on_that_day)
    app.start()
    settle(app)
    yield app, EVERYWHERE + WITH_DATA if has_data else EVERYWHERE
    close_dialogs()
    window_of(app).close()
    app.close()
    app.deleteLater()


def _on_that_day() -> datetime:
    return TODAY


def prefer(app: App, language: Language, scale: float, appearance: str = "light") -> MainWindow:
    wanted = replace(
        app.preferences, language=language.value, text_scale=scale, appearance=appearance
    )
    app.prefer(wanted)
    settle(app)
    return window_of(app)


@pytest.mark.parametrize("scale", _SCALES)
@pytest.mark.parametrize("language", list(Language), ids=str)
def test_nothing_is_cut_off_or_out_of_reach(
    walked: tuple[App, tuple[Scene, ...]], language: Language, scale: float
) -> None:
    app, scenes = walked
    window = prefer(app, language, scale)
    found = []
    for size in _SIZES:
        window.resize(*size)
        for scene in scenes:
            if scene.opens_dialog and (size != _SIZES[0] or scale not in _SCALES_OF_DIALOGS):
                continue
            shown = scene.show(app)
            assert isinstance(shown, QDialog) is scene.opens_dialog, scene.name
            faults = findings(shown) + (small_targets(shown) if scale == 1 else [])
            found += [f"{scene.name} at {size[0]}: {fault}" for fault in faults]
            assert (window.width(), window.height()) == size, scene.name
            assert shown.width() <= window.width(), scene.name
            assert shown.height() <= window.height(), scene.name
    close_dialogs()
    assert found == []


@pytest.mark.parametrize("appearance", ["light", "dark"])
def test_whatever_has_the_focus_shows_it(
    walked: tuple[App, tuple[Scene, ...]], appearance: str, qtbot: QtBot
) -> None:
    app, scenes = walked
    window = prefer(app, Language.EN, 1.0, appearance)
    window.resize(*_SIZES[0])
    found, known = [], set[Kind]()
    for scene in scenes:
        shown = scene.show(app)
        shown.activateWindow()
        qtbot.waitUntil(shown.isActiveWindow)
        found += [f"{scene.name}: {fault}" for fault in unseen_focus(shown, known)]
    close_dialogs()
    assert found == []
