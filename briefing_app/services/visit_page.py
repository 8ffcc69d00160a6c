"""A visit as its page shows it: what is set, who comes, what is missing and where to mend it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from briefing_app.domain.audience import Audience
from briefing_app.domain.export_record import ExportKind, ExportRecord
from briefing_app.domain.ids import ClientId, PersonId, VisitId
from briefing_app.domain.mend import Mend
from briefing_app.domain.message import Message
from briefing_app.domain.offering import Colleague, OwnCompany
from briefing_app.domain.stakeholder import BuyingRole, Support
from briefing_app.domain.text import Language, Text
from briefing_app.domain.visit import Visit

if TYPE_CHECKING:  # the rules load on the database thread
    from briefing_app.planning.briefing import Briefing, Severity
    from briefing_app.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonChoice:
    """Somebody at the client who may attend; ``is_known`` where the map says more of them."""

    id: PersonId
    name: Text
    title: Text
    roles: tuple[BuyingRole, ...]
    support: Support
    is_known: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaView:
    """A part of the meeting, at the time where the client is."""

    starts_at: datetime
    minutes: int
    title: Message
    purpose: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyPart:
    """A part of readiness: ``points`` of ``out_of``, what is missing and where to mend it."""

    name: Message
    points: int
    out_of: int
    missing: Message | None
    mend: Mend | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WarningView:
    """What endangers the visit, what to do about it, and why we say so."""

    severity: Severity
    message: Message
    action: Message
    because: tuple[Message, ...]
    person: PersonId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportView:
    """An export of the visit; ``is_there`` where its folder still is."""

    kind: ExportKind
    made_at: datetime
    language: Language
    folder: Path
    is_there: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitPage:
    """All that stands beside the preview. ``starts_at`` is at the time where the client is.

    Of ``people`` those who attend come first, in their order. ``closed_on`` is set once the
    visit was closed, ``is_recorded`` once something is written down of it.
    """

    visit: Visit
    client: ClientId
    client_name: Text
    project_name: Text
    time_zone: str
    starts_at: datetime
    people: tuple[PersonChoice, ...]
    colleagues: tuple[Colleague, ...]
    audience: Audience
    agenda: tuple[AgendaView, ...]
    readiness: int
    parts: tuple[ReadyPart, ...]
    warnings: tuple[WarningView, ...]
    exports: tuple[ExportView, ...]
    is_recorded: bool
    closed_on: date | None


def has_company(store: Store) -> bool:
    """Whether our own company is described, which all documents need."""
    return bool(store.all(OwnCompany))


def visit_page(store: Store, visit_id: VisitId, *, today: date) -> VisitPage:
    """The page of a visit; UserError when it is not there."""
    from briefing_app.services.prepare import prepare_briefing

    briefing = prepare_briefing(store, visit_id, today=today)
    dossier = briefing.team_side.dossier
    visit, record = dossier.visit, dossier.record
    starts_at = visit.starts_at.astimezone(ZoneInfo(dossier.client.time_zone))
    exports = tuple(map(_export, reversed(store.exports(visit_id))))
    return VisitPage(
        visit=visit,
        client=dossier.client.id,
        client_name=dossier.client.display_name,
        project_name=dossier.opportunity.name,
        time_zone=dossier.client.time_zone,
        starts_at=starts_at,
        people=tuple(_people(briefing)),
        colleagues=dossier.colleagues,
        audience=briefing.client_side.audience,
        agenda=tuple(_agenda(briefing, starts_at)),
        readiness=briefing.team_side.readiness.score,
        parts=tuple(_parts(briefing)),
        warnings=tuple(_warnings(briefing)),
        exports=exports,
        is_recorded=record is not None,
        closed_on=record.closed_on if record else None,
    )


def _people(briefing: Briefing) -> Iterator[PersonChoice]:
    dossier = briefing.team_side.dossier
    people = {person.id: person for person in dossier.people}
    for person_id in dict.fromkeys((*dossier.visit.attendees, *people)):
        person, known = people[person_id], dossier.stakeholder(person_id)
        yield PersonChoice(
            id=person.id,
            name=person.name,
            title=person.title,
            roles=known.roles if known else (),
            support=known.support if known else Support.UNKNOWN,
            is_known=known is not None,
        )


def _agenda(briefing: Briefing, starts_at: datetime) -> Iterator[AgendaView]:
    for item in briefing.team_side.agenda:
        yield AgendaView(
            starts_at=starts_at + timedelta(minutes=item.starts_after),
            minutes=item.minutes,
            title=item.title,
            purpose=item.purpose,
        )


def _parts(briefing: Briefing) -> Iterator[ReadyPart]:
    for part in briefing.team_side.readiness.parts:
        yield ReadyPart(
            name=part.name,
            points=part.points,
            out_of=part.out_of,
            missing=part.missing,
            mend=part.mend,
        )


def _warnings(briefing: Briefing) -> Iterator[WarningView]:
    for caution in briefing.team_side.cautions:
        yield WarningView(
            severity=caution.severity,
            message=caution.message,
            action=caution.action,
            because=tuple(reason.message for reason in caution.because),
            person=caution.person,
        )


def _export(record: ExportRecord) -> ExportView:
    folder = Path(record.folder)
    return ExportView(
        kind=record.kind,
        made_at=record.made_at,
        language=record.language,
        folder=folder,
        is_there=folder.is_dir(),
    )
