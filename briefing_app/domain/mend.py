"""Where something that is missing or wrong can be mended."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mend:
    """A record by its kind, or one ``field`` of it."""

    kind: str
    record_id: str
    field: str = ""
