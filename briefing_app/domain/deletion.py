"""What is in the trash."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from briefing_app.domain.text import Text


@dataclass(frozen=True, slots=True)
class TrashedRecord:
    """A record that was deleted by the user himself, not with another one. ``owner`` is the
    client that it belonged to; empty for one of our own side and for a client."""

    kind: str
    id: str
    name: Text
    owner: Text


@dataclass(frozen=True, slots=True)
class Deletion:
    """A deletion in the trash: what it is restored by, when it was made, and what went."""

    act: int
    deleted_at: datetime
    records: tuple[TrashedRecord, ...]
