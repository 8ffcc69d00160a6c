"""A copy of all data in one file that can be trusted."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from briefing_app.domain.message import say
from briefing_app.errors import UserError
from briefing_app.services.progress import Progress, silent

_PATIENT_SECONDS = 30.0
ENDING = ".db"


def back_up(*, data: Path, target: Path, progress: Progress = silent) -> Path:
    """Copy the database of a data folder to ``target``, verified before it takes its name.

    UserError for another ending than .db, a damaged database or a full disk.
    """
    from briefing_app.store.backups import copy_verified
    from briefing_app.store.store import DATABASE

    if target.suffix.lower() != ENDING:
        raise UserError(
            "A backup is a database. Give a name that ends in .db, not {name}.", name=target.name
        )
    if target.resolve() == (data / DATABASE).resolve():
        raise UserError("{path} is the database itself. Choose another place.", path=str(target))
    progress(say("Backup"), 1, 1)
    copy_verified(data / DATABASE, target, _PATIENT_SECONDS)
    return target


def backup_name(now: datetime) -> str:
    """The usual name of a backup's file, which sorts by time."""
    return f"briefing-{now.astimezone():%Y-%m-%d-%H%M}{ENDING}"
