"""Values of fields as they may be shown: references by the names of what they mean."""

from __future__ import annotations

from typing import Any

from briefing_app.domain.records import KIND_BY_NAME
from briefing_app.domain.text import Text
from briefing_app.services.record_fields import Shape
from briefing_app.store.store import Store


def shown_value(store: Store, value: Any, shape: Shape) -> Any:
    """A value of a field of that shape, a reference by the name of what it means."""
    if not shape.names or value in (None, ()):
        return value
    if isinstance(value, tuple):
        return tuple(_named(store, shape.names, one) for one in value)
    return _named(store, shape.names, value)


def _named(store: Store, kind: str, record_id: str) -> Text:
    return store.shown_name(store.get(KIND_BY_NAME[kind].record_type, record_id))
