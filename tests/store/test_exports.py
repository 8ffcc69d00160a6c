"""Exports are kept, found again by their ids, and forget what they said with their visit."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from briefing_app.domain.client import Client
from briefing_app.domain.export_record import ExportContent
from briefing_app.domain.visit import Visit
from briefing_app.errors import UserError
from briefing_app.store.store import DATABASE, Store, open_store
from tests.store.arbitrary import values_of
from tests.store.sample import CLIENT, CONTENT, EXPORT, VISIT

RELEASED = Path(__file__).parent / "released"


def test_what_an_export_said_is_kept_with_its_record(filled: Store) -> None:
    filled.add_export(EXPORT, CONTENT)
    assert filled.export_content(EXPORT.id) == CONTENT
    assert filled.exports(VISIT.id) == (EXPORT,)


@settings(max_examples=12)
@given(content=values_of(ExportContent))
def test_arbitrary_content_survives_storage(filled: Store, content: ExportContent) -> None:
    export = replace(EXPORT, id=f"export-{len(filled.exports(VISIT.id))}")
    filled.add_export(export, content)
    assert filled.export_content(export.id) == content


def test_an_export_without_content_has_none(filled: Store) -> None:
    filled.add_export(EXPORT)
    assert filled.export_content(EXPORT.id) is None


def test_the_record_outlives_the_visit_and_what_was_said_does_not(filled: Store) -> None:
    other = replace(EXPORT, id="export-2", visit="visit-elsewhere")
    filled.add_export(EXPORT, CONTENT)
    filled.add_export(other, CONTENT)
    filled.delete(Client, CLIENT.id)
    assert not filled.exists(Visit, VISIT.id)
    assert filled.find_export(EXPORT.id) == EXPORT
    assert filled.export_content(EXPORT.id) is None
    assert filled.export_content(other.id) == CONTENT


def test_an_export_is_found_by_its_id_or_the_end_of_it(filled: Store) -> None:
    filled.add_export(EXPORT)
    filled.add_export(replace(EXPORT, id="further-export-1"))
    assert filled.find_export(EXPORT.id) == EXPORT
    assert filled.find_export(" her-export-1 ").id == "further-export-1"


def test_what_is_no_export_or_several_is_refused(filled: Store) -> None:
    filled.add_export(replace(EXPORT, id="one-export"))
    filled.add_export(replace(EXPORT, id="two-export"))
    with pytest.raises(UserError, match="may mean the exports") as refusal:
        filled.find_export("export")
    assert refusal.value.parameters["candidates"] == ("one-export", "two-export")
    for unknown in ("", "ort", "no-such-thing"):
        with pytest.raises(UserError, match="neither an export nor a folder"):
            filled.find_export(unknown)


def test_an_export_of_the_first_version_has_no_content(tmp_path: Path) -> None:
    (tmp_path / DATABASE).write_bytes((RELEASED / "v1.db").read_bytes())
    with open_store(tmp_path) as store:
        (export,) = store.exports(VISIT.id)
        assert store.export_content(export.id) is None
