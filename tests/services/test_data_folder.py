"""A new data folder can take a first client at once; a used one is left as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing_app.domain.industry import IndustryPack
from briefing_app.domain.records import KINDS
from briefing_app.services import samples
from briefing_app.services.data_folder import open_data
from briefing_app.store.store import DATABASE, open_store


def test_a_new_folder_has_the_industry_packs_and_nothing_else(tmp_path: Path) -> None:
    with open_data(tmp_path) as store:
        held = {kind.name: len(store.all(kind.record_type)) for kind in KINDS}
    assert held.pop("industry") == len(samples.pack_files()) >= 2
    assert not any(held.values())


def test_packs_that_were_deleted_do_not_come_back(tmp_path: Path) -> None:
    with open_data(tmp_path) as store, store.change():
        first, *others = store.all(IndustryPack)
        for pack in others:
            store.delete(IndustryPack, pack.id)
    with open_data(tmp_path) as store:
        assert store.all(IndustryPack) == (first,)


def test_a_fault_while_packs_come_in_closes_the_database(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(_store: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(samples, "load_packs", stop)
    with pytest.raises(KeyboardInterrupt):
        open_data(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [DATABASE]
    with open_store(tmp_path) as store:
        assert store.is_empty()
