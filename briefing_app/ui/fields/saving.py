"""How a field is kept: one act of the user a field, at a spot where its words can wait."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeAlias

from briefing_app.services.drafts import Spot
from briefing_app.services.editing import change_field
from briefing_app.services.parts import change_at
from briefing_app.ui.workers import Work

Save: TypeAlias = Callable[[Any], Work]
"""From the new value to what keeps it: an act for the database thread."""


@dataclass(frozen=True, slots=True)
class Keeping:
    """A `Save` that says where in the data the value lies: what it cannot keep waits there."""

    spot: Spot
    save: Save

    def __call__(self, value: Any) -> Work:
        """What keeps the value."""
        return self.save(value)


def keeping(kind: str, record_id: str, field: str) -> Keeping:
    """Keeps a value as a field of a record; ``kind`` as `Kind.name`."""
    return Keeping(Spot(kind, record_id, (field,)), partial(_field, kind, record_id, field))


def keeping_at(spot: Spot) -> Keeping:
    """Keeps a value inside a record, at the spot where it lies."""
    return Keeping(spot, partial(_part, spot))


def _field(kind: str, record_id: str, field: str, value: Any) -> Work:
    return partial(change_field, kind=kind, record_id=record_id, field=field, value=value)


def _part(spot: Spot, value: Any) -> Work:
    return partial(change_at, kind=spot.kind, record_id=spot.record_id, path=spot.path, value=value)
