"""An import is looked at without a trace, and then kept as one act."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from briefing_app.domain.client import Client, Person
from briefing_app.domain.message import Message
from briefing_app.errors import UserError
from briefing_app.services.data_folder import open_data
from briefing_app.services.helper_process import JobStopped
from briefing_app.services.importing import (
    Fate,
    FaultyFile,
    ImportPreview,
    import_looked_at,
    look_at_import,
)
from briefing_app.services.samples import load_samples
from tests.exchange.sheets import CLIENTS, workbook

CARD = "BEGIN:VCARD\nVERSION:3.0\nFN:Li Lei\nN:Li;Lei;;;\nTITLE:CTO\nEND:VCARD\n"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    with open_data(folder) as store:
        load_samples(store)
    return folder


def _clients(path: Path, *rows: tuple[object, ...]) -> Path:
    return workbook(path, {"Clients": [CLIENTS, *rows]})


def _looked(data: Path, file: Path, client: str = "") -> ImportPreview:
    found = look_at_import(data=data, file=file, client=client)
    assert isinstance(found, ImportPreview)
    return found


def _faulty(data: Path, file: Path) -> FaultyFile:
    found = look_at_import(data=data, file=file)
    assert isinstance(found, FaultyFile)
    return found


def _count(data: Path) -> int:
    with open_data(data) as store:
        return len(store.all(Client))


def _stopping_at(message: str) -> Callable[[Message, int, int], None]:
    def tell(step: Message, _number: int, _total: int) -> None:
        if step.msgid == message:
            raise JobStopped

    return tell


def test_looking_tells_what_is_new_and_keeps_nothing(tmp_path: Path, data: Path) -> None:
    before = _count(data)
    file = _clients(tmp_path / "x.xlsx", ("", "Brand New", "Games"))
    preview = _looked(data, file)
    assert [(one.kind, one.name.en, one.fate) for one in preview.entries] == [
        ("client", "Brand New", Fate.NEW)
    ]
    assert preview.changes_anything
    assert _count(data) == before


def test_an_import_keeps_what_was_looked_at_and_tells_of_it(tmp_path: Path, data: Path) -> None:
    file = _clients(tmp_path / "x.xlsx", ("", "Brand New", "Games"))
    preview = _looked(data, file)
    change = import_looked_at(data=data, preview=preview)
    with open_data(data) as store:
        assert store.find("Brand New", Client).id == change.records[0][1]
    assert change.touches("client")
    again = _looked(data, file)
    assert not again.changes_anything
    assert [one.fate for one in again.entries] == [Fate.UNCHANGED]


def test_a_file_that_was_changed_since_is_not_imported(tmp_path: Path, data: Path) -> None:
    before = _count(data)
    preview = _looked(data, _clients(tmp_path / "x.xlsx", ("", "One", "Games")))
    _clients(tmp_path / "x.xlsx", ("", "Other", "Games"))
    with pytest.raises(UserError, match="was changed since"):
        import_looked_at(data=data, preview=preview)
    assert _count(data) == before


def test_an_import_that_is_stopped_keeps_nothing(tmp_path: Path, data: Path) -> None:
    before = _count(data)
    rows = [("", f"Client {number}", "Games") for number in range(3)]
    preview = _looked(data, _clients(tmp_path / "x.xlsx", *rows))
    with pytest.raises(JobStopped):
        import_looked_at(data=data, preview=preview, progress=_stopping_at("Saving"))
    assert _count(data) == before


def test_faults_tell_their_cell_its_row_and_what_is_wrong(tmp_path: Path, data: Path) -> None:
    found = _faulty(data, _clients(tmp_path / "x.xlsx", ("", "One", "Minning"), ("", "", "Retail")))
    assert str(found.headline) == "3 things need correcting. Nothing was imported."
    (table,) = found.tables
    spots = [(f.spot.row, f.spot.column) for f in table.faults if f.spot is not None]
    assert spots == [(2, 3), (3, 2), (3, 3)]
    assert table.rows[1].cells[2] == "Minning"
    assert found.others == ()


def test_people_without_a_client_ask_for_one(tmp_path: Path, data: Path) -> None:
    file = tmp_path / "card.vcf"
    file.write_text(CARD, encoding="utf-8")
    assert _faulty(data, file).needs_client
    with open_data(data) as store:
        client = store.all(Client)[0]
    preview = _looked(data, file, client.id)
    import_looked_at(data=data, preview=preview)
    with open_data(data) as store:
        assert store.find("Li Lei", Person).client == client.id


def test_a_csv_file_of_people_without_a_client_asks_for_one(tmp_path: Path, data: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text("Name,Title\nLi Lei,CTO\n", encoding="utf-8")
    found = _faulty(data, file)
    assert found.needs_client
    assert not found.tables


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path, data: Path) -> None:
    file = tmp_path / "x.xlsx"
    file.write_bytes(b"no workbook")
    with pytest.raises(UserError, match="not a workbook"):
        look_at_import(data=data, file=file)
