"""Putting a backup in the place of the data, once the user saw what is in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from briefing_app.domain.contents import Contents
from briefing_app.domain.message import Message, say
from briefing_app.errors import UserError
from briefing_app.files import is_file
from briefing_app.services.backup import ENDING
from briefing_app.services.progress import Progress, silent

_PATIENT_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class BackupView:
    """A backup beside the present data: when its file was written (UTC), and what both hold.

    ``present`` is ``None`` where there are no data yet, or none that can be read.
    """

    path: Path
    made_at: datetime
    holds: Contents
    present: Contents | None


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put in place, and where the data that were there before are kept; ``None`` where
    there were none."""

    backup: Path
    holds: Contents
    kept: Path | None


def backups_folder(data: Path) -> Path:
    """Where the program itself puts backups."""
    return data / "backups"


def look_at_backup(*, data: Path, backup: Path, progress: Progress = silent) -> BackupView:
    """Check a file and tell what it holds; nothing is changed.

    UserError for what is no backup of this program, one of a newer version, a damaged one, and
    the present database itself.
    """
    from briefing_app.store.restoring import contents_of, present_contents

    progress(say("Check the backup"), 1, 1)
    _refuse_present(data, backup)
    holds = contents_of(backup)
    made_at = datetime.fromtimestamp(backup.stat().st_mtime, UTC)
    return BackupView(backup, made_at, holds, present_contents(data))


def restore_backup(
    *, data: Path, backup: Path, now: datetime, progress: Progress = silent
) -> Restored:
    """Put a backup in the place of the data in a folder; the present data are kept first, as a
    backup in its folder ``backups``.

    Nobody else may have the database open. Raises UserError as `look_at_backup` does, and where
    somebody has, and where the disk is full; the data are as they were then. What was done before
    can no longer be undone: those steps belong to the data that were replaced.
    """
    from briefing_app.store.restoring import contents_of, restore_database

    progress(say("Check the backup"), 1, 2)
    _refuse_present(data, backup)
    holds = contents_of(backup)
    progress(say("Put the backup in place"), 2, 2)
    kept = backups_folder(data) / f"before-restoring-{now.astimezone():%Y-%m-%d-%H%M%S}{ENDING}"
    return Restored(backup, holds, restore_database(backup, data, kept, _PATIENT_SECONDS))


def told_of(restored: Restored) -> Message:
    """What was done, and the way back."""
    name = restored.backup.name
    if restored.kept is None:
        return say("Restored from {name}.", name=name)
    return say(
        "Restored from {name}. What was there before is kept in {kept}.",
        name=name,
        kept=str(restored.kept),
    )


def _refuse_present(data: Path, backup: Path) -> None:
    from briefing_app.store.store import DATABASE

    present = data / DATABASE
    if is_file(present) and is_file(backup) and backup.samefile(present):
        raise UserError(
            "{path} is the present database itself. Choose a backup of it.", path=str(backup)
        )
