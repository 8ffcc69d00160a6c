"""Templates are read as on a computer that has none of their fonts."""

from __future__ import annotations

from collections.abc import Generator

import pytest

from briefing_app.documents import installed_fonts
from briefing_app.documents.deck.corporate.typefaces import font_choice


@pytest.fixture(autouse=True)
def _no_installed_fonts(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Generator[None, None, None]:
    if request.node.get_closest_marker("rendering"):
        yield
        return
    monkeypatch.setattr(installed_fonts, "font_folders", lambda: iter(()))
    font_choice.cache_clear()
    yield
    font_choice.cache_clear()
