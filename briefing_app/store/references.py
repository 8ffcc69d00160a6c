"""What to tell when the database refuses a change because of what refers to what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing_app.domain.client import Person
from briefing_app.domain.message import Message
from briefing_app.domain.offering import OwnCompany
from briefing_app.domain.opportunity import Opportunity
from briefing_app.domain.records import KIND_BY_NAME, KINDS, Kind, Record, kind_of
from briefing_app.domain.slide_list import SlideList
from briefing_app.domain.stakeholder import Stakeholder
from briefing_app.domain.visit import Visit
from briefing_app.domain.visit_record import VisitRecord
from briefing_app.errors import UserError
from briefing_app.store.connection import Connection
from briefing_app.store.naming import name_of
from briefing_app.store.reading import read
from briefing_app.store.tables import table_of

NAMES_SHOWN = 5
"""So many names are listed in a sentence."""


def refusal_to_save(connection: Connection, records: Iterable[Record]) -> UserError | None:
    """Why some of ``records`` broke a constraint; None when none of the known reasons fits.

    Within the transaction, after the failed write was undone.
    """
    reasons = (reason for record in records for reason in _reasons(connection, record))
    return next(reasons, None)


def refusal_to_delete(connection: Connection, record: Record, deletion: str) -> UserError:
    """Who still mentions ``record`` or what would go with it. ``deletion`` is the SQL that
    failed; it is tried once more without the references' veto, seen and undone."""
    connection.control("SAVEPOINT trial")
    connection.pragma("defer_foreign_keys=ON")
    connection.run(deletion, (record.id,))
    users = [name_of(user) for user in left_dangling(connection)]
    connection.control("ROLLBACK TO trial")
    connection.pragma("defer_foreign_keys=OFF")
    connection.control("RELEASE trial")
    return UserError(
        "“{record}” cannot be deleted, because it or something that belongs to it is used by:"
        " {users}. Take it out there first.",
        record=name_of(record),
        users=tuple(users[:NAMES_SHOWN]),
    )


def _reasons(connection: Connection, record: Record) -> Iterator[UserError]:
    for kind, record_id in missing_references(connection, record):
        yield UserError(
            "“{record}” refers to {record_id} under “{kind}”, but there is no such record."
            " Save that one first, or correct the id.",
            record=name_of(record),
            record_id=record_id,
            kind=Message(kind.label),
        )
    if isinstance(record, Stakeholder):
        yield from _already_a_stakeholder(connection, record)
    if isinstance(record, SlideList):
        yield from _already_a_list(connection, record)
    if isinstance(record, VisitRecord):
        yield from _already_recorded(connection, record)
    if isinstance(record, OwnCompany):
        yield from _already_a_company(connection, record)


def missing_references(connection: Connection, record: Record) -> Iterator[tuple[Kind, str]]:
    """Kind and id of what a record refers to although it is not stored."""
    for kind, record_id in _references(record):
        if not read(connection, table_of(kind.record_type), "record.id = ?", (record_id,)):
            yield kind, record_id


def _references(record: Record) -> Iterator[tuple[Kind, str]]:
    for field, target in kind_of(record).references:
        value = getattr(record, field)
        ids = value if isinstance(value, tuple) else (value,)
        yield from ((KIND_BY_NAME[target], each) for each in ids if each is not None)


def _already_a_stakeholder(connection: Connection, new: Stakeholder) -> Iterator[UserError]:
    same = "record.opportunity = ? AND record.person = ? AND record.id <> ?"
    keys = (new.opportunity, new.person, new.id)
    if read(connection, table_of(Stakeholder), same, keys):
        (person,) = read(connection, table_of(Person), "record.id = ?", (new.person,))
        (project,) = read(connection, table_of(Opportunity), "record.id = ?", (new.opportunity,))
        yield UserError(
            "{person} is already a stakeholder of “{opportunity}”. Change that entry instead.",
            person=person.name,
            opportunity=project.name,
        )


def _already_a_list(connection: Connection, new: SlideList) -> Iterator[UserError]:
    same = "record.visit = ? AND record.audience = ? AND record.id <> ?"
    if read(connection, table_of(SlideList), same, (new.visit, new.audience.value, new.id)):
        (visit,) = read(connection, table_of(Visit), "record.id = ?", (new.visit,))
        yield UserError(
            "The visit “{visit}” already has a slide list for this audience: {audience}. Change"
            " that list instead.",
            visit=visit.purpose,
            audience=new.audience,
        )


def _already_recorded(connection: Connection, new: VisitRecord) -> Iterator[UserError]:
    if read(
        connection,
        table_of(VisitRecord),
        "record.visit = ? AND record.id <> ?",
        (new.visit, new.id),
    ):
        (visit,) = read(connection, table_of(Visit), "record.id = ?", (new.visit,))
        yield UserError(
            "What “{visit}” brought is recorded already. Change that record instead.",
            visit=visit.purpose,
        )


def _already_a_company(connection: Connection, new: OwnCompany) -> Iterator[UserError]:
    for other in read(connection, table_of(OwnCompany), "record.id <> ?", (new.id,)):
        yield UserError(
            "Your own company is already described as “{company}”. Change that record instead.",
            company=other.name,
        )


def left_dangling(connection: Connection) -> Iterator[Record]:
    """The records that refer to something that is no longer there; within a trial in which
    references are not enforced."""
    for kind in KINDS:
        for field, target in kind.references:
            yield from read(connection, table_of(kind.record_type), _dangles(kind, field, target))


def _dangles(kind: Kind, field: str, target: str) -> str:
    gone = f'NOT IN (SELECT id FROM "{target}")'  # noqa: S608 - own names
    table = table_of(kind.record_type)
    link = next((link for link in table.links if link.field == field), None)
    if link:
        held = f'SELECT target FROM "{link.table}" WHERE owner = record.id'  # noqa: S608 - own names
        return f"EXISTS ({held} AND target {gone})"
    return f'record."{field}" IS NOT NULL AND record."{field}" {gone}'
