"""Which fields of a record a client may see.

A field is internal unless it is declared with `shareable()`. Nothing else in the program
decides it: client-side views copy shareable fields only, and tests walk the same marks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import MISSING, Field, field, fields, is_dataclass
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
    return (words for words, is_internal in _words(value, is_internal=False) if is_internal)


def shareable_texts(value: object) -> Iterator[str]:
    """All words inside ``value`` (records, tuples of them) that a client may see."""
    return (words for words, is_internal in _words(value, is_internal=False) if not is_internal)


def internal_values(value: object, kind: type[T]) -> Iterator[T]:
    """All values of a type inside ``value`` (records, tuples of them) that no client may see."""
    return _internal(value, kind, is_internal=False)


def _internal(value: object, kind: type[T], *, is_internal: bool) -> Iterator[T]:
    match value:
        case _ if isinstance(value, kind):
            yield from [value] if is_internal else []
        case tuple():
            for item in value:
                yield from _internal(item, kind, is_internal=is_internal)
        case _ if is_dataclass(value):
            for part in fields(value):
                hidden = is_internal or not may_share(value, part)
                yield from _internal(getattr(value, part.name), kind, is_internal=hidden)
        case _:
            return


def _words(value: object, *, is_internal: bool) -> Iterator[tuple[str, bool]]:
    match value:
        case str():
            yield from [(str(value), is_internal)] if value else []
        case Text():
            yield from _words((value.zh, value.en), is_internal=is_internal)
        case tuple():
            for item in value:
                yield from _words(item, is_internal=is_internal)
        case _ if is_dataclass(value):
            for part in fields(value):
                hidden = is_internal or not may_share(value, part)
                yield from _words(getattr(value, part.name), is_internal=hidden)
        case _:
            return
