"""Where a database may live: a folder that can be written to and that nothing synchronises.

A syncing program copies the database file and its log at different moments: of 60 such
copies none was good.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from briefing_app.errors import UserError
from briefing_app.files import refuse_file_in_the_way
from briefing_app.store.faults import told_to_user, unwritable

_FOLDER_NAMES: Mapping[str, str] = {
    "OneDrive": r"onedrive( - .+)?",
    "Dropbox": r"dropbox( \(.+\))?",
    "iCloud Drive": r"icloud ?drive|com~apple~clouddocs|mobile documents",
    "坚果云": r"nutstore( files)?|我的坚果云|坚果云",
    "Google Drive": r"google ?drive|my drive|我的云端硬盘",
    "百度网盘": r"baidusyncdisk|百度网盘同步空间",
    "CloudStorage": r"cloudstorage",
}
_MARKERS: Mapping[str, str] = {
    ".849C9593-D756-4E56-8D6E-42412F2A707B": "OneDrive",
    ".dropbox.cache": "Dropbox",
    ".tmp.drivedownload": "Google Drive",
    ".tmp.driveupload": "Google Drive",
    ".stfolder": "Syncthing",
}
_ONEDRIVE_VARIABLES = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")


def syncing_program(folder: Path) -> str | None:
    """The program that synchronises ``folder``, as far as its path and markers tell."""
    return next(_syncing_programs(folder.resolve()), None)


def prepare_folder(folder: Path, database: Path) -> None:
    """Create ``folder`` when missing; UserError when no database may or can be kept there."""
    refuse_file_in_the_way(folder)
    program = syncing_program(folder)
    if program:
        raise UserError(
            "{folder} is synchronised by {program}, which would damage the data."
            " Choose a folder that is not synchronised.",
            folder=str(folder),
            program=program,
        )
    with told_to_user(database):
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    if database.exists() and not _is_writable(database):
        raise unwritable(database)


def _syncing_programs(folder: Path) -> Iterator[str]:
    for part in folder.parts:
        for program, pattern in _FOLDER_NAMES.items():
            if re.fullmatch(pattern, part, re.IGNORECASE):
                yield program
    for place in (folder, *folder.parents):
        for marker, program in _MARKERS.items():
            if (place / marker).exists():
                yield program
    for variable in _ONEDRIVE_VARIABLES:
        root = os.environ.get(variable)
        if root and folder.is_relative_to(Path(root).resolve()):
            yield "OneDrive"


def _is_writable(path: Path) -> bool:
    """Opening and closing the file instead would drop SQLite's locks on it in this process."""
    effective = os.access in os.supports_effective_ids
    return os.access(path, os.W_OK, effective_ids=effective)
