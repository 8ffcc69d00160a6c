from __future__ import annotations

import errno
import os
import time
from pathlib import Path

import pytest

from briefing_app import files
from briefing_app.domain.text import Language
from briefing_app.errors import UserError
from briefing_app.files import atomic_write, read_bytes, write_bytes, write_folder
from briefing_app.wording import wording_in


def _problem(caught: pytest.ExceptionInfo[UserError]) -> str:
    return wording_in(Language.EN).error(caught.value)


def test_what_was_written_takes_the_place_of_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "数据.json"
    target.write_text("old")
    write_bytes(target, b"new")
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "data.json"
    target.write_text("old")
    with pytest.raises(UnicodeEncodeError), atomic_write(target) as temporary:
        temporary.write_text("half\ud800", encoding="utf-8")
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_the_temporary_file_lies_beside_the_target_and_keeps_its_ending(tmp_path: Path) -> None:
    with atomic_write(tmp_path / "deck.pptx") as temporary:
        assert temporary.parent == tmp_path
        assert temporary.suffix == ".pptx"


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "none"
    with pytest.raises(UserError) as caught:
        write_bytes(folder / "x.json", b"")
    assert _problem(caught) == (
        f"The folder {folder} does not exist. Create it or choose another one."
    )


def test_a_folder_is_no_file_to_write_or_read(tmp_path: Path) -> None:
    expected = f"{tmp_path} is a folder. Give the name of a file."
    with pytest.raises(UserError) as caught:
        write_bytes(tmp_path, b"")
    assert _problem(caught) == expected
    with pytest.raises(UserError) as caught:
        read_bytes(tmp_path, 10)
    assert _problem(caught) == expected


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "not enough space"),
        (errno.EACCES, "may be open in another program"),
        (errno.EROFS, "Choose another place"),
    ],
)
def test_an_error_of_the_disk_is_told_in_words(tmp_path: Path, number: int, words: str) -> None:
    with pytest.raises(UserError) as caught, atomic_write(tmp_path / "x.json"):
        raise OSError(number, os.strerror(number))
    assert words in _problem(caught)
    assert not list(tmp_path.iterdir())


def test_an_unusable_name_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        write_bytes(tmp_path / ("很" * 200 + ".json"), b"")
    assert "is not a usable file name" in _problem(caught)
    assert not list(tmp_path.iterdir())


def test_another_files_error_is_not_blamed_on_the_target(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), atomic_write(tmp_path / "x.json"):
        (tmp_path / "other").read_bytes()


def test_reading_stops_at_its_limit(tmp_path: Path) -> None:
    path = tmp_path / "big.csv"
    path.write_bytes(b"x" * 2_000_001)
    assert len(read_bytes(path, 2_000_001)) == 2_000_001
    with pytest.raises(UserError) as caught:
        read_bytes(path, 2_000_000)
    assert _problem(caught) == (
        f"{path} is too large: more than 2 MB. Split it into smaller files."
    )


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "none.csv"
    with pytest.raises(UserError) as caught:
        read_bytes(path, 10)
    assert _problem(caught) == f"There is no file {path}. Check its name and folder."


FOLDER = {"a.pdf": b"new a", "b.pdf": b"new b", "c.pdf": b"new c"}


def test_a_new_folder_appears_with_all_its_files(tmp_path: Path) -> None:
    write_folder(tmp_path / "out" / "client", FOLDER)
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["client"]
    assert {p.name: p.read_bytes() for p in (tmp_path / "out/client").iterdir()} == FOLDER


def test_files_of_other_names_stay_in_the_folder(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    write_folder(tmp_path, FOLDER)
    write_folder(tmp_path, {"a.pdf": b"newer"})
    assert sorted(path.name for path in tmp_path.iterdir()) == [*FOLDER, "mine.txt"]
    assert (tmp_path / "a.pdf").read_bytes() == b"newer"


@pytest.mark.parametrize("stop", [KeyboardInterrupt, PermissionError])
def test_stopping_between_two_files_brings_the_old_ones_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stop: type[BaseException]
) -> None:
    folder = tmp_path / "client"
    old = {"a.pdf": b"old a", "b.pdf": b"old b"}  # and no c.pdf yet
    write_folder(folder, old)
    replace = Path.replace

    def replaces(path: Path, target: Path) -> Path:
        if path.name == "c.pdf":
            replace(path, target)
            raise stop
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", replaces)
    with pytest.raises((stop, UserError)):
        write_folder(folder, FOLDER)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == old
    assert list(tmp_path.iterdir()) == [folder]


def test_folders_made_for_nothing_are_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_path: Path) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(files, "_flush", full)
    with pytest.raises(UserError):
        write_folder(tmp_path / "new" / "out" / "client", FOLDER)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("below", ["", "sub", "sub/deep"])
def test_a_file_in_the_way_of_a_folder_is_named(tmp_path: Path, below: str) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(UserError) as caught:
        write_folder(tmp_path / "file" / below, FOLDER)
    assert _problem(caught) == (
        f"{tmp_path / 'file'} is a file, so no folder can be made there. Choose another folder."
    )


def test_what_a_killed_process_left_is_swept_away_once_it_is_old(tmp_path: Path) -> None:
    left, busy = tmp_path / f"{files.TEMPORARY}0123", tmp_path / f"{files.TEMPORARY}4567.pdf"
    left.mkdir()
    (left / "half.pdf").write_bytes(b"half")
    busy.write_bytes(b"of a process that still writes")
    hours_ago = time.time() - 7200
    os.utime(left, (hours_ago, hours_ago))
    write_bytes(tmp_path / "data.json", b"{}")
    assert sorted(path.name for path in tmp_path.iterdir()) == [busy.name, "data.json"]
