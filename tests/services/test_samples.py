"""The sample data as a user sees it."""

from __future__ import annotations

from pathlib import Path

from briefing_app.domain.text import Language
from briefing_app.services.exchange_data import all_records
from briefing_app.services.samples import load_samples
from briefing_app.store.store import open_store


def test_notes_of_the_samples_are_written_in_both_languages(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        load_samples(store)
        notes = [note for one in all_records(store) if (note := getattr(one, "note", None))]
    assert len(notes) > 20
    for note in notes:
        assert Language.of(note.zh) is Language.ZH
        assert note.en
        assert Language.of(note.en) is Language.EN


def test_samples_that_are_loaded_again_change_nothing(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        load_samples(store)
        before = set(all_records(store))
        load_samples(store)
        assert set(all_records(store)) == before
