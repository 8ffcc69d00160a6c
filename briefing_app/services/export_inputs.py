"""What an export was made from, as one checksum: equal inputs need not be exported again."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import msgspec

from briefing_app import __version__
from briefing_app.documents.theme import load_theme
from briefing_app.domain.export_record import ExportRecord
from briefing_app.domain.message import Message
from briefing_app.planning.briefing import Briefing
from briefing_app.services.export_wishes import ExportWishes


def inputs_digest(briefing: Briefing, wishes: ExportWishes, documents: Sequence[Message]) -> str:
    """SHA-256 of all that ``documents`` of a briefing come from.

    These are the program's version, the wishes with theme and template as they are now, every
    fact of the dossier, the team's thresholds, and what the client is to see of it. The day does
    not count where that stays the same.
    """
    parts = (
        __version__,
        replace(wishes, template=None),
        _digest_of_file(wishes.template),
        load_theme(wishes.theme),
        documents,
        briefing.team_side.dossier,
        briefing.team_side.settings,
        briefing.client_side,
        briefing.team_side.decks,
    )
    return _digest(msgspec.json.encode(parts, enc_hook=str, order="deterministic"))


def is_as_exported(record: ExportRecord) -> bool:
    """True when every file of an export is where it was written, byte by byte."""
    folder = Path(record.folder)
    return all(_digest_of_file(folder / file.name) == file.sha256 for file in record.files)


def _digest_of_file(path: Path | None) -> str:
    """Empty where there is no such file, or it cannot be read."""
    if path is None:
        return ""
    try:
        return _digest(path.read_bytes())
    except OSError:
        return ""


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
