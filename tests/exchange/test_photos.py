"""Photos are taken in as small squares of pixels alone; what cannot be read is refused."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from briefing_app.errors import UserError
from briefing_app.exchange.photos import SIDE, is_clean_photo, read_photo, read_photo_file
from tests.drawn_pictures import encoded, raster


def taken_in(content: bytes) -> Image.Image:
    kept = read_photo(content, "face.jpg")
    assert is_clean_photo(kept)
    return Image.open(io.BytesIO(kept))


def halves(width: int, height: int) -> Image.Image:
    """Red above, blue below."""
    image = Image.new("RGB", (width, height), "red")
    image.paste("blue", (0, height // 2, width, height))
    return image


def test_where_and_by_whom_it_was_taken_is_dropped() -> None:
    exif = Image.Exif()
    exif[0x010E] = "SECRET-PLACE"
    content = encoded(raster(200, 200), "JPEG", exif=exif, comment=b"SECRET-COMMENT")
    assert b"SECRET" in content
    assert not is_clean_photo(content)
    assert b"SECRET" not in read_photo(content, "face.jpg")


def test_it_is_turned_as_the_camera_said() -> None:
    exif = Image.Exif()
    exif[0x0112] = 3  # upside down
    made = taken_in(encoded(halves(200, 200), "JPEG", exif=exif))
    red, _, blue = made.getpixel((100, 10))
    assert blue > 200 > red


@pytest.mark.parametrize("size", [(3000, 2000), (1200, 1600), (SIDE, SIDE)])
def test_it_is_a_small_square(size: tuple[int, int]) -> None:
    assert taken_in(encoded(raster(*size))).size == (SIDE, SIDE)


def test_a_small_one_is_not_blown_up() -> None:
    assert taken_in(encoded(raster(100, 80))).size == (80, 80)


def test_of_an_upright_picture_the_upper_part_is_kept() -> None:
    made = taken_in(encoded(halves(300, 600)))
    share_of_red = sum(made.getpixel((150, y))[0] > 128 for y in range(300)) / 300
    assert 0.6 < share_of_red < 0.8


def test_what_is_transparent_becomes_white() -> None:
    assert taken_in(encoded(raster(100, 100, "RGBA"))).getpixel((1, 1))[0] > 240


@pytest.mark.parametrize("mode", ["L", "P", "CMYK"])
def test_every_kind_of_colour_becomes_rgb(mode: str) -> None:
    made_as = "TIFF" if mode == "CMYK" else "PNG"
    assert taken_in(encoded(raster(90, 90, mode), made_as)).mode == "RGB"


@pytest.mark.parametrize(
    ("content", "advice"),
    [
        (b"no picture at all", "is not a picture"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG"),
        (encoded(raster(400, 400), "JPEG")[:900], "damaged"),
        (encoded(raster(40, 400)), "64 pixels or more"),
    ],
)
def test_what_cannot_be_a_photo_is_refused_with_the_reason(content: bytes, advice: str) -> None:
    with pytest.raises(UserError, match=advice) as refused:
        read_photo(content, "face.jpg")
    assert "face.jpg" in str(refused.value)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"none\.png"):
        read_photo_file(tmp_path / "none.png")


@pytest.mark.parametrize(
    "content",
    [
        encoded(raster(100, 100)),
        encoded(raster(100, 90), "JPEG"),
        encoded(raster(SIDE + 1, SIDE + 1), "JPEG"),
        encoded(raster(100, 100), "JPEG", comment=b"words"),
        encoded(raster(100, 100, "L"), "JPEG"),
        b"",
    ],
    ids=["a PNG", "no square", "too large", "with words", "grey", "nothing"],
)
def test_nothing_else_counts_as_a_photo_that_is_kept(content: bytes) -> None:
    assert not is_clean_photo(content)
