"""Disks that are full or write-protected, and targets that another program holds.

Full and read-only disks are real ones where mounting is allowed; elsewhere the system's answer
is put in place of the call. Windows refuses to replace an open file, which other systems do
not, so that answer is put in place as well.
"""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from briefing_app import files
from briefing_app.cli.main import EXIT_BAD_INPUT
from briefing_app.domain.ids import VisitId
from briefing_app.exchange.json_data import as_json
from briefing_app.services.exchange_data import all_records
from briefing_app.store.store import open_store
from tests.cli.desk import VISIT, Desk, contents

EXPORT = "Fireferry-2026-12-03"
EXPORTING = ("export", VISIT, "--lang", "en", "--out")


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk of its own: 16 MB, mounted for the time of a test."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if not _mounted("-t", "tmpfs", "-o", "size=16m", "tmpfs", str(folder)):
        pytest.skip("mounting a disk needs Linux and its permission")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def _mounted(*arguments: str) -> bool:
    if sys.platform != "linux" or os.geteuid() != 0 or not shutil.which("mount"):
        return False
    return subprocess.run(["mount", *arguments], capture_output=True, check=False).returncode == 0


def _fill(disk: Path, leaving: int = 0) -> None:
    """Fill the disk, but for so many bytes."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(bytes(4096))
    os.truncate(filler, filler.stat().st_size - leaving)


def _protect(disk: Path) -> None:
    assert _mounted("-o", "remount,ro", str(disk))


WRITING = {
    "export": (
        ["export", VISIT, "--lang", "en", "--out", "{disk}/new/out"],
        f"{{disk}}/new/out/{EXPORT}",
    ),
    "export into a folder": (
        ["export", VISIT, "--lang", "en", "--out", "{disk}"],
        f"{{disk}}/{EXPORT}",
    ),
    "case books": (["case-book", "--out", "{disk}/books"], "{disk}/books"),
    "a case book": (["case-book", "--industry", "games", "--out", "{disk}/b/g.pdf"], "{disk}/b"),
    "form of a visit": (["record", VISIT, "--form", "{disk}/after.xlsx"], "{disk}/after.xlsx"),
    "slide list": (["slides", VISIT, "--out", "{disk}/slides.toml"], "{disk}/slides.toml"),
    "template": (["template", "{disk}/t.xlsx"], "{disk}/t.xlsx"),
    "data as JSON": (["export-data", "{disk}/all.json"], "{disk}/all.json"),
    "data as a workbook": (["export-data", "{disk}/all.xlsx"], "{disk}/all.xlsx"),
}


@pytest.mark.parametrize("what", WRITING)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_full_disk_is_told_and_nothing_half_written_stays(
    desk: Desk, disk: Path, what: str, language: str
) -> None:
    _fill(disk, leaving=8192)
    before = contents(disk)
    arguments, target = WRITING[what]
    told = desk.refuses(*(a.format(disk=disk) for a in arguments), language=language)
    path = target.format(disk=disk)
    assert told == [
        f"There is not enough space to write {path}. Free some space or choose another drive."
        if language == "en"
        else f"磁盘空间不足，无法写入 {path}。请腾出空间，或换一个磁盘。"
    ]
    assert contents(disk) == before


@pytest.mark.parametrize("what", WRITING)
def test_a_write_protected_disk_is_told(desk: Desk, disk: Path, what: str) -> None:
    _protect(disk)
    arguments, target = WRITING[what]
    assert desk.refuses(*(a.format(disk=disk) for a in arguments)) == [
        f"{target.format(disk=disk)} is on a drive that can only be read. Choose another place."
    ]


def test_a_full_disk_keeps_the_older_export_whole(desk: Desk, disk: Path) -> None:
    desk.run("export", VISIT, "--out", disk)
    _fill(disk, leaving=100_000)
    before = contents(disk)
    desk.refuses("export", VISIT, "--out", disk)
    assert contents(disk) == before


def _stored(folder: Path) -> bytes:
    with open_store(folder) as store:
        return as_json(all_records(store))


def test_an_import_onto_a_full_disk_is_undone_and_works_once_there_is_space(
    desk: Desk, disk: Path, tmp_path: Path
) -> None:
    data = disk / "data"
    shutil.copytree(desk.data, data)
    more = _many_clients(desk.work, 3000)
    before = _stored(data)
    _fill(disk, leaving=300_000)
    ran = desk.run("--data", data, "import", more)
    assert (ran.status, ran.out) == (EXIT_BAD_INPUT, "")
    assert ran.err == f"The disk that holds {data} is full. Free some space, then try again.\n"
    (disk / "filler").unlink()
    assert _stored(data) == before
    assert desk.run("--data", data, "import", more).out.startswith("New: 3,000\n")


def test_a_disk_too_full_for_a_backup_keeps_the_data_at_whatever_step_it_is(
    desk: Desk, disk: Path
) -> None:
    data, backup = disk / "data", desk.work / "copy.db"
    shutil.copytree(desk.data, data)
    desk.run("import", _many_clients(desk.work, 3000))
    desk.run("backup", backup)
    before = _stored(data)
    size = backup.stat().st_size
    for part in (0.5, 1.2, 1.8, 2.1):
        _fill(disk, leaving=round(part * size))
        ran = desk.run("--data", data, "restore", backup)
        assert (ran.status, ran.out) == (EXIT_BAD_INPUT, ""), part
        assert "is full" in ran.err or "not enough space" in ran.err
        (disk / "filler").unlink()
        assert _stored(data) == before
        shutil.rmtree(data / "backups", ignore_errors=True)
    assert desk.run("--data", data, "restore", backup).status == 0
    assert _stored(data) == _stored(desk.data) != before


def _many_clients(folder: Path, count: int) -> Path:
    path = folder / "clients.csv"
    rows = (f"Client {number} of a long list,Games" for number in range(count))
    path.write_text("Company name,Industry\n" + "\n".join(rows), encoding="utf-8")
    return path


def test_a_data_folder_on_a_full_disk_says_so_and_not_that_the_disk_is_broken(
    desk: Desk, disk: Path
) -> None:
    data = disk / "data"
    shutil.copytree(desk.data, data)
    _fill(disk)
    before = contents(data)
    ran = desk.run("--data", data, "list", "clients")
    assert (ran.status, ran.out) == (EXIT_BAD_INPUT, "")
    assert ran.err == f"The disk that holds {data} is full. Free some space, then try again.\n"
    assert contents(data).items() >= before.items()


def test_a_write_protected_data_folder_is_told(desk: Desk, disk: Path) -> None:
    data = disk / "data"
    shutil.copytree(desk.data, data)
    _protect(disk)
    ran = desk.run("--data", data, "list", "clients")
    assert (ran.status, ran.out) == (EXIT_BAD_INPUT, "")
    assert ran.err == (
        f"The data folder {data} cannot be written to. "
        "Allow writing there, or choose another data folder.\n"
    )


# The system's answers where no such disk can be had


def _answering(
    monkeypatch: pytest.MonkeyPatch, error: OSError, is_meant: Callable[[str], bool]
) -> None:
    """Let the system refuse to put a file in the place of another one."""
    replace = os.replace

    def replaces(source: str | Path, target: str | Path) -> None:
        if is_meant(str(target)):
            raise error
        replace(source, target)

    monkeypatch.setattr(os, "replace", replaces)


HELD = (
    "{path} cannot be written. It may be open in another program, or the folder may be "
    "protected. Close it there or choose another place."
)
HELD_ZH = "无法写入 {path}。文件可能正被其他程序打开，或文件夹受保护。请先关闭，或换一个位置。"


@pytest.mark.parametrize(
    ("number", "english"),
    [
        (errno.EACCES, HELD),
        (
            errno.ENOSPC,
            "There is not enough space to write {path}. Free some space or choose another drive.",
        ),
        (errno.EROFS, "{path} is on a drive that can only be read. Choose another place."),
        (errno.EIO, "{path} cannot be written: Input/output error. Choose another place."),
    ],
)
def test_what_the_system_answers_is_told_in_words(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, number: int, english: str
) -> None:
    for name in ("t.xlsx", "all.json", "all.xlsx"):
        (desk.work / name).write_text("older")
    error = OSError(number, os.strerror(number))
    _answering(monkeypatch, error, lambda target: str(desk.work) in target)
    for command, name in (
        ("template", "t.xlsx"),
        ("export-data", "all.json"),
        ("export-data", "all.xlsx"),
    ):
        path = desk.work / name
        assert desk.refuses(command, path) == [english.format(path=path)]


@pytest.mark.parametrize("held", ["deck.pptx", "visit-plan-INTERNAL.pdf"])
def test_an_export_over_a_file_that_is_open_elsewhere_changes_no_file(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, held: str
) -> None:
    desk.run("export", VISIT, "--out", desk.work)
    folder = desk.work / EXPORT
    for path in folder.iterdir():  # so that a replaced file would be seen
        path.write_bytes(b"shown yesterday")
    sharing = PermissionError(errno.EACCES, "The file is used by another process")
    _answering(monkeypatch, sharing, lambda target: target == str(folder / f"Fireferry-{held}"))
    command = (*EXPORTING, desk.work)
    assert desk.refuses(*command) == [HELD.format(path=folder)]
    assert desk.refuses(*command, language="zh") == [HELD_ZH.format(path=folder)]
    monkeypatch.undo()
    with open_store(desk.data) as store:
        assert len(store.exports(VisitId(VISIT))) == 1


def test_a_held_file_is_noticed_before_any_is_replaced(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.run("export", VISIT, "--out", desk.work)
    monkeypatch.setattr(files, "_refuse_unless_replaceable", _held)
    assert desk.refuses("export", VISIT, "--out", desk.work) == [
        HELD.format(path=desk.work / EXPORT)
    ]


def _held(path: Path) -> None:
    raise PermissionError(errno.EACCES, "The file is used by another process", str(path))


@pytest.mark.parametrize("what", WRITING)
def test_a_folder_that_may_not_be_written_to_is_told(desk: Desk, what: str) -> None:
    arguments, target = WRITING[what]
    desk.work.chmod(0o555)
    if os.access(desk.work, os.W_OK):
        pytest.skip("root may write anywhere, and Windows keeps permissions otherwise")
    told = desk.refuses(*(a.format(disk=desk.work) for a in arguments))
    desk.work.chmod(0o755)
    assert told == [HELD.format(path=target.format(disk=desk.work))]
