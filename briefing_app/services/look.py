"""Looking at what is stored: tables of records, and one record field by field."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from briefing_app.domain.client import Client, Person
from briefing_app.domain.industry import IndustryPack
from briefing_app.domain.labels import N_
from briefing_app.domain.message import Parameter, say
from briefing_app.domain.offering import Product, SuccessCase
from briefing_app.domain.opportunity import Opportunity
from briefing_app.domain.records import KIND_BY_NAME, KINDS, Record, kind_of
from briefing_app.domain.text import Text
from briefing_app.domain.values import Money
from briefing_app.domain.visit import Visit
from briefing_app.exchange.columns import label_of
from briefing_app.exchange.shapes import shapes
from briefing_app.store.naming import name_of
from briefing_app.store.store import Store

Cells = tuple[Parameter, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """A table: message ids of its headers, and the values of its rows."""

    headers: tuple[str, ...]
    rows: tuple[Cells, ...]


@dataclass(frozen=True, slots=True)
class FieldLine:
    """A filled field: its label as a message id; ``None`` as value where parts follow below."""

    depth: int
    label: str
    value: Parameter | None


@dataclass(frozen=True, slots=True)
class RecordView:
    """A record: the message id of its kind, its id, and its filled fields."""

    kind: str
    record_id: str
    lines: tuple[FieldLine, ...]


@dataclass(frozen=True, slots=True)
class _Listing:
    record_type: type[Record]
    headers: tuple[str, ...]
    cells: Callable[[Store, Any], Cells]


def list_rows(store: Store, listed: str, *, search: str, limit: int) -> Rows:
    """At most ``limit`` records of a listing, those that ``search`` finds where it is given."""
    listing = _LISTINGS[listed]
    if search:
        hits = store.search(search, (listing.record_type,), limit)
        records = tuple(store.get(hit.record_type, hit.id) for hit in hits)
    else:
        records = store.page(listing.record_type, limit)
    return Rows(listing.headers, tuple(listing.cells(store, record) for record in records))


def find_record(store: Store, id_or_name: str) -> RecordView:
    """The record that is meant, of whatever kind; UserError when it is none or several."""
    record: Record = store.find(id_or_name, *(kind.record_type for kind in KINDS))
    lines = _Lines(store, _zone_of(store, record)).of(record)
    return RecordView(kind_of(record).label, record.id, tuple(lines))


class _Lines:
    """The filled fields of a record: other records by their names, times on the client's clock."""

    def __init__(self, store: Store, zone: str) -> None:
        self._store = store
        self._zone = ZoneInfo(zone)

    def of(self, part: Any, depth: int = 0) -> Iterator[FieldLine]:
        """The lines of a record or of a part in it."""
        for field in fields(part):
            held = getattr(part, field.name)
            if held is None or held in ("", (), Text()) or field.name == "id":
                continue
            label = label_of(type(part), field.name)
            items = held if isinstance(held, tuple) else (held,)
            if any(_has_fields(item) for item in items):
                yield FieldLine(depth, label, None)
                for item in items:
                    yield from self.of(item, depth + 1)
            else:
                names = shapes(type(part))[field.name].names
                shown = tuple(self._shown(item, names) for item in items)
                yield FieldLine(depth, label, shown if isinstance(held, tuple) else shown[0])

    def _shown(self, value: Any, kind: str) -> Parameter:
        if kind:
            return name_of(self._store.get(KIND_BY_NAME[kind].record_type, value))
        if isinstance(value, datetime):
            return value.astimezone(self._zone)
        if isinstance(value, bytes):
            return say("a picture of {size} kB", size=round(len(value) / 1024))
        shown: Parameter = value
        return shown


def _zone_of(store: Store, record: Record) -> str:
    return _client_of(store, record).time_zone if isinstance(record, Visit) else "UTC"


def _client_of(store: Store, visit: Visit) -> Client:
    return store.get(Client, store.get(Opportunity, visit.opportunity).client)


def _has_fields(value: object) -> bool:
    return is_dataclass(value) and not isinstance(value, Text | Money)


def _client(store: Store, client: Client) -> Cells:
    industry = store.get(IndustryPack, client.industry).name
    return (client.id, client.name, industry, client.city, client.grade)


def _person(store: Store, person: Person) -> Cells:
    client = store.get(Client, person.client).display_name
    return (person.id, person.name, person.title, client, person.department)


def _visit(store: Store, visit: Visit) -> Cells:
    client = _client_of(store, visit)
    starts = visit.starts_at.astimezone(ZoneInfo(client.time_zone))
    when = f"{starts:%Y-%m-%d %H:%M}"  # tells apart and sorts in any language
    return (visit.id, when, client.display_name, visit.purpose)


def _product(_store: Store, product: Product) -> Cells:
    return (product.id, product.name, product.essence)


def _case(store: Store, case: SuccessCase) -> Cells:
    industry = store.get(IndustryPack, case.industry).name
    customer, expires = case.customer or case.anonymous_name, case.permission_expires
    return (case.id, customer, industry, case.permission, expires.isoformat() if expires else "")


_LISTINGS: Mapping[str, _Listing] = {
    "clients": _Listing(
        Client, (N_("ID"), N_("Client"), N_("Industry"), N_("City"), N_("Grade")), _client
    ),
    "people": _Listing(
        Person, (N_("ID"), N_("Name"), N_("Job title"), N_("Client"), N_("Department")), _person
    ),
    "visits": _Listing(Visit, (N_("ID"), N_("When"), N_("Client"), N_("Purpose")), _visit),
    "products": _Listing(Product, (N_("ID"), N_("Product"), N_("In one sentence")), _product),
    "cases": _Listing(
        SuccessCase,
        (N_("ID"), N_("Customer"), N_("Industry"), N_("Permission"), N_("Expires")),
        _case,
    ),
}
