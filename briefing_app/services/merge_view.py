"""Two records side by side before they are made one: what differs, and what would move."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from briefing_app.domain.client import Client, Person
from briefing_app.domain.message import Message
from briefing_app.domain.records import KIND_BY_NAME, KINDS, Record
from briefing_app.exchange.shapes import shapes
from briefing_app.services.duplicates import similar_clients, similar_people
from briefing_app.services.merging import merge_preview
from briefing_app.services.picking import Choice
from briefing_app.services.shown_values import shown_value
from briefing_app.store.store import Store


@dataclass(frozen=True, slots=True)
class MergeField:
    """A field in which two records differ, both values as they may be shown. ``is_gap`` says
    that only the record that goes holds one."""

    name: str
    label: Message
    kept: Any
    other: Any
    is_gap: bool


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
    known = shapes(KIND_BY_NAME[kind].record_type)
    return MergeView(
        kind=kind,
        keep=_choice(store, kind, keep),
        other=_choice(store, kind, other),
        fields=tuple(
            MergeField(
                one.field,
                one.label,
                shown_value(store, one.kept, known[one.field]),
                shown_value(store, one.other, known[one.field]),
                one.is_gap,
            )
            for one in differing
        ),
        moves=tuple(_moves(store, kind, other)),
    )


def merge_candidates(store: Store, kind: str, keep: str) -> tuple[Choice, ...]:
    """Whom a record may be merged with, the likeliest first: of a client those of like names, of
    a person all others at the same client."""
    if kind == "client":
        client = store.get(Client, keep)
        found = (
            one
            for name in client.name.both
            if name
            for one in similar_clients(store, name, besides=keep)
        )
        return tuple({one.id: Choice(one.id, one.name) for one in found}.values())
    person = store.get(Person, keep)
    alike = [
        one.id
        for name in person.name.both
        if name
        for one in similar_people(store, person.client, name, besides=keep)
    ]
    people = [one for one in store.referring(Person, "client", person.client) if one.id != keep]
    people.sort(key=lambda one: one.id not in alike)
    return tuple(Choice(one.id, one.name) for one in people)


def _choice(store: Store, kind: str, record_id: str) -> Choice:
    record = store.get(KIND_BY_NAME[kind].record_type, record_id)
    return Choice(record_id, store.shown_name(record))


def _moves(store: Store, kind: str, record_id: str) -> Iterator[tuple[str, int]]:
    for referring in KINDS:
        found: dict[str, Record] = {}
        for field, target in referring.references:
            if target == kind:
                for one in store.referring(referring.record_type, field, record_id):
                    found[one.id] = one
        if found:
            yield referring.label, len(found)
