"""The form for what a visit brought: a workbook that is filled in afterwards and read back.

It has the sheets of visit records and follow-ups without the columns that say which visit
is meant, since the whole form is about one. The record itself, of which there is one, stands
upright: a line a field.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from briefing_app.domain.dossier import Dossier
from briefing_app.domain.labels import N_
from briefing_app.domain.records import KIND_BY_NAME, Record
from briefing_app.domain.text import Language
from briefing_app.domain.visit import FollowUp
from briefing_app.domain.visit_record import NeedFinding, PersonFinding, VisitRecord
from briefing_app.exchange.cells import Raw
from briefing_app.exchange.columns import Column, Role, Sheet, help_of, label_of, sheets_of
from briefing_app.exchange.rows import RowWriter
from briefing_app.exchange.workbook_look import Look, Stencils, row_height, set_to_print
from briefing_app.exchange.workbook_sheets import (
    FIRST_ROW,
    DropDowns,
    FilledTable,
    fixed_choices,
    head_of,
    takes_one,
    write_instructions,
    write_table,
)
from briefing_app.files import write_bytes
from briefing_app.wording import Wording, wording_in

RECORD, FOLLOW_UP = "visit_record", "follow_up"
_ROWS_OFFERED = 500
"""So many rows of a sheet offer choices."""

ORDER = ("needs", "", "people", "shown", "feedback", "agreed", "open_questions", "left_open")
"""The sheets of the record as the six records are counted; ``""`` is the record itself."""


@dataclass(frozen=True, slots=True)
class FormSheet:
    """A sheet of the form. ``sheet`` has the form's columns only."""

    sheet: Sheet
    label: str

    @property
    def is_upright(self) -> bool:
        """True for the record itself: its fields stand one below the other."""
        return self.sheet.kind.name == RECORD and not self.sheet.path

    def title(self, language: Language) -> str:
        """The sheet's name."""
        return wording_in(language).phrase(self.label)


@cache
def form_sheets() -> tuple[FormSheet, ...]:
    """The sheets of the form in their order."""
    of_record = {sheet.path: sheet for sheet in sheets_of(RECORD)}
    (steps,) = sheets_of(FOLLOW_UP)
    return (
        *(_record_sheet(of_record[(name,) if name else ()]) for name in ORDER),
        FormSheet(replace(steps, columns=_step_columns(steps)), KIND_BY_NAME[FOLLOW_UP].label),
    )


def _record_sheet(sheet: Sheet) -> FormSheet:
    label = label_of(VisitRecord, sheet.path[0]) if sheet.path else N_("2 Project")
    values = tuple(column for column in sheet.columns if column.role is Role.VALUE)
    return FormSheet(replace(sheet, columns=values), label)


def _step_columns(steps: Sheet) -> tuple[Column, ...]:
    """Without the visit, and the id last, which only the program reads."""
    values = (c for c in steps.columns if c.role is Role.VALUE and c.path != ("visit",))
    return (*values, Column(Role.ID))


def write_record_form(
    path: Path, dossier: Dossier, record: VisitRecord, language: Language
) -> None:
    """Write the form of the dossier's visit with what ``record`` says already.

    Needs and attendees that it does not mention are listed with the rest of their row empty;
    such a row counts as not filled in. Raises `UserError` where the file cannot be written.
    """
    write_bytes(path, _Form(dossier, record, language).content())


class _Form:
    """One form in the making."""

    def __init__(self, dossier: Dossier, record: VisitRecord, language: Language) -> None:
        self._dossier = dossier
        self._language = language
        self._wording: Wording = wording_in(language)
        self._rows = RowWriter(_told_of(dossier, record), language)
        self._record = record
        self._book = Workbook(write_only=True)
        self._book.properties.creator = "briefing-app"
        self._drop_downs = DropDowns(self._book)

    def content(self) -> bytes:
        """The workbook's bytes."""
        instructions = _instructions(self._dossier, self._wording)
        write_instructions(self._book, self._language, instructions)
        for form in form_sheets():
            page = self._book.create_sheet(form.title(self._language))
            set_to_print(page)
            if form.is_upright:
                self._write_upright(page, form.sheet)
            else:
                self._write_list(page, form.sheet)
        self._drop_downs.write()
        stream = io.BytesIO()
        self._book.save(stream)
        return stream.getvalue()

    def _write_upright(self, page: Any, sheet: Sheet) -> None:
        page.column_dimensions["A"].width, page.column_dimensions["B"].width = 30, 60
        page.column_dimensions["C"].width = 60
        page.freeze_panes = "B1"
        stencils = Stencils(page, self._language)
        (row,) = self._rows.rows(sheet)
        for number, (column, raw) in enumerate(zip(sheet.columns, row, strict=True), start=1):
            self._offer(page, f"B{number}", column)
            help_ = self._help(sheet, column)
            value = self._dossier.visit.id if column.path == ("visit",) else raw
            page.row_dimensions[number].height = row_height((help_, value), (60, 60)) or 18
            cells = (head_of(column, self._language), (Look.VALUE, value), (Look.HELP, help_))
            page.append(stencils.row(cells))

    def _write_list(self, page: Any, sheet: Sheet) -> None:
        table = FilledTable(
            sheet.columns,
            [self._help(sheet, column) for column in sheet.columns],
            chain(self._rows.rows(sheet), self._rows_to_fill(sheet)),
        )

        def offer(letter: str, column: Column) -> None:
            self._offer(page, f"{letter}{FIRST_ROW}:{letter}{_ROWS_OFFERED}", column)

        write_table(page, table, self._language, offer)

    def _rows_to_fill(self, sheet: Sheet) -> Iterator[list[Raw]]:
        """A row for each need and attendee that the record does not mention yet."""
        wanted: Iterable[tuple[str, str]] = ()
        if sheet.part_type is NeedFinding:
            told = {finding.need for finding in self._record.needs}
            needs = sorted(self._dossier.needs, key=lambda need: need.level.value)
            wanted = (("need", need.id) for need in needs if need.id not in told)
        elif sheet.part_type is PersonFinding:
            met = {finding.person for finding in self._record.people}
            attendees = self._dossier.visit.attendees
            wanted = (("person", one) for one in attendees if one not in met)
        for kind, record_id in wanted:
            name = self._rows.reference(record_id, kind)
            yield [name if column.path == (kind,) else None for column in sheet.columns]

    def _help(self, sheet: Sheet, column: Column) -> str:
        """What belongs in a column; the sheets of other records are not in the form."""
        phrase = self._wording.phrase
        choosing = phrase("Choose from the list.") if self._choices(column) else ""
        return help_of(sheet, column, self._language, choosing=choosing)

    def _offer(self, page: Any, cells: str, column: Column) -> None:
        self._drop_downs.offer(page, cells, self._choices(column), is_open=True)

    def _choices(self, column: Column) -> tuple[str, ...]:
        named: Mapping[str, Sequence[Record]] = {
            "person": self._dossier.people,
            "need": self._dossier.needs,
            "product": self._dossier.products,
        }
        if takes_one(column) and column.shape.names in named:
            kind = column.shape.names
            return tuple(self._rows.reference(record.id, kind) for record in named[kind])
        return fixed_choices(column, self._language)


def facts_of(dossier: Dossier) -> tuple[Record, ...]:
    """All records that a form may refer to."""
    return (
        dossier.company,
        *dossier.colleagues,
        dossier.industry,
        *dossier.products,
        dossier.client,
        *dossier.people,
        dossier.opportunity,
        *dossier.needs,
        *dossier.stakeholders,
        *(dossier.visits or (dossier.visit,)),
        *dossier.follow_ups,
        *dossier.records,
    )


def _told_of(dossier: Dossier, record: VisitRecord) -> list[Record]:
    """What the form names: one record, and the follow-ups of the visit and those still open."""
    facts = [one for one in facts_of(dossier) if not isinstance(one, VisitRecord | FollowUp)]
    steps = [s for s in dossier.follow_ups if s.visit == record.visit or s.done_on is None]
    steps.sort(key=lambda step: step.due or date.max)
    return [*facts, *steps, record]


def _instructions(dossier: Dossier, wording: Wording) -> Iterator[str]:
    phrase = wording.phrase
    yield phrase(
        "After the visit: {client}, {purpose}",
        client=dossier.client.display_name,
        purpose=dossier.visit.purpose,
    )
    yield phrase("Fill in what you learnt. Sheets that stay empty do no harm.")
    yield phrase(
        "Six things: 1 needs, 2 the project, 3 people, 4 what was shown, 5 feedback, 6 what was "
        "agreed with its follow-ups."
    )
    yield phrase(
        "Everybody invited is down as present. Change “{header}” for those who did not come.",
        header=phrase("Was there"),
    )
    yield phrase("A need or a person without anything else in the row counts as not discussed.")
    yield phrase(
        "The client reads only what was agreed, what was shown, the next meeting, the needs in "
        "its own words, and follow-ups marked for it."
    )
    yield phrase("Write Chinese, English or both. Minutes use the language you ask for.")
    yield phrase("Then record the file. If something is wrong, nothing is changed at all.")
    yield phrase(
        "To correct a record later, have this form made again: it then holds what was recorded."
    )
