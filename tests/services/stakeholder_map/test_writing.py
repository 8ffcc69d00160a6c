"""The map as files."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image
from pypdfium2 import PdfDocument

from briefing_app.documents.stakeholder_map.picture import MapKind, MapPicture, SheetFacts
from briefing_app.domain.text import Language
from briefing_app.errors import UserError
from briefing_app.services.stakeholder_map.writing import picture_name, write_picture
from tests import builders
from tests.documents.stakeholder_map.test_pictures import drawn
from tests.stakeholder_maps import crowd

SHEET = SheetFacts("星河零售", "增长分析", builders.TODAY)
EVERY = pytest.mark.parametrize("kind", list(MapKind))


def picture(kind: MapKind, count: int = 25) -> MapPicture:
    return drawn(kind, crowd(count), Language.ZH)


@EVERY
def test_an_svg_holds_the_names_and_the_mark(kind: MapKind, tmp_path: Path) -> None:
    path = write_picture(picture(kind), SHEET, Language.ZH, tmp_path / "map.svg")
    root = ElementTree.parse(path).getroot()
    words = "".join(root.itertext())
    assert "陈莉" in words
    assert "INTERNAL" in words
    assert "星河零售" in words


@EVERY
def test_a_pdf_is_one_page_that_opens(kind: MapKind, tmp_path: Path) -> None:
    path = write_picture(picture(kind), SHEET, Language.ZH, tmp_path / "map.pdf")
    with PdfDocument(path) as document:
        assert len(document) == 1
        assert "内部" in document[0].get_textpage().get_text_bounded()


@pytest.mark.parametrize("count", [1, 60])
def test_a_png_is_sharp_and_whole(count: int, tmp_path: Path) -> None:
    shown = picture(MapKind.LINES, count)
    path = write_picture(shown, SHEET, Language.ZH, tmp_path / "map.png")
    with Image.open(path) as image:
        assert image.format == "PNG"
        assert image.width > shown.width * 1.9
        assert image.height > shown.height * 1.9


def test_another_ending_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"\.svg"):
        write_picture(picture(MapKind.GRID, 1), SHEET, Language.EN, tmp_path / "map.bmp")
    assert not any(tmp_path.iterdir())


def test_the_files_name_says_that_it_is_internal() -> None:
    assert picture_name(picture(MapKind.GRID, 1), SHEET, Language.EN).endswith("internal")
