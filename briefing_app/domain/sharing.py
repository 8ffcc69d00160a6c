"""Which fields of a record a client may see.

A field is internal unless it is declared with `shareable()`. Nothing else in the program
decides it: client-side views copy shareable fields only, and tests walk the same marks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import MISSING, Field, field, fields, is_dataclass
from functools import cache
from typing import Any, TypeVar

from briefing_app.domain.text import Text

T = TypeVar("T")

_MARK = "shareable"
_CONDITION = "shareable_when"


def shareable(
    *, default: Any = MISSING, default_factory: Callable[[], Any] | Any = MISSING, when: str = ""
) -> Any:
    """A dataclass field that a client may see.

    ``when`` names a boolean attribute of the same record that must be true for it.
    """
    metadata = {_MARK: True, _CONDITION: when}
    if default_factory is not MISSING:
        return field(default_factory=default_factory, metadata=metadata)
    return field(default=default, metadata=metadata)


def is_shareable(record_field: Field[Any]) -> bool:
    """True for a field declared with `shareable()`, whatever its condition."""
    return bool(record_field.metadata.get(_MARK))


def may_share(record: object, record_field: Field[Any]) -> bool:
    """True when the field of this very record may be seen by a client."""
    condition = record_field.metadata.get(_CONDITION)
    return is_shareable(record_field) and (not condition or bool(getattr(record, condition)))


def shareable_names(record_type: type) -> frozenset[str]:
    """The names of a record type's shareable fields, conditional ones included."""
    return frozenset(f.name for f in fields(record_type) if is_shareable(f))


def internal_texts(value: object) -> Iterator[str]:
    """All words inside ``value`` (records, tuples of them) that no client may see."""
    return (str(words) for words, is_internal in _inside(value, str) if words and is_internal)


def shareable_texts(value: object) -> Iterator[str]:
    """All words inside ``value`` (records, tuples of them) that a client may see."""
    return (str(words) for words, is_internal in _inside(value, str) if words and not is_internal)


def internal_values(value: object, kind: type[T]) -> Iterator[T]:
    """All values of a type inside ``value`` (records, tuples of them) that no client may see."""
    return (found for found, is_internal in _inside(value, kind) if is_internal)


def _inside(value: object, kind: type[T]) -> Iterator[tuple[T, bool]]:
    """Each value of the type, in order, and whether it is internal."""
    waiting: list[tuple[Any, bool]] = [(value, False)]
    while waiting:
        found, is_internal = waiting.pop()
        if isinstance(found, kind):
            yield found, is_internal
        elif isinstance(found, tuple):
            waiting.extend((item, is_internal) for item in reversed(found))
        elif isinstance(found, Text):  # as internal as what it belongs to
            waiting += ((found.en, is_internal), (found.zh, is_internal))
        else:
            waiting.extend(
                (getattr(found, part.name), is_internal or not may_share(found, part))
                for part in _parts(type(found))  # type: ignore[arg-type]  # types do hash
            )


@cache
def _parts(kind: type) -> tuple[Field[Any], ...]:
    """The fields of a type of records, last first; of any other type none."""
    return tuple(reversed(fields(kind))) if is_dataclass(kind) else ()
