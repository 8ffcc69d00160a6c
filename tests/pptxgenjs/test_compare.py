"""PptxGenJS gets all that our writer gets, so that the comparison is fair."""

from __future__ import annotations

import json
from typing import get_args

from briefing_app.documents.placed import Element
from briefing_app.documents.theme import load_theme
from tests.documents.deck.sample_pages import deck
from tests.pptxgenjs.compare import _KINDS, _SCRIPT, _plain, repeated


def test_every_kind_of_element_is_handed_over() -> None:
    assert set(_KINDS) == set(get_args(Element))


def test_the_script_draws_every_kind_that_is_handed_over() -> None:
    pages = _plain(deck(), load_theme())["pages"]
    kinds = {element["type"] for page in pages for element in page["elements"]}
    script = _SCRIPT.read_text(encoding="utf-8")
    assert all(f"  {kind}: (slide, e)" in script for kind in kinds)


def test_pages_are_handed_over_as_plain_json() -> None:
    handed = json.loads(json.dumps(_plain(deck(), load_theme())))
    assert len(handed["pages"]) == len(deck())
    assert [bool(page["notes"]) for page in handed["pages"]] == [bool(p.notes) for p in deck()]


def test_pages_repeat_until_there_are_enough() -> None:
    pages = deck()
    assert repeated(pages, len(pages) + 2)[-2:] == pages[:2]
