"""Draws the logos of the made-up companies in the sample data.

python -m tests.sample_logos assets/samples/logos
"""

from __future__ import annotations

import sys
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from briefing_app.paths import assets_folder

_FINE = 4
"""Drawn so many times larger, then scaled down, for smooth edges."""


def wordmark(words: str, colour: str, sign: str) -> Image.Image:
    """A sign with a word beside it, on nothing."""
    image = Image.new("RGBA", (680 * _FINE, 120 * _FINE))
    draw = ImageDraw.Draw(image)
    _waves(draw, sign) if words == "Heronshore" else _road(draw, sign)
    font = ImageFont.truetype(assets_folder() / "fonts/NotoSansSC-Bold.ttf", 72 * _FINE)
    draw.text((136 * _FINE, 60 * _FINE), words, fill=colour, font=font, anchor="lm")
    return _scaled(image)


def badge() -> Image.Image:
    """A square badge: a flame above a wave."""
    image = Image.new("RGBA", (240 * _FINE, 240 * _FINE))
    draw = ImageDraw.Draw(image)
    f = _FINE
    draw.rounded_rectangle((0, 0, 240 * f - 1, 240 * f - 1), 48 * f, fill="#E4572E")
    draw.polygon([(120 * f, 34 * f), (172 * f, 120 * f), (68 * f, 120 * f)], fill="#FFE8C2")
    draw.pieslice((68 * f, 68 * f, 172 * f, 172 * f), 0, 180, fill="#FFE8C2")
    draw.rounded_rectangle((40 * f, 186 * f, 200 * f, 206 * f), 10 * f, fill="#FFFFFF")
    return _scaled(image)


def _waves(draw: ImageDraw.ImageDraw, colour: str) -> None:
    f = _FINE
    draw.pieslice((10 * f, 10 * f, 110 * f, 110 * f), 180, 360, fill=colour)
    draw.rectangle((10 * f, 70 * f, 110 * f, 82 * f), fill=colour)
    draw.rectangle((26 * f, 92 * f, 94 * f, 104 * f), fill=colour)


def _road(draw: ImageDraw.ImageDraw, colour: str) -> None:
    f = _FINE
    draw.ellipse((10 * f, 10 * f, 110 * f, 110 * f), fill=colour)
    draw.polygon(
        [(52 * f, 26 * f), (68 * f, 26 * f), (90 * f, 98 * f), (30 * f, 98 * f)], "#FFFFFF"
    )
    draw.rectangle((57 * f, 52 * f, 63 * f, 92 * f), fill=colour)


def _scaled(image: Image.Image) -> Image.Image:
    size = (image.width // _FINE, image.height // _FINE)
    small = image.resize(size, Image.Resampling.LANCZOS)
    return small.crop(small.getbbox())


def main(folder: Path) -> None:
    """Write all of them."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, image in {
        "own": wordmark("Heronshore", "#14213D", "#1F6FEB"),
        "own-for-dark": wordmark("Heronshore", "#FFFFFF", "#6CA5FF"),
        "fireferry": badge(),
        "client-chengye": wordmark("Chengye", "#0B3B2E", "#12805C"),
    }.items():
        image.save(folder / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
