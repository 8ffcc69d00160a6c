"""Changing what lies inside a record: one field of a part, or a list of parts.

A path leads from the record down to the value: ``("values", 2, "measures", 0, "label")``. It is
read anew for each change, so that changes that follow each other quickly do not undo each other.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import is_dataclass, replace
from functools import partial
from typing import Any, TypeAlias, TypeVar

from briefing_app.domain.message import Message, say
from briefing_app.domain.records import KIND_BY_NAME
from briefing_app.domain.text import Text
from briefing_app.errors import UserError
from briefing_app.services.changes import Change
from briefing_app.services.checking import field_label
from briefing_app.services.editing import change_field
from briefing_app.services.record_fields import Shape, shapes_of
from briefing_app.store.store import Store

R = TypeVar("R")
Path: TypeAlias = tuple[str | int, ...]
Edit: TypeAlias = Callable[[Any], Any]
"""From what lies at a path to what shall lie there."""

_NEEDED = say("a value is needed here.")
_NUMBER = say("a number is expected here, such as 12.5.")


def setting(value: object) -> Edit:
    """Puts a value in place of what is there."""
    return partial(_set, value)


def adding(part: object) -> Edit:
    """Adds a part at the end of a list; UserError where it lacks what it needs."""
    return partial(_added, part)


def removing(position: int) -> Edit:
    """Takes one part out of a list."""
    return partial(_removed, position)


def moving(position: int, by: int) -> Edit:
    """Moves one part of a list up (-1) or down (1); at the end it stays."""
    return partial(_moved, position, by)


def edit_at(store: Store, *, kind: str, record_id: str, path: Path, edit: Edit) -> Change:
    """Edit what lies at a path of a record; UserError for what cannot be."""
    record = store.get(KIND_BY_NAME[kind].record_type, record_id)
    field = str(path[0])
    value = getattr(edited(record, path, edit), field)
    return change_field(store, kind=kind, record_id=record_id, field=field, value=value)


def change_at(store: Store, *, kind: str, record_id: str, path: Path, value: object) -> Change:
    """Set the value at a path; UserError for one that cannot be."""
    return edit_at(store, kind=kind, record_id=record_id, path=path, edit=setting(value))


def add_at(store: Store, *, kind: str, record_id: str, path: Path, part: object) -> Change:
    """Add a part to the list at a path; see `adding`."""
    return edit_at(store, kind=kind, record_id=record_id, path=path, edit=adding(part))


def remove_at(store: Store, *, kind: str, record_id: str, path: Path, position: int) -> Change:
    """Take one part out of the list at a path."""
    return edit_at(store, kind=kind, record_id=record_id, path=path, edit=removing(position))


def edited(record: R, path: Path, edit: Edit) -> R:
    """A record with what lies at a path edited; UserError where a part would lack what it needs,
    and where a list became shorter than the path says."""
    try:
        changed: R = _with(record, path, edit)
    except IndexError as error:
        raise UserError("This is no longer there. Look at the record again.") from error
    return changed


def value_at(record: object, path: Path) -> Any:
    """What a record holds at a path; `LookupError` where a list became shorter."""
    value: Any = record
    for step in path:
        value = value[step] if isinstance(step, int) else getattr(value, step)
    return value


def _set(value: object, _before: object) -> object:
    return value


def _added(part: object, before: tuple[Any, ...]) -> tuple[Any, ...]:
    _refuse_gaps(part)
    return (*before, part)


def _removed(position: int, before: tuple[Any, ...]) -> tuple[Any, ...]:
    return before[:position] + before[position + 1 :]


def _moved(position: int, by: int, before: tuple[Any, ...]) -> tuple[Any, ...]:
    target = position + by
    if not 0 <= target < len(before):
        return before
    parts = list(before)
    parts.insert(target, parts.pop(position))
    return tuple(parts)


def _with(value: Any, path: Path, change: Edit) -> Any:
    """The value with what lies at a path changed; parts on the way must stay whole."""
    if not path:
        return change(value)
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        inner = _with(value[step], rest, change)
        return (*value[:step], inner, *value[step + 1 :])
    changed = replace(value, **{step: _with(getattr(value, step), rest, change)})
    if not rest:
        _refuse_gaps(changed, step)
    return changed


def _refuse_gaps(part: object, name: str = "") -> None:
    """UserError for a value that is needed and missing: the one called ``name``, or any."""
    if not is_dataclass(part) or isinstance(part, Text):
        return
    for field, shape in shapes_of(type(part)).items():
        if name in ("", field) and (fault := _gap(getattr(part, field), shape)):
            label = field_label(type(part), field)
            raise UserError("{field}: {fault}", field=label, fault=fault)


def _gap(value: object, shape: Shape) -> Message | None:
    if value is None and not shape.is_optional:
        is_number = shape.item in (int, float)
        return _NUMBER if is_number else _NEEDED
    return _NEEDED if shape.is_required and value in (Text(), "") else None
