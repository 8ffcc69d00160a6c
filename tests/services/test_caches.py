"""What is kept of measured texts serves an export, and does not grow with their number."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import _lru_cache_wrapper
from pathlib import Path

from briefing_app import documents
from briefing_app.documents import text_fit
from briefing_app.documents.caches import LAYOUTS, TEXTS
from briefing_app.domain.audience import Audience
from briefing_app.domain.text import Language
from briefing_app.services.export import export_visit
from briefing_app.services.export_wishes import ExportWishes
from briefing_app.services.print_editions import PrintEdition
from briefing_app.services.samples import DEMO_VISITS, load_samples
from briefing_app.store.store import open_store

TODAY = date(2026, 11, 23)
EVERYTHING = ExportWishes(
    language=Language.ZH,
    audiences=tuple(Audience),
    with_pdf=True,
    print_editions=tuple(PrintEdition),
)


def caches() -> Iterator[_lru_cache_wrapper[object]]:
    for module in pkgutil.walk_packages(documents.__path__, f"{documents.__name__}."):
        for held in vars(importlib.import_module(module.name)).values():
            if isinstance(held, _lru_cache_wrapper) and held.__module__ == module.name:
                yield held


def test_every_cache_has_a_bound() -> None:
    found = [*caches()]
    assert text_fit.plain in found
    assert all(cache.cache_info().maxsize for cache in found)


def test_an_export_with_everything_measures_no_text_twice(tmp_path: Path) -> None:
    for cache in caches():
        cache.cache_clear()
    now = datetime(2026, 11, 23, tzinfo=UTC)
    with open_store(tmp_path / "data") as store:
        load_samples(store)
        export_visit(store, DEMO_VISITS[0], out=tmp_path, wishes=EVERYTHING, today=TODAY, now=now)
    of_texts = [c for c in caches() if c.cache_info().maxsize in (LAYOUTS, TEXTS, 2 * TEXTS)]
    assert text_fit.plain in of_texts
    for cache in of_texts:
        info = cache.cache_info()
        assert info.misses == info.currsize, cache.__wrapped__
