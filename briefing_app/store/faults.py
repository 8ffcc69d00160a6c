"""Faults of the disk and the database, told so that the user knows what to do."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

from briefing_app.errors import UserError
from briefing_app.store.driver import driver

BACKUPS = "backups"

_LEAST_FREE = 1_000_000  # bytes; below this a disk counts as full
_PRIMARY_CODE = 0xFF  # SQLite's extended result codes keep the primary one in the low byte
_PERM, _BUSY, _LOCKED, _READONLY, _IOERR, _CORRUPT = 3, 5, 6, 8, 10, 11
_FULL, _CANTOPEN, _NOTADB = 13, 14, 26
_BY_MESSAGE = {
    "database is locked": _BUSY,
    "disk I/O error": _IOERR,
    "database disk image is malformed": _CORRUPT,
    "database or disk is full": _FULL,
}


@contextmanager
def told_to_user(path: Path) -> Iterator[None]:
    """Turn the driver's and the system's faults on the database ``path`` into UserErrors.

    A fault that the user can do nothing about, such as bad SQL, stays what it is.
    """
    try:
        yield
    except driver().Error as fault:
        _raise_told(_BY_SQLITE_CODE.get(_code_of(fault)), path, fault)
    except OSError as fault:
        _raise_told(_BY_ERRNO.get(fault.errno or 0), path, fault)
    except OverflowError as fault:
        raise UserError("A number is too large to be stored. Enter a smaller one.") from fault


def _raise_told(tell: Callable[[Path], UserError] | None, path: Path, fault: Exception) -> NoReturn:
    if tell is None:
        raise fault
    raise tell(path) from fault


def _busy(path: Path) -> UserError:
    return UserError(
        "Another window or program is writing to {path}. Wait a moment, then try again.",
        path=str(path),
    )


def _code_of(fault: Exception) -> int:
    code = getattr(fault, "sqlite_errorcode", None)
    if code is None:  # sqlcipher3's backup() raises with SQLite's message alone
        return _BY_MESSAGE.get(str(fault), 0)
    return int(code) & _PRIMARY_CODE


def is_damage(fault: BaseException | None) -> bool:
    """True where SQLite found that a file is damaged, or no database."""
    return isinstance(fault, driver().Error) and _code_of(fault) in (_CORRUPT, _NOTADB)


def is_in_use(fault: BaseException | None) -> bool:
    """True where another connection keeps a file from being written."""
    return isinstance(fault, driver().Error) and _code_of(fault) in (_BUSY, _LOCKED)


def is_of_the_writer(fault: Exception) -> bool:
    """True for a fault of the file or the disk that is written to, not of what is read."""
    return _code_of(fault) in (_FULL, _IOERR, _PERM, _READONLY, _CANTOPEN)


def unwritable(path: Path) -> UserError:
    """What to say where the database ``path`` cannot be written."""
    return UserError(
        "The data folder {folder} cannot be written to."
        " Allow writing there, or choose another data folder.",
        folder=str(path.parent),
    )


def _disk_full(path: Path) -> UserError:
    return UserError(
        "The disk that holds {folder} is full. Free some space, then try again.",
        folder=str(path.parent),
    )


def _damaged(path: Path) -> UserError:
    backups = path.parent / BACKUPS
    if backups.is_dir():
        return UserError(
            "{path} is damaged or is not a data file of this program. Close the program, move the"
            " file elsewhere, and put a good copy in its place; {backups} may hold one.",
            path=str(path),
            backups=str(backups),
        )
    return UserError(
        "{path} is damaged or is not a data file of this program. Close the program, move the"
        " file elsewhere, and put a good copy in its place.",
        path=str(path),
    )


def _disk_fault(path: Path) -> UserError:
    """SQLite tells a disk too full for its shared memory as a fault of the disk."""
    if _is_full(path.parent):
        return _disk_full(path)
    return UserError(
        "The disk could not read or write {path}. Check that the drive is connected and sound,"
        " then start the program again.",
        path=str(path),
    )


def _is_full(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < _LEAST_FREE
    except OSError:  # the drive is gone
        return False


_BY_SQLITE_CODE: Mapping[int, Callable[[Path], UserError]] = {
    _BUSY: _busy,
    _LOCKED: _busy,
    _PERM: unwritable,
    _READONLY: unwritable,
    _CANTOPEN: unwritable,
    _FULL: _disk_full,
    _CORRUPT: _damaged,
    _NOTADB: _damaged,
    _IOERR: _disk_fault,
}

_BY_ERRNO: Mapping[int, Callable[[Path], UserError]] = {
    errno.EACCES: unwritable,
    errno.EPERM: unwritable,
    errno.EROFS: unwritable,
    errno.ENOTDIR: unwritable,
    errno.EEXIST: unwritable,
    errno.ENOENT: unwritable,
    errno.ENOSPC: _disk_full,
    errno.EDQUOT: _disk_full,
    errno.EIO: _disk_fault,
}
