"""Which fields of a record a client may see.

A field is internal unless it is declared with `shareable()`. Nothing else in the program
decides it: client-side views copy shareable fields only, and tests walk the same marks.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, field, fields
from typing import Any

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
