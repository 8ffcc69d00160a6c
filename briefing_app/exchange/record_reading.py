"""Reads what a visit brought: the form as a workbook, or the same as our JSON."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing_app.domain.dossier import Dossier
from briefing_app.domain.ids import VisitRecordId, new_id
from briefing_app.domain.message import Message, say
from briefing_app.domain.opportunity import Need
from briefing_app.domain.records import Record
from briefing_app.domain.text import Language
from briefing_app.domain.visit_record import NeedOutcome, VisitRecord
from briefing_app.errors import UserError
from briefing_app.exchange.assembly import Table, assembled
from briefing_app.exchange.columns import Role, Sheet
from briefing_app.exchange.drafts import Draft
from briefing_app.exchange.instructions import instructions_title
from briefing_app.exchange.json_data import read_drafts
from briefing_app.exchange.marks import EXPLANATION_MARK
from briefing_app.exchange.naming import folded
from briefing_app.exchange.problems import Problems
from briefing_app.exchange.reading import MAX_JSON, MAX_WORKBOOK
from briefing_app.exchange.recognise import Incoming, recognise
from briefing_app.exchange.record_form import FOLLOW_UP, RECORD, FormSheet, facts_of, form_sheets
from briefing_app.exchange.register import Known
from briefing_app.exchange.tables import PlaceOfCell, read_header, read_row
from briefing_app.exchange.trees import Tree
from briefing_app.exchange.workbook_read import (
    ReadCell,
    SheetReader,
    cell_fault,
    opened_sheets,
    place_of_cell,
    unescaped,
)
from briefing_app.files import read_bytes

_MENTIONS: Mapping[tuple[str, ...], str] = {("needs",): "need", ("people",): "person"}
"""The field that alone in its row says nothing: the form lists what could be discussed."""


@dataclass(frozen=True, slots=True)
class ReadRecord:
    """The record, the follow-ups that come with it, and those of them that are new or other."""

    record: VisitRecord
    incoming: Incoming

    @property
    def follow_ups(self) -> tuple[Record, ...]:
        """New and changed follow-ups."""
        return tuple(one for one in self.incoming.records if not isinstance(one, VisitRecord))


def read_record(path: Path, dossier: Dossier, make_id: Callable[[], str] = new_id) -> ReadRecord:
    """What the file at ``path`` says of the dossier's visit; nothing is saved.

    Raises `UserError`, or `ManyProblems` with one error for every fault and its exact place.
    """
    problems = Problems(path.name)
    drafts = _drafts(path, dossier, problems, make_id)
    before = dossier.record
    incoming = recognise(drafts, Known.of(facts_of(dossier)), problems, make_id)
    brought = (one for one in incoming.records if isinstance(one, VisitRecord))
    record = next(brought, before)
    if record is None or record.visit != dossier.visit.id:
        raise _another_visit(path.name, dossier)
    _check(record, drafts, problems)
    return ReadRecord(record, incoming)


def _drafts(
    path: Path, dossier: Dossier, problems: Problems, make_id: Callable[[], str]
) -> list[Draft]:
    match path.suffix.lower():
        case ".xlsx":
            content = read_bytes(path, MAX_WORKBOOK)
            record_id = dossier.record.id if dossier.record else VisitRecordId(make_id())
            return _FormReader(path.name, problems, dossier, record_id).drafts(content)
        case ".json":
            drafts = read_drafts(read_bytes(path, MAX_JSON), path.name, problems)
            return _only_of_visit(drafts, path.name, dossier)
        case _:
            raise UserError(
                "{source} cannot be read as a visit record. Fill in the form that {command} makes, "
                "as .xlsx or .json.",
                source=path.name,
                command="record --form",
            )


def _only_of_visit(drafts: list[Draft], source: str, dossier: Dossier) -> list[Draft]:
    kinds = {draft.kind for draft in drafts}
    records = [draft for draft in drafts if draft.kind == RECORD]
    if not kinds <= {RECORD, FOLLOW_UP} or len(records) != 1:
        raise UserError(
            "{source} must hold one record under {record}, and else only follow-ups under "
            "{follow_up}. Other data is brought in with {command}.",
            source=source,
            record=RECORD,
            follow_up=FOLLOW_UP,
            command="import",
        )
    if records[0].tree.get("visit") != dossier.visit.id:
        raise _another_visit(source, dossier)
    return drafts


def _another_visit(source: str, dossier: Dossier) -> UserError:
    return UserError(
        "{source} was not made for the visit “{visit}” ({id}). Record it for its own visit.",
        source=source,
        visit=dossier.visit.purpose,
        id=dossier.visit.id,
    )


class _FormReader:
    """Goes through the sheets of one form."""

    def __init__(
        self, source: str, problems: Problems, dossier: Dossier, record_id: VisitRecordId
    ) -> None:
        self._source = source
        self._problems = problems
        self._dossier = dossier
        self._record_id = record_id
        self._upright = next(form for form in form_sheets() if form.is_upright)

    def drafts(self, content: bytes) -> list[Draft]:
        """The record and the follow-ups as the form tells them."""
        reader = SheetReader(self._source, self._problems, self._lists(), self._others())
        upright: Table | None = None
        for title, rows in opened_sheets(content, self._source, reader.note_merged):
            if folded(title) in _titles_of(self._upright):
                self._problems.expect(title)
                upright = self._read_upright(title, rows)
            else:
                reader.take(title, _without_explanations(rows))
        if upright is None:
            self._problems.raise_any()
            raise UserError(
                "{source} has no sheet {sheet}. Fill in the form that {command} makes.",
                source=self._source,
                sheet=" / ".join(self._upright.title(language) for language in Language),
                command="record --form",
            )
        return assembled((upright, *map(self._belonging, reader.tables)), self._problems)

    def _lists(self) -> Mapping[str, Sheet]:
        return {
            title: form.sheet
            for form in form_sheets()
            if not form.is_upright
            for title in _titles_of(form)
        }

    def _others(self) -> Collection[str]:
        return {folded(instructions_title(language)) for language in Language}

    def _read_upright(self, title: str, rows: Iterable[Sequence[ReadCell]]) -> Table:
        """The record itself: headers in the first column, values in the second."""
        lines = [(number, cells) for number, cells in enumerate(rows, start=1) if cells]
        numbers = [number for number, _cells in lines]
        heads = read_header(
            self._upright.sheet,
            [cells[0].value for _number, cells in lines],
            _place_down(title, 0, numbers),
            self._problems,
        )
        place = _place_down(title, 1, numbers)
        values = []
        for position, (_number, cells) in enumerate(lines):
            cell = cells[1] if len(cells) > 1 else ReadCell(None, "n")
            fault = cell_fault(cell)
            if fault is not None:
                self._problems.add(place(position), fault)
            values.append(None if fault is not None else unescaped(cell.value))
        row = read_row(heads, values, place, self._problems)
        if row.tree.get("visit") != self._dossier.visit.id:
            raise _another_visit(self._source, self._dossier)
        row.special[Role.ID] = self._record_id
        return Table(self._upright.sheet, [row])

    def _belonging(self, table: Table) -> Table:
        """The rows of a list, each with what it belongs to; those that say nothing left out."""
        if table.sheet.kind.name == FOLLOW_UP:
            rows = [row for row in table.rows if row.special.get(Role.ID) or _says(row.tree)]
            for row in rows:
                if not row.special.get(Role.ID):
                    row.tree["visit"] = self._dossier.visit.id
            return Table(table.sheet, rows)
        mention = _MENTIONS.get(table.sheet.path, "")
        rows = [row for row in table.rows if _says(row.tree, besides=mention)]
        for row in rows:
            row.special[Role.PARENT] = self._record_id
            if mention == "need":
                _name_anew(row.tree, self._dossier.needs)
        return Table(table.sheet, rows)


def _name_anew(tree: Tree, needs: Sequence[Need]) -> None:
    """Name the need by its id where the row's own words have replaced those it is named by.

    So a form that renames a need can be recorded again.
    """
    if any(folded(str(tree.get("need"))) in _names_of(need) for need in needs):
        return
    statement = tree.get("statement")
    words = statement.values() if isinstance(statement, dict) else ()
    told = {folded(str(version)) for version in words if version}
    for need in needs:
        if tree.get("need") and told & _names_of(need):
            tree["need"] = need.id


def _names_of(need: Need) -> set[str]:
    return {folded(name) for name in (need.id, need.statement.zh, need.statement.en) if name}


def _titles_of(form: FormSheet) -> set[str]:
    return {folded(form.title(language)) for language in Language}


def _without_explanations(rows: Iterable[list[ReadCell]]) -> Iterator[list[ReadCell]]:
    """Rows at their places; the one that explains the columns is empty."""
    for row in rows:
        is_explanation = bool(row) and str(row[0].value or "").startswith(EXPLANATION_MARK)
        yield [] if is_explanation else row


def _place_down(title: str, column: int, numbers: Sequence[int]) -> PlaceOfCell:
    """Names the cells of a column by their position in it."""
    return lambda position: place_of_cell(title, numbers[position])(column)


def _says(tree: Tree, besides: str = "") -> bool:
    """True for a row with a value other than in the field ``besides``."""
    return any(_has_value(value) for name, value in tree.items() if name != besides)


def _has_value(value: object) -> bool:
    if isinstance(value, dict):
        return any(map(_has_value, value.values()))
    return value not in (None, "", [])


def _check(record: VisitRecord, drafts: Sequence[Draft], problems: Problems) -> None:
    """Raise for findings that do not say of whom or of what they are."""
    draft = next(draft for draft in drafts if draft.kind == RECORD)
    for path, fault in _faults(record):
        problems.add(draft.place(path), fault)
    problems.raise_any()


def _faults(record: VisitRecord) -> Iterator[tuple[tuple[str | int, ...], Message]]:
    for number, need in enumerate(record.needs):
        is_new = need.need is None
        if not need.statement and (is_new or need.outcome is NeedOutcome.CHANGED):
            fault = say("write the need in the client's words, in Chinese or English.")
            yield ("needs", number, "statement"), fault
        elif is_new and need.outcome is not NeedOutcome.NEW:
            fault = say("only a new need can stand without a need on the list. Choose which it is.")
            yield ("needs", number, "need"), fault
    for number, person in enumerate(record.people):
        if person.person is None and not person.name:
            yield (
                ("people", number, "person"),
                say("choose a person, or write the name of somebody newly met."),
            )
