"""Finding anything by a few letters: Chinese, English, or pinyin and its initials."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from briefing_app.domain.client import Client, Person
from briefing_app.domain.ids import VisitId
from briefing_app.domain.lists import ClientOrder, ClientQuery, VisitQuery, VisitRow
from briefing_app.domain.offering import Product, SuccessCase
from briefing_app.domain.records import KIND_BY_TYPE, Record
from briefing_app.domain.text import Language, Text
from briefing_app.domain.visit import Visit
from briefing_app.store.search import Hit
from briefing_app.store.store import Store

_KINDS: tuple[type[Record], ...] = (Client, Person, Visit, Product, SuccessCase)
"""In the order in which they are meant most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A record that may be meant: ``kind`` as `Kind.name`; ``context`` tells namesakes apart.

    ``starts_at`` is that of a visit, at the time where the client is.
    """

    kind: str
    id: str
    name: Text
    context: Text
    starts_at: datetime | None = None


_CANDIDATES = 50
"""So many of a kind are looked at for names that begin as typed."""

_NEXT_VISITS = 5
"""So many of the coming visits are offered before anything is typed."""


def find_anything(
    store: Store, text: str, *, language: Language, now: datetime, limit: int = 20
) -> tuple[Found, ...]:
    """What ``text`` may mean, at most ``limit``: names that begin so come first, then clients,
    people, visits, products, cases; no kind takes more than half of the places.

    Without text: the next visits, and the clients that were changed last.
    """
    if not text.strip():
        return _recent(store, language, now)[:limit]
    places = max(1, limit // 2)
    hits = [
        hit
        for record_type in _KINDS
        for hit in _closest(store.search(text, (record_type,), _CANDIDATES), text)[:places]
    ]
    found = sorted(hits, key=lambda hit: not _begins(hit, text))[:limit]
    return tuple(_told(store, hit) for hit in found)


def _closest(hits: tuple[Hit, ...], text: str) -> list[Hit]:
    return sorted(hits, key=lambda hit: (not _is_called(hit, text), not _begins(hit, text)))


def _is_called(hit: Hit, text: str) -> bool:
    return text.strip().casefold() in (words.casefold() for words in hit.name.both)


def _begins(hit: Hit, text: str) -> bool:
    beginning = text.strip().casefold()
    return any(words.casefold().startswith(beginning) for words in hit.name.both)


def _told(store: Store, hit: Hit) -> Found:
    if hit.record_type is Visit:
        return _visit(store.lists.visits_named((VisitId(hit.id),))[0])
    kind = KIND_BY_TYPE[hit.record_type].name
    return Found(kind=kind, id=hit.id, name=hit.name, context=hit.context)


def _recent(store: Store, language: Language, now: datetime) -> tuple[Found, ...]:
    visits = store.lists.visit_rows(VisitQuery(), now=now, limit=_NEXT_VISITS)
    changed = ClientQuery(order=ClientOrder.LAST_CHANGED, language=language)
    clients = store.lists.client_rows(changed, now=now, limit=_CANDIDATES)
    return (
        *map(_visit, visits),
        *(Found(kind="client", id=one.id, name=one.name, context=one.city) for one in clients),
    )


def _visit(visit: VisitRow) -> Found:
    return Found(
        kind="visit",
        id=visit.id,
        name=visit.purpose,
        context=visit.client_name,
        starts_at=visit.starts_at,
    )
