from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from briefing_app.domain.text import Language, Text
from briefing_app.errors import ManyProblems, UserError
from briefing_app.exchange.reading import read_file
from briefing_app.exchange.workbook_write import write_template, write_workbook
from briefing_app.wording import wording_in
from tests.exchange.build import ACME
from tests.exchange.sheets import CLIENTS, KNOWN, problems, workbook

PEOPLE = ("Client", "Person's name (English)", "E-mail", "Last contact")
LINES = ("Project", "Kind of line", "From person", "To person")
VISITS = (
    "Project",
    "Starts at",
    "Stage of the visit",
    "Purpose (English)",
    "Minutes",
    "Client's attendees",
)

NINE = datetime(2026, 11, 25, 9)  # noqa: DTZ001 - cells carry no zone
SKIPPED = datetime(2026, 3, 29, 1, 30)  # noqa: DTZ001


def _one(tmp_path: Path, title: str, *rows: tuple[object, ...]) -> list[str]:
    return problems(workbook(tmp_path / "x.xlsx", {title: rows}))


@pytest.mark.parametrize(
    ("title", "header", "row", "expected"),
    [
        (
            "Clients",
            (*CLIENTS, "Grade"),
            ("", "New", "Retail", "Z"),
            "Sheet Clients, cell D2: Z is not one of the choices. Choose from: "
            "S - strategic, A - important, B - regular and C - other.",
        ),
        (
            "Clients",
            CLIENTS,
            ("", "New", "Retial"),
            "Sheet Clients, cell C2: there is no Retial under Industry packs. Did you mean Retail?",
        ),
        (
            "Clients",
            CLIENTS,
            ("", "New", "Mining"),
            "Sheet Clients, cell C2: there is no Mining under Industry packs. "
            "There are: Retail. Choose one of these, or add it there first.",
        ),
        ("Clients", CLIENTS, ("", "New", ""), "Sheet Clients, cell C2: a value is needed here."),
        ("Clients", CLIENTS, ("", "", "Retail"), "Sheet Clients, cell B2: a value is needed here."),
        (
            "Clients",
            (*CLIENTS, "Annual revenue", "Annual revenue (currency)"),
            ("", "New", "Retail", "much", "CNY"),
            "Sheet Clients, cell D2: much is not a number. Write digits, such as 12.5.",
        ),
        (
            "Clients",
            (*CLIENTS, "Annual revenue", "Annual revenue (currency)"),
            ("", "New", "Retail", 12.5, "JPY"),
            "Sheet Clients, cell D2: 12.5 has more decimals than JPY has.",
        ),
        (
            "Clients",
            (*CLIENTS, "Time zone"),
            ("", "New", "Retail", "Asia/Shangai"),
            "Sheet Clients, cell D2: Asia/Shangai is not a time zone. "
            "Write a name such as Asia/Shanghai.",
        ),
        (
            "People",
            PEOPLE,
            ("Acme", "New", "not an address", None),
            "Sheet People, cell C2: not an address is not an e-mail address. "
            "Write one address, such as li.lei@example.com.",
        ),
        (
            "People",
            PEOPLE,
            ("Acme", "New", "", "soon"),
            "Sheet People, cell D2: soon is not a date. Write it as 2026-11-24.",
        ),
        (
            "People",
            PEOPLE,
            ("Acme", "x" * 30_000, "", "2026-02-30"),
            "Sheet People, cell D2: 2026-02-30 is not a date. Write it as 2026-11-24.",
        ),
        (
            "Visits",
            VISITS,
            ("Loyalty project", "tomorrow", "Solution", "Meet", 60, ""),
            "Sheet Visits, cell B2: tomorrow is not a date with a time. "
            "Write it as 2026-11-24 14:30.",
        ),
        (
            "Visits",
            VISITS,
            ("Loyalty project", NINE, "Solution", "Meet", 0, ""),
            "Sheet Visits, cell E2: a visit lasts between 1 and 1440 minutes, not 0.",
        ),
        (
            "Clients",
            CLIENTS,
            ("", "=1+1", "Retail"),
            "Sheet Clients, cell B2: the cell holds a formula. "
            "Copy it and paste it back as a value.",
        ),
        (
            "Clients",
            CLIENTS,
            ("", "#N/A", "Retail"),
            "Sheet Clients, cell B2: the cell holds the error #N/A. Write the value.",
        ),
        (
            "Clients",
            (*CLIENTS, "Grad"),
            ("", "New", "Retail", "S"),
            "Sheet Clients, cell D1: there is no column Grad. Did you mean Grade?",
        ),
        (
            "Clients",
            (*CLIENTS, "Industry"),
            ("", "New", "Retail", "Retail"),
            "Sheet Clients, cell D1: the column Industry is there twice. Keep one of them.",
        ),
        (
            "Clients",
            CLIENTS,
            ("", "New", "Retail", "stray"),
            "Sheet Clients, cell D2: there is no header above this cell. "
            "Move its content or clear it.",
        ),
        (
            "Clients",
            CLIENTS,
            ("no id", "New", "Retail"),
            "Sheet Clients, cell A2: no id is not an id. "
            "An id has up to 64 letters A-Z, digits, - and _.",
        ),
        (
            "Lines between people",
            LINES,
            ("Loyalty project", "Reports to", "Wang Fang", "Li Lei"),
            "Sheet Lines between people, cell D2: these people report to each other in a circle: "
            "Li Lei, Wang Fang and Li Lei.",
        ),
        (
            "Client",
            CLIENTS,
            ("", "New", "Retail"),
            "Sheet Client: there is no sheet of that name. Did you mean Clients?",
        ),
    ],
)
def test_a_bad_cell_is_told_with_its_place_and_remedy(
    tmp_path: Path,
    title: str,
    header: tuple[str, ...],
    row: tuple[object, ...],
    expected: str,
) -> None:
    found = _one(tmp_path, title, header, row)
    assert expected in found


def test_an_unknown_sheet_is_told_with_what_is_expected(tmp_path: Path) -> None:
    (found,) = _one(tmp_path, "Zzzz", ("a",), ("b",))[:1]
    assert found.startswith("Sheet Zzzz: there is no sheet of that name. Delete it. Known are: ")
    assert "Clients, People, Opportunities" in found


def test_every_bad_cell_is_reported_and_nothing_imported(tmp_path: Path) -> None:
    rows = [(*CLIENTS, "Grade"), ("", "One", "Retail", "Z"), ("", "Two", "Minnig", "S")]
    found = problems(workbook(tmp_path / "x.xlsx", {"Clients": rows, "People": [PEOPLE, ("?",)]}))
    places = [line.partition(":")[0] for line in found]
    assert places == [
        "Sheet Clients, cell D2",
        "Sheet Clients, cell C3",
        "Sheet People, cell A2",
        "Sheet People, cell B2",
    ]


def test_a_hundred_problems_are_listed_and_all_are_counted(tmp_path: Path) -> None:
    rows = [CLIENTS, *(("", f"Client {n}", "Mining") for n in range(150))]
    with pytest.raises(ManyProblems) as caught:
        read_file(workbook(tmp_path / "x.xlsx", {"Clients": rows}), KNOWN)
    assert len(caught.value.problems) == 100
    assert wording_in(Language.EN).error(caught.value) == (
        "150 things in x.xlsx need correcting. Nothing was imported. The first 100 are listed."
    )
    assert wording_in(Language.ZH).error(caught.value.problems[0]) == (
        "工作表“Clients”单元格 C2：“行业包”里没有“Mining”。现有：零售。请从中选择，或先在那里添加。"
    )


def test_an_id_that_is_there_twice_is_told_with_both_places(tmp_path: Path) -> None:
    rows = [CLIENTS, ("a", "One", "Retail"), ("a", "Two", "Retail")]
    assert _one(tmp_path, "Clients", *rows) == [
        "Sheet Clients, cell A3: the id a stands at Sheet Clients, cell A2 as well. "
        "Each record has an id of its own; leave it empty for a new one."
    ]


def test_two_new_rows_of_one_name_are_told(tmp_path: Path) -> None:
    rows = [CLIENTS, ("", "One", "Retail"), ("", "ONE ", "Retail")]
    (found,) = _one(tmp_path, "Clients", *rows)
    assert "this is the same as Sheet Clients, cell A2" in found


def test_merged_cells_are_told(tmp_path: Path) -> None:
    path = workbook(tmp_path / "x.xlsx", {"Clients": [CLIENTS, ("", "New", "Retail")]})
    book = load_workbook(path)
    book["Clients"].merge_cells("B2:C3")
    book.save(path)
    assert problems(path)[0] == (
        "Sheet Clients, cells B2:C3: the cells are merged. Undo the merge and fill each cell."
    )


def test_somebody_elses_person_cannot_attend(tmp_path: Path) -> None:
    other = {"Clients": [CLIENTS, ("other", "Other Ltd", "Retail")]}
    people = {"People": [PEOPLE, ("Other Ltd", "Han Meimei", "", None)]}
    row = ("Loyalty project", NINE, "Solution", "Meet", 60, "Han Meimei")
    path = workbook(tmp_path / "x.xlsx", {**other, **people, "Visits": [VISITS, row]})
    assert problems(path) == [
        "Sheet Visits, cell F2: Han Meimei does not work at the client of this project."
    ]


def test_an_hour_that_the_clients_clock_skips_is_told(tmp_path: Path) -> None:
    zone = (*CLIENTS, "Time zone")
    row = ("Loyalty project", SKIPPED, "Solution", "Meet", 60, "")
    client = [zone, ("acme", "Acme", "Retail", "Europe/London")]
    path = workbook(tmp_path / "x.xlsx", {"Clients": client, "Visits": [VISITS, row]})
    assert problems(path) == [
        "Sheet Visits, cell B2: the client's clock skips this hour on that day."
    ]


def test_a_list_row_must_say_where_it_belongs(tmp_path: Path) -> None:
    header = ("Belongs to", "Heading (English)")
    found = _one(tmp_path, "Products - Capabilities", header, ("", "a"), ("Points mal", "b"))
    assert found == [
        "Sheet Products - Capabilities, cell A2: the row does not say what it belongs to.",
        "Sheet Products - Capabilities, cell A3: there is no Points mal under Products. "
        "Did you mean Points mall?",
    ]


def test_a_row_below_a_row_that_is_not_there_is_told(tmp_path: Path) -> None:
    values = [("Belongs to", "Row number", "Industry"), ("Points mall", 1, "Retail")]
    measures = [
        ("Belongs to", "Row number above", "Before", "After", "Made-up example"),
        ("Points mall", 2, 1, 2, "Yes"),
    ]
    path = workbook(
        tmp_path / "x.xlsx",
        {"Products - Values": values, "Products - Values - Measures": measures},
    )
    assert problems(path) == [
        "Sheet Products - Values - Measures, cell B2: there is no row 2 to belong to. There are: 1."
    ]


# Files that are no workbooks of ours


def _pdf() -> bytes:
    return b"%PDF-1.7\n" + b"x" * 200


def _old_or_locked() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000


def _other_zip() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("word/document.xml", "<a/>")
    return file.getvalue()


def _bytes_of_a_book() -> bytes:
    book, file = Workbook(), io.BytesIO()
    book.worksheets[0].title = "Clients"
    book.worksheets[0].append(list(CLIENTS))
    book.save(file)
    return file.getvalue()


def _truncated() -> bytes:
    return _bytes_of_a_book()[:-400]


def _with_part(name: str, content: bytes) -> bytes:
    source, file = zipfile.ZipFile(io.BytesIO(_bytes_of_a_book())), io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for entry in source.namelist():
            package.writestr(entry, content if entry == name else source.read(entry))
        if name not in source.namelist():
            package.writestr(name, content)
    return file.getvalue()


def _bomb() -> bytes:
    return _with_part("xl/media/a.bin", b"\0" * 30_000_000)


def _entities() -> bytes:
    text = b'<!DOCTYPE a [<!ENTITY b "c">]><worksheet><sheetData>&b;</sheetData></worksheet>'
    return _with_part("xl/worksheets/sheet1.xml", text)


def _broken_xml() -> bytes:
    return _with_part("xl/worksheets/sheet1.xml", b"<worksheet><sheetData><row r='x'>")


def _lying_size() -> bytes:
    content = bytearray(_bytes_of_a_book())
    at = content.rfind(b"xl/worksheets/sheet1.xml") - 46  # where its directory entry begins
    assert content[at : at + 4] == b"PK\x01\x02"
    struct.pack_into("<I", content, at + 24, 10)
    return bytes(content)


DAMAGED = "x.xlsx is damaged. Save it anew or get another copy."
NO_WORKBOOK = "x.xlsx is not a workbook, whatever its name says. Save it as .xlsx."


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (_pdf, NO_WORKBOOK),
        (_other_zip, NO_WORKBOOK),
        (
            _old_or_locked,
            "x.xlsx is locked with a password or in the old .xls format. "
            "Open it, remove the password and save it as .xlsx.",
        ),
        (_truncated, DAMAGED),
        (_entities, DAMAGED),
        (_broken_xml, DAMAGED),
        (_lying_size, DAMAGED),
        (
            _bomb,
            "x.xlsx unpacks to far more than a workbook of ours holds. "
            "Copy the rows into a new template.",
        ),
        (lambda: b"", "x.xlsx is empty."),
        (_bytes_of_a_book, "x.xlsx holds nothing to import. Fill in at least one row."),
    ],
)
def test_a_file_that_cannot_be_read_gets_one_clear_line(
    tmp_path: Path, make: Callable[[], bytes], expected: str
) -> None:
    path = tmp_path / "x.xlsx"
    path.write_bytes(make())
    assert problems(path) == [expected]


def test_a_cell_far_away_does_not_hang_the_import(tmp_path: Path) -> None:
    path = workbook(tmp_path / "x.xlsx", {"Clients": [CLIENTS, ("n", "New", "Retail")]})
    book = load_workbook(path)
    book["Clients"]["XFD1048576"] = " "
    book.save(path)
    assert [entry.id for entry in read_file(path, KNOWN).added] == ["n"]


def test_a_workbook_without_our_sheets_is_told(tmp_path: Path) -> None:
    path = workbook(tmp_path / "x.xlsx", {"Sheet1": []})
    assert problems(path) == [
        "x.xlsx has none of our sheets. Fill in a template made by this program."
    ]


def test_an_untouched_template_says_that_it_holds_examples_only(tmp_path: Path) -> None:
    write_template(tmp_path / "x.xlsx", Language.EN)
    assert problems(tmp_path / "x.xlsx") == [
        "x.xlsx holds only example rows, which are skipped. Write your own rows below them."
    ]


def test_a_text_too_long_for_a_cell_is_refused_rather_than_cut(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"Export to \.json instead"):
        write_workbook([replace(ACME, note=Text("长" * 32_768))], tmp_path / "x.xlsx", Language.EN)
    assert not (tmp_path / "x.xlsx").exists()


def test_faults_stand_in_the_order_of_the_file_with_one_line_a_cell(tmp_path: Path) -> None:
    people = (PEOPLE, ("Nobody", "", "", "soon"), ("", "=1+1", "", None))
    clients = (CLIENTS, ("", "New", "Mining"))
    found = problems(workbook(tmp_path / "x.xlsx", {"People": people, "Clients": clients}))
    assert [line.split(": ")[0] for line in found] == [
        *(f"Sheet People, cell {cell}" for cell in ("A2", "B2", "D2", "A3", "B3")),
        "Sheet Clients, cell C2",
    ]


def test_a_control_character_that_a_workbook_spells_out_is_refused(tmp_path: Path) -> None:
    assert _one(tmp_path, "Clients", CLIENTS, ("", "Acme _x0007_ bell", "Retail")) == [
        "Sheet Clients, cell B2: the text holds an invisible control character (U+0007). Remove it."
    ]
