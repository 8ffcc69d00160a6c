"""Logos are taken in as pixels alone; what cannot be read safely is refused with the reason."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from briefing_app.errors import UserError
from briefing_app.exchange.pictures import LONGEST_SIDE, is_clean, read_logo
from tests.drawn_pictures import encoded, raster


def taken_in(content: bytes) -> Image.Image:
    kept = read_logo(content, "logo.png")
    assert is_clean(kept)
    return Image.open(io.BytesIO(kept))


def test_words_and_places_in_a_file_are_dropped() -> None:
    told = PngInfo()
    told.add_text("Author", "SECRET-NAME")
    exif = Image.Exif()
    exif[0x010E] = "SECRET-PLACE"
    for content in (
        encoded(raster(64, 32), pnginfo=told),
        encoded(raster(64, 32), "JPEG", exif=exif, comment=b"SECRET"),
    ):
        assert b"SECRET" in content
        assert not is_clean(content)
        kept = read_logo(content, "logo")
        assert b"SECRET" not in kept
        assert is_clean(kept)


def test_a_photograph_is_turned_as_the_camera_said() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    assert taken_in(encoded(raster(80, 40), "JPEG", exif=exif)).height > 70


def test_a_large_picture_is_made_smaller_and_keeps_its_proportions() -> None:
    made = taken_in(encoded(raster(3000, 1500)))
    assert made.size == (LONGEST_SIDE, LONGEST_SIDE // 2)


def test_transparency_is_kept_and_empty_edges_are_not() -> None:
    canvas = Image.new("RGBA", (200, 100))
    canvas.paste(raster(60, 30, "RGBA"), (70, 40))
    made = taken_in(encoded(canvas))
    assert (made.mode, made.size) == ("RGBA", (60, 30))
    assert made.getpixel((0, 0))[3] == 0


@pytest.mark.parametrize("mode", ["L", "P", "1", "LA", "CMYK", "I;16"])
def test_every_kind_of_colour_becomes_rgb(mode: str) -> None:
    image = raster(64, 32).convert("I").convert("I;16") if mode == "I;16" else raster(64, 32, mode)
    made = taken_in(encoded(image, "TIFF" if mode == "CMYK" else "PNG"))
    assert made.mode in ("RGB", "RGBA")


def test_a_cmyk_jpeg_keeps_its_colours() -> None:
    red, green, blue = taken_in(encoded(raster(64, 32, "CMYK"), "JPEG")).getpixel((32, 16))[:3]
    assert red > 150 > green
    assert blue < 100


def test_an_animation_gives_its_first_frame() -> None:
    frames = [raster(64, 32), Image.new("RGB", (64, 32), "black")]
    made = taken_in(encoded(frames[0], "GIF", save_all=True, append_images=frames[1:]))
    assert made.convert("RGB").getpixel((32, 16))[0] > 150


def bomb() -> bytes:
    """The head of a PNG that says to be 50,000 pixels wide and high."""
    head = b"IHDR" + struct.pack(">IIBBBBB", 50_000, 50_000, 8, 2, 0, 0, 0)
    chunk = struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head))
    return b"\x89PNG\r\n\x1a\n" + chunk + struct.pack(">I", 8) + b"IDAT" + bytes(12)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG"),
        (b'<?xml version="1.0"?>\n<svg/>', "SVG"),
        (b"hello", "not a picture"),
        (b"", "not a picture"),
        (encoded(raster(640, 320))[:300], "damaged"),
        (encoded(raster(640, 320), "JPEG")[:600], "damaged"),
        (bomb(), "too many pixels"),
        (encoded(raster(9, 9)), "too small"),
    ],
)
def test_what_cannot_be_taken_in_is_refused_with_the_reason(content: bytes, reason: str) -> None:
    with pytest.raises(UserError, match=reason):
        read_logo(content, "logo.png")
