"""Two records side by side before they are made one: what differs, and what would move."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from briefing_app.domain.client import Person
from briefing_app.domain.message import Message
from briefing_app.domain.offering import Colleague, Product, SuccessCase
from briefing_app.domain.records import KIND_BY_NAME, KINDS, Record
from briefing_app.services.duplicates import similar_records
from briefing_app.services.merge_moves import moved_records
from briefing_app.services.merging import merge_preview
from briefing_app.services.picking import Choice
from briefing_app.services.shown_values import shown_value
from briefing_app.store.naming import names_of
from briefing_app.store.store import Store


@dataclass(frozen=True, slots=True)
class MergeField:
    """A field in which two records differ, both values as they may be shown. ``is_gap`` says
    that only the record that goes holds one, ``can_join`` that both hold lists."""

    name: str
    label: Message
    kept: Any
    other: Any
    is_gap: bool
    can_join: bool


@dataclass(frozen=True, slots=True)
class MergeView:
    """What a merge would come to. ``moves`` counts by kind's label (a message id) what refers to
    the record that goes, and will refer to the kept one."""

    kind: str
    keep: Choice
    other: Choice
    fields: tuple[MergeField, ...]
    moves: tuple[tuple[str, int], ...]


def merge_view(store: Store, kind: str, keep: str, other: str) -> MergeView:
    """What merging ``other`` into ``keep`` would come to; UserError where that cannot be."""
    differing = merge_preview(store, kind=kind, keep=keep, other=other)
    record_type = KIND_BY_NAME[kind].record_type
    return MergeView(
        kind=kind,
        keep=_choice(store, kind, keep),
        other=_choice(store, kind, other),
        fields=tuple(
            MergeField(
                one.field,
                one.label,
                shown_value(store, one.kept, record_type, one.field),
                shown_value(store, one.other, record_type, one.field),
                one.is_gap,
                one.can_join,
            )
            for one in differing
        ),
        moves=tuple(_moves(store, kind, other, keep)),
    )


def merge_candidates(store: Store, kind: str, keep: str) -> tuple[Choice, ...]:
    """What a record may be merged with, the likeliest first: of a client those of like names, of
    a person all others at the same client, of a record of the library all others of its kind."""
    record = store.get(KIND_BY_NAME[kind].record_type, keep)
    owner = record.client if isinstance(record, Person) else ""
    names = (words for name in names_of(record) for words in name.both)
    found = similar_records(store, kind=kind, names=names, owner=owner, besides=keep)
    alike = {one.id: Choice(one.id, one.name) for one in found}
    others = (Choice(one.id, store.shown_name(one)) for one in _others(store, record))
    return (*alike.values(), *(one for one in others if one.id not in {keep, *alike}))


def _others(store: Store, record: Record) -> tuple[Record, ...]:
    """All that could be meant, where these are few."""
    match record:
        case Person(client=client):
            return store.referring(Person, "client", client)
        case Product() | SuccessCase() | Colleague():
            return store.all(type(record))
    return ()


def _choice(store: Store, kind: str, record_id: str) -> Choice:
    record = store.get(KIND_BY_NAME[kind].record_type, record_id)
    return Choice(record_id, store.shown_name(record))


def _moves(store: Store, kind: str, gone: str, keep: str) -> Iterator[tuple[str, int]]:
    record = store.get(KIND_BY_NAME[kind].record_type, gone)
    counts = Counter(type(one) for one in moved_records(store, kind, record, keep))
    for referring in KINDS:
        if referring.record_type in counts:
            yield referring.label, counts[referring.record_type]
