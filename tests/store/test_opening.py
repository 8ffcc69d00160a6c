"""Which folders and files are opened, and which are refused untouched."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from briefing_app.domain.client import Client
from briefing_app.errors import UserError
from briefing_app.store.driver import driver
from briefing_app.store.folder import syncing_program
from briefing_app.store.migrations import APPLICATION_ID
from briefing_app.store.store import DATABASE, open_store
from tests.store.sample import CLIENT, RECORDS

NOBODY = 65534


@contextmanager
def _without_root() -> Iterator[None]:
    """Whoever runs the tests is bound by the permissions of files."""
    if os.name == "nt" or os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that other users may enter, unlike pytest's own."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


def _pragma(path: Path, name: str) -> object:
    connection = driver().connect(str(path))
    (value,) = connection.execute(f"PRAGMA {name}").fetchone()
    connection.close()
    return value


def test_a_missing_folder_is_created_with_a_marked_database(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "数据"
    with open_store(folder) as store:
        assert store.is_empty()
    assert _pragma(folder / DATABASE, "application_id") == APPLICATION_ID
    assert [path.name for path in folder.iterdir()] == [DATABASE]


def test_what_was_saved_is_there_the_next_time(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        store.save(RECORDS)
    with open_store(tmp_path) as store:
        assert store.get(Client, CLIENT.id) == CLIENT


def test_a_creation_that_was_cut_off_is_begun_anew(tmp_path: Path) -> None:
    (tmp_path / DATABASE).touch()
    with open_store(tmp_path) as store:
        assert store.is_empty()


def test_a_database_of_another_program_is_left_untouched(tmp_path: Path) -> None:
    path = tmp_path / DATABASE
    with sqlite3.connect(path) as foreign:
        foreign.execute("CREATE TABLE theirs (x)")
    foreign.close()
    before = path.read_bytes()
    with pytest.raises(UserError, match="belongs to another program"):
        open_store(tmp_path)
    assert path.read_bytes() == before


def test_a_newer_database_is_left_untouched(tmp_path: Path) -> None:
    open_store(tmp_path).close()
    connection = driver().connect(str(tmp_path / DATABASE))
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    before = (tmp_path / DATABASE).read_bytes()
    with pytest.raises(UserError, match="newer version of this program"):
        open_store(tmp_path)
    assert (tmp_path / DATABASE).read_bytes() == before


def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    (tmp_path / DATABASE).write_bytes(b"this was a letter to a client" * 300)
    with pytest.raises(UserError, match="damaged or is not a data file"):
        open_store(tmp_path)


def test_damage_inside_is_told_when_it_is_met(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        store.save(RECORDS)
    path = tmp_path / DATABASE
    content = bytearray(path.read_bytes())
    place = content.index("核心系统".encode()) // 4096 * 4096
    content[place : place + 4096] = b"\xff" * 4096
    path.write_bytes(content)
    with open_store(tmp_path) as store, pytest.raises(UserError, match="is damaged"):
        store.all(Client)


@pytest.mark.skipif(os.name == "nt", reason="permissions of folders work otherwise there")
@pytest.mark.parametrize("is_new", [True, False])
def test_a_folder_without_permission_is_told(open_folder: Path, is_new: bool) -> None:
    folder = open_folder / "data"
    folder.mkdir()
    if not is_new:
        open_store(folder).close()
    folder.chmod(0o555)
    with _without_root(), pytest.raises(UserError, match="cannot be written to"):
        open_store(folder)
    folder.chmod(0o755)


@pytest.mark.skipif(os.name == "nt", reason="permissions of files work otherwise there")
def test_a_read_only_file_is_told_before_anything_is_typed(open_folder: Path) -> None:
    folder = open_folder / "data"
    open_store(folder).close()
    folder.chmod(0o777)
    (folder / DATABASE).chmod(0o444)
    with _without_root(), pytest.raises(UserError, match="cannot be written to"):
        open_store(folder)


def test_a_file_in_the_folders_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("not a folder")
    for folder in (tmp_path / "data", tmp_path / "data" / "below"):
        with pytest.raises(UserError, match="is a file, so no folder"):
            open_store(folder)


@pytest.mark.parametrize(
    ("parts", "program"),
    [
        ("OneDrive/briefing", "OneDrive"),
        ("OneDrive - 某某公司/briefing", "OneDrive"),
        ("Library/CloudStorage/OneDrive-Contoso/x", "CloudStorage"),
        ("Dropbox (Personal)/x", "Dropbox"),
        ("Library/Mobile Documents/com~apple~CloudDocs/x", "iCloud Drive"),
        ("iCloudDrive/x", "iCloud Drive"),
        ("Nutstore Files/x", "坚果云"),
        ("我的坚果云", "坚果云"),
        ("Google Drive/x", "Google Drive"),
        ("My Drive/x", "Google Drive"),
        ("BaiduSyncdisk", "百度网盘"),
    ],
)
def test_a_synchronised_folder_is_refused_by_its_path(
    tmp_path: Path, parts: str, program: str
) -> None:
    with pytest.raises(UserError, match="is synchronised by") as refusal:
        open_store(tmp_path / parts)
    assert refusal.value.parameters["program"] == program
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("marker", [".dropbox.cache", ".stfolder", ".tmp.drivedownload"])
def test_a_synchronised_folder_is_refused_by_its_marker(tmp_path: Path, marker: str) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / marker).mkdir()
    assert syncing_program(tmp_path / "a" / "b" / "c")
    assert syncing_program(tmp_path / "b") is None


def test_a_moved_onedrive_is_known_by_its_variable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path / "work"))
    assert syncing_program(tmp_path / "work" / "x") == "OneDrive"
    assert syncing_program(tmp_path / "workshop") is None


def test_a_link_into_a_synchronised_folder_is_seen_through(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "innocent").symlink_to(tmp_path / "Dropbox")
    assert syncing_program(tmp_path / "innocent") == "Dropbox"


@pytest.mark.parametrize("name", ["onedriver", "dropbox-clone", "坚果", "icloud-notes", "data"])
def test_a_similar_name_is_no_reason(tmp_path: Path, name: str) -> None:
    assert syncing_program(tmp_path / name) is None
