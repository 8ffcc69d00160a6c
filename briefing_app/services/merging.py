"""Two records of one client or person made one: what refers to the one refers to the other then.

A merge is one act, so that one undo takes it apart again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, fields, replace
from typing import Any

from briefing_app.domain.client import Person
from briefing_app.domain.message import Message, say
from briefing_app.domain.opportunity import Opportunity
from briefing_app.domain.records import KIND_BY_NAME, KINDS, Record
from briefing_app.domain.visit import Visit
from briefing_app.domain.visit_record import VisitRecord
from briefing_app.errors import UserError
from briefing_app.services.changes import Change
from briefing_app.services.checking import field_label
from briefing_app.services.joining import sorted_out
from briefing_app.store.store import Store

MERGED = ("client", "person", "colleague")
"""The kinds of record that can be merged."""


@dataclass(frozen=True, slots=True)
class Differing:
    """A field in which two records differ. ``is_gap`` says that only the other one, which goes,
    holds a value; that is the one to propose."""

    field: str
    label: Message
    kept: object
    other: object
    is_gap: bool


def merge_preview(store: Store, *, kind: str, keep: str, other: str) -> tuple[Differing, ...]:
    """The fields in which two records differ, in their usual order.

    UserError where they cannot be merged.
    """
    kept, gone = _pair(store, kind, keep, other)
    return tuple(
        Differing(
            field=part.name,
            label=field_label(type(kept), part.name),
            kept=getattr(kept, part.name),
            other=getattr(gone, part.name),
            is_gap=not getattr(kept, part.name) and bool(getattr(gone, part.name)),
        )
        for part in fields(kept)
        if part.name != "id" and getattr(kept, part.name) != getattr(gone, part.name)
    )


def merge_records(
    store: Store, *, kind: str, keep: str, other: str, from_other: Collection[str] = ()
) -> Change:
    """Keep one of two records, with the values of the other in the fields ``from_other``; all
    that refers to the other refers to the kept one then, and the other is deleted.

    UserError where they cannot be merged, as when people would report to each other in a circle.
    """
    kept, gone = _pair(store, kind, keep, other)
    label = say(
        "Merge “{other}” into “{name}”", other=store.shown_name(gone), name=store.shown_name(kept)
    )
    with store.act(label) as act:
        chosen = {name: getattr(gone, name) for name in from_other}
        pairs = [(one, _moved(one, kind, other, keep)) for one in _referring(store, kind, gone)]
        moved = (new for old, new in pairs if new != old)
        changed, superfluous = sorted_out(store, keep, moved)
        for record in superfluous:
            store.delete(type(record), record.id)
        store.save([replace(kept, **chosen), *changed])
        store.delete(type(gone), gone.id)
    return Change(label, act.records)


def _pair(store: Store, kind: str, keep: str, other: str) -> tuple[Record, Record]:
    if kind not in MERGED:
        raise ValueError(f"records of the kind {kind} are not merged")
    if keep == other:
        raise UserError("A record cannot be merged with itself. Choose another one.")
    record_type = KIND_BY_NAME[kind].record_type
    kept, gone = store.get(record_type, keep), store.get(record_type, other)
    if isinstance(kept, Person) and isinstance(gone, Person) and kept.client != gone.client:
        raise UserError(
            "{name} and {other} work at two clients. Merge the clients first.",
            name=kept.name,
            other=gone.name,
        )
    return kept, gone


def _referring(store: Store, kind: str, record: Record) -> Iterator[Record]:
    """Each record that refers to one, in a field or deep inside, once."""
    found: dict[tuple[type, str], Record] = {}
    for referring in KINDS:
        for field, target in referring.references:
            if target == kind:
                for one in store.referring(referring.record_type, field, record.id):
                    found[type(one), one.id] = one
    if isinstance(record, Person):
        found.update(((VisitRecord, one.id), one) for one in _visit_records(store, record.client))
    yield from found.values()


def _visit_records(store: Store, client: str) -> Iterator[VisitRecord]:
    """What was recorded of a client's visits: it names people inside its parts."""
    for project in store.referring(Opportunity, "client", client):
        for visit in store.referring(Visit, "opportunity", project.id):
            yield from store.referring(VisitRecord, "visit", visit.id)


def _moved(part: Any, kind: str, old: str, new: str) -> Any:
    """A record, or a part of one, that refers to ``new`` wherever it referred to ``old``."""
    from briefing_app.exchange.shapes import shapes

    changes: dict[str, Any] = {}
    for name, shape in shapes(type(part)).items():
        value = getattr(part, name)
        if shape.names == kind:
            changes[name] = _renamed(value, old, new)
        elif shape.is_list_of_parts:
            changes[name] = tuple(_moved(item, kind, old, new) for item in value)
    return replace(part, **changes) if changes else part


def _renamed(ids: Any, old: str, new: str) -> Any:
    if isinstance(ids, tuple):
        return tuple(dict.fromkeys(new if one == old else one for one in ids))
    return new if ids == old else ids
