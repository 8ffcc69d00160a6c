"""The window answers at once, whatever else is done: no gap of 100 ms on the GUI thread."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefing_app.app import App, make_qt
from briefing_app.domain.audience import Audience
from briefing_app.domain.client import Client, Grade
from briefing_app.domain.export_record import ExportKind
from briefing_app.domain.ids import ClientId
from briefing_app.domain.text import Language, Text
from briefing_app.domain.visit import Visit
from briefing_app.exchange.csv_tables import write_csv
from briefing_app.services.backup import back_up
from briefing_app.services.data_folder import open_data
from briefing_app.services.exchange_data import import_file
from briefing_app.services.export_apart import ExportDone, ExportOrder, export_apart
from briefing_app.services.export_wishes import ExportWishes
from briefing_app.services.preferences import Preferences
from briefing_app.services.print_editions import PrintEdition
from briefing_app.services.progress import Progress
from briefing_app.services.samples import DEMO_VISITS, load_samples
from briefing_app.ui.bulk.change_dialog import ChangeManyDialog
from briefing_app.ui.bulk.deletion import DeleteManyDialog
from briefing_app.ui.desk import Place
from briefing_app.ui.dialog import Dialog
from briefing_app.ui.frame.search import SearchDialog
from briefing_app.ui.frame.trash import TrashDialog
from briefing_app.ui.frame.window import MainWindow
from briefing_app.ui.pages.clients.page import ClientsPage
from briefing_app.ui.pages.visits import VisitsPage
from tests.ui.conftest import window_of
from tests.ui.heartbeat import Heartbeat

D = TypeVar("D", bound=Dialog)

LIMIT = 100.0
MANY = 10_000
SOME = 1_200
TRIES = 3
LONG = 600_000
CALM = 400
"""Milliseconds that somebody looks at something."""
HEAVY = ExportWishes(
    language=Language.ZH,
    audiences=tuple(Audience),
    print_editions=tuple(PrintEdition),
    with_pdf=True,
)


class Ear(QObject):
    """Keeps what it is told."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []

    def hear(self, told: object) -> None:
        self.heard.append(told)


class Typist(QObject):
    """Types in the search, and deletes what was typed, as fast as somebody in a hurry."""

    def __init__(self, search: SearchDialog) -> None:
        super().__init__()
        self.typed = 0
        self._search = search
        self._keys = itertools.cycle("jiangbei")
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._type)
        self._timer.start(80)

    def stop(self) -> None:
        self._timer.stop()

    def _type(self) -> None:
        if len(self._search.line.text()) >= 8:
            QTest.keyClick(self._search.line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
            QTest.keyClick(self._search.line, Qt.Key.Key_Backspace)
        QTest.keyClick(self._search.line, next(self._keys))
        self.typed += 1


def import_apart(*, data: Path, file: Path, progress: Progress) -> int:
    """Import a file in the helper process; how many records it brought."""
    with open_data(data) as store:
        return len(import_file(store, file).records)


def test_heavy_work_never_keeps_the_window_waiting(tmp_path: Path, qtbot: QtBot) -> None:
    """A machine that is busy with other things may have a bad moment, not three."""
    gaps: list[float] = []
    while len(gaps) < TRIES and (not gaps or min(gaps) > LIMIT):
        gaps.append(longest_gap(tmp_path / f"{len(gaps)}", qtbot))
    assert min(gaps) <= LIMIT, gaps


def longest_gap(folder: Path, qtbot: QtBot) -> float:
    """Milliseconds of the longest gap while a visit is exported, 10,000 clients are imported and
    all is backed up, and somebody types in the search meanwhile."""
    data, file = folder / "data", folder / "clients.csv"
    with open_data(data) as store:
        load_samples(store)
        write_csv("client", many_clients(store.all(Client)[0]), file, Language.ZH)
    make_qt()
    app = App(data, Preferences(language="zh"), None)
    app.start()
    qtbot.waitUntil(lambda: window_of(app).place is not None)
    window_of(app).search()
    (search,) = window_of(app).findChildren(SearchDialog)
    beat, typist = Heartbeat(), Typist(search)
    faults = Ear()
    app.workers.faulted.connect(faults.hear)
    beat.start()
    done = heavy_work(app, folder, file)
    qtbot.waitUntil(lambda: len(done.heard) == 3, timeout=LONG)
    beat.stop()
    typist.stop()
    assert isinstance(done.heard[0], ExportDone)
    assert done.heard[1] == MANY
    assert not faults.heard
    assert beat.beats > typist.typed > 10
    window_of(app).close()
    app.close()
    return beat.longest


def test_looking_around_never_keeps_the_window_waiting(tmp_path: Path, qtbot: QtBot) -> None:
    """Ten visits, a fact edited while the preview follows, every part of a visit and a client."""
    gaps: list[float] = []
    while len(gaps) < TRIES and (not gaps or min(gaps) > LIMIT):
        gaps.append(longest_gap_of_looking(tmp_path / f"{len(gaps)}", qtbot))
    assert min(gaps) <= LIMIT, gaps


def longest_gap_of_looking(folder: Path, qtbot: QtBot) -> float:
    """Milliseconds of the longest gap, once the first visit and the first client were shown:
    what they need is loaded then."""
    with open_data(folder) as store:
        load_samples(store)
        visits = [visit.id for visit in store.all(Visit)]
        clients = [client.id for client in store.all(Client)]
    make_qt()
    app = App(folder, Preferences(language="zh"), None)
    app.start()
    window = window_of(app)
    qtbot.waitUntil(lambda: window.place is not None)
    pages = (Place("visits", visits[0]), Place("clients", clients[0]))
    for place in (*pages, *look_at_visits(visits[:1]), *look_at_clients(clients[:1])):
        window.go(place)
        qtbot.wait(CALM)
    beat = Heartbeat()
    beat.start()
    for number in range(10):
        window.go(Place("visits", visits[number % len(visits)]))
        qtbot.wait(CALM)
    edit_while_the_preview_follows(window, qtbot)
    for place in (*look_at_visits(visits[:1]), *look_at_clients(clients)):
        window.go(place)
        qtbot.wait(CALM)
    beat.stop()
    window.close()
    app.close()
    return beat.longest


def test_large_acts_never_keep_the_window_waiting(tmp_path: Path, qtbot: QtBot) -> None:
    """1,200 clients are changed, deleted, and restored from the trash, an act each."""
    gaps: list[float] = []
    while len(gaps) < TRIES and (not gaps or min(gaps) > LIMIT):
        gaps.append(longest_gap_of_changes(tmp_path / f"{len(gaps)}", qtbot))
    assert min(gaps) <= LIMIT, gaps


def longest_gap_of_changes(folder: Path, qtbot: QtBot) -> float:
    """Milliseconds of the longest gap, once the dialogs were shown."""
    with open_data(folder) as store:
        load_samples(store)
        store.save(many_clients(store.all(Client)[0], SOME))
        total = len(store.all(Client))
    make_qt()
    app = App(folder, Preferences(language="zh"), None)
    app.start()
    window = window_of(app)
    qtbot.waitUntil(lambda: window.place is not None)
    many = Many(window, qtbot)
    qtbot.waitUntil(lambda: many.count() == total)
    for dialog in (many.change_dialog(), many.deletion_dialog(), many.trash()):
        dialog.reject()
    beat = Heartbeat()
    beat.start()
    many.change_dialog().begin()
    many.wait_for_change()
    many.deletion_dialog().begin()
    many.wait_for_change()
    qtbot.waitUntil(lambda: many.count() == 0, timeout=LONG)
    many.trash().restore()
    many.wait_for_change()
    qtbot.waitUntil(lambda: many.count() == total, timeout=LONG)
    beat.stop()
    window.close()
    app.close()
    with open_data(folder) as store:
        assert {client.grade for client in store.all(Client)} == {Grade.S}
    return beat.longest


class Many:
    """All clients of a window, changed, deleted and restored by its dialogs."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self._window, self._qtbot = window, qtbot
        window.go(Place("clients"))
        page = window.page("clients")
        assert isinstance(page, ClientsPage)
        self._panel = page.panel
        self._changes = 0
        self._ear = Ear()
        window.desk.changed.connect(self._ear.hear)

    def count(self) -> int:
        return self._panel.list.model.rowCount()

    def wait_for_change(self) -> None:
        self._changes += 1
        self._qtbot.waitUntil(lambda: len(self._ear.heard) == self._changes, timeout=LONG)

    def change_dialog(self) -> ChangeManyDialog:
        """Asks for the best grade; ready to begin."""
        self._panel.list.view.selectAll()
        self._panel.bulk.change()
        dialog = self._opened(ChangeManyDialog)
        assert dialog.editor is not None
        dialog.editor.put(Grade.S)
        dialog.editor.save_now()
        self._qtbot.waitUntil(dialog.begin_button.isEnabled, timeout=LONG)
        return dialog

    def deletion_dialog(self) -> DeleteManyDialog:
        self._panel.list.view.selectAll()
        self._panel.bulk.delete()
        return self._opened(DeleteManyDialog)

    def trash(self) -> TrashDialog:
        """Shows what is in it."""
        self._window.run_command("trash")
        dialog = self._opened(TrashDialog)
        self._qtbot.wait(CALM)
        return dialog

    def _opened(self, kind: type[D]) -> D:
        def found() -> list[D]:
            return [one for one in self._window.findChildren(kind) if one.isVisible()]

        self._qtbot.waitUntil(lambda: bool(found()), timeout=LONG)
        return found()[0]


def look_at_visits(visits: Sequence[str]) -> list[Place]:
    """Every part of visits."""
    parts = ("facts", "slides", "check", "after", "facts")
    return [Place("visits", visit, part) for visit in visits for part in parts]


def look_at_clients(clients: Sequence[str]) -> list[Place]:
    """Every part of clients, then one client after the other."""
    parts = ("map", "opportunities", "visits", "documents", "timeline", "profile")
    led = [Place("clients", client, part) for client in clients for part in parts]
    return [*led, *(Place("clients", client) for client in clients)]


def edit_while_the_preview_follows(window: MainWindow, qtbot: QtBot) -> None:
    """The purpose of the visit that is shown."""
    page = window.page("visits")
    assert isinstance(page, VisitsPage)
    preview = page.detail.preview
    qtbot.waitUntil(lambda: preview.shown is not None, timeout=LONG)
    before = preview.shown
    purpose = page.detail.facts._fields["purpose"]
    purpose.put(Text.same("Agree the next step"))
    purpose.save_now()
    qtbot.waitUntil(lambda: preview.shown is not before, timeout=LONG)


def heavy_work(app: App, folder: Path, file: Path) -> Ear:
    """Begins all of it; the ear hears three answers."""
    done, run, data = Ear(), app.workers.run_apart, folder / "data"
    now = datetime(2026, 11, 26, 9, tzinfo=UTC)
    order = ExportOrder(
        visit=DEMO_VISITS[0],
        kind=ExportKind.DOCUMENTS,
        out=folder / "out",
        wishes=HEAVY,
        today=now.date(),
        now=now,
    )
    run(export_apart, then=done.hear, failed=done.hear, data=data, order=order)
    run(import_apart, then=done.hear, failed=done.hear, data=data, file=file)
    run(back_up, then=done.hear, failed=done.hear, data=data, target=folder / "copy.db")
    return done


def many_clients(model: Client, count: int = MANY) -> tuple[Client, ...]:
    """Clients with Chinese names, which are indexed by their pinyin."""
    chance = Random(20261126)
    signs = range(0x4E00, 0x9FA5)
    return tuple(
        replace(
            model,
            id=ClientId(f"further-client-{number:05}"),
            name=Text("".join(map(chr, chance.choices(signs, k=6))) + "公司", f"Further {number}"),
            short_name=Text("".join(map(chr, chance.choices(signs, k=3)))),
        )
        for number in range(count)
    )
