"""Reading and writing whole files so that a failure leaves the user's files as they were."""

from __future__ import annotations

import errno
import os
import shutil
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from briefing_app.errors import UserError

TEMPORARY = ".briefing-app-"
"""Begins the names of our temporary files and folders, and of nothing else."""

_STALE_SECONDS = 3600.0  # a temporary file this old belongs to no write that still runs
_NO_SPACE = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG}
_UNUSABLE_NAME = {errno.ENAMETOOLONG, errno.EINVAL}


@contextmanager
def atomic_write(path: Path) -> Iterator[Path]:
    """Give a temporary file beside ``path`` to write to; it becomes ``path`` when all went well.

    The temporary file is flushed to the disk before it takes the place of ``path`` and removed
    when anything fails. Raises `UserError` for what the user can mend: a missing folder, a full
    disk, no permission, a target that is open elsewhere.
    """
    temporary = _temporary_beside(path, path.suffix)
    try:
        if path.is_dir():
            raise UserError("{path} is a folder. Give the name of a file.", path=str(path))
        _sweep(path.parent)
        temporary.open("xb").close()
        yield temporary
        _flush(temporary)
        temporary.replace(path)
        _flush_folder(path.parent)
    except OSError as error:
        if error.filename not in (None, str(temporary), str(path), temporary, path):
            raise
        raise _writing_problem(path, error) from error
    finally:
        with suppress(OSError):  # it is gone when all went well
            temporary.unlink(missing_ok=True)


def write_bytes(path: Path, content: bytes) -> None:
    """Write ``content`` to ``path`` whole or not at all; raises as `atomic_write` does."""
    with atomic_write(path) as temporary:
        temporary.write_bytes(content)


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write ``files`` (content by name) into ``folder``, all of them or none.

    The folder and those above it are made where they are missing; files of the same names are
    replaced, others stay. Everything is written to a staging folder beside it first; a new
    folder appears in one step. Raises as `atomic_write` does.
    """
    staging = _temporary_beside(folder)
    missing = [parent for parent in folder.parents if not parent.exists()]
    try:
        refuse_file_in_the_way(folder)
        _write_staged(staging, files)
        _sweep(folder.parent)
        if folder.exists():
            _replace_each(folder, staging, files)
        else:
            staging.replace(folder)
        _flush_folder(folder)
    except BaseException as error:
        shutil.rmtree(staging, ignore_errors=True)
        _remove_made(missing)
        if isinstance(error, OSError):
            raise _writing_problem(folder, error) from error
        raise
    shutil.rmtree(staging, ignore_errors=True)


def is_folder(path: Path) -> bool:
    """True for a folder; False for a name that the system does not take, too."""
    with suppress(OSError):
        return path.is_dir()
    return False


def is_file(path: Path) -> bool:
    """True for a file; False for a name that the system does not take, too."""
    with suppress(OSError):
        return path.is_file()
    return False


@contextmanager
def told_about(path: Path) -> Iterator[None]:
    """Turn the system's faults while writing ``path`` into `UserError`."""
    try:
        yield
    except OSError as error:
        raise _writing_problem(path, error) from error


def read_bytes(path: Path, limit: int) -> bytes:
    """The content of a file of at most ``limit`` bytes; `UserError` where there is none."""
    content = read_beginning(path, limit + 1)
    if len(content) > limit:
        raise UserError(
            "{path} is too large: more than {limit} MB. Split it into smaller files.",
            path=str(path),
            limit=limit // 1_000_000,
        )
    return content


def read_beginning(path: Path, length: int) -> bytes:
    """At most the first ``length`` bytes of a file; `UserError` where there is none."""
    try:
        if path.is_dir():
            raise UserError("{path} is a folder. Give the name of a file.", path=str(path))
        with path.open("rb") as file:
            return file.read(length)
    except OSError as error:
        raise _reading_problem(path, error) from error


def _temporary_beside(path: Path, ending: str = "") -> Path:
    """A short name of our own: one longer than the target's could exceed what a disk allows."""
    import secrets  # brings much along, and is needed only where something is written

    return path.parent / f"{TEMPORARY}{secrets.token_hex(4)}{ending}"


def _sweep(folder: Path) -> None:
    """Remove what a process left behind that was killed or lost its power while it wrote."""
    for left in folder.glob(f"{TEMPORARY}*"):
        with suppress(OSError):  # another process may sweep as well
            if time.time() - left.lstat().st_mtime < _STALE_SECONDS:
                continue
            if left.is_dir():
                shutil.rmtree(left)
            else:
                left.unlink()


def _write_staged(staging: Path, files: Mapping[str, bytes]) -> None:
    staging.mkdir(parents=True)
    for name, content in files.items():
        (staging / name).write_bytes(content)
        _flush(staging / name)


def _replace_each(folder: Path, staging: Path, names: Mapping[str, bytes]) -> None:
    """Let the staged files replace those of ``folder``, or none of them when one cannot."""
    for name in names:
        _refuse_unless_replaceable(folder / name)
    kept = staging / TEMPORARY  # what stood there before, until all is well
    kept.mkdir()
    for name in names:
        if (folder / name).exists():
            shutil.copy2(folder / name, kept / name)
    try:
        for name in names:
            (staging / name).replace(folder / name)
    except BaseException:
        for name in names:
            if (kept / name).exists():
                (kept / name).replace(folder / name)
            elif not (staging / name).exists():
                (folder / name).unlink(missing_ok=True)
        raise


def _remove_made(folders: list[Path]) -> None:
    """Remove folders that were made for nothing, the innermost first."""
    for folder in folders:
        with suppress(OSError):  # not made after all, or somebody uses it by now
            folder.rmdir()


def _refuse_unless_replaceable(path: Path) -> None:
    """Raise PermissionError now for a file that another program holds, before any is replaced."""
    if path.exists():
        path.open("r+b").close()


def _flush(path: Path) -> None:
    with path.open("r+b") as file:  # Windows flushes only what is open for writing
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    """Make the new name itself last a power cut, where the platform can."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network drives cannot flush a folder
            os.fsync(handle)
    finally:
        os.close(handle)


def refuse_file_in_the_way(folder: Path) -> None:
    """UserError where a file stands in the place of ``folder`` or of one above it, and for a name
    that the system does not take."""
    with told_about(folder):
        nearest = next((place for place in (folder, *folder.parents) if place.exists()), None)
    if nearest is not None and not nearest.is_dir():
        raise UserError(
            "{file} is a file, so no folder can be made there. Choose another folder.",
            file=str(nearest),
        )


def _writing_problem(path: Path, error: OSError) -> UserError:
    if error.errno in _NO_SPACE:
        return UserError(
            "There is not enough space to write {path}. Free some space or choose another drive.",
            path=str(path),
        )
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return UserError(
            "The folder {folder} does not exist. Create it or choose another one.",
            folder=str(path.parent),
        )
    if error.errno == errno.EROFS:
        return UserError(
            "{path} is on a drive that can only be read. Choose another place.", path=str(path)
        )
    if isinstance(error, PermissionError):
        return UserError(
            "{path} cannot be written. It may be open in another program, or the folder may be "
            "protected. Close it there or choose another place.",
            path=str(path),
        )
    if error.errno in _UNUSABLE_NAME:
        return UserError(
            "{path} is not a usable file name. Choose a shorter, simpler one.", path=str(path)
        )
    return UserError(
        "{path} cannot be written: {reason}. Choose another place.",
        path=str(path),
        reason=error.strerror or str(error),
    )


def _reading_problem(path: Path, error: OSError) -> UserError:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return UserError("There is no file {path}. Check its name and folder.", path=str(path))
    if isinstance(error, PermissionError):
        return UserError(
            "{path} cannot be opened. It may be locked by another program or not be yours to read.",
            path=str(path),
        )
    return UserError(
        "{path} cannot be read: {reason}.", path=str(path), reason=error.strerror or str(error)
    )
