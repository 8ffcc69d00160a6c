"""One field of many records set at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from briefing_app.domain.message import say_count
from briefing_app.domain.records import KIND_BY_NAME, Record
from briefing_app.services.changes import Change
from briefing_app.services.checking import field_label
from briefing_app.services.editing import changed_record
from briefing_app.store.store import Store


def change_many(
    store: Store,
    *,
    kind: str,
    ids: Sequence[str],
    field: str,
    value: object,
    today: date | None = None,
) -> Change:
    """Set a field of many records of a kind to the same value, in one act.

    Those that have it already are left alone. UserError, and none is changed, for a value that
    cannot be and where a record is gone.
    """
    record_type = KIND_BY_NAME[kind].record_type
    label = say_count(
        "Change “{field}” of {count} record",
        "Change “{field}” of {count} records",
        len(ids),
        field=field_label(record_type, field),
    )
    with store.act(label) as act:
        records: list[Record] = [store.get(record_type, record_id) for record_id in ids]
        pairs = [(record, changed_record(record, {field: value}, today)) for record in records]
        store.save(new for record, new in pairs if new != record)
    return Change(label, act.records)
