"""The field of a cover is one area: no seam shows where its tiles meet."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from briefing_app.documents.deck.compose import deck_pages
from briefing_app.documents.deck.master import own_master
from briefing_app.documents.deck.pptx_writer import write_pptx
from briefing_app.documents.theme import Colour, load_theme
from briefing_app.documents.theme_files import theme_names
from briefing_app.domain.text import Language
from tests.documents.deck import client_sides
from tests.documents.deck.test_pptx_writer import FACTS
from tests.judges.rendering import Office, page_images

WIDTH = 1280
POINT = WIDTH / 960


def colours_along(
    picture: Image.Image, start: tuple[int, int], stop: tuple[int, int]
) -> set[object]:
    """The colours on a level or upright line, given in points."""
    (x1, y1), (x2, y2) = ((round(x * POINT), round(y * POINT)) for x, y in (start, stop))
    return {picture.getpixel((x, y)) for x in range(x1, x2 + 1) for y in range(y1, y2 + 1)}


@pytest.mark.parametrize("name", theme_names())
def test_no_seam_shows_between_the_tiles_of_a_cover(
    name: str, office: Office, tmp_path: Path
) -> None:
    theme = load_theme(name)
    side = client_sides.sample("games")
    cover = deck_pages(side, Language.EN, master=own_master(theme.motif, theme.lines)).pages[:1]
    file = tmp_path / "cover.pptx"
    file.write_bytes(write_pptx(cover, theme, FACTS))
    (picture,) = page_images(office.pdf_of(file), WIDTH)
    ink, accent = (
        tuple(round(part * 255) for part in theme.rgb(one)) for one in (Colour.INK, Colour.ACCENT)
    )
    assert colours_along(picture, (680, 200), (700, 200)) == {ink}
    assert colours_along(picture, (840, 126), (840, 142)) == {accent}
    assert colours_along(picture, (815, 66), (835, 66)) == {accent}
