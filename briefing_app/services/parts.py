"""Changing what lies inside a record: one field of a part, or a list of parts.

A path leads from the record down to the value: ``("values", 2, "measures", 0, "label")``. It is
read anew for each change, so that changes that follow each other quickly do not undo each other.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import is_dataclass, replace
from typing import Any, TypeAlias

from briefing_app.domain.message import Message, say
from briefing_app.domain.records import KIND_BY_NAME
from briefing_app.domain.text import Text
from briefing_app.errors import UserError
from briefing_app.services.changes import Change
from briefing_app.services.checking import field_label
from briefing_app.services.editing import change_field
from briefing_app.services.record_fields import Shape, shapes_of
from briefing_app.store.store import Store

Path: TypeAlias = tuple[str | int, ...]

_NEEDED = say("a value is needed here.")
_NUMBER = say("a number is expected here, such as 12.5.")


def change_at(store: Store, *, kind: str, record_id: str, path: Path, value: object) -> Change:
    """Set the value at a path; UserError for one that cannot be."""
    return _changed(store, kind, record_id, path, lambda _before: value)


def add_at(store: Store, *, kind: str, record_id: str, path: Path, part: object) -> Change:
    """Add a part at the end of the list at a path; UserError where it lacks what it needs."""
    _refuse_gaps(part)
    return _changed(store, kind, record_id, path, lambda before: (*before, part))


def remove_at(store: Store, *, kind: str, record_id: str, path: Path, position: int) -> Change:
    """Take one part out of the list at a path."""
    return _changed(
        store, kind, record_id, path, lambda before: before[:position] + before[position + 1 :]
    )


def move_at(
    store: Store, *, kind: str, record_id: str, path: Path, position: int, by: int
) -> Change:
    """Move one part of the list at a path up (-1) or down (1); at the end it stays."""

    def moved(before: tuple[Any, ...]) -> tuple[Any, ...]:
        target = position + by
        if not 0 <= target < len(before):
            return before
        parts = list(before)
        parts.insert(target, parts.pop(position))
        return tuple(parts)

    return _changed(store, kind, record_id, path, moved)


def value_at(record: object, path: Path) -> Any:
    """What a record holds at a path; `LookupError` where a list became shorter."""
    value: Any = record
    for step in path:
        value = value[step] if isinstance(step, int) else getattr(value, step)
    return value


def _changed(
    store: Store, kind: str, record_id: str, path: Path, change: Callable[[Any], Any]
) -> Change:
    record = store.get(KIND_BY_NAME[kind].record_type, record_id)
    try:
        changed = _with(record, path, change)
    except IndexError as error:
        raise UserError("This is no longer there. Look at the record again.") from error
    field = str(path[0])
    value = getattr(changed, field)
    return change_field(store, kind=kind, record_id=record_id, field=field, value=value)


def _with(value: Any, path: Path, change: Callable[[Any], Any]) -> Any:
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
