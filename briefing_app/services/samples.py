"""What comes with the program: industry packs, and sample data of a fictional vendor."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from briefing_app.domain.ids import VisitId
from briefing_app.domain.message import say
from briefing_app.paths import assets_folder
from briefing_app.services.exchange_data import import_file
from briefing_app.services.logos import set_logo
from briefing_app.store.store import Store

DEMO_VISITS = (VisitId("visit-games-solution"), VisitId("visit-vehicles-needs"))
"""Two visits that propose the same product in two industries."""

_FOR_DARK = "-for-dark"
"""Ends the file names of logos for dark grounds; before it stands whose logo it is."""


def pack_files() -> tuple[Path, ...]:
    """The industry packs."""
    return tuple(sorted((assets_folder() / "packs").glob("*.json")))


def sample_files() -> tuple[Path, ...]:
    """The sample files in the order in which they refer to each other."""
    samples = assets_folder() / "samples"
    clients = sorted(p for p in samples.glob("*.json") if p.stem != "vendor")
    return (*pack_files(), samples / "vendor.json", *clients)


def load_packs(store: Store) -> None:
    """Add the industry packs to the store in one transaction."""
    _load(store, pack_files())


def load_samples(store: Store) -> None:
    """Add the sample data to the store, or bring it up to date, in one transaction."""
    with store.act(say("Load the sample data")):
        _load(store, sample_files())
        for path in sorted((assets_folder() / "samples" / "logos").glob("*.png")):
            owner = path.stem.removesuffix(_FOR_DARK)
            set_logo(store, owner, path, is_for_dark=path.stem.endswith(_FOR_DARK))


def _load(store: Store, paths: Iterable[Path]) -> None:
    with store.change():
        for path in paths:
            import_file(store, path)
