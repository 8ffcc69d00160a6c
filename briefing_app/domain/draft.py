"""Words that were typed and are not kept yet: refused ones, and those of parts not yet whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias

from briefing_app.domain.text import Text

Path: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where in the data something lies that is edited: a record, by `Kind.name` and id, and the
    path inside it. Without a kind it is something that does not exist yet."""

    kind: str
    record_id: str
    path: Path = ()

    def inside(self, *steps: str | int) -> Spot:
        """Something that lies in it."""
        return Spot(self.kind, self.record_id, (*self.path, *steps))

    @property
    def is_in_a_list(self) -> bool:
        """True where a position, which may change, leads there."""
        return any(isinstance(step, int) for step in self.path)


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in a field. ``written`` and ``before``, the value that is stored there, are
    plain values as JSON holds them. ``reason`` says why it was refused, nothing where nobody
    tried to keep it yet."""

    spot: Spot
    written: Any
    before: Any = None
    reason: Text = Text()
