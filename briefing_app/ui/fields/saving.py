"""How a field is kept: one act of the user a field, at a spot where its words can wait."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

from briefing_app.services.drafts import Spot
from briefing_app.services.parts import Edit, edit_at, setting
from briefing_app.ui.workers import Work

if TYPE_CHECKING:
    from briefing_app.store.store import Store

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


@dataclass(frozen=True, slots=True)
class Editing:
    """Where something lies that is edited, and what makes an act of an edit there."""

    spot: Spot
    act: Callable[[Spot, Edit], Work]

    def inside(self, *steps: str | int) -> Editing:
        """Something that lies in it."""
        return Editing(self.spot.inside(*steps), self.act)

    def doing(self, edit: Edit) -> Work:
        """The act of an edit."""
        return self.act(self.spot, edit)

    @property
    def keeping(self) -> Keeping:
        """Keeps another value there."""
        return Keeping(self.spot, partial(_set, self))


def editing(kind: str, record_id: str, *path: str | int) -> Editing:
    """A record, or what lies at a path inside it; ``kind`` as `Kind.name`."""
    return Editing(Spot(kind, record_id, path), _edit)


def keeping(kind: str, record_id: str, *path: str) -> Keeping:
    """Keeps a value as a field of a record, or of a part inside it."""
    return editing(kind, record_id, *path).keeping


def _set(there: Editing, value: Any) -> Work:
    return there.doing(setting(value))


def _edit(spot: Spot, edit: Edit) -> Work:
    return partial(edit_at, kind=spot.kind, record_id=spot.record_id, path=spot.path, edit=edit)


def not_kept(_value: object) -> Work:
    """For a form whose values are kept together, by an act of its own."""
    return _nothing


def _nothing(_store: Store) -> None:
    """Nothing is kept by itself."""
