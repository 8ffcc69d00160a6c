"""What happened with a client: the documents that were exported, and all events in time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

from briefing_app.domain.appointment import at_clients
from briefing_app.domain.client import Client
from briefing_app.domain.export_record import ExportRecord
from briefing_app.domain.labels import N_, Labelled
from briefing_app.domain.lists import VisitRow
from briefing_app.domain.opportunity import Need, Opportunity
from briefing_app.domain.text import Text
from briefing_app.domain.visit import FollowUp, Visit
from briefing_app.services.client_view import visits_of
from briefing_app.services.export_inputs import is_as_exported
from briefing_app.store.store import Store


class FilesState(Labelled):
    """What became of the files of an export."""

    AS_EXPORTED = "as-exported", N_("As exported")
    CHANGED = "changed", N_("Changed since")
    GONE = "gone", N_("Folder is gone")


@dataclass(frozen=True, kw_only=True, slots=True)
class DocumentsView:
    """An export of one of the client's visits."""

    export: ExportRecord
    visit_purpose: Text
    state: FilesState


class EventKind(Labelled):
    """What happened on a client's timeline."""

    VISIT = "visit", N_("Visit to the client")
    EXPORT = "export", N_("Documents exported")
    FOLLOW_UP_DUE = "follow-up-due", N_("Follow-up due")
    FOLLOW_UP_DONE = "follow-up-done", N_("Follow-up done")
    NEED = "need", N_("Need raised")


@dataclass(frozen=True, kw_only=True, slots=True)
class Event:
    """Something on the timeline: ``day`` is that of the client, ``visit`` leads to where it is
    told; ``at`` is ``None`` for what has a day only."""

    kind: EventKind
    day: date
    at: datetime | None = None
    words: Text
    visit: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class ClientHistory:
    """The exports and the events of a client, the latest first."""

    documents: tuple[DocumentsView, ...]
    timeline: tuple[Event, ...]


def client_history(store: Store, client_id: str) -> ClientHistory:
    """All that happened with a client; reads the exported files to tell whether they are still
    as they were written. UserError for a client that is not there."""
    client = store.get(Client, client_id)
    projects = store.referring(Opportunity, "client", client.id)
    visits = visits_of(store, projects)
    documents = tuple(_documents(store, visits))
    events = [
        *map(_visit_event, store.lists.visits_named(visit.id for visit in visits)),
        *(event for visit in visits for event in _steps_of(store, visit)),
        *(_export_event(client, one) for one in documents),
        *(event for project in projects for event in _needs_of(store, project)),
    ]
    return ClientHistory(
        documents=documents, timeline=tuple(sorted(events, key=_in_time, reverse=True))
    )


def _documents(store: Store, visits: Iterable[Visit]) -> Iterator[DocumentsView]:
    found = [(export, visit) for visit in visits for export in store.exports(visit.id)]
    found.sort(key=lambda pair: pair[0].made_at, reverse=True)
    for export, visit in found:
        yield DocumentsView(
            export=export, visit_purpose=visit.purpose, state=_state_of_files(export)
        )


def _state_of_files(export: ExportRecord) -> FilesState:
    if not Path(export.folder).is_dir():
        return FilesState.GONE
    return FilesState.AS_EXPORTED if is_as_exported(export) else FilesState.CHANGED


def _in_time(event: Event) -> tuple[date, datetime]:
    """What has only a day comes before what has a time on it."""
    return event.day, event.at or datetime.combine(event.day, time.min, UTC)


def _visit_event(visit: VisitRow) -> Event:
    return Event(
        kind=EventKind.VISIT,
        day=visit.starts_at.date(),
        at=visit.starts_at,
        words=visit.purpose,
        visit=visit.id,
    )


def _steps_of(store: Store, visit: Visit) -> Iterator[Event]:
    for step in store.referring(FollowUp, "visit", visit.id):
        kind = EventKind.FOLLOW_UP_DONE if step.done_on else EventKind.FOLLOW_UP_DUE
        day = step.done_on or step.due
        if day is not None:
            yield Event(kind=kind, day=day, words=step.what, visit=visit.id)


def _export_event(client: Client, documents: DocumentsView) -> Event:
    made_at = at_clients(documents.export.made_at, client.time_zone)
    return Event(
        kind=EventKind.EXPORT,
        day=made_at.date(),
        at=made_at,
        words=documents.visit_purpose,
        visit=documents.export.visit or "",
    )


def _needs_of(store: Store, project: Opportunity) -> Iterator[Event]:
    """The needs of which it is noted when they were raised."""
    for need in store.referring(Need, "opportunity", project.id):
        if need.evidence.on is not None:
            yield Event(kind=EventKind.NEED, day=need.evidence.on, words=need.statement)
