"""What comes with the program: industry packs, and sample data of a fictional vendor."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from briefing_app.domain.ids import VisitId
from briefing_app.domain.text import Language
from briefing_app.paths import assets_folder
from briefing_app.services.exchange_data import import_file
from briefing_app.services.logos import set_logo
from briefing_app.store.store import Store

DEMO_VISITS = (VisitId("visit-games-solution"), VisitId("visit-vehicles-needs"))
"""Two visits that propose the same product in two industries."""


_BETWEEN_LANGUAGES = " / "
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


def load_samples(store: Store, language: Language | None = None) -> None:
    """Add the sample data to the store, or bring it up to date, in one transaction.

    Notes for the team alone have no language of their own and are written in both, as
    ``中文 / English``; with ``language`` they are kept in that one.
    """
    with store.change():
        if language is None:
            _load(store, sample_files())
        else:
            _load_told_in(language, store)
        for path in sorted((assets_folder() / "samples" / "logos").glob("*.png")):
            owner = path.stem.removesuffix(_FOR_DARK)
            set_logo(store, owner, path, is_for_dark=path.stem.endswith(_FOR_DARK))


def _load_told_in(language: Language, store: Store) -> None:
    with TemporaryDirectory() as folder:
        for path in sample_files():
            told = _told_in(language, json.loads(path.read_bytes()))
            copy = Path(folder) / path.name
            copy.write_text(json.dumps(told), "utf-8")
            import_file(store, copy)


def _told_in(language: Language, value: Any) -> Any:
    """A JSON value with each text of two languages cut down to one."""
    match value:
        case dict():
            return {name: _told_in(language, one) for name, one in value.items()}
        case list():
            return [_told_in(language, one) for one in value]
        case str() if _BETWEEN_LANGUAGES in value:
            chinese, english = value.split(_BETWEEN_LANGUAGES)
            return chinese if language is Language.ZH else english
        case _:
            return value


def _load(store: Store, paths: Iterable[Path]) -> None:
    with store.change():
        for path in paths:
            import_file(store, path)
