"""Pictures from users' files: decoded, cleaned and encoded anew, so that only pixels are kept.

Cameras and drawing programs write places, names and dates into picture files; none of that may
reach a client. What cannot be read safely is refused before it is decoded.
"""

from __future__ import annotations

import io
import struct
import warnings
from pathlib import Path

from PIL import Image, ImageChops, ImageCms, ImageOps, UnidentifiedImageError

from briefing_app.domain.labels import N_
from briefing_app.errors import UserError
from briefing_app.files import read_bytes

MAX_FILE = 30_000_000
MAX_PIXELS = 60_000_000
LONGEST_SIDE = 1200
"""Pixels; 15 cm at 200 dots an inch, more than any logo is printed."""
SHORTEST_SIDE = 16

_FORMATS = ("PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP")
FAULTS = (OSError, SyntaxError, ValueError, EOFError, struct.error)
"""What Pillow raises for files that are damaged."""
_TOO_SMALL = N_(
    "{source} is too small: {width} x {height} pixels. Give the logo in a larger size, "
    "600 pixels wide or more."
)
_DEEP_GREY = ("I;16", "I;16B", "I;16L", "I")


def read_logo_file(path: Path) -> bytes:
    """A PNG of the logo in a picture file, without an empty margin; see `read_logo`."""
    return read_logo(read_bytes(path, MAX_FILE), path.name)


def read_logo(content: bytes, source: str) -> bytes:
    """A PNG of the logo in the bytes of a picture file, at most 1200 pixels wide and high.

    An animation gives its first frame. ``source`` is what the user calls the file. Raises
    UserError for what is no picture, is damaged, or is too large or small.
    """
    image = _without_margin(upright(opened(content, source), source))
    refuse_smaller(image, SHORTEST_SIDE, source, _TOO_SMALL)
    image.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    return _encoded(image)


def opened(content: bytes, source: str) -> Image.Image:
    """The picture with its head read and no pixel yet."""
    if b"<svg" in content[:2000].lower():
        raise UserError(
            "{source} is an SVG drawing, which cannot be taken in. Save it as PNG, 600 pixels wide "
            "or more.",
            source=source,
        )
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # judged below
            image = Image.open(io.BytesIO(content), formats=_FORMATS)
    except Image.DecompressionBombError as error:
        raise _too_many_pixels(source) from error
    except UnidentifiedImageError as error:
        raise UserError(
            "{source} is not a picture that can be read. Give a PNG, JPEG, GIF, BMP, TIFF or WebP "
            "file.",
            source=source,
        ) from error
    except FAULTS as error:
        raise _damaged(source) from error
    if image.width * image.height > MAX_PIXELS:
        raise _too_many_pixels(source)
    return image


def upright(image: Image.Image, source: str) -> Image.Image:
    """The pixels as they are to be seen: turned as the camera said, in sRGB, nothing else."""
    try:
        image.load()
        turned = ImageOps.exif_transpose(image)
        return _in_srgb(turned)
    except FAULTS as error:
        raise _damaged(source) from error


def refuse_smaller(image: Image.Image, least: int, source: str, words: str) -> None:
    """Raise UserError in ``words`` where a side is shorter than ``least`` pixels; they may hold
    {source}, {width}, {height} and {least}."""
    if min(image.size) < least:
        raise UserError(words, source=source, width=image.width, height=image.height, least=least)


def _in_srgb(image: Image.Image) -> Image.Image:
    """RGB, or RGBA where something of it is transparent."""
    profile = image.info.get("icc_profile")
    if image.mode in _DEEP_GREY:
        image = image.convert("L")
    elif image.mode in ("P", "PA", "LA", "1") or "transparency" in image.info:
        image = image.convert("RGBA")
    elif profile and image.mode in ("RGB", "RGBA", "CMYK"):
        image = _converted(image, profile)
    if image.mode == "RGBA" and image.getchannel("A").getextrema() != (255, 255):
        return image
    return image.convert("RGB")


def _converted(image: Image.Image, profile: bytes) -> Image.Image:
    """The picture from its colour profile to sRGB; a profile that is none is passed over."""
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        target = ImageCms.createProfile("sRGB")
        done = ImageCms.profileToProfile(image, source, target, outputMode=mode)
    except (OSError, ImageCms.PyCMSError):
        return image
    return done if done is not None else image


def _without_margin(image: Image.Image) -> Image.Image:
    """The picture without transparent or white edges, which would add to its clear space."""
    if image.mode == "RGBA":
        box = image.getchannel("A").getbbox()
    else:
        box = ImageChops.invert(image.convert("L")).point(lambda value: max(value - 8, 0)).getbbox()
    return image.crop(box) if box else image


def _encoded(image: Image.Image) -> bytes:
    """The pixels alone as a PNG."""
    pixels = Image.frombytes(image.mode, image.size, image.tobytes())
    stream = io.BytesIO()
    pixels.save(stream, "PNG", optimize=True)
    return stream.getvalue()


def is_clean(content: bytes) -> bool:
    """True for the bytes of a PNG that `read_logo` made or might have made."""
    try:
        with Image.open(io.BytesIO(content), formats=("PNG",)) as image:
            if max(image.size) > LONGEST_SIDE or min(image.size) < SHORTEST_SIDE:
                return False
            image.load()
            return image.mode in ("RGB", "RGBA") and not image.info
    except (Image.DecompressionBombError, *FAULTS):
        return False


def _damaged(source: str) -> UserError:
    return UserError(
        "{source} is damaged and cannot be read as a picture. Save it anew, as PNG for example.",
        source=source,
    )


def _too_many_pixels(source: str) -> UserError:
    return UserError(
        "{source} has too many pixels: more than {limit} million. Save it smaller.",
        source=source,
        limit=MAX_PIXELS // 1_000_000,
    )
