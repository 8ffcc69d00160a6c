"""A store in a folder of its own, empty or with the sample's records."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing_app.store.store import Store, open_store
from tests.store.sample import RECORDS


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    with open_store(tmp_path) as opened:
        yield opened


@pytest.fixture
def filled(store: Store) -> Store:
    """A store with one record of every kind."""
    store.save(RECORDS)
    return store
