"""One field of many records changed at once, looked at before, and many deleted.

What takes long is done apart, in parts between which the user can stop it all; it is one act.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, Protocol, TypeAlias

from briefing_app.domain.appointment import at_clients
from briefing_app.domain.client import Client
from briefing_app.domain.labels import N_, Labelled
from briefing_app.domain.message import Message, say, say_count
from briefing_app.domain.opportunity import Opportunity
from briefing_app.domain.records import KIND_BY_NAME, Record
from briefing_app.domain.text import Text
from briefing_app.domain.visit import Visit
from briefing_app.errors import UserError
from briefing_app.services.changes import Change
from briefing_app.services.checking import field_label
from briefing_app.services.data_folder import open_data
from briefing_app.services.editing import changed_record
from briefing_app.services.progress import Progress, silent
from briefing_app.services.record_fields import Shape, shapes_of
from briefing_app.services.shown_values import shown_value
from briefing_app.store.store import Store

MOST_AT_ONCE = 10_000
"""So many records are changed or deleted in one act."""

EXAMPLES = 50
"""So many of the changes are shown before they are made."""

_PART = 200
_SAVE = say("Changing the records")


class Deed(Labelled):
    """What happens to a field."""

    SET = "set", N_("Set to")
    EMPTY = "empty", N_("Empty it")
    ADD = "add", N_("Add to it")
    REMOVE = "remove", N_("Take out of it")
    MOVE = "move", N_("Move by days")


FIELDS: Mapping[str, tuple[str, ...]] = {
    "client": ("grade", "industry", "city", "size", "time_zone"),
    "visit": ("starts_at", "team", "stage", "minutes", "place"),
    "product": ("topics", "price_note"),
    "case": (
        "permission",
        "permission_expires",
        "industry",
        "customer_size",
        "is_industry_leader",
        "products",
        "topics",
        "competes_with",
    ),
}
"""By kind, the fields of which one value makes sense for many records."""


@dataclass(frozen=True, slots=True)
class ManyChange:
    """What is to be done to a field of many records. ``value`` is what the deed needs: the new
    value, those to add or to take out, or a whole number of days, earlier ones below zero."""

    kind: str
    field: str
    deed: Deed = Deed.SET
    value: Any = None


@dataclass(frozen=True, slots=True)
class Example:
    """A record that would change: its name, of a visit with its client's, and both values as
    they may be shown."""

    name: Text
    owner: Text
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class ManyPreview:
    """What a change of many would come to: how many there are, how many would differ, and the
    first of these."""

    total: int
    changing: int
    examples: tuple[Example, ...]


class Listed(Protocol):
    """A list whose rows stand for records."""

    def ids(self, store: Store, limit: int, offset: int) -> Sequence[str]:
        """The ids of the records on some rows."""


Ranges: TypeAlias = tuple[tuple[int, int], ...]
"""Places of a list: the first one of each stretch, and how many there are."""


def ids_at(store: Store, listed: Listed, ranges: Ranges) -> tuple[str, ...]:
    """The ids of the records at some places of a list.

    UserError for more than `MOST_AT_ONCE`.
    """
    if sum(size for _, size in ranges) > MOST_AT_ONCE:
        raise UserError("Select at most {count} rows to change at once.", count=MOST_AT_ONCE)
    return tuple(one for first, size in ranges for one in listed.ids(store, size, first))


def deeds_for(kind: str, field: str) -> tuple[Deed, ...]:
    """What can be done to a field, the usual first."""
    shape = _shape(kind, field)
    if shape.item is datetime:
        return (Deed.MOVE,)
    if shape.is_many:
        return Deed.ADD, Deed.REMOVE
    may_be_empty = not shape.is_required and shape.default in (None, "", Text())
    return (Deed.SET, Deed.EMPTY) if may_be_empty else (Deed.SET,)


def many_preview(store: Store, *, ids: Sequence[str], change: ManyChange) -> ManyPreview:
    """What `change_many` would do; UserError as it raises."""
    differing: list[tuple[Record, Record]] = []
    count = 0
    for pairs in _pairs(store, ids, change, None):
        count += len(pairs)
        differing += pairs[: EXAMPLES - len(differing)]
    return ManyPreview(len(ids), count, tuple(_examples(store, differing, change)))


def change_many(
    store: Store,
    *,
    ids: Sequence[str],
    change: ManyChange,
    today: date | None = None,
    progress: Progress = silent,
) -> Change:
    """Change a field of many records of a kind, in one act.

    Those that have it already are left alone. UserError, and none is changed, for a value that
    cannot be and where a record is gone. What ``progress`` raises stops it all.
    """
    label = _label(change, len(ids))
    with store.act(label) as act:
        for number, pairs in enumerate(_pairs(store, ids, change, today), start=1):
            progress(_SAVE, number, _parts(ids))
            store.save(new for _, new in pairs)
    return Change(label, act.records)


def change_many_apart(
    *, data: Path, ids: Sequence[str], change: ManyChange, progress: Progress = silent
) -> Change:
    """`change_many` on the store in a folder, for a process of its own."""
    with open_data(data) as store:
        return change_many(store, ids=ids, change=change, progress=progress)


def _label(change: ManyChange, count: int) -> Message:
    return say_count(
        "Change “{field}” of {count} record",
        "Change “{field}” of {count} records",
        count,
        field=field_label(KIND_BY_NAME[change.kind].record_type, change.field),
    )


def _parts(ids: Sequence[str]) -> int:
    return -(-len(ids) // _PART)


def _pairs(
    store: Store, ids: Sequence[str], change: ManyChange, today: date | None
) -> Iterator[list[tuple[Record, Record]]]:
    """The records that differ afterwards, before and after, part by part."""
    record_type = KIND_BY_NAME[change.kind].record_type
    for start in range(0, len(ids), _PART):
        records: Sequence[Record] = store.some(record_type, ids[start : start + _PART])
        new_value = _maker(store, records, change)
        pairs = (
            (one, changed_record(one, {change.field: new_value(one)}, today)) for one in records
        )
        yield [(old, new) for old, new in pairs if old != new]


def _maker(store: Store, records: Sequence[Record], change: ManyChange) -> Callable[[Record], Any]:
    """From a record to the new value of the field."""
    if change.deed is Deed.MOVE:
        clients = _clients_of(store, records)
        return lambda visit: _moved(
            getattr(visit, change.field), change.value, clients[visit.id].time_zone
        )
    if change.deed is Deed.EMPTY:
        empty = _shape(change.kind, change.field).default
        return lambda _record: empty
    return lambda record: _new_value(getattr(record, change.field), change)


def _new_value(held: Any, change: ManyChange) -> Any:
    if change.deed is Deed.ADD:
        return tuple(dict.fromkeys((*held, *change.value)))
    if change.deed is Deed.REMOVE:
        return tuple(one for one in held if one not in change.value)
    return change.value


def _moved(moment: datetime, days: int, zone: str) -> datetime:
    """The same hour on the client's clock some days later, in UTC."""
    try:
        return (at_clients(moment, zone) + timedelta(days=days)).astimezone(UTC)
    except OverflowError as error:
        raise UserError("No calendar goes that far. Move by fewer days.") from error


def _clients_of(store: Store, records: Sequence[Record]) -> dict[str, Client]:
    """The clients of the visits among some records, by the visits' ids."""
    visits = [one for one in records if isinstance(one, Visit)]
    projects = {
        one.id: one.client for one in store.some(Opportunity, {one.opportunity for one in visits})
    }
    clients = {one.id: one for one in store.some(Client, set(projects.values()))}
    return {one.id: clients[projects[one.opportunity]] for one in visits}


def _examples(
    store: Store, pairs: Sequence[tuple[Record, Record]], change: ManyChange
) -> Iterator[Example]:
    clients = _clients_of(store, [old for old, _ in pairs])
    for old, new in pairs:
        client = clients.get(old.id)
        values = (getattr(one, change.field) for one in (old, new))
        before, after = (
            at_clients(value, client.time_zone)
            if client is not None and isinstance(value, datetime)
            else shown_value(store, value, type(old), change.field)
            for value in values
        )
        owner = client.display_name if client is not None else Text()
        yield Example(store.shown_name(old), owner, before, after)


def _shape(kind: str, field: str) -> Shape:
    return shapes_of(KIND_BY_NAME[kind].record_type)[field]
