"""The sample data as a user sees it."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing_app.domain.text import Language
from briefing_app.exchange.naming import has_chinese
from briefing_app.services.exchange_data import all_records
from briefing_app.services.samples import load_samples
from briefing_app.store.store import open_store


@pytest.mark.parametrize("language", Language)
def test_notes_of_the_samples_are_in_the_language_that_is_asked_for(
    tmp_path: Path, language: Language
) -> None:
    with open_store(tmp_path) as store:
        load_samples(store, language)
        notes = [note for one in all_records(store) if (note := getattr(one, "note", ""))]
    assert len(notes) > 20
    assert {has_chinese(note) for note in notes} == {language is Language.ZH}


def test_samples_are_kept_in_both_languages_where_none_is_asked_for(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        load_samples(store)
        load_samples(store)
        notes = [note for one in all_records(store) if (note := getattr(one, "note", ""))]
    assert all(has_chinese(note) and " / " in note for note in notes)
