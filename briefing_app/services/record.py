"""After a visit: a form to fill in, and what it says brought into the data, all or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from briefing_app.domain.dossier import Dossier
from briefing_app.domain.ids import VisitId, new_id
from briefing_app.domain.message import say
from briefing_app.domain.records import Record, kind_of
from briefing_app.domain.text import Language, Text
from briefing_app.domain.visit import FollowUp, Visit
from briefing_app.errors import UserError
from briefing_app.exchange.naming import display_name
from briefing_app.exchange.recognise import Entry, changed_fields
from briefing_app.planning.days import local_day
from briefing_app.planning.recording import apply_record, begun_record
from briefing_app.services.closing import refuse_unfinished
from briefing_app.store.store import Store


@dataclass(frozen=True, slots=True)
class RecordedVisit:
    """What recording a visit changed: new things, and known ones with the fields that differ.

    ``day`` is that of the visit where the client is.
    """

    visit: VisitId
    day: date
    added: tuple[Entry, ...]
    updated: tuple[Entry, ...]

    @property
    def is_news(self) -> bool:
        """False where all of it was recorded before."""
        return bool(self.added or self.updated)


def write_form(store: Store, visit_id: VisitId, path: Path, language: Language) -> None:
    """Write the form of a visit as .xlsx or .json, with what was recorded of it already.

    Raises UserError for another ending, and where the file cannot be written.
    """
    dossier = store.dossier(visit_id)
    record = begun_record(dossier, new_id)
    match path.suffix.lower():
        case ".xlsx":
            from briefing_app.exchange.record_form import write_record_form

            write_record_form(path, dossier, record, language)
        case ".json":
            from briefing_app.exchange.json_data import write_json

            steps = (step for step in dossier.follow_ups if step.visit == visit_id)
            write_json((*steps, record), path)
        case _:
            raise UserError(
                "The form is an Excel workbook or JSON. Give a name that ends in .xlsx or .json, "
                "not {name}.",
                name=path.name,
            )


def record_visit(
    store: Store, visit_id: VisitId, path: Path, *, dry_run: bool = False
) -> RecordedVisit:
    """Take in the filled form of a visit: its record, and what follows for needs, people, the
    project and follow-ups. The same file twice changes nothing the second time.

    With ``dry_run`` all is tried and nothing kept. Raises UserError, or ManyProblems with an
    error for each fault.
    """
    from briefing_app.exchange.record_reading import read_record

    purpose = store.get(Visit, visit_id).purpose
    with store.act(say("Record the visit “{name}”", name=purpose)):
        dossier = store.dossier(visit_id)
        read = read_record(path, dossier)
        if read.record.closed_on is not None:
            steps = (one for one in read.incoming.records if isinstance(one, FollowUp))
            refuse_unfinished(read.record, (*dossier.follow_ups, *steps))
        recorded = apply_record(dossier, read.record, new_id)
        changes = (*recorded.changes, *read.follow_ups)
        if not dry_run:
            store.save(changes)
    return _summary(dossier, changes)


def _summary(dossier: Dossier, changes: Iterable[Record]) -> RecordedVisit:
    before = {record.id: record for record in _stored(dossier)}
    changed = tuple(changes)
    people: dict[str, Record] = {one.id: one for one in (*dossier.people, *changed)}
    added: list[Entry] = []
    updated: list[Entry] = []
    for record in changed:
        held = before.get(record.id)
        fields = changed_fields(held, record) if held else ()
        entry = Entry(kind_of(record).name, record.id, _name(dossier, record, people), fields)
        (updated if held else added).append(entry)
    day = local_day(dossier.visit.starts_at, dossier.client.time_zone)
    return RecordedVisit(dossier.visit.id, day, tuple(added), tuple(updated))


def _stored(dossier: Dossier) -> Iterator[Record]:
    yield dossier.opportunity
    for group in (
        dossier.people,
        dossier.needs,
        dossier.stakeholders,
        dossier.follow_ups,
        dossier.records,
    ):
        yield from group


def _name(dossier: Dossier, record: Record, people: dict[str, Record]) -> Text:
    is_record = kind_of(record).name == "visit_record"
    return dossier.visit.purpose if is_record else display_name(record, people)
