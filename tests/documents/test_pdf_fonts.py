"""The fonts that PDFs embed are read as reportlab reads them."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from briefing_app.documents.fonts import font_path
from briefing_app.documents.pdf_fonts import PdfFont

NAMES = ("NotoSansSC-Regular", "NotoSansSC-Bold")
TEXT = "Ag 1é—澄野智联，𠮷"


@pytest.mark.parametrize("name", NAMES)
def test_all_facts_are_those_that_reportlab_reads(name: str) -> None:
    ours, theirs = PdfFont(name, font_path(name)).face, TTFont(name, font_path(name)).face
    unused = {"_ttf_data", "filename", "glyphToChar", "_pdfScale", "_pos"}
    for fact in vars(theirs).keys() - unused:
        assert getattr(ours, fact) == getattr(theirs, fact), fact


@pytest.mark.parametrize("name", NAMES)
def test_the_same_glyphs_are_embedded(name: str) -> None:
    signs = [0, *map(ord, TEXT)]
    ours, theirs = PdfFont(name, font_path(name)), TTFont(name, font_path(name))
    assert ours.face.makeSubset(signs) == theirs.face.makeSubset(signs)


def test_a_file_that_is_no_font_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "broken.ttf"
    path.write_bytes(b"no font at all")
    with pytest.raises(TTFError):
        PdfFont("Broken", path)
