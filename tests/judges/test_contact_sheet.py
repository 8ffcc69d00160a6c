"""A sheet shows each page once, in order."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from pptx import Presentation
from reportlab.pdfgen.canvas import Canvas

from tests.judges.contact_sheet import main


@pytest.fixture
def coloured(tmp_path: Path) -> Path:
    """A PDF of three pages, each in a colour of its own."""
    path = tmp_path / "colours.pdf"
    canvas = Canvas(str(path), pagesize=(200, 100))
    for colour in ((1, 0, 0), (0, 1, 0), (0, 0, 1)):
        canvas.setFillColorRGB(*colour)
        canvas.rect(0, 0, 200, 100, fill=1, stroke=0)
        canvas.showPage()
    canvas.save()
    return path


def test_the_pages_stand_in_rows_and_in_order(coloured: Path, tmp_path: Path) -> None:
    out = tmp_path / "sheet.png"
    main([str(coloured), "--out", str(out), "--columns", "2", "--width", "100"])

    with Image.open(out) as sheet:
        assert sheet.size == (16 + 2 * 116, 16 + 2 * (50 + 28 + 16))
        middles = [sheet.getpixel(at) for at in ((66, 41), (182, 41), (66, 135))]
    assert middles == [(255, 0, 0), (0, 255, 0), (0, 0, 255)]


def test_each_page_becomes_a_picture(coloured: Path, tmp_path: Path) -> None:
    main([str(coloured), "--pages", str(tmp_path / "pages"), "--width", "100"])

    names = [path.name for path in sorted((tmp_path / "pages").iterdir())]
    assert names == ["colours-01.png", "colours-02.png", "colours-03.png"]
    with Image.open(tmp_path / "pages/colours-03.png") as page:
        assert (page.size, page.getpixel((50, 25))) == ((100, 50), (0, 0, 255))


@pytest.mark.rendering
def test_a_deck_is_rendered_first(tmp_path: Path) -> None:
    deck = Presentation()
    deck.slides.add_slide(deck.slide_layouts[6])
    deck.save(str(tmp_path / "deck.pptx"))

    main([str(tmp_path / "deck.pptx"), "--pages", str(tmp_path), "--width", "80"])

    assert (tmp_path / "deck-01.png").exists()
