"""Small pictures for tests, as a user's file or as the program keeps them."""

from __future__ import annotations

import io

from PIL import Image as Raster
from PIL import ImageDraw

from briefing_app.domain.picture import Picture


def raster(width: int, height: int, mode: str = "RGB") -> Raster.Image:
    """A disc on white, or on nothing where the mode has transparency."""
    ground = (255, 255, 255, 0) if mode == "RGBA" else (255, 255, 255)
    image = Raster.new("RGBA" if mode == "RGBA" else "RGB", (width, height), ground)
    ImageDraw.Draw(image).ellipse((0, 0, width - 1, height - 1), fill=(180, 40, 60))
    return image if mode in ("RGB", "RGBA") else image.convert(mode)


def encoded(image: Raster.Image, file_format: str = "PNG", **options: object) -> bytes:
    """The image as a file."""
    stream = io.BytesIO()
    image.save(stream, file_format, **options)
    return stream.getvalue()


def logo(width: int, height: int) -> bytes:
    """A logo as the program keeps it."""
    return encoded(raster(width, height))


def photo(side: int = 64) -> bytes:
    """A person's photograph as the program keeps it."""
    return encoded(raster(side, side), "JPEG")


def picture(width: int = 60, height: int = 30, file_format: str = "PNG") -> Picture:
    """A picture as the program keeps it."""
    mode = "RGBA" if file_format == "PNG" else "RGB"
    return Picture(encoded(raster(width, height, mode), file_format), width, height)
