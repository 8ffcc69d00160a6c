"""The form for what a visit brought: written, filled in, read back."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from briefing_app.domain.dossier import Dossier
from briefing_app.domain.text import Language, Text
from briefing_app.domain.visit import FollowUp
from briefing_app.domain.visit_record import NeedOutcome, VisitRecord
from briefing_app.errors import ManyProblems, UserError
from briefing_app.exchange.json_data import write_json
from briefing_app.exchange.record_form import write_record_form
from briefing_app.exchange.record_reading import ReadRecord, read_record
from briefing_app.planning.recording import begun_record
from tests import builders

DOSSIER = builders.rich_dossier(visits=(builders.visit(),), records=())
LANGUAGES = pytest.mark.parametrize("language", list(Language))


def _form(
    folder: Path,
    dossier: Dossier = DOSSIER,
    record: VisitRecord | None = None,
    language: Language = Language.EN,
) -> Path:
    path = folder / "form.xlsx"
    record = record or begun_record(dossier, lambda: "record-9")
    write_record_form(path, dossier, record, language)
    return path


def _fill(path: Path, sheet: str, row: int, **cells: Any) -> None:
    """Write into the cells below headers, whose spaces are written as ``_``."""
    book = load_workbook(path)
    page = book[sheet]
    heads = {str(cell.value).replace(" ", "_"): cell.column for cell in page[1]}
    for head, value in cells.items():
        page.cell(row, heads[head], value)
    book.save(path)


def _read(path: Path, dossier: Dossier = DOSSIER) -> ReadRecord:
    numbers = count(1)
    return read_record(path, dossier, lambda: f"new-{next(numbers)}")


def _told(path: Path, dossier: Dossier = DOSSIER) -> str:
    with pytest.raises(UserError) as refused:
        _read(path, dossier)
    problems = refused.value.problems if isinstance(refused.value, ManyProblems) else ()
    return "\n".join(map(str, (refused.value, *problems)))


@LANGUAGES
def test_an_untouched_form_says_that_all_came_and_nothing_else(
    tmp_path: Path, language: Language
) -> None:
    read = _read(_form(tmp_path, language=language))
    begun = begun_record(DOSSIER, lambda: "x")
    assert read.record == replace(begun, id=read.record.id)
    assert read.follow_ups == ()


@LANGUAGES
def test_all_that_was_recorded_comes_back_from_the_form(tmp_path: Path, language: Language) -> None:
    record = builders.visit_record()
    dossier = builders.rich_dossier(visits=(builders.visit(),), records=(record,))
    read = _read(_form(tmp_path, dossier, record, language), dossier)
    assert read.record == record
    assert read.incoming.records == ()


def test_all_that_was_recorded_comes_back_from_json(tmp_path: Path) -> None:
    record = builders.visit_record()
    path = tmp_path / "record.json"
    write_json((record,), path)
    assert _read(path).record == record


def test_needs_are_listed_by_their_words_with_nothing_said_of_them(tmp_path: Path) -> None:
    page = load_workbook(_form(tmp_path))["1 Needs"]
    assert [page.cell(row, 1).value for row in (3, 4, 5)] == [
        need.statement.en for need in DOSSIER.needs
    ]
    assert not any(page.cell(3, column).value for column in range(2, 10))


def test_what_is_written_beside_a_need_is_a_finding(tmp_path: Path) -> None:
    path = _form(tmp_path)
    _fill(path, "1 Needs", 4, Outcome="Need confirmed", Said_by="Lin Xiao")
    (finding,) = _read(path).record.needs
    assert (finding.need, finding.outcome) == (DOSSIER.needs[1].id, NeedOutcome.CONFIRMED)
    assert finding.said_by == "lin"


def test_a_new_follow_up_belongs_to_the_visit(tmp_path: Path) -> None:
    path = _form(tmp_path)
    row = 3 + len(DOSSIER.follow_ups)
    _fill(path, "Follow-ups", row, **{"What_to_do_(English)": "Send the test plan"})
    (step,) = _read(path).follow_ups
    assert isinstance(step, FollowUp)
    assert (step.visit, step.what) == (DOSSIER.visit.id, Text("", "Send the test plan"))


def test_an_open_follow_up_is_ticked_off_in_the_form(tmp_path: Path) -> None:
    path = _form(tmp_path)
    _fill(path, "Follow-ups", 3, Done_on="2026-03-11")
    (step,) = _read(path).follow_ups
    assert isinstance(step, FollowUp)
    assert step.done_on == builders.VISIT_DAY
    assert step.what in [one.what for one in DOSSIER.follow_ups]


def test_every_bad_cell_is_named_with_what_would_be_right(tmp_path: Path) -> None:
    path = _form(tmp_path)
    _fill(path, "1 Needs", 3, Outcome="Perhaps")
    _fill(path, "3 People", 4, Was_there="maybe", Person="Nobody Known")
    _fill(path, "6 Agreed", 3, **{"What_was_agreed_(English)": "A trial"})
    told = _told(path)
    assert "Sheet 1 Needs, cell B3: Perhaps is not one of the choices" in told
    assert "Sheet 3 People, cell A4: there is no Nobody Known under People" in told
    assert "Sheet 3 People, cell B4: maybe is neither Yes nor No" in told
    assert "Sheet 6 Agreed, cell A3: a value is needed here" in told


def test_a_finding_must_say_of_what_and_of_whom_it_is(tmp_path: Path) -> None:
    path = _form(tmp_path)
    _fill(path, "1 Needs", 3, Outcome="Need is another one")
    _fill(path, "1 Needs", 9, Outcome="New need")
    _fill(path, "3 People", 12, Support_now="Champion")
    told = _told(path)
    assert told.count("write the need in the client's words") == 2
    assert "Sheet 3 People, cell A12: choose a person" in told


def test_a_fault_of_the_project_itself_is_named_by_its_cell(tmp_path: Path) -> None:
    path = _form(tmp_path)
    book = load_workbook(path)
    page = book["2 Project"]
    row = next(n for n in range(1, 40) if page.cell(n, 1).value == "Next decision on")
    page.cell(row, 2, "soon")
    book.save(path)
    assert f"Sheet 2 Project, cell B{row}: soon is not a date" in _told(path)


def test_a_form_of_another_visit_is_refused(tmp_path: Path) -> None:
    other = builders.rich_dossier(visit=builders.earlier_visit(), records=())
    assert "was not made for the visit" in _told(_form(tmp_path), other)


def test_other_data_is_no_visit_record(tmp_path: Path) -> None:
    path = tmp_path / "data.json"
    write_json((DOSSIER.client,), path)
    assert "must hold one record" in _told(path)
    assert "cannot be read as a visit record" in _told(tmp_path / "notes.docx")


def test_a_corrected_form_clears_what_was_taken_out(tmp_path: Path) -> None:
    record = builders.visit_record()
    dossier = builders.rich_dossier(visits=(builders.visit(),), records=(record,))
    path = _form(tmp_path, dossier, record)
    book = load_workbook(path)
    book["6 Agreed"].delete_rows(3, 2)
    book.save(path)
    assert _read(path, dossier).record == replace(record, agreed=())


@LANGUAGES
def test_no_explanation_sends_to_a_sheet_that_the_form_lacks(
    tmp_path: Path, language: Language
) -> None:
    book = load_workbook(_form(tmp_path, language=language))
    told = {str(cell.value) for page in book for row in page.iter_rows() for cell in row}
    sent = "id as on the sheet" if language is Language.EN else "填工作表"
    assert not [words for words in told if sent in words]


def test_the_form_is_printed_with_all_columns_side_by_side(tmp_path: Path) -> None:
    _start, *sheets, _lists = load_workbook(_form(tmp_path)).worksheets
    assert {page.page_setup.orientation for page in sheets} == {"landscape"}
    assert all(page.sheet_properties.pageSetUpPr.fitToPage for page in sheets)
