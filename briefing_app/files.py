"""Reading and writing whole files so that a failure leaves the user's files as they were."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from briefing_app.errors import UserError

_NO_SPACE = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG}
_UNUSABLE_NAME = {errno.ENAMETOOLONG, errno.EINVAL}


@contextmanager
def atomic_write(path: Path) -> Iterator[Path]:
    """Give a temporary file beside ``path`` to write to; it becomes ``path`` when all went well.

    The temporary file is flushed to the disk before it takes the place of ``path`` and removed
    when anything fails. Raises `UserError` for what the user can mend: a missing folder, a full
    disk, no permission, a target that is open elsewhere.
    """
    # A short name of our own: one longer than the target's could exceed what the disk allows.
    temporary = path.parent / f".tmp-{secrets.token_hex(4)}{path.suffix}"
    try:
        if path.is_dir():
            raise UserError("{path} is a folder. Give the name of a file.", path=str(path))
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

    The folder is made where it is missing; files of the same names are replaced, others stay.
    Everything is written to a staging folder beside it first. Raises as `atomic_write` does.
    """
    staging = folder.parent / f".tmp-{secrets.token_hex(4)}"
    try:
        staging.mkdir(parents=True)
        for name, content in files.items():
            (staging / name).write_bytes(content)
            _flush(staging / name)
        folder.mkdir(exist_ok=True)
        for name in files:
            _refuse_unless_replaceable(folder / name)
        for name in files:
            (staging / name).replace(folder / name)
        _flush_folder(folder)
    except OSError as error:
        raise _writing_problem(folder, error) from error
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def read_bytes(path: Path, limit: int) -> bytes:
    """The content of a file of at most ``limit`` bytes; `UserError` where there is none."""
    try:
        if path.is_dir():
            raise UserError("{path} is a folder. Give the name of a file.", path=str(path))
        with path.open("rb") as file:
            content = file.read(limit + 1)
    except OSError as error:
        raise _reading_problem(path, error) from error
    if len(content) > limit:
        raise UserError(
            "{path} is too large: more than {limit} MB. Split it into smaller files.",
            path=str(path),
            limit=limit // 1_000_000,
        )
    return content


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
