"""Files of version 1, which had each note for the team in one language."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from openpyxl import load_workbook

from briefing_app.domain.client import Client
from briefing_app.domain.opportunity import Competitor
from briefing_app.domain.records import KIND_BY_NAME, Record
from briefing_app.domain.sharing import is_shareable
from briefing_app.domain.text import Language, Text
from briefing_app.exchange.columns import Column, Part, all_sheets, bare_header_of, title_of
from briefing_app.exchange.json_data import as_json, decode
from briefing_app.exchange.reading import read_file
from briefing_app.exchange.register import Known
from briefing_app.exchange.shapes import shapes
from briefing_app.exchange.workbook_write import write_workbook
from tests.exchange.build import ACME, EVERYTHING
from tests.exchange.sheets import workbook
from tests.exchange.strategies import record_sets

NOTES = {"note", "price_note", "agreed_by", "strength", "weakness", "our_answer", "source"}
LANGUAGES = pytest.mark.parametrize("language", list(Language))


def _was_one_string(owner: type, name: str) -> bool:
    """True for a text that version 1 kept in one language: all for the team that we know of."""
    if (owner, name) == (Competitor, "name"):
        return True
    part = next(f for f in fields(owner) if f.name == name)
    return name in NOTES and shapes(owner)[name].item is Text and not is_shareable(part)


def _in_one_language(part: Any) -> Any:
    """A record with such texts cut down to the words that version 1 would have had."""
    if isinstance(part, tuple):
        return tuple(map(_in_one_language, part))
    if not is_dataclass(part) or isinstance(part, type | Text):
        return part
    values = {name: getattr(part, name) for name in shapes(type(part))}
    for name, value in values.items():
        if _was_one_string(type(part), name):
            values[name] = Text.of(value.zh or value.en)
        else:
            values[name] = _in_one_language(value)
    return type(part)(**values)


def _older_tree(tree: Any, part_type: type) -> Any:
    """The JSON of a record, such texts as the plain strings of version 1."""
    if not isinstance(tree, dict):
        return tree
    older = {}
    for name, value in tree.items():
        item = shapes(part_type)[name].item if name in shapes(part_type) else str
        if is_dataclass(item) and isinstance(value, list):
            older[name] = [_older_tree(one, item) for one in value]
        elif name in shapes(part_type) and _was_one_string(part_type, name):
            older[name] = value.get("zh") or value.get("en") or ""
        else:
            older[name] = _older_tree(value, item) if is_dataclass(item) else value
    return older


def _older_json(records: tuple[Record, ...]) -> bytes:
    content = json.loads(as_json(records))
    content["version"] = 1
    content["records"] = {
        kind: [_older_tree(entry, KIND_BY_NAME[kind].record_type) for entry in entries]
        for kind, entries in content["records"].items()
    }
    return json.dumps(content).encode()


def _columns_of_notes(columns: tuple[Column, ...]) -> list[tuple[int, Column]]:
    return [
        (number, column)
        for number, column in enumerate(columns, start=1)
        if column.part is Part.ZH and column.steps and _was_one_string(*column.steps[-1])
    ]


def _make_older(path: Path, language: Language) -> int:
    """Give a workbook the single columns that version 1 wrote; returns how many there are."""
    book, count = load_workbook(path), 0
    for sheet in all_sheets():
        page = book[title_of(sheet, language)]
        for number, column in reversed(_columns_of_notes(sheet.columns)):
            count += 1
            page.cell(1, number, bare_header_of(column, language))
            for row in range(3, page.max_row + 1):
                words = page.cell(row, number).value or page.cell(row, number + 1).value
                page.cell(row, number, words)
            page.delete_cols(number + 1)
    book.save(path)
    return count


def test_older_json_brings_every_note_on_the_side_of_its_language() -> None:
    older = _older_json(EVERYTHING)
    assert b'"price_note": "' in older
    assert decode(older, "old.json") == tuple(map(_in_one_language, EVERYTHING))


@given(record_sets())
@settings(max_examples=15, deadline=None)
def test_any_records_survive_older_json(records: tuple[Record, ...]) -> None:
    assert decode(_older_json(records), "old.json") == tuple(map(_in_one_language, records))


@LANGUAGES
def test_an_older_workbook_brings_every_note_on_the_side_of_its_language(
    tmp_path: Path, language: Language
) -> None:
    path = tmp_path / "old.xlsx"
    write_workbook(EVERYTHING, path, language)
    assert _make_older(path, language) >= 28
    incoming = read_file(path, Known())
    expected = {one.id: one for one in map(_in_one_language, EVERYTHING)}
    assert incoming.records
    assert all(expected[one.id] == one for one in incoming.records)


def test_what_an_older_workbook_repeats_keeps_the_words_of_the_other_language(
    tmp_path: Path,
) -> None:
    path = tmp_path / "old.xlsx"
    write_workbook(EVERYTHING, path, Language.ZH)
    _make_older(path, Language.ZH)
    incoming = read_file(path, Known.of(EVERYTHING))
    assert incoming.records == ()
    assert incoming.unchanged


def test_one_column_of_notes_holds_chinese_and_english_rows(tmp_path: Path) -> None:
    rows = [("Id", "Company name", "Industry", "Note"), ("a", "A", "Retail", "old client")]
    rows += [("b", "B", "Retail", "老客户 of ours"), ("c", "C", "Retail", None)]
    incoming = read_file(workbook(tmp_path / "x.xlsx", {"Clients": rows}), Known.of(EVERYTHING))
    notes = [one.note for one in incoming.records if isinstance(one, Client)]
    assert notes == [Text(en="old client"), Text(zh="老客户 of ours"), Text()]


@pytest.mark.parametrize(
    "header", [("Note", "Note (Chinese)"), ("Note (Chinese)", "Note")], ids=["before", "behind"]
)
def test_an_empty_single_column_leaves_what_the_column_of_a_language_says(
    tmp_path: Path, header: tuple[str, str]
) -> None:
    both = {"Note": None, "Note (Chinese)": "新说明"}
    row = (ACME.id, ACME.name.en, *(both[name] for name in header))
    head = ("Id", "Company name (English)", *header)
    path = workbook(tmp_path / "x.xlsx", {"Clients": [head, row]})
    incoming = read_file(path, Known.of(EVERYTHING))
    assert incoming.records == (replace(ACME, note=Text(zh="新说明")),)
