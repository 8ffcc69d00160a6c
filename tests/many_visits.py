"""Many clients made of one of the sample data, each with a visit and all that belongs to it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import timedelta
from typing import Any

from briefing_app.domain.client import Client
from briefing_app.domain.dossier import Dossier
from briefing_app.domain.ids import VisitId
from briefing_app.domain.records import Record
from briefing_app.services.samples import DEMO_VISITS, load_samples
from briefing_app.store.store import Store

_A_DAY = 8
"""Visits on one day."""


def load_many(store: Store, count: int) -> tuple[VisitId, ...]:
    """Load the samples and ``count`` further clients with a visit each, eight a day, at hours
    of their own."""
    load_samples(store)
    models = [store.dossier(visit) for visit in DEMO_VISITS]
    visits = []
    with store.change():
        for number in range(count):
            model = models[number % len(models)]
            store.save(_further(model, number))
            visits.append(VisitId(f"{model.visit.id}-{number}"))
    return tuple(visits)


def _further(model: Dossier, number: int) -> Iterator[Record]:
    start = model.visit.starts_at + timedelta(days=number // _A_DAY, hours=number % _A_DAY)
    of_client: tuple[Record, ...] = (
        model.client,
        *model.people,
        model.opportunity,
        *model.needs,
        *model.competitors,
        *model.stakeholders,
        *model.lines,
        replace(model.visit, starts_at=start),
    )
    rename = _renaming(model.client, {record.id for record in of_client}, number)
    for record in of_client:
        yield _renamed(record, rename)


def _renaming(client: Client, ids: set[str], number: int) -> Callable[[str], str]:
    """Gives ids a number, and the client's names wherever they stand."""
    names = {client.name.zh, client.name.en, client.short_name.zh, client.short_name.en} - {""}
    named = re.compile("|".join(sorted(map(re.escape, names), key=len, reverse=True)))

    def rename(words: str) -> str:
        if words in ids:
            return f"{words}-{number}"
        return named.sub(lambda found: f"{found.group()}-{number:04}", words)

    return rename


def _renamed(value: Any, rename: Callable[[str], str]) -> Any:
    if type(value) is str:
        return rename(value)
    if isinstance(value, tuple):
        return tuple(_renamed(item, rename) for item in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changes = {part.name: _renamed(getattr(value, part.name), rename) for part in fields(value)}
    return replace(value, **changes)
