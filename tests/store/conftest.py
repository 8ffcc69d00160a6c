"""A store in a folder of its own, empty or with the sample's records."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing_app.store.store import DATABASE, Store, open_store
from tests.store.sample import RECORDS


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two data folders to copy, as creating one takes ten times as long."""
    folder = tmp_path_factory.mktemp("prepared")
    open_store(folder / "empty").close()
    with open_store(folder / "filled") as opened:
        opened.save(RECORDS)
    return folder


@pytest.fixture
def store(prepared: Path, tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    shutil.copy(prepared / "empty" / DATABASE, tmp_path)
    with open_store(tmp_path) as opened:
        yield opened


@pytest.fixture
def filled(prepared: Path, tmp_path: Path) -> Iterator[Store]:
    """A store with one record of every kind."""
    shutil.copy(prepared / "filled" / DATABASE, tmp_path)
    with open_store(tmp_path) as opened:
        yield opened
