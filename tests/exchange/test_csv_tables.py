from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.client import Client, Department, Grade, Person
from briefing_app.domain.records import Record
from briefing_app.domain.text import Language, Text
from briefing_app.domain.values import Money
from briefing_app.exchange.csv_tables import guarded, unguarded, write_csv
from briefing_app.exchange.reading import read_file
from tests.exchange.build import ACME, LI, RETAIL, WANG
from tests.exchange.sheets import KNOWN, problems


def _read(tmp_path: Path, content: bytes, client: str = "") -> tuple[Record, ...]:
    path = tmp_path / "x.csv"
    path.write_bytes(content)
    return read_file(path, KNOWN, client=client, make_id=lambda: "new").records


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_encodings_and_delimiters_are_found(tmp_path: Path, encoding: str, delimiter: str) -> None:
    lines = ["客户分级,公司名称（中文）,行业,年营收", "S,新客户,零售,50万"]
    text = "\r\n".join(lines).replace("客户分级", "分级").replace(",", delimiter)
    (client,) = _read(tmp_path, text.encode(encoding))
    assert client == Client(
        id="new",
        name=Text("新客户"),
        industry=RETAIL.id,
        grade=Grade.S,
        annual_revenue=Money(50_000_000),
    )


def test_people_come_with_the_headers_of_other_programs(tmp_path: Path) -> None:
    text = "Name,Company,Department,Email,Mobile\nHan Meimei,Acme,技术,han@example.com,'+86 10\n"
    (person,) = _read(tmp_path, text.encode())
    assert person == Person(
        id="new",
        client=ACME.id,
        name=Text("", "Han Meimei"),
        department=Department.TECHNOLOGY,
        email="han@example.com",
        phone="+86 10",
    )


def test_a_given_client_is_that_of_people_without_one(tmp_path: Path) -> None:
    (person,) = _read(tmp_path, "姓名,邮箱\n韩梅梅,\n".encode(), client="爱客")
    assert isinstance(person, Person)
    assert person.client == ACME.id


def test_an_empty_cell_keeps_what_is_stored(tmp_path: Path) -> None:
    text = "Id,Client,Person's name (English),E-mail,Phone\nwang,Acme,Wang Fang,,123\n"
    (person,) = _read(tmp_path, text.encode())
    assert isinstance(person, Person)
    assert (person.email, person.phone, person.name) == (WANG.email, "123", WANG.name)


@pytest.mark.parametrize("language", list(Language))
def test_what_is_written_reads_back(tmp_path: Path, language: Language) -> None:
    write_csv("person", (ACME, WANG, LI), tmp_path / "x.csv", language)
    incoming = read_file(tmp_path / "x.csv", KNOWN)
    assert len(incoming.unchanged) == 2
    content = (tmp_path / "x.csv").read_text(encoding="utf-8-sig")
    assert "'+86 138" in content


@given(st.text())
def test_the_guard_against_formulas_can_be_undone(words: str) -> None:
    assert unguarded(guarded(words)) == words
    assert guarded(words)[:1] not in {"=", "+", "-", "@", "\t", "\r", "\n"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Company name,Grade,Industry\nNew,Z,Retail\n",
            "Line 2, column Grade: Z is not one of the choices. Choose from: "
            "S - strategic, A - important, B - regular and C - other.",
        ),
        (
            "Person's name,Client\nNew,Nobody Ltd\n",
            "Line 2, column Client: there is no Nobody Ltd under Clients. "
            "There are: Acme. Choose one of these, or add it there first.",
        ),
        (
            "Person's name,E-mail\nNew,new@example.com\n",
            "x.csv does not say where these people work. Add a column Client, or name their "
            "client with --client.",
        ),
        ("Company name,Industry\n", "x.csv holds nothing to import. Fill in at least one row."),
        (
            "a,b\n1,2\n",
            "x.csv has no header row of ours. The first row names the columns, such as "
            "Company name for clients or Person's name for people.",
        ),
        (
            'Company name,Industry\n"' + "x" * 200_000 + '",Retail\n',
            "x.csv, line 2: the line cannot be read. A quotation mark may be missing, "
            "or a cell may be far too long.",
        ),
        (
            "Company name,Industry\nNew\x07,Retail\n",
            "Line 2, column Company name: the text holds an invisible control character "
            "(U+0007). Remove it.",
        ),
    ],
)
def test_a_fault_is_told_with_line_and_column(tmp_path: Path, text: str, expected: str) -> None:
    (tmp_path / "x.csv").write_bytes(text.encode())
    assert problems(tmp_path / "x.csv") == [expected]


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_bytes(b"\xff\xff\xff\xff\x80" * 30)
    assert problems(tmp_path / "x.csv") == [
        "x.csv is not text in UTF-8, GB18030 or UTF-16. Save it as UTF-8."
    ]


def test_a_line_number_counts_line_breaks_within_cells(tmp_path: Path) -> None:
    text = 'Company name,Note,Industry,Grade\nOne,"a\nb",Retail,S\nTwo,,Retail,Z\n'
    (tmp_path / "x.csv").write_bytes(text.encode())
    assert problems(tmp_path / "x.csv")[0].startswith("Line 4, column Grade: Z")
