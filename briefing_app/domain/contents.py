"""How much a database holds: what a backup and the present data are compared by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Contents:
    """Counts of a database; ``changed_at`` is when something was changed last, in UTC, and
    ``None`` where that was not written down."""

    clients: int
    people: int
    visits: int
    changed_at: datetime | None
