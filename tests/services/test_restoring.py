"""A backup comes back whole, or everything stays as it is."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from briefing_app.domain.client import Client
from briefing_app.domain.message import say
from briefing_app.domain.opportunity import Need
from briefing_app.domain.text import Text
from briefing_app.errors import UserError
from briefing_app.files import TEMPORARY
from briefing_app.services import undoing
from briefing_app.services.backup import back_up
from briefing_app.services.restoring import (
    Restored,
    backups_folder,
    look_at_backup,
    restore_backup,
)
from briefing_app.store.driver import driver
from briefing_app.store.store import DATABASE, open_store
from tests.store.sample import CLIENT, NEED, RECORDS

NOW = datetime(2026, 11, 26, 9, 30, 15, tzinfo=UTC)
RELEASED = Path(__file__).parents[1] / "store/released"
LATER = replace(CLIENT, name=Text("后来的名字", "A later name"))


@pytest.fixture
def data(sample_folder: Path, tmp_path: Path) -> Path:
    """A data folder with the sample's records."""
    return Path(shutil.copytree(sample_folder, tmp_path / "data"))


@pytest.fixture
def backup(data: Path, tmp_path: Path) -> Path:
    """A backup of them; afterwards the client got another name."""
    made = back_up(data=data, target=tmp_path / "copy.db")
    rename(data, LATER)
    return made


def rename(data: Path, client: Client) -> None:
    with open_store(data) as store, store.act(say("Rename {name}", name=client.name)):
        store.save([client])


def client_in(data: Path) -> Client:
    with open_store(data) as store:
        return store.get(Client, CLIENT.id)


def restore(data: Path, backup: Path) -> Restored:
    return restore_backup(data=data, backup=backup, now=NOW)


def state(folder: Path) -> dict[str, str]:
    """Every file below a folder with a digest of its content."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def alter(path: Path, *statements: str) -> None:
    with closing(driver().connect(str(path), isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def damage(path: Path) -> None:
    """Overwrite what follows the first page."""
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xa5" * 40_000)


def test_a_look_tells_what_both_hold_and_changes_nothing(data: Path, backup: Path) -> None:
    os.utime(backup, (NOW.timestamp(), NOW.timestamp()))
    with open_store(data) as store:
        store.delete(Need, NEED.id)
    before = state(data.parent)
    view = look_at_backup(data=data, backup=backup)
    assert (view.path, view.made_at) == (backup, NOW)
    assert view.holds.clients == sum(isinstance(one, Client) for one in RECORDS)
    assert view.present
    assert view.present.visits == view.holds.visits > 0
    assert view.holds.changed_at is None  # the history of the sample was forgotten
    assert view.present.changed_at
    assert state(data.parent) == before


def test_a_backup_comes_back_and_the_present_data_are_kept(data: Path, backup: Path) -> None:
    restored = restore(data, backup)
    assert client_in(data) == CLIENT
    assert restored.kept
    assert restored.kept.parent == backups_folder(data)
    assert not [path for path in data.iterdir() if path.name.startswith(TEMPORARY)]
    again = restore(data, restored.kept)
    assert client_in(data) == LATER
    assert again.holds == restored.holds or again.holds.changed_at


def test_what_was_done_before_cannot_be_undone_but_the_trash_stays(
    data: Path, tmp_path: Path
) -> None:
    with open_store(data) as store:
        store.delete(Need, NEED.id, to_trash=True)
    rename(data, LATER)
    with open_store(data) as store:
        undoing.undo(store)
    backup = back_up(data=data, target=tmp_path / "later.db")
    restore(data, backup)
    with open_store(data) as store:
        assert undoing.undo_state(store) == undoing.UndoState(None, None)
        (deletion,) = undoing.trash(store)
        undoing.restore(store, deletion.act)
        assert store.get(Need, NEED.id) == NEED
        assert store.search(CLIENT.name.zh)


def test_a_backup_of_an_older_version_is_brought_up_to_date(data: Path) -> None:
    old = RELEASED / "v1.db"
    before = old.read_bytes()
    assert look_at_backup(data=data, backup=old).holds.changed_at is None
    restore(data, old)
    with open_store(data) as store:
        assert store.all(Client)
        assert store.search(store.all(Client)[0].name.zh)
    assert old.read_bytes() == before
    assert not list(RELEASED.glob("*.db-*"))


def test_a_copy_of_a_data_folder_is_read_together_with_its_log(data: Path, tmp_path: Path) -> None:
    with open_store(data) as store, store.change():
        store.save([LATER])
        copied = tmp_path / "copied"
    with open_store(data) as store:
        store.save([LATER])
        shutil.copytree(data, copied)  # while it is open, with what is not in the main file yet
    rename(data, CLIENT)
    assert (copied / f"{DATABASE}-wal").exists()
    restore(data, copied / DATABASE)
    assert client_in(data) == LATER


def test_an_empty_folder_takes_a_backup(backup: Path, tmp_path: Path) -> None:
    new = tmp_path / "new computer"
    assert restore(new, backup).kept is None
    assert client_in(new) == CLIENT
    assert not backups_folder(new).exists()


def _unreadable(path: Path) -> None:
    path.write_bytes(b"\xa5" * 100_000)


@pytest.mark.parametrize("spoil", [damage, _unreadable])
def test_damaged_data_are_put_aside_as_they_are(
    data: Path, backup: Path, spoil: Callable[[Path], None]
) -> None:
    spoil(data / DATABASE)
    broken = (data / DATABASE).read_bytes()
    assert (look_at_backup(data=data, backup=backup).present is None) == (spoil is _unreadable)
    restored = restore(data, backup)
    assert restored.kept
    assert restored.kept.read_bytes() == broken
    assert client_in(data) == CLIENT


def _no_database(path: Path) -> None:
    path.write_text("minutes of a meeting", encoding="utf-8")


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _of_another_program(path: Path) -> None:
    path.unlink()
    alter(path, "CREATE TABLE tune (name)")


def _newer(path: Path) -> None:
    alter(path, "PRAGMA user_version = 99")


def _cut_short(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def _without_tables(path: Path) -> None:
    alter(path, "PRAGMA writable_schema = ON", "DELETE FROM sqlite_master WHERE name = 'visit'")


def _a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (_no_database, "no backup of this program"),
        (_empty, "no backup of this program"),
        (_of_another_program, "of another program"),
        (_newer, "newer version"),
        (damage, "is damaged"),
        (_cut_short, "is damaged"),
        (_without_tables, "is damaged"),
        (_a_folder, "is a folder"),
        (Path.unlink, "There is no file"),
    ],
)
def test_what_is_no_good_backup_is_refused(
    data: Path, backup: Path, spoil: Callable[[Path], None], words: str
) -> None:
    spoil(backup)
    before = state(data)
    with pytest.raises(UserError, match=words):
        look_at_backup(data=data, backup=backup)
    with pytest.raises(UserError, match=words):
        restore(data, backup)
    assert state(data) == before


def test_the_present_database_is_no_backup_of_itself(data: Path, tmp_path: Path) -> None:
    by_another_way = tmp_path / "link.db"
    by_another_way.symlink_to(data / DATABASE)
    for path in (data / DATABASE, by_another_way):
        with pytest.raises(UserError, match="present database itself"):
            look_at_backup(data=data, backup=path)


def test_data_that_a_window_has_open_stay(
    data: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing_app.services.restoring._PATIENT_SECONDS", 0.1)
    with open_store(data) as window:
        window.all(Client)
        with pytest.raises(UserError, match="Another window or command"):
            restore(data, backup)
        assert window.get(Client, CLIENT.id) == LATER
    assert not backups_folder(data).exists()
    assert client_in(data) == LATER
