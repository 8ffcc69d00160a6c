"""A store with one record of every kind, for services that change it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing_app.store.store import DATABASE, Store, open_store
from tests.store.sample import RECORDS


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder to copy."""
    folder = tmp_path_factory.mktemp("sample")
    with open_store(folder) as opened:
        opened.save(RECORDS)
        opened.history.forget()
    return folder


@pytest.fixture
def filled(sample_folder: Path, tmp_path: Path) -> Iterator[Store]:
    """A store with one record of every kind, in which nothing was done yet."""
    shutil.copy(sample_folder / DATABASE, tmp_path)
    with open_store(tmp_path) as opened:
        yield opened
