"""Two records of the same made one: what refers to the one refers to the other then.

A merge is one act, so that one undo takes it apart again.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, fields, replace

from briefing_app.domain.client import Person
from briefing_app.domain.message import Message, say
from briefing_app.domain.records import KIND_BY_NAME, Record
from briefing_app.errors import UserError
from briefing_app.services.changes import Change
from briefing_app.services.checking import field_label
from briefing_app.services.joining import joined, sorted_out
from briefing_app.services.merge_moves import moved_records
from briefing_app.store.store import Store

MERGED = ("client", "person", "colleague", "product", "case")
"""The kinds of record that can be merged."""


@dataclass(frozen=True, slots=True)
class Differing:
    """A field in which two records differ. ``is_gap`` says that only the other one, which goes,
    holds a value; that is the one to propose. ``can_join`` says that both hold lists, of which
    nothing needs to be lost."""

    field: str
    label: Message
    kept: object
    other: object
    is_gap: bool
    can_join: bool


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
            can_join=_can_join(getattr(kept, part.name), getattr(gone, part.name)),
        )
        for part in fields(kept)
        if part.name != "id" and getattr(kept, part.name) != getattr(gone, part.name)
    )


def merge_records(
    store: Store,
    *,
    kind: str,
    keep: str,
    other: str,
    from_other: Collection[str] = (),
    both: Collection[str] = (),
) -> Change:
    """Keep one of two records, with the values of the other in the fields ``from_other`` and the
    lists of both in the fields ``both``; all that refers to the other refers to the kept one
    then, and the other is deleted.

    UserError where they cannot be merged, as when people would report to each other in a circle.
    """
    kept, gone = _pair(store, kind, keep, other)
    label = say(
        "Merge “{other}” into “{name}”", other=store.shown_name(gone), name=store.shown_name(kept)
    )
    with store.act(label) as act:
        chosen = {name: getattr(gone, name) for name in from_other}
        chosen.update((name, joined(getattr(kept, name), getattr(gone, name))) for name in both)
        changed, superfluous = sorted_out(store, keep, moved_records(store, kind, gone, keep))
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


def _can_join(kept: object, other: object) -> bool:
    return isinstance(kept, tuple) and bool(kept) and bool(other)
