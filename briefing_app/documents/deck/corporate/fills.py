"""What shapes and backgrounds are filled with: a colour, and how much of it, or a picture."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PIL import Image, ImageOps

from briefing_app.documents.deck.corporate.colours import (
    WHITE,
    Rgb,
    Scheme,
    all_resolved,
    hexadecimal,
    resolved,
)
from briefing_app.documents.deck.corporate.gradients import gradient, run_across, run_outwards
from briefing_app.documents.deck.corporate.shapes import EMU, local

_WHOLE = 100_000
_MOST_PIXELS = 60_000_000
_LINE = 9525
"""A line's usual width (ECMA-376 part 1, 20.1.2.2.24)."""

_DEGREE = 60_000
_LARGE = (640, 640)
_FILLS = ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill")
_BACKGROUNDS = 1000
"""From here on an index counts the theme's fills of backgrounds (ECMA-376 part 1, 20.1.4.2.10)."""


@dataclass(frozen=True)
class Painter:
    """What is needed to paint: the colours, the theme's fills, and pictures by relationship id."""

    scheme: Scheme
    theme_fills: Sequence[Any]
    background_fills: Sequence[Any]
    picture: Callable[[str], bytes | None]

    def of_background(self, background: Any) -> tuple[Any, Rgb | None]:
        """The fill of a ``p:bg`` and what its ``phClr`` stands for."""
        reference = background.find("{*}bgRef")
        if reference is None:
            holder = background.find("{*}bgPr")
            return (None if holder is None else _fill_in(holder)), None
        return self._from_theme(reference), resolved(reference, self.scheme) or WHITE

    def of_shape(self, element: Any) -> tuple[Any, Rgb | None]:
        """A shape's fill, its own or its style's, and the style's colour."""
        own = element.find("{*}spPr")
        fill = None if own is None else _fill_in(own)
        if fill is not None:
            return fill, None
        reference = element.find("{*}style/{*}fillRef")
        if reference is None:
            return None, None
        return self._from_theme(reference), resolved(reference, self.scheme)

    def stroke(self, element: Any) -> tuple[Rgb, float] | None:
        """A shape's line, its own or its style's: colour and width in points."""
        own = element.find("{*}spPr/{*}ln")
        fill = None if own is None else _fill_in(own)
        wide = int(("" if own is None else own.get("w")) or _LINE) / EMU
        if fill is None:
            reference = element.find("{*}style/{*}lnRef")
            fill = reference if reference is not None and reference.get("idx") != "0" else None
        if fill is None or local(fill) == "noFill":
            return None
        rgb = resolved(fill, self.scheme)
        return None if rgb is None else (rgb, wide)

    def colour(self, fill: Any, base: Rgb | None) -> Rgb | None:
        """The colour of a plain fill; a pattern's ground."""
        holder = fill.find("{*}bgClr") if local(fill) == "pattFill" else fill
        return None if holder is None else resolved(holder, self.scheme, base)

    def image(self, fill: Any, base: Rgb | None) -> Image.Image | None:
        """A gradient, or a small copy of the picture in a fill, cropped as it says.

        ``None`` for vector pictures and for what cannot be read.
        """
        if local(fill) == "gradFill":
            return self._gradient(fill, base)
        blip = fill.find("{*}blip")
        named = {} if blip is None else blip.attrib
        key = next((value for name, value in named.items() if name.endswith("}embed")), "")
        picture = _read(self.picture(key))
        return None if picture is None else self._toned(_cropped(picture, fill), blip)

    def _toned(self, picture: Image.Image, blip: Any) -> Image.Image:
        """A picture in the two colours that PowerPoint shows it in, where it does."""
        tones = blip.find("{*}duotone")
        colours = () if tones is None else tuple(all_resolved(tones, self.scheme))
        if len(colours) != 2:
            return picture
        dark, light = ("#" + hexadecimal(colour) for colour in colours)
        toned = ImageOps.colorize(picture.convert("L"), dark, light)
        toned.putalpha(picture.getchannel("A"))
        return toned

    def _gradient(self, fill: Any, base: Rgb | None) -> Image.Image | None:
        stops = []
        for stop in fill.iterfind("{*}gsLst/{*}gs"):
            rgb = resolved(stop, self.scheme, base)
            if rgb is not None:
                stops.append((int(stop.get("pos") or 0) / _WHOLE, (*rgb, opacity(stop))))
        return gradient(sorted(stops), _run(fill)) if stops else None

    def _from_theme(self, reference: Any) -> Any:
        index = int(reference.get("idx") or 0)
        fills = self.background_fills if index > _BACKGROUNDS else self.theme_fills
        place = index % _BACKGROUNDS - 1
        return fills[place] if 0 <= place < len(fills) else None


def opacity(fill: Any) -> float:
    """1 for an opaque fill; the mean of all colours that say how clear they are."""
    colours = [element for element in fill.iter("{*}*") if local(element).endswith("Clr")]
    alphas = [element.find("{*}alpha") for element in colours]
    shares = [1.0 if each is None else int(each.get("val") or 0) / _WHOLE for each in alphas]
    return sum(shares) / len(shares) if shares else 1.0


def _run(fill: Any) -> Image.Image:
    """How a gradient runs: outwards from a rectangle's middle, or across at an angle."""
    path = fill.find("{*}path")
    if path is not None:
        start = path.find("{*}fillToRect")
        told = {} if start is None else start.attrib
        left, top, right, bottom = (int(told.get(side) or 0) / _WHOLE for side in "ltrb")
        return run_outwards((left + 1 - right) / 2, (top + 1 - bottom) / 2)
    line = fill.find("{*}lin")
    return run_across(0 if line is None else int(line.get("ang") or 0) / _DEGREE)


def _fill_in(holder: Any) -> Any:
    return next((child for child in holder if local(child) in _FILLS), None)


def _read(data: bytes | None) -> Image.Image | None:
    if data is None:
        return None
    try:
        with Image.open(io.BytesIO(data)) as picture:
            if picture.format in ("WMF", "EMF") or picture.width * picture.height > _MOST_PIXELS:
                return None
            picture.draft("RGB", _LARGE)
            small = picture.copy()
        small.thumbnail(_LARGE)
        return small.convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None


def _cropped(picture: Image.Image, fill: Any) -> Image.Image:
    crop = fill.find("{*}srcRect")
    if crop is None:
        return picture
    shares = [int(crop.get(side) or 0) / _WHOLE for side in "ltrb"]
    left, top, right, bottom = (min(max(share, 0.0), 0.99) for share in shares)
    box = (
        int(picture.width * left),
        int(picture.height * top),
        max(int(picture.width * (1 - right)), int(picture.width * left) + 1),
        max(int(picture.height * (1 - bottom)), int(picture.height * top) + 1),
    )
    return picture.crop(box)
