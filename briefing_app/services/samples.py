"""The sample data that comes with the program: a fictional vendor, two industries, two clients."""

from __future__ import annotations

from pathlib import Path

from briefing_app.domain.ids import VisitId
from briefing_app.paths import assets_folder
from briefing_app.services.exchange_data import import_file
from briefing_app.store.store import Store

DEMO_VISITS = (VisitId("visit-games-solution"), VisitId("visit-vehicles-needs"))
"""Two visits that propose the same product in two industries."""


def sample_files() -> tuple[Path, ...]:
    """The sample files in the order in which they refer to each other."""
    assets = assets_folder()
    packs = sorted((assets / "packs").glob("*.json"))
    clients = sorted(p for p in (assets / "samples").glob("*.json") if p.stem != "vendor")
    return (*packs, assets / "samples" / "vendor.json", *clients)


def load_samples(store: Store) -> None:
    """Add the sample data to the store, or bring it up to date, in one transaction."""
    with store.change():
        for path in sample_files():
            import_file(store, path)
