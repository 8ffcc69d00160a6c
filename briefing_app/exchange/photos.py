"""Photographs of people from users' files: a small square with the face, and pixels alone."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

from briefing_app.domain.labels import N_
from briefing_app.exchange.pictures import FAULTS, MAX_FILE, opened, refuse_smaller, upright
from briefing_app.files import read_bytes

SIDE = 512
"""Pixels at most; four times what the largest place for a photo shows."""
SHORTEST_SIDE = 64
_FACE = 0.3
"""Where in what is cut off an upright picture the cut begins: faces are in the upper part."""
_QUALITY = 85
_TOO_SMALL = N_(
    "{source} is too small: {width} x {height} pixels. Give a photo of {least} pixels or "
    "more on each side."
)
_OWN_SEGMENTS = ("APP0",)
"""What a JPEG must hold besides pixels, its resolution; others are for descriptions."""


def read_photo_file(path: Path) -> bytes:
    """A JPEG of the photograph in a picture file; see `read_photo`."""
    return read_photo(read_bytes(path, MAX_FILE), path.name)


def read_photo(content: bytes, source: str) -> bytes:
    """A square JPEG of the photograph in the bytes of a picture file, at most 512 pixels a side.

    It is turned as the camera said; what is too wide or too high is cut off. ``source`` is what
    the user calls the file. Raises UserError for what is no picture, is damaged, or is too large
    or small.
    """
    image = _on_white(upright(opened(content, source), source))
    refuse_smaller(image, SHORTEST_SIDE, source, _TOO_SMALL)
    square = image.crop(_square(image))
    square.thumbnail((SIDE, SIDE), Image.Resampling.LANCZOS)
    stream = io.BytesIO()
    Image.frombytes("RGB", square.size, square.tobytes()).save(stream, "JPEG", quality=_QUALITY)
    return stream.getvalue()


def is_clean_photo(content: bytes) -> bool:
    """True for the bytes of a JPEG that `read_photo` made or might have made."""
    try:
        with Image.open(io.BytesIO(content), formats=("JPEG",)) as image:
            if image.width != image.height or not SHORTEST_SIDE <= image.width <= SIDE:
                return False
            segments = {name for name, _ in getattr(image, "applist", ())}
            image.load()
            return image.mode == "RGB" and segments <= set(_OWN_SEGMENTS)
    except (Image.DecompressionBombError, *FAULTS):
        return False


def _on_white(image: Image.Image) -> Image.Image:
    if image.mode != "RGBA":
        return image
    ground = Image.new("RGBA", image.size, "white")
    return Image.alpha_composite(ground, image).convert("RGB")


def _square(image: Image.Image) -> tuple[int, int, int, int]:
    """What is kept: left, top, right, bottom."""
    side = min(image.size)
    left = (image.width - side) // 2
    top = round((image.height - side) * _FACE)
    return left, top, left + side, top + side
