"""A logo that nobody would see is told from one that is seen; a coarse or long one is remarked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image as Raster
from PIL import ImageDraw

from briefing_app.documents.brochure import brochure_pages
from briefing_app.documents.deck.compose import deck_pages
from briefing_app.documents.gate.resolution import SHARP_DOTS
from briefing_app.documents.logo_checks import remarks, stands_out
from briefing_app.documents.logos import Mark, largest_size, placed_logo
from briefing_app.documents.placed import Frame, Image
from briefing_app.domain.picture import Picture
from briefing_app.domain.text import Language
from briefing_app.paths import assets_folder
from briefing_app.planning.client_side import SharedLogo, SharedLogos
from tests.documents.deck import client_sides
from tests.drawn_pictures import encoded

SHAPES = ((320, 80), (100, 100), (1200, 60), (90, 1100), (600, 400))


def wordmark(colour: str, sign: str = "") -> bytes:
    """A word's bar of a colour, with a small sign of another, on nothing."""
    image = Raster.new("RGBA", (400, 80))
    draw = ImageDraw.Draw(image)
    draw.rectangle((90, 10, 399, 70), fill=colour)
    draw.ellipse((0, 5, 70, 75), fill=sign or colour)
    return encoded(image)


def pages_with(logos: SharedLogos) -> list[Image]:
    """The logos on the pages of a deck and of a brochure that show them on both sides."""
    side = replace(client_sides.sample("games"), own_logos=logos, client_logos=logos)
    pages = (*deck_pages(side, Language.EN).pages, *brochure_pages(side, Language.EN))
    return [one for page in pages for one in page.elements if isinstance(one, Image)]


@pytest.mark.parametrize(
    ("colour", "sign", "on_paper", "on_dark"),
    [
        ("#FFFFFF", "", False, True),
        ("#F4F4F4", "#1F6FEB", False, True),
        ("#14213D", "", True, False),
        ("#1F6FEB", "", True, True),
        ("#F2A541", "", True, True),
    ],
)
def test_white_is_not_seen_on_paper_and_ink_not_on_a_cover(
    colour: str, sign: str, on_paper: bool, on_dark: bool
) -> None:
    content = wordmark(colour, sign)
    assert stands_out(content, is_for_dark=False) is on_paper
    assert stands_out(content, is_for_dark=True) is on_dark


def test_a_picture_with_a_ground_of_its_own_is_always_seen() -> None:
    white = encoded(Raster.new("RGB", (200, 50), "#FFFFFF"))
    assert stands_out(white, is_for_dark=False)


@pytest.mark.parametrize("name", ["own", "own-for-dark"])
def test_a_variant_whose_word_is_lost_on_the_other_ground_is_not_seen_there(name: str) -> None:
    content = (assets_folder() / f"samples/logos/{name}.png").read_bytes()
    assert not stands_out(content, is_for_dark=name == "own")


@pytest.mark.parametrize("path", sorted((assets_folder() / "samples/logos").glob("*.png")), ids=str)
def test_the_shipped_logos_are_seen_and_sharp(path: Path) -> None:
    content = path.read_bytes()
    assert stands_out(content, is_for_dark=path.stem.endswith("-for-dark"))
    assert list(remarks(Picture.of_png(content))) == []


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_no_document_shows_a_logo_larger_than_it_is_judged_for(shape: tuple[int, int]) -> None:
    image = Raster.new("RGBA", shape, "#B42318")
    logo = SharedLogo(content=encoded(image))
    width, height = largest_size(logo.picture)
    shown = pages_with(SharedLogos(for_light=logo))
    assert len(shown) == 5  # two on each cover, ours on the last page
    for one in shown:
        assert one.frame.width <= width + 0.01
        assert one.frame.height <= height + 0.01
        assert one.frame.width / one.frame.height == pytest.approx(logo.picture.proportion)


def test_few_pixels_are_remarked_with_how_many_would_do() -> None:
    (remark,) = remarks(Picture(b"", 80, 20))
    wanted = dict(remark.parameters)["wanted"]
    assert "not look sharp" in remark.msgid
    assert list(remarks(Picture(b"", int(wanted), int(wanted) // 4))) == []  # type: ignore[call-overload]
    assert wanted == round(largest_size(Picture(b"", 80, 20))[0] / 72 * SHARP_DOTS)


@pytest.mark.parametrize("size", [(1200, 60), (90, 1100)])
def test_a_very_long_shape_is_remarked(size: tuple[int, int]) -> None:
    assert "small" in [*remarks(Picture(b"", *size))][-1].msgid


def test_plates_hug_a_wide_logo() -> None:
    wide = SharedLogo(content=encoded(Raster.new("RGB", (1200, 60), "#B42318")))
    plate, image = placed_logo(
        Mark("Wide", SharedLogos(for_light=wide)), Frame(0, 0, 270, 48), is_dark=True
    )
    assert plate.frame.height < 30
    assert plate.frame.y + plate.frame.height / 2 == pytest.approx(24)
    assert image.frame.y - plate.frame.y == pytest.approx(image.frame.x - plate.frame.x)
