"""The store: everything that is kept, as records in and records out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from briefing_app.domain.appointment import Appointment
from briefing_app.domain.client import Client, Person
from briefing_app.domain.dossier import Dossier
from briefing_app.domain.export_record import ExportContent, ExportRecord
from briefing_app.domain.ids import ClientId, VisitId
from briefing_app.domain.industry import IndustryPack
from briefing_app.domain.logo import Logo
from briefing_app.domain.message import Message, say
from briefing_app.domain.offering import Colleague, OwnCompany, Product, SuccessCase
from briefing_app.domain.opportunity import Competitor, Need, Opportunity
from briefing_app.domain.photo import Photo
from briefing_app.domain.records import KINDS, Record
from briefing_app.domain.slide_list import SlideList
from briefing_app.domain.stakeholder import Line, Stakeholder
from briefing_app.domain.text import Text
from briefing_app.domain.visit import FollowUp, Visit
from briefing_app.domain.visit_record import VisitRecord
from briefing_app.errors import UserError
from briefing_app.store import exports
from briefing_app.store.appointments import appointments
from briefing_app.store.client_names import client_names
from briefing_app.store.connection import Connection
from briefing_app.store.drafts import Drafts
from briefing_app.store.finding import find_one
from briefing_app.store.folder import prepare_folder
from briefing_app.store.history import History
from briefing_app.store.journal import ActInWork, Journal
from briefing_app.store.lists.lists import Lists
from briefing_app.store.migrations import MIGRATIONS, Migration, check_identity, migrate
from briefing_app.store.reading import AMONG, id_list, read
from briefing_app.store.search import NOTES, Hit, clear_index, find_hits, index_records, is_emptied
from briefing_app.store.set_aside import SetAsides
from briefing_app.store.shown_names import shown_name
from briefing_app.store.tables import EXPORTS, KIND_OF, table_of
from briefing_app.store.thresholds import Thresholds
from briefing_app.store.trash import Trash
from briefing_app.store.writing import delete_record, write_records

R = TypeVar("R", bound=Record)

DATABASE = "briefing.db"
BUSY_SECONDS = 5.0
_SAME_PROJECT = "record.opportunity = (SELECT opportunity FROM visit WHERE id = ?)"

SEARCHABLE: tuple[type[Record], ...] = tuple(NOTES)
"""The kinds of record that `Store.search` finds."""


class Store:
    """An open database; make it with `open_store`, use it in the thread that opened it.

    ``history`` takes acts back, ``trash`` restores what was deleted, ``lists`` reads pages,
    ``drafts`` holds what was typed and is not part of a record yet, ``thresholds`` what a team
    plans with, ``set_aside`` what the export gate finds and a user calls meant.

    Any method raises UserError when the disk is full, the file is damaged, or another process
    writes for longer than the waiting time.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._journal = Journal(connection)
        self.history = History(connection, self._journal)
        self.trash = Trash(connection, self._journal)
        self.lists = Lists(connection)
        self.drafts = Drafts(connection, self._journal)
        self.thresholds = Thresholds(connection, self._journal)
        self.set_aside = SetAsides(connection, self._journal)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the database."""
        self._connection.close()

    def act(self, label: Message) -> AbstractContextManager[ActInWork]:
        """One act of the user: all that is written inside is kept, or nothing after an error,
        and ``history`` takes it back as one. At its end it tells which records it touched.

        Its label's parameters are texts, words, whole numbers or labels. Inside another act it
        joins that one, as a part that can fail alone.
        """
        return self._journal.act(label)

    def change(self) -> AbstractContextManager[ActInWork]:
        """An act, or a part of one, that has no name of its own."""
        return self._journal.act(say("Change data"))

    def snapshot(self) -> AbstractContextManager[None]:
        """Several reads that see the data as it is at one moment."""
        return self._connection.snapshot()

    def get(self, record_type: type[R], record_id: str) -> R:
        """The record with that id; UserError when there is none."""
        found = self._where(record_type, "record.id = ?", record_id)
        if not found:
            raise UserError(
                "There is no record {record_id} under “{kind}”. It may have been deleted.",
                record_id=record_id,
                kind=Message(KIND_OF[record_type].label),
            )
        return found[0]

    def some(self, record_type: type[R], ids: Collection[str]) -> tuple[R, ...]:
        """The records with these ids, sorted by id; UserError as of `get` where one is gone."""
        found = self._where(record_type, f"record.id {AMONG}", id_list(ids))
        if len(found) < len(set(ids)):
            gone = set(ids) - {one.id for one in found}
            self.get(record_type, min(gone))
        return found

    def exists(self, record_type: type[Record], record_id: str) -> bool:
        """True when a record with that id is stored."""
        return bool(self._where(record_type, "record.id = ?", record_id))

    def all(self, record_type: type[R]) -> tuple[R, ...]:
        """All records of a kind, sorted by id."""
        return read(self._connection, table_of(record_type))

    def page(self, record_type: type[R], limit: int, offset: int = 0) -> tuple[R, ...]:
        """At most ``limit`` records of a kind from ``offset`` on, sorted by id."""
        return read(self._connection, table_of(record_type), limit=limit, offset=offset)

    def referring(self, record_type: type[R], field: str, record_id: str) -> tuple[R, ...]:
        """The records of a kind whose ``field`` is a certain id or lists it, as all people of a
        client and all visits that somebody attends. Sorted by id."""
        if field not in dict(KIND_OF[record_type].references):
            raise ValueError(f"{record_type.__name__}.{field} does not hold ids")
        return self._where(record_type, table_of(record_type).refers_by(field), record_id)

    def shown_name(self, record: Record) -> Text:
        """What a record is called; one without a name by the people or the visit it is about."""
        return shown_name(self._connection, record)

    def is_empty(self) -> bool:
        """True when no record of any kind is stored."""
        return not any(
            self._connection.rows(f'SELECT 1 FROM "{kind.name}" LIMIT 1')  # noqa: S608 - own names
            for kind in KINDS
        )

    def save(self, records: Iterable[Record]) -> None:
        """Add records, or change those with the same id; what refers to them stays.

        UserError when a reference has no target, reporting lines form a circle, a person would
        be a stakeholder twice or our own company would be described twice.
        """
        with self.change():
            self._journal.watch()
            write_records(self._connection, tuple(records))

    def delete(self, record_type: type[Record], record_id: str, *, to_trash: bool = False) -> None:
        """Delete a record with all that belongs to it: a client's people, opportunities and
        visits. With ``to_trash`` the trash lists it.

        UserError when there is none, or when something else still refers to it.
        """
        with self.change() as act:
            self._journal.watch()
            record = self.get(record_type, record_id)
            if to_trash:
                self.trash.note(record, act.number)
            delete_record(self._connection, record)

    def find(self, text_or_id: str, *kinds: type[R]) -> R:
        """The one record of these kinds that is meant by an id, the end of an id (4 characters
        or more) or a name. UserError that names the candidates, or what is similar."""
        return find_one(self._connection, text_or_id, kinds)

    def search(
        self,
        text: str,
        kinds: Collection[type[Record]] = SEARCHABLE,
        limit: int = 50,
        offset: int = 0,
    ) -> tuple[Hit, ...]:
        """A page of the records that hold every piece of ``text``, found by name first.

        Chinese is found anywhere, words by their beginnings, names also by pinyin or initials.
        """
        return find_hits(self._connection, text, kinds, limit=limit, offset=offset)

    def rebuild_search(self) -> None:
        """Make the search index anew from the records."""
        with self.change():
            clear_index(self._connection)
            for record_type in SEARCHABLE:
                index_records(self._connection, self.all(record_type))

    def dossier(self, visit_id: str) -> Dossier:
        """All facts that a visit needs, as they are at one moment; UserError for an unknown
        visit, and when our own company is not described yet."""
        with self._connection.snapshot():
            visits = self._where(Visit, _SAME_PROJECT, visit_id)
            found = next((one for one in visits if one.id == visit_id), None)
            visit = found or self.get(Visit, visit_id)
            opportunity = self.get(Opportunity, visit.opportunity)
            client = self.get(Client, opportunity.client)
            of_project = "record.visit IN (SELECT id FROM visit WHERE opportunity = ?)"
            return Dossier(
                visit=visit,
                opportunity=opportunity,
                client=client,
                industry=self.get(IndustryPack, client.industry),
                company=self.company(),
                people=self.referring(Person, "client", client.id),
                stakeholders=self.referring(Stakeholder, "opportunity", opportunity.id),
                lines=self.referring(Line, "opportunity", opportunity.id),
                needs=self.referring(Need, "opportunity", opportunity.id),
                competitors=self.referring(Competitor, "opportunity", opportunity.id),
                colleagues=self.all(Colleague),
                products=self.all(Product),
                cases=self.all(SuccessCase),
                visits=visits,
                follow_ups=self._where(FollowUp, of_project, opportunity.id),
                slide_lists=self.referring(SlideList, "visit", visit.id),
                records=self._where(VisitRecord, of_project, opportunity.id),
                logos=self._logos(client.id),
                photos=self.photos(client.id),
            )

    def company(self) -> OwnCompany:
        """Our own company; UserError where it is not described yet."""
        companies = self.all(OwnCompany)
        if not companies:
            raise UserError(
                "Your own company is not described yet, and client documents need it."
                " Fill in “{kind}” first.",
                kind=Message(KIND_OF[OwnCompany].label),
            )
        return companies[0]

    def add_export(self, export: ExportRecord, content: ExportContent | None = None) -> None:
        """Keep what was exported and what it said; a kept export is never changed."""
        with self.change():
            exports.add(self._connection, export, content)

    def find_export(self, id_or_ending: str) -> ExportRecord:
        """The export that is meant by its id or the end of it; UserError when it is not one."""
        return exports.find(self._connection, id_or_ending)

    def export_content(self, export_id: str) -> ExportContent | None:
        """What an export said; ``None`` where it was made before that was kept, and once its
        visit is deleted."""
        return exports.content_of(self._connection, export_id)

    def exports(self, visit_id: VisitId) -> tuple[ExportRecord, ...]:
        """The exports of a visit, the oldest first; also of a visit that was deleted."""
        found = read(self._connection, EXPORTS, "record.visit = ?", (visit_id,))
        return exports.in_order_of_time(found)

    def newest_exports(self, limit: int) -> tuple[ExportRecord, ...]:
        """The last exports of all visits and industries, at most ``limit``, the oldest first."""
        return exports.newest(self._connection, limit)

    def appointments(self, first: date, last: date) -> tuple[Appointment, ...]:
        """The visits of all clients from ``first`` to ``last``, both included, in order of time;
        the days are those where the client is."""
        return appointments(self._connection, first, last)

    def client_names(self, beginnings: Collection[str]) -> tuple[str, ...]:
        """Clients' names, full and short, in both languages, that begin so, in small letters and
        without spaces: by eight signs, of a shorter name by four, of one still shorter by all.

        A name with others than ASCII and Chinese signs at its beginning is under `ODD_BEGINNING`.
        """
        return client_names(self._connection, beginnings)

    def photos(self, client_id: ClientId) -> tuple[Photo, ...]:
        """The photographs of a client's people."""
        of_client = "record.person IN (SELECT id FROM person WHERE client = ?)"
        return self._where(Photo, of_client, client_id)

    def _where(self, record_type: type[R], condition: str, cell: str) -> tuple[R, ...]:
        return read(self._connection, table_of(record_type), condition, (cell,))

    def _logos(self, client_id: ClientId) -> tuple[Logo, ...]:
        """Our own logos and those of one client; no other client's."""
        return self._where(Logo, "record.client IS NULL OR record.client = ?", client_id)


def open_store(
    folder: Path,
    busy_seconds: float = BUSY_SECONDS,
    migrations: Sequence[Migration] = MIGRATIONS,
) -> Store:
    """The store in ``folder``, created when missing and brought up to the current schema.

    ``busy_seconds`` is how long any write waits for another process. UserError when the folder
    cannot be used, or when its database is newer, damaged or of another program.
    """
    path = folder / DATABASE
    prepare_folder(folder, path)
    connection = Connection(path, busy_seconds)
    try:
        check_identity(connection, migrations)  # before set_up, which writes to the file
        connection.set_up()
        migrate(connection, busy_seconds, migrations)
        store = Store(connection)
        if is_emptied(connection):
            store.rebuild_search()
    except BaseException:
        connection.close()
        raise
    return store
