from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from briefing_app.domain.client import Client, Grade, Person
from briefing_app.domain.offering import Capability, Product
from briefing_app.domain.stakeholder import Stakeholder
from briefing_app.domain.text import Language, Text
from briefing_app.domain.visit import Visit
from briefing_app.exchange.json_data import as_json, write_json
from briefing_app.exchange.reading import read_file
from briefing_app.exchange.recognise import Entry, Incoming
from briefing_app.exchange.register import Known
from briefing_app.exchange.workbook_write import write_workbook
from tests.exchange.build import ACME, EVERYTHING, LI, MALL, RETAIL, STAKEHOLDER, WANG
from tests.exchange.sheets import CLIENTS, KNOWN, problems, workbook


def _book(tmp_path: Path, **sheets: Any) -> Incoming:
    titles = {name.replace("_", " "): rows for name, rows in sheets.items()}
    return read_file(workbook(tmp_path / "x.xlsx", titles), KNOWN, make_id=lambda: "new")


@pytest.mark.parametrize("name", ["Acme", "ACME  ", "爱客", "Ａｃｍｅ", "爱客超市有限公司"])
def test_a_client_is_known_by_any_of_its_names(tmp_path: Path, name: str) -> None:
    header = ("Id", "Company name", "Grade")
    incoming = _book(tmp_path, Clients=[header, ("", name, "C")])
    assert [(entry.kind, entry.id) for entry in incoming.updated] == [("client", ACME.id)]
    assert incoming.added == ()


def test_without_an_id_an_empty_cell_changes_nothing(tmp_path: Path) -> None:
    header = ("Company name (English)", "Note", "Company size", "Grade")
    incoming = _book(tmp_path, Clients=[header, (ACME.name.en, "", "", "A")])
    assert incoming.records == (replace(ACME, grade=Grade.A),)


def test_with_its_id_an_empty_cell_clears_and_an_absent_column_does_not(tmp_path: Path) -> None:
    header = ("Id", "Company name (English)", "Industry", "Note", "Company size")
    incoming = _book(tmp_path, Clients=[header, ("acme", ACME.name.en, "Retail", "", "")])
    assert incoming.records == (replace(ACME, note=Text(), size=None),)


def test_new_records_refer_to_each_other_by_name(tmp_path: Path) -> None:
    ids = iter(["c", "p", "o"])
    path = workbook(
        tmp_path / "x.xlsx",
        {
            "Opportunities": [("Client", "Project name (English)"), ("Newco", "Big one")],
            "People": [("Client", "Person's name (English)"), ("Newco", "Han")],
            "Clients": [CLIENTS, ("", "Newco", "零售")],
        },
    )
    client, person, project = read_file(path, KNOWN, make_id=lambda: next(ids)).records
    assert client == Client(id="c", name=Text("", "Newco"), industry=RETAIL.id)
    assert person == Person(id="p", client="c", name=Text("", "Han"))
    assert getattr(project, "client") == "c"  # noqa: B009 - the union of records has no client


def test_one_name_at_two_clients_means_the_one_of_the_project(tmp_path: Path) -> None:
    incoming = _book(
        tmp_path,
        Clients=[CLIENTS, ("b", "Other", "Retail")],
        People=[("Client", "Person's name (English)"), ("Other", "Wang Fang")],
        Needs=[
            ("Project", "Need (English)", "Raised by"),
            ("Loyalty project", "Something", "Wang Fang"),
        ],
    )
    assert getattr(incoming.records[-1], "raised_by") == WANG.id  # noqa: B009


def test_two_people_of_one_name_are_told_apart_by_e_mail(tmp_path: Path) -> None:
    header = ("Client", "Person's name (English)", "E-mail")
    incoming = _book(tmp_path, People=[header, ("Acme", "Wang Fang", "other@example.com")])
    assert [entry.id for entry in incoming.added] == ["new"]
    incoming = _book(tmp_path, People=[header, ("Acme", "Fang Wang", "WANG@example.com")])
    assert [entry.id for entry in incoming.updated] == [WANG.id]


def test_a_like_record_from_another_folder_becomes_ours_with_all_that_refers_to_it() -> None:
    theirs = replace(ACME, id="theirs", note=Text())
    person = replace(LI, id="li-2", client="theirs", name=Text("韩梅梅"))
    incoming = _json_of(theirs, person)
    assert [entry.id for entry in incoming.unchanged] == [ACME.id]
    assert incoming.records == (replace(person, client=ACME.id),)


def _json_of(*records: Any) -> Incoming:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        write_json(records, Path(folder) / "x.json")
        return read_file(Path(folder) / "x.json", KNOWN)


def test_json_with_our_id_is_the_whole_record() -> None:
    plain = Client(id=ACME.id, name=ACME.name, industry=RETAIL.id)
    assert _json_of(plain).records == (plain,)


def test_a_reference_to_nothing_is_told_with_its_path(tmp_path: Path) -> None:
    content = json.loads(as_json((replace(LI, client="nobody"),)))
    (tmp_path / "x.json").write_text(json.dumps(content))
    assert problems(tmp_path / "x.json") == [
        "records.person[0].client: there is no nobody under Clients. "
        "There are: acme. Choose one of these, or add it there first."
    ]


def test_a_list_alone_replaces_that_list_of_a_known_record(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "x.xlsx",
        {
            "Products - Capabilities": [
                ("Belongs to", "Heading (English)"),
                ("Points mall", "Count"),
            ]
        },
    )
    capabilities = (Capability(name=Text("", "Count")),)
    assert read_file(path, KNOWN).records == (replace(MALL, capabilities=capabilities),)


def test_removing_list_rows_from_an_export_removes_them(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    write_workbook(EVERYTHING, tmp_path / "x.xlsx", Language.EN)
    book = load_workbook(tmp_path / "x.xlsx")
    book["Products - How it works"].delete_rows(3)
    book.save(tmp_path / "x.xlsx")
    incoming = read_file(tmp_path / "x.xlsx", KNOWN)
    assert incoming.records == (replace(MALL, works_in=()),)


def test_a_visit_starts_on_the_clients_clock(tmp_path: Path) -> None:
    header = ("Project", "Starts at", "Stage of the visit", "Purpose (English)")
    row = ("会员项目", "2026/12/1 14:30", "方案", "Meet")
    (visit,) = _book(tmp_path, Visits=[header, row]).records
    assert isinstance(visit, Visit)
    assert visit.starts_at == datetime(2026, 12, 1, 6, 30, tzinfo=UTC)


def test_the_preview_names_what_it_lists(tmp_path: Path) -> None:
    incoming = read_file(_everything(tmp_path), Known())
    names = {entry.id: entry.name for entry in incoming.added}
    assert Entry("client", "acme", ACME.short_name) in incoming.added
    assert names["s1"] == WANG.name
    assert names["l1"] == Text("李雷 → 王芳", "Li Lei → Wang Fang")


def _everything(tmp_path: Path) -> Path:
    write_json(EVERYTHING, tmp_path / "all.json")
    return tmp_path / "all.json"


def test_an_edited_export_changes_only_what_was_edited(tmp_path: Path) -> None:
    edited = replace(MALL, essence=Text("新", "New"))
    everything = [edited if isinstance(r, Product) else r for r in EVERYTHING]
    write_workbook(everything, tmp_path / "x.xlsx", Language.ZH)
    assert read_file(tmp_path / "x.xlsx", KNOWN).records == (edited,)


def test_an_unknown_kind_of_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_bytes(b"%PDF")
    assert problems(tmp_path / "x.pdf") == [
        "x.pdf cannot be imported. Files that end in .json, .xlsx, .csv and .vcf can."
    ]


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "none.xlsx"
    assert problems(path) == [f"There is no file {path}. Check its name and folder."]


@pytest.mark.parametrize("separator", ["; ", "；", "、", "，", "\n"])
def test_a_list_is_read_as_people_write_it_in_either_language(
    tmp_path: Path, separator: str
) -> None:
    header = ("Project", "Starts at", "Stage of the visit", "Purpose", "Client's attendees")
    people = separator.join(("Wang Fang", "Li Lei"))
    row = ("Loyalty project", "2027-01-05 09:00", "Solution", "Meet again", people)
    (visit,) = _book(tmp_path, Visits=[header, row]).records
    assert isinstance(visit, Visit)
    assert visit.attendees == (WANG.id, LI.id)


def test_an_update_names_the_fields_that_it_changes(tmp_path: Path) -> None:
    header = ("Company name", "Grade", "City (English)")
    incoming = _book(tmp_path, Clients=[header, ("Acme", "C", "Hangzhou")])
    assert [entry.changed for entry in incoming.updated] == [("City", "Grade")]


@pytest.mark.parametrize("told", [" acme ", "ACME", "爱客"])
def test_a_short_name_finds_a_client_and_leaves_its_full_name(tmp_path: Path, told: str) -> None:
    incoming = _book(tmp_path, Clients=[("Company name",), (told,)])
    assert [entry.id for entry in incoming.unchanged] == [ACME.id]


def test_a_name_in_a_language_that_had_none_is_taken(tmp_path: Path) -> None:
    known = Known.of((RETAIL, replace(ACME, short_name=Text("爱客"))))
    header = ("Company name", "Short name (English)")
    path = workbook(tmp_path / "x.xlsx", {"Clients": [header, ("爱客", "爱客")]})
    (client,) = read_file(path, known).records
    assert isinstance(client, Client)
    assert (client.name, client.short_name) == (ACME.name, Text("爱客", "爱客"))


STAKEHOLDERS = ("Project", "Person", "Buying roles")
CONCERNS = ("Belongs to", "Concern", "Detail (English)")


def test_concerns_name_a_new_stakeholder_by_the_person(tmp_path: Path) -> None:
    incoming = _book(
        tmp_path,
        Stakeholders=[STAKEHOLDERS, ("Loyalty project", "Li Lei", "User")],
        **{
            "Stakeholders - Concerns": [
                CONCERNS,
                ("Li Lei", "Does it make my day easier", "Less typing"),
            ]
        },
    )
    (stakeholder,) = incoming.records
    assert isinstance(stakeholder, Stakeholder)
    assert (stakeholder.person, len(stakeholder.concerns)) == (LI.id, 1)


def test_concerns_alone_name_a_stored_stakeholder_by_the_person(tmp_path: Path) -> None:
    incoming = _book(
        tmp_path,
        **{"Stakeholders - Concerns": [CONCERNS, ("王芳", "What it costs and when", "Less")]},
    )
    assert [entry.id for entry in incoming.updated] == [STAKEHOLDER.id]


@pytest.mark.parametrize("name", ["Li Lei", "Nobody"])
def test_concerns_of_nobodys_are_told(tmp_path: Path, name: str) -> None:
    rows = (CONCERNS, (name, "Does it make my day easier", "Less"))
    (told,) = problems(workbook(tmp_path / "x.xlsx", {"Stakeholders - Concerns": rows}))
    assert told.startswith(f"Sheet Stakeholders - Concerns, cell A2: there is no {name} under ")
