from __future__ import annotations

import json

import pytest

from briefing_app.domain.text import Language
from briefing_app.errors import ManyProblems, UserError
from briefing_app.exchange.json_data import as_json, decode
from briefing_app.wording import wording_in
from tests.exchange.build import ACME, EVERYTHING, WANG

SAY = wording_in(Language.EN).error


def _file(**records: object) -> bytes:
    content = {"format": "briefing-app-data", "version": 2, "records": records}
    return json.dumps(content).encode()


def _problem(content: bytes) -> str:
    with pytest.raises(UserError) as caught:
        decode(content, "data.json")
    return SAY(caught.value)


def test_every_record_comes_back_as_it_was() -> None:
    assert decode(as_json(EVERYTHING), "data.json") == EVERYTHING


def test_same_records_give_same_bytes_without_defaults() -> None:
    written = as_json((WANG, ACME))
    assert written == as_json((WANG, ACME))
    assert '"上海"'.encode() in written
    client = json.loads(written)["records"]["client"][0]
    assert "time_zone" not in client
    assert client["annual_revenue"] == {"minor": 123456789}


@pytest.mark.parametrize(
    ("client", "expected"),
    [
        (
            {"id": "a", "name": {}, "industry": "x", "grade": "Z"},
            "records.client[0].grade: Z is not one of the values expected here: S, A, B and C.",
        ),
        (
            {"id": "a", "name": {"zh": 3}, "industry": "x"},
            "records.client[0].name.zh: text is expected here, in quotation marks.",
        ),
        (
            {"id": "a", "name": 3, "industry": "x"},
            "records.client[0].name: an object with zh and en is expected here.",
        ),
        ({"id": "a", "name": {}}, "records.client[0].industry: a value is needed here."),
        ({"name": {}, "industry": "x"}, "records.client[0].id: an id is needed here."),
        (
            {"id": "a b", "name": {}, "industry": "x"},
            "records.client[0].id: a b is not an id. "
            "An id has up to 64 letters A-Z, digits, - and _.",
        ),
        (
            {"id": "a", "name": {"en": "x\u0007"}, "industry": "x"},
            "records.client[0].name.en: the text holds an invisible control character (U+0007). "
            "Remove it.",
        ),
        (
            {"id": "a", "name": {}, "industry": "x", "time_zone": "Asia/Shangai"},
            "records.client[0].time_zone: Asia/Shangai is not a time zone. "
            "Write a name such as Asia/Shanghai.",
        ),
        (
            {"id": "a", "name": {}, "industry": "x", "annual_revenue": {"minor": 1.5}},
            "records.client[0].annual_revenue.minor: a whole number is expected here, such as 60.",
        ),
        (
            {
                "id": "a",
                "name": {},
                "industry": "x",
                "annual_revenue": {"minor": 1, "currency": "X"},
            },
            "records.client[0].annual_revenue.currency: X is not a currency. "
            "Write its three letters, such as CNY.",
        ),
    ],
)
def test_a_fault_is_named_with_its_exact_place(client: object, expected: str) -> None:
    assert _problem(_file(client=[client])) == expected


def test_all_faults_are_reported_at_once() -> None:
    with pytest.raises(ManyProblems) as caught:
        decode(_file(client=[{"id": "a", "nmae": {}}], clients=[]), "data.json")
    lines = [SAY(problem).partition(":")[0] for problem in caught.value.problems]
    assert SAY(caught.value) == ("4 things in data.json need correcting. Nothing was imported.")
    assert lines == [
        "records.clients",
        "records.client[0].nmae",
        "records.client[0].name",
        "records.client[0].industry",
    ]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "data.json is damaged or not JSON: line 1, column 1."),
        (b'{"a": ', "data.json is damaged or not JSON: line 1, column 7."),
        (b"\xff\xfe", "data.json is not UTF-8 text. Save it as UTF-8."),
        (b'{"a": 1, "a": 2}', "The JSON file says a twice in one object. Keep one of them."),
        (b"[NaN]", "The JSON file holds NaN, which is not a number."),
        (b"[" * 200_000, "data.json is nested too deeply to be our data."),
        (
            b"[]",
            'data.json is JSON, but not data of this program: "format": "briefing-app-data" '
            "is missing at its head.",
        ),
        (
            b'{"format": "briefing-app-data", "version": 3}',
            "data.json was made by a newer version of this program. Update the program first.",
        ),
        (
            b'{"format": "briefing-app-data", "version": true}',
            "data.json does not say its version as a whole number.",
        ),
        (b'{"format": "briefing-app-data", "version": 1}', "data.json holds no records."),
    ],
)
def test_a_file_that_is_not_ours_is_refused(content: bytes, expected: str) -> None:
    assert _problem(content) == expected


def test_digits_beyond_all_measure_are_refused() -> None:
    assert "data.json is not our JSON" in _problem(b"1" * 10_000)
