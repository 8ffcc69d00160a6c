"""A store that holds the project of the builders, and what it knows of a person there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing_app.domain.stakeholder import Stakeholder
from briefing_app.store.store import Store, open_store
from tests import builders
from tests.builders import OPPORTUNITY
from tests.stakeholder_maps import records_of


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store of one's own."""
    with open_store(tmp_path) as opened:
        opened.save(records_of(builders.rich_dossier()))
        yield opened


def known(store: Store, person: str) -> Stakeholder:
    """What is stored of somebody in the project."""
    return next(
        one
        for one in store.referring(Stakeholder, "person", person)
        if one.opportunity == OPPORTUNITY
    )
