"""Somebody works on in the window while a helper process changes much."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from briefing_app.app import App
from briefing_app.domain.client import Client
from briefing_app.services.data_folder import open_data
from briefing_app.ui.desk import Place
from briefing_app.ui.fields.words import LineField
from briefing_app.ui.workers import Job
from tests.ui.conftest import window_of
from tests.ui.listener import Listener
from tests.ui.long_act import write_until_told

CLIENT = "fireferry"
_PATIENCE = 30_000


@pytest.fixture
def listener() -> Listener:
    return Listener()


@pytest.fixture
def job(app: App, tmp_path: Path, listener: Listener, qtbot: QtBot) -> Job:
    """A helper process that writes until there is a file "sign"."""
    steps = Listener()
    begun = app.workers.act_apart(
        write_until_told,
        then=listener.hear,
        progress=steps.hear,
        data=app.workers.data,
        sign=tmp_path / "sign",
    )
    qtbot.waitUntil(lambda: bool(steps.heard), timeout=_PATIENCE)
    return begun


def field_of(app: App, qtbot: QtBot) -> LineField:
    """The website of a client, on its page."""
    window = window_of(app)
    window.go(Place("clients", CLIENT, "profile"))

    def found() -> list[LineField]:
        fields = window.page("clients").findChildren(LineField)
        return [one for one in fields if one.name == "Website" and one.value()]

    qtbot.waitUntil(lambda: bool(found()), timeout=_PATIENCE)
    return found()[0]


def type_in(field: LineField, words: str, qtbot: QtBot) -> None:
    (line,) = field.findChildren(QLineEdit)
    line.clear()
    qtbot.keyClicks(line, words)
    field.save_now()


def website(app: App) -> str:
    with open_data(app.workers.data) as store:
        return store.get(Client, CLIENT).website


def test_pages_open_and_an_edit_is_told_to_wait_shown_and_kept(
    app: App, job: Job, tmp_path: Path, qtbot: QtBot
) -> None:
    field = field_of(app, qtbot)
    with qtbot.waitSignal(app.workers.delayed):
        type_in(field, "mine.example", qtbot)
    assert window_of(app).foot.words().startswith("Many records are being changed")
    assert not field.is_refused
    window_of(app).go(Place("clients", "client-chengye", "profile"))
    qtbot.waitUntil(lambda: field.value() != "mine.example", timeout=_PATIENCE)
    again = field_of(app, qtbot)
    qtbot.waitUntil(lambda: again.value() == "mine.example", timeout=_PATIENCE)
    assert not again.is_dirty()
    assert website(app) != "mine.example"
    (tmp_path / "sign").touch()
    qtbot.waitUntil(lambda: website(app) == "mine.example", timeout=_PATIENCE)
    qtbot.waitUntil(lambda: "Website" in window_of(app).foot.words(), timeout=_PATIENCE)
    assert again.value() == "mine.example"


def test_an_edit_is_kept_once_the_long_act_is_stopped(app: App, job: Job, qtbot: QtBot) -> None:
    field = field_of(app, qtbot)
    with qtbot.waitSignal(app.workers.delayed):
        type_in(field, "mine.example", qtbot)
    job.stop()
    qtbot.waitUntil(lambda: website(app) == "mine.example", timeout=_PATIENCE)


def test_an_edit_is_kept_where_the_window_closes_during_a_long_act(
    app: App, job: Job, listener: Listener, qtbot: QtBot
) -> None:
    type_in(field_of(app, qtbot), "mine.example", qtbot)
    window_of(app).close()
    app.close()
    assert website(app) == "mine.example"
    assert not listener.heard
