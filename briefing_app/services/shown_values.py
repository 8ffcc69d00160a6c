"""Values of fields as they may be shown: references and parts by their names."""

from __future__ import annotations

from typing import Any

from briefing_app.domain.labels import Labelled
from briefing_app.domain.records import KIND_BY_NAME
from briefing_app.domain.text import Text
from briefing_app.domain.values import Money
from briefing_app.services.record_fields import shapes_of
from briefing_app.services.topics import topic_names
from briefing_app.store.store import Store


def shown_value(store: Store, value: Any, owner: type[Any], field: str) -> Any:
    """A value of a field of a record of type ``owner``; a reference by the name of what it means,
    parts by what they are about."""
    if value in (None, ()):
        return value
    shape = shapes_of(owner)[field]
    if field == "topics" and shape.item is str:
        return topic_names(store, value)
    if shape.is_record_part and shape.item not in (Text, Money):
        return _called(store, value) if shape.is_many else _told(value)
    if not shape.names:
        return value
    if isinstance(value, tuple):
        return tuple(_named(store, shape.names, one) for one in value)
    return _named(store, shape.names, value)


def _called(store: Store, parts: tuple[Any, ...]) -> tuple[Text, ...]:
    """What parts of a record are about: what they refer to, else their first words."""
    return tuple(_subject(store, part) for part in parts)


def _subject(store: Store, part: Any) -> Text:
    shapes = shapes_of(type(part))
    for name, shape in shapes.items():
        value = getattr(part, name)
        if shape.names and value:
            return _named(store, shape.names, value)
        if isinstance(value, Text) and value:
            return value
    return Text()


def _told(part: Any) -> tuple[Any, ...]:
    """What a part says in words that people read."""
    values = (getattr(part, name) for name in shapes_of(type(part)))
    return tuple(one for one in values if one and isinstance(one, Labelled | Text | tuple))


def _named(store: Store, kind: str, record_id: str) -> Text:
    return store.shown_name(store.get(KIND_BY_NAME[kind].record_type, record_id))
