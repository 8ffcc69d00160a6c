"""Faults become sentences that say what to do; bugs stay bugs."""

from __future__ import annotations

import errno
import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest

from briefing_app.errors import UserError
from briefing_app.store.driver import driver
from briefing_app.store.faults import told_to_user

PATH = Path("/data/briefing.db")


def _raise_within(fault: Exception) -> None:
    with told_to_user(PATH):
        raise fault


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "is full"),
        (errno.EDQUOT, "is full"),
        (errno.EROFS, "cannot be written to"),
        (errno.EACCES, "cannot be written to"),
        (errno.EIO, "could not read or write"),
    ],
)
def test_faults_of_the_disk_are_told(number: int, words: str) -> None:
    with pytest.raises(UserError, match=words):
        _raise_within(OSError(number, "fault"))


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ("database or disk is full", "is full"),
        ("database is locked", "Another window or program"),
        ("database disk image is malformed", "is damaged"),
    ],
)
def test_faults_that_come_without_a_code_are_known_by_their_message(
    message: str, words: str
) -> None:
    with pytest.raises(UserError, match=words):
        _raise_within(driver().OperationalError(message))


@pytest.mark.parametrize(
    "bug", [driver().OperationalError("no such table: x"), OSError(errno.EBADF, "bad"), KeyError()]
)
def test_a_bug_stays_what_it_is(bug: Exception) -> None:
    with pytest.raises(type(bug)):
        _raise_within(bug)


def test_a_disk_fault_on_a_full_disk_is_told_as_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: SimpleNamespace(free=4096))
    with pytest.raises(UserError, match="is full"), told_to_user(tmp_path / "briefing.db"):
        raise driver().OperationalError("disk I/O error")


@pytest.mark.parametrize("has_backups", [True, False])
def test_backups_are_spoken_of_where_there_are_some(tmp_path: Path, has_backups: bool) -> None:
    if has_backups:
        (tmp_path / "backups").mkdir()
    with pytest.raises(UserError) as caught, told_to_user(tmp_path / "briefing.db"):
        raise driver().OperationalError("database disk image is malformed")
    assert ("may hold one" in str(caught.value)) == has_backups
