"""A file is looked at, its faults stand in their cells, and it is kept once the user says so."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QTableView, QWidget
from pytestqt.qtbot import QtBot

from briefing_app.domain.client import Client
from briefing_app.domain.text import Language
from briefing_app.services.data_folder import open_data
from briefing_app.services.importing import Fate
from briefing_app.services.picking import Choice
from briefing_app.ui.desk import Desk
from briefing_app.ui.imports.dialog import ImportDialog
from briefing_app.ui.imports.drop import FileDrop
from briefing_app.ui.imports.faulty_model import FaultyTableModel, letters_of
from briefing_app.ui.look import Role
from tests.exchange.sheets import CLIENTS, workbook
from tests.ui.conftest import MakeDesk

CARD = "BEGIN:VCARD\nVERSION:3.0\nFN:Li Lei\nN:Li;Lei;;;\nTITLE:CTO\nEND:VCARD\n"
_PATIENCE = 30_000


@pytest.fixture
def dialog(desk: Desk, qtbot: QtBot) -> Generator[ImportDialog, None, None]:
    """The dialog over a window."""
    window = QWidget()
    window.resize(1280, 720)
    qtbot.addWidget(window)
    made = ImportDialog(desk, window)
    made.open()
    yield made
    made.reject()


def _look(dialog: ImportDialog, qtbot: QtBot, file: Path) -> None:
    dialog.look_at(file)
    qtbot.waitUntil(lambda: not dialog.waiting.isVisible(), timeout=_PATIENCE)


def _good(tmp_path: Path) -> Path:
    return workbook(tmp_path / "good.xlsx", {"Clients": [CLIENTS, ("", "Brand New", "Games")]})


def _bad(tmp_path: Path) -> Path:
    rows = [("", f"Client {number}", "Games") for number in range(2, 12)]
    rows[5] = ("", "Client 7", "Gamse")
    people = [("Client", "Person's name (English)"), ("Nobody", "Li Lei")]
    return workbook(tmp_path / "bad.xlsx", {"Clients": [CLIENTS, *rows], "People": people})


def test_what_a_file_brings_is_shown_and_kept_on_demand(
    dialog: ImportDialog, qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    _look(dialog, qtbot, _good(tmp_path))
    assert dialog.entries.isVisible()
    assert dialog.entries.kinds.count() == 1
    assert dialog.entries.model.index(0, 1).data() == "Brand New"
    QAbstractItemModelTester(
        dialog.entries.model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    with qtbot.waitSignal(desk.changed, timeout=_PATIENCE) as told:
        dialog.keep_button.click()
    assert told.args is not None
    assert told.args[0].touches("client")
    qtbot.waitUntil(lambda: not dialog.isVisible())
    with open_data(desk.workers.data) as store:
        assert store.find("Brand New", Client)


def test_a_bad_cell_is_marked_where_it_stands_with_its_reason(
    dialog: ImportDialog, qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    _look(dialog, qtbot, _bad(tmp_path))
    assert not dialog.keep_button.isVisible()
    view = dialog.faults.sheets.currentWidget()
    assert isinstance(view, QTableView)
    model, index = view.model(), view.currentIndex()
    assert isinstance(model, FaultyTableModel)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert index.data() == "⚠ Gamse"
    assert index.data(Qt.ItemDataRole.ForegroundRole) == desk.look.colour(Role.BAD)
    assert "Did you mean Games" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert model.headerData(index.row(), Qt.Orientation.Vertical) == "7"
    assert model.headerData(index.column(), Qt.Orientation.Horizontal) == "C"
    dialog.faults.next()
    assert dialog.faults.title.text() == "People"
    dialog.faults.next()
    assert dialog.faults.title.text() == "Clients"


def test_a_corrected_file_is_checked_again(
    dialog: ImportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    _look(dialog, qtbot, _bad(tmp_path))
    _good(tmp_path).replace(tmp_path / "bad.xlsx")
    _look(dialog, qtbot, tmp_path / "bad.xlsx")
    assert dialog.keep_button.isEnabled()


def test_a_file_that_brings_nothing_new_cannot_be_imported(
    dialog: ImportDialog, qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    with open_data(desk.workers.data) as store:
        client = store.all(Client)[0]
    rows = [("Id", "Company name (English)"), (client.id, client.name.en)]
    _look(dialog, qtbot, workbook(tmp_path / "same.xlsx", {"Clients": rows}))
    assert not dialog.keep_button.isEnabled()
    assert dialog.entries.model.index(0, 0).data() == "= Unchanged"


def test_the_client_of_people_without_one_is_chosen_in_the_dialog(
    dialog: ImportDialog, qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    file = tmp_path / "card.vcf"
    file.write_text(CARD, encoding="utf-8")
    _look(dialog, qtbot, file)
    assert dialog.client.isVisible()
    with open_data(desk.workers.data) as store:
        client = store.all(Client)[0]
    dialog.client.put(Choice(client.id, client.name))
    dialog.client.picked.emit(dialog.client.choice)
    qtbot.waitUntil(dialog.entries.isVisible, timeout=_PATIENCE)
    assert dialog.entries.model.index(0, 0).data() == "+ New"


def test_clients_are_found_by_typing(dialog: ImportDialog, qtbot: QtBot, desk: Desk) -> None:
    completer = dialog.client.completer()
    assert completer is not None
    dialog.client.setText("fire")
    dialog.client.textEdited.emit("fire")
    qtbot.waitUntil(lambda: completer.model().rowCount() == 1)
    name = completer.model().index(0, 0).data()
    completer.activated.emit(name)
    assert dialog.client.choice is not None
    assert desk.wording.text(dialog.client.choice.name) == name


def test_a_file_that_is_no_workbook_is_refused_in_words(
    dialog: ImportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "x.xlsx"
    file.write_bytes(b"nothing")
    _look(dialog, qtbot, file)
    assert "not a workbook" in dialog.detail.text()


def test_a_template_is_saved_for_who_has_no_file(
    dialog: ImportDialog, qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "template.xlsx"
    with qtbot.waitSignal(desk.told, timeout=_PATIENCE):
        dialog.write_template(path)
    _look(dialog, qtbot, path)
    assert "example rows" in dialog.detail.text()


def test_the_dialog_speaks_both_languages(
    make_desk: MakeDesk, language: Language, qtbot: QtBot, tmp_path: Path
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = ImportDialog(make_desk(language), window)
    dialog.open()
    _look(dialog, qtbot, _bad(tmp_path))
    words = dialog.faults.list.item(0).text()
    assert Language.of(words) is language
    dialog.reject()


def test_columns_are_lettered_as_table_programs_do() -> None:
    assert [letters_of(number) for number in (1, 26, 27, 52, 703)] == ["A", "Z", "AA", "AZ", "AAA"]


def test_fates_are_told_by_a_sign_and_not_by_colour_alone(
    dialog: ImportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    _look(dialog, qtbot, _good(tmp_path))
    assert dialog.entries.model.index(0, 0).data().startswith("+")
    assert len(Fate) == 3


def test_a_client_is_asked_for_only_where_people_lack_theirs(
    dialog: ImportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    clients, people = tmp_path / "clients.csv", tmp_path / "people.csv"
    clients.write_text("Company name (English),Sector\nAcme,Games\n", encoding="utf-8")
    people.write_text("Name,Title\nLi Lei,CTO\n", encoding="utf-8")
    _look(dialog, qtbot, clients)
    assert not dialog.client.isVisible()
    _look(dialog, qtbot, people)
    assert dialog.client.isVisible()


def test_every_line_of_a_fault_is_shown(dialog: ImportDialog, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "clients.csv"
    file.write_text("Company name (English),Sector\nAcme,Games\n", encoding="utf-8")
    _look(dialog, qtbot, file)
    shown = dialog.faults.list
    qtbot.waitUntil(lambda: shown.visualItemRect(shown.item(0)).height() > 0)
    for number in range(shown.count()):
        place = shown.visualItemRect(shown.item(number))
        inside = QRect(0, 0, place.width() - 12, 10_000)
        wraps = int(Qt.TextFlag.TextWordWrap)
        needed = shown.fontMetrics().boundingRect(inside, wraps, shown.item(number).text())
        assert place.height() >= needed.height()


def test_a_file_is_dropped_on_the_dialog_as_on_the_window(
    dialog: ImportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    (drop,) = dialog.findChildren(FileDrop)
    drop.dropped.emit(_good(tmp_path))
    qtbot.waitUntil(dialog.entries.isVisible, timeout=_PATIENCE)


def test_only_what_changes_is_given_a_column(
    dialog: ImportDialog, qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    _look(dialog, qtbot, _good(tmp_path))
    assert dialog.entries.table.isColumnHidden(2)
    with open_data(desk.workers.data) as store:
        client = store.all(Client)[0]
    rows = [("Id", "Company name (English)"), (client.id, "Another name")]
    _look(dialog, qtbot, workbook(tmp_path / "changed.xlsx", {"Clients": rows}))
    assert not dialog.entries.table.isColumnHidden(2)
