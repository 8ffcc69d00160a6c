"""From a complete tree to a checked record, with every fault noted at its place."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, datetime

from briefing_app.domain.records import KIND_BY_NAME, Record
from briefing_app.exchange.checks import faults_in
from briefing_app.exchange.drafts import PlaceOf
from briefing_app.exchange.problems import Problems
from briefing_app.exchange.trees import Tree, made, shape_faults


def as_record(kind: str, tree: Tree, place: PlaceOf, problems: Problems) -> Record | None:
    """The record that ``tree`` stands for; ``None`` after noting what is wrong with it."""
    record_type = KIND_BY_NAME[kind].record_type
    faults = list(shape_faults(tree, record_type))
    if not faults:
        result = made(tree, record_type)
        faults = [result] if isinstance(result, tuple) else list(faults_in(result))
        if not isinstance(result, tuple) and not faults:
            return _in_utc(result)
    for path, fault in faults:
        problems.add(place(path), fault)
    return None


def _in_utc(record: Record) -> Record:
    """The record with its times in UTC, however they were written."""
    moments = {
        f.name: getattr(record, f.name).astimezone(UTC)
        for f in fields(record)
        if isinstance(getattr(record, f.name), datetime)
    }
    return replace(record, **moments) if moments else record
