"""What a record is called in a sentence, and whose it is; read where it has no name of its own."""

from __future__ import annotations

from collections.abc import Mapping

from briefing_app.domain.client import Client, Person
from briefing_app.domain.opportunity import Opportunity
from briefing_app.domain.records import Record
from briefing_app.domain.slide_list import SlideList
from briefing_app.domain.stakeholder import Line, Stakeholder
from briefing_app.domain.text import Text
from briefing_app.domain.visit import Visit
from briefing_app.domain.visit_record import VisitRecord
from briefing_app.store.connection import Connection
from briefing_app.store.naming import name_of
from briefing_app.store.reading import read
from briefing_app.store.tables import table_of


def shown_name(connection: Connection, record: Record) -> Text:
    """What a record is called, one without a name by the people or the visit it is about."""
    match record:
        case Stakeholder(person=person):
            return _name_of_id(connection, Person, person)
        case Line(source=source, target=target):
            one, other = (_name_of_id(connection, Person, each) for each in (source, target))
            return Text(*(f"{a} – {b}" for a, b in zip(one.both, other.both, strict=True)))
        case SlideList(visit=visit) | VisitRecord(visit=visit):
            return _name_of_id(connection, Visit, visit)
        case _:
            return name_of(record)


def _name_of_id(connection: Connection, record_type: type[Record], record_id: str) -> Text:
    found = read(connection, table_of(record_type), "record.id = ?", (record_id,))
    return name_of(found[0]) if found else Text.same(record_id)


def owner_of(connection: Connection, record: Record) -> Text:
    """The client that a record belongs to, through its project or visit."""
    for field, record_type in _UPWARDS.items():
        owner = getattr(record, field, None)
        if owner is not None:
            (parent,) = read(connection, table_of(record_type), "record.id = ?", (owner,))
            if isinstance(parent, Client):
                return parent.display_name
            return owner_of(connection, parent)
    return Text()


_UPWARDS: Mapping[str, type[Record]] = {
    "client": Client,
    "opportunity": Opportunity,
    "visit": Visit,
}
