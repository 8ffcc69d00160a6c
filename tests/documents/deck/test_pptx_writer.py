"""Decks open in python-pptx and hold what the pages say, natively."""

from __future__ import annotations

import io
from datetime import date

from pptx import Presentation

from briefing_app.documents.deck.pptx_writer import DeckFacts, write_pptx
from briefing_app.documents.theme import load_theme
from briefing_app.domain.text import Language
from tests.documents.deck import sample_pages
from tests.judges.pptx_package import package_findings

FACTS = DeckFacts(
    title="Launch days, R&D <and> “more”",
    author="Sample Motors 示例汽车",
    language=Language.EN,
    created=date(2026, 5, 4),
)


def test_a_deck_with_every_kind_of_element_is_a_sound_package() -> None:
    data = write_pptx(sample_pages.deck(), load_theme(), FACTS)

    assert package_findings(data) == []
    assert len(Presentation(io.BytesIO(data)).slides) == len(sample_pages.deck())
