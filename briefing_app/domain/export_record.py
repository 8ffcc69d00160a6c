"""What was exported for a visit: kept so that a file found later can be traced to its facts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from briefing_app.domain.ids import VisitId
from briefing_app.domain.labels import N_, Labelled
from briefing_app.domain.text import Language


class Edition(Labelled):
    """For whose eyes a file is."""

    CLIENT = "client", N_("For the client")
    TEAM = "team", N_("Internal")


@dataclass(frozen=True, kw_only=True, slots=True)
class ExportedFile:
    """A written file: its name within the folder and its SHA-256 in hexadecimal."""

    name: str
    sha256: str
    size: int
    edition: Edition


@dataclass(frozen=True, kw_only=True, slots=True)
class UsedFact:
    """A field whose value stood behind the files, with the SHA-256 of that value as JSON."""

    kind: str
    record_id: str
    field: str
    sha256: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ExportRecord:
    """One export of one visit. ``made_at`` is aware, in UTC."""

    id: str
    visit: VisitId
    made_at: datetime
    language: Language
    folder: str
    files: tuple[ExportedFile, ...]
    facts: tuple[UsedFact, ...]
