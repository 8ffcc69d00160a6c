"""The facts behind a briefing: what the record of an export names, and their values."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass

import msgspec

from briefing_app.domain.dossier import Dossier
from briefing_app.domain.export_record import UsedFact
from briefing_app.domain.logo import Logo
from briefing_app.domain.message import Message
from briefing_app.domain.photo import Photo
from briefing_app.domain.records import KIND_BY_NAME, Record, kind_of
from briefing_app.domain.sharing import is_shareable
from briefing_app.planning.briefing import Briefing, FactReference


def used_facts(briefing: Briefing) -> Iterator[tuple[UsedFact, str]]:
    """Each fact that a conclusion names or that a client was shown, with its value as JSON.

    A picture has no value, ``""`` stands for it: its hash is enough to see a change.
    """
    records = dict(_records(briefing.team_side.dossier))
    return _facts(records, set(_references(briefing.team_side)) | set(_shown(records)))


def shown_facts(records: Iterable[Record]) -> Iterator[tuple[UsedFact, str]]:
    """Each fact of these records that a client may be shown, with its value as JSON."""
    known: dict[tuple[str, str], Record] = {
        (kind_of(record).name, record.id): record for record in records
    }
    return _facts(known, set(_shown(known)))


def _facts(
    records: Mapping[tuple[str, str], Record], references: set[FactReference]
) -> Iterator[tuple[UsedFact, str]]:
    for reference in sorted(references, key=lambda r: (r.kind, r.record_id, r.field)):
        record = records.get((reference.kind, reference.record_id))
        if record is not None:
            value = getattr(record, reference.field) if reference.field else record
            encoded = msgspec.json.encode(value)
            fact = UsedFact(
                kind=reference.kind,
                record_id=reference.record_id,
                field=reference.field,
                sha256=hashlib.sha256(encoded).hexdigest(),
            )
            yield fact, "" if isinstance(record, Logo | Photo) else encoded.decode()


def _records(dossier: Dossier) -> Iterator[tuple[tuple[str, str], Record]]:
    for part in fields(dossier):
        held = getattr(dossier, part.name)
        for record in held if isinstance(held, tuple) else (held,):
            yield (kind_of(record).name, record.id), record


def _references(value: object) -> Iterator[FactReference]:
    if isinstance(value, FactReference):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _references(item)
    elif is_dataclass(value) and not isinstance(value, Dossier | Message):
        for part in fields(value):
            yield from _references(getattr(value, part.name))


def _shown(records: Mapping[tuple[str, str], Record]) -> Iterator[FactReference]:
    for kind, record_id in records:
        for part in fields(KIND_BY_NAME[kind].record_type):
            if is_shareable(part):
                yield FactReference(kind, record_id, part.name)
