"""Changing fields of records, one act each; a value that is there already is no act."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from briefing_app.domain.message import Message, say, say_count
from briefing_app.domain.records import KIND_BY_NAME, Record
from briefing_app.domain.values import Evidence
from briefing_app.services.changes import Change
from briefing_app.services.checking import check, field_label, tidied
from briefing_app.services.progress import Progress, silent
from briefing_app.store.store import Store

_TOLD_EACH = 50
_DELETE = say("Moving the records to the trash")


def change_field(
    store: Store,
    *,
    kind: str,
    record_id: str,
    field: str,
    value: object,
    today: date | None = None,
) -> Change:
    """Set one field of a record; see `change_fields`."""
    return change_fields(store, kind=kind, record_id=record_id, values={field: value}, today=today)


def change_fields(
    store: Store,
    *,
    kind: str,
    record_id: str,
    values: Mapping[str, object],
    today: date | None = None,
) -> Change:
    """Set several fields of a record in one act.

    A fact about a stakeholder that comes without its evidence counts as assumed, ``today``.
    UserError for a value that cannot be, and where the record is gone.
    """
    record_type = KIND_BY_NAME[kind].record_type
    label = _label(store, store.get(record_type, record_id), tuple(values))
    with store.act(label) as act:
        record: Record = store.get(record_type, record_id)
        changed = changed_record(record, values, today)
        if changed != record:
            store.save([changed])
    return Change(label, act.records)


def delete_records(
    store: Store, *, kind: str, ids: Sequence[str], progress: Progress = silent
) -> Change:
    """Put records, with all that belongs to them, into the trash in one act.

    UserError where something else still refers to one of them; then all stay. What ``progress``
    raises stops it all.
    """
    record_type = KIND_BY_NAME[kind].record_type
    label = _deletion(store, record_type, ids)
    with store.act(label) as act:
        for number, record_id in enumerate(ids, start=1):
            if number % _TOLD_EACH == 1:
                progress(_DELETE, number, len(ids))
            store.delete(record_type, record_id, to_trash=True)
    return Change(label, act.records)


def changed_record(record: Record, values: Mapping[str, Any], today: date | None) -> Record:
    """A record with other values in some fields; UserError for a value that cannot be."""
    new = {name: tidied(value) for name, value in values.items()}
    differing = {name for name, value in new.items() if getattr(record, name) != value}
    for name in differing:
        evidence = f"{name}_evidence"
        if hasattr(record, evidence) and evidence not in values:
            new[evidence] = Evidence(on=today)
    changed = replace(record, **new)
    check(changed, differing)
    return changed


def _label(store: Store, record: Record, names: tuple[str, ...]) -> Message:
    name = store.shown_name(record)
    if len(names) == 1:
        return say(
            "Change “{field}” of “{name}”", field=field_label(type(record), names[0]), name=name
        )
    return say("Change “{name}”", name=name)


def _deletion(store: Store, record_type: type[Record], ids: Sequence[str]) -> Message:
    if len(ids) == 1:
        return say("Delete “{name}”", name=store.shown_name(store.get(record_type, ids[0])))
    return say_count("Delete {count} record", "Delete {count} records", len(ids))
