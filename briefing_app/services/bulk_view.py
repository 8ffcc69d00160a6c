"""What a change of many records is chosen from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from briefing_app.domain.offering import Colleague
from briefing_app.domain.records import KIND_BY_NAME
from briefing_app.services.bulk import FIELDS, Listed, Ranges, ids_at
from briefing_app.services.library_view import choices_of_library
from briefing_app.services.picking import Choice
from briefing_app.services.record_fields import shapes_of
from briefing_app.services.shown_values import shown_value
from briefing_app.store.store import Store


@dataclass(frozen=True, slots=True)
class ManyView:
    """Records by their ids; what references can be chosen from, by kind; and of each list what
    is in any of the records, with the name to show, so that it can be taken out."""

    kind: str
    ids: tuple[str, ...]
    choices: Mapping[str, tuple[Choice, ...]]
    held: Mapping[str, tuple[tuple[Any, Any], ...]]


def many_view(store: Store, *, kind: str, listed: Listed, ranges: Ranges) -> ManyView:
    """The records at some places of a list; UserError as of `ids_at`."""
    ids = ids_at(store, listed, ranges)
    colleagues = tuple(Choice(one.id, one.name) for one in store.all(Colleague))
    choices = {**choices_of_library(store), "colleague": colleagues, "client": ()}
    return ManyView(kind, ids, choices, _held(store, kind, ids))


def _held(store: Store, kind: str, ids: Sequence[str]) -> dict[str, tuple[tuple[Any, Any], ...]]:
    record_type = KIND_BY_NAME[kind].record_type
    lists = [
        name
        for name, shape in shapes_of(record_type).items()
        if name in FIELDS[kind] and shape.is_many
    ]
    if not lists:
        return {}
    records = store.some(record_type, ids)
    found = {}
    for name in lists:
        values = dict.fromkeys(value for one in records for value in getattr(one, name))
        shown = shown_value(store, tuple(values), record_type, name)
        found[name] = tuple(zip(values, shown, strict=True))
    return found
