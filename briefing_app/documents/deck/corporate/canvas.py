"""A coarse picture of a layout: what colour lies where, and what must not be written upon.

Backgrounds, fills, pictures and polygons are painted with Pillow; text and effects are not.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from PIL import Image, ImageDraw

from briefing_app.documents.deck.corporate.colours import (
    WHITE,
    Rgb,
    Scheme,
    contrast,
    resolved,
)
from briefing_app.documents.deck.corporate.shapes import Drawn, local
from briefing_app.documents.placed import Frame

_WIDTH = 240
_MOST_PIXELS = 60_000_000
_GROUND_SHARE = 0.4
"""A shape over more of the slide than this is a ground to write on, not a figure upon it."""

_FILLS = ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill")
_HAIRLINE = 2.0

Blob = Callable[[Any, str], bytes | None]
"""The bytes of the picture that an element's relationship id names."""


@dataclass(frozen=True)
class Painter:
    """What is needed to paint: the colours, the theme's fills, pictures."""

    scheme: Scheme
    theme_fills: Sequence[Any]
    background_fills: Sequence[Any]
    picture: Callable[[str], bytes | None]


class Canvas:
    """The painted layout; lengths are in points, colours from 0 to 1."""

    def __init__(self, width: float, height: float) -> None:
        self._step = width / _WIDTH
        size = (_WIDTH, max(round(height / self._step), 1))
        self._colours = Image.new("RGB", size, (255, 255, 255))
        self._figures = Image.new("L", size, 0)
        self._whole = Frame(0, 0, width, height)
        self.has_unread_picture = False

    def paint_background(self, background: Any, painter: Painter) -> None:
        """Paint a ``p:bg`` over everything."""
        reference = background.find("{*}bgRef")
        if reference is not None:
            base = resolved(reference, painter.scheme) or WHITE
            index = int(reference.get("idx") or 0) - 1001
            fills = painter.background_fills
            fill = fills[index] if 0 <= index < len(fills) else None
            self._fill(self._whole, fill, painter, base, as_figure=False)
        else:
            holder = background.find("{*}bgPr")
            fill = None if holder is None else _fill_of(holder)
            self._fill(self._whole, fill, painter, None, as_figure=False)

    def paint(self, drawn: Drawn, painter: Painter) -> None:
        """Paint a shape; small ones also count as figures."""
        frame = drawn.frame
        whole = self._whole.width * self._whole.height
        is_figure = frame.width * frame.height < _GROUND_SHARE * whole
        kind = local(drawn.element)
        if kind == "pic":
            fill = drawn.element.find("{*}blipFill")
            self._fill(frame, fill, painter, None, as_figure=is_figure)
        elif kind == "sp":
            fill, base = _shape_fill(drawn.element, painter)
            points = _polygons(drawn) if fill is not None else ()
            self._fill(frame, fill, painter, base, as_figure=is_figure, polygons=points)
            if _has_words(drawn.element):
                self.mark(frame)
        elif kind == "cxnSp":
            self.mark(frame.inset(-1, -1, -1, -1))
        else:
            self.mark(frame)

    def colours(self, frame: Frame) -> Iterator[Rgb]:
        """The colours below a frame."""
        left, top, right, bottom = self._pixels(frame)
        data = self._colours.crop((left, top, right, bottom)).tobytes()
        for red, green, blue in zip(data[::3], data[1::3], data[2::3], strict=True):
            yield red / 255, green / 255, blue / 255

    def ground(self, frame: Frame) -> Rgb:
        """The colour that prevails below a frame."""
        box = self._pixels(frame)
        part = self._colours.crop(box).quantize(8)
        index = max(range(256), key=part.histogram().__getitem__)
        palette = part.getpalette() or [255, 255, 255]
        red, green, blue = palette[3 * index : 3 * index + 3]
        return red / 255, green / 255, blue / 255

    def legibility(self, frame: Frame, ink: Rgb) -> float:
        """The contrast of a colour with all but the worst twentieth of what lies below."""
        ratios = sorted(contrast(ink, colour) for colour in set(self._rounded(frame)))
        return ratios[len(ratios) // 20] if ratios else 1.0

    def _rounded(self, frame: Frame) -> Iterator[Rgb]:
        for red, green, blue in self.colours(frame):
            yield round(red, 1), round(green, 1), round(blue, 1)

    def free(self, frame: Frame, ink: Rgb, needed: float) -> Frame | None:
        """The largest rectangle in ``frame`` free of figures on which ``ink`` can be read."""
        left, top, right, bottom = self._pixels(frame)
        figures = self._figures.crop((left, top, right, bottom)).tobytes()
        readable = lru_cache(lambda colour: contrast(ink, colour) >= needed)
        free = [
            not figure and readable(colour)
            for figure, colour in zip(figures, self.colours(frame), strict=True)
        ]
        best = _largest(right - left, bottom - top, free)
        if best is None:
            return None
        x, y, wide, high = best
        step = self._step
        found = Frame((left + x) * step, (top + y) * step, wide * step, high * step)
        return _common(found, frame)

    def _pixels(self, frame: Frame) -> tuple[int, int, int, int]:
        wide, high = self._colours.size
        left = min(max(round(frame.x / self._step), 0), wide - 1)
        top = min(max(round(frame.y / self._step), 0), high - 1)
        right = min(max(round(frame.right / self._step), left + 1), wide)
        bottom = min(max(round(frame.bottom / self._step), top + 1), high)
        return left, top, right, bottom

    def mark(self, frame: Frame) -> None:
        """Keep a frame free of anything else."""
        left, top, right, bottom = self._pixels(frame)
        self._figures.paste(255, (left, top, right, bottom))

    def _fill(
        self,
        frame: Frame,
        fill: Any,
        painter: Painter,
        base: Rgb | None,
        *,
        as_figure: bool,
        polygons: Sequence[Sequence[tuple[float, float]]] = (),
    ) -> None:
        if fill is None or local(fill) in ("noFill", "grpFill"):
            return
        shape = self._shape(frame, polygons)
        if local(fill) == "blipFill":
            shape = self._picture(frame, fill, painter, shape)
        else:
            rgb = _mean_colour(fill, painter.scheme, base)
            if rgb is None:
                return
            shape = shape.point(lambda value: value * _opacity(fill))
            self._colours.paste(_bytes(rgb), mask=shape)
        if as_figure:
            self._figures.paste(255, mask=shape.point(lambda value: 255 if value > 40 else 0))

    def _shape(
        self, frame: Frame, polygons: Sequence[Sequence[tuple[float, float]]]
    ) -> Image.Image:
        shape = Image.new("L", self._colours.size, 0)
        pen = ImageDraw.Draw(shape)
        if not polygons:
            left, top, right, bottom = self._pixels(frame)
            pen.rectangle((left, top, right - 1, bottom - 1), fill=255)
        for points in polygons:
            if len(points) > 1:
                pen.polygon([(x / self._step, y / self._step) for x, y in points], fill=255)
        return shape

    def _picture(
        self, frame: Frame, fill: Any, painter: Painter, shape: Image.Image
    ) -> Image.Image:
        blip = fill.find("{*}blip")
        key = (
            next((v for k, v in blip.attrib.items() if k.endswith("}embed")), "")
            if (blip is not None)
            else ""
        )
        picture = _read(painter.picture(key))
        if picture is None:
            self.has_unread_picture = True
            self.mark(frame)
            return Image.new("L", self._colours.size, 0)
        left, top, right, bottom = self._pixels(frame)
        picture = _cropped(picture, fill).resize((right - left, bottom - top))
        layer = Image.new("RGBA", self._colours.size, (0, 0, 0, 0))
        layer.paste(picture, (left, top))
        drawn = Image.new("L", self._colours.size, 0)
        drawn.paste(layer.getchannel("A"), mask=shape)
        self._colours.paste(layer.convert("RGB"), mask=drawn)
        return drawn


def _read(data: bytes | None) -> Image.Image | None:
    """A small copy of a picture; ``None`` for vector pictures and for what cannot be read."""
    if data is None:
        return None
    try:
        with Image.open(io.BytesIO(data)) as picture:
            if picture.format in ("WMF", "EMF") or picture.width * picture.height > _MOST_PIXELS:
                return None
            picture.draft("RGB", (640, 640))
            small = picture.copy()
        small.thumbnail((640, 640))
        return small.convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None


def _cropped(picture: Image.Image, fill: Any) -> Image.Image:
    crop = fill.find("{*}srcRect")
    if crop is None:
        return picture
    shares = [int(crop.get(side) or 0) / 100_000 for side in "ltrb"]
    left, top, right, bottom = (min(max(share, 0.0), 0.99) for share in shares)
    box = (
        int(picture.width * left),
        int(picture.height * top),
        max(int(picture.width * (1 - right)), int(picture.width * left) + 1),
        max(int(picture.height * (1 - bottom)), int(picture.height * top) + 1),
    )
    return picture.crop(box)


def _shape_fill(element: Any, painter: Painter) -> tuple[Any, Rgb | None]:
    """A shape's fill, its own or its style's, and the style's colour."""
    own = element.find("{*}spPr")
    fill = None if own is None else _fill_of(own)
    if fill is not None:
        return fill, None
    reference = element.find("{*}style/{*}fillRef")
    index = 0 if reference is None else int(reference.get("idx") or 0)
    if not index:
        return None, None
    fills = painter.theme_fills if index < 1000 else painter.background_fills
    place = index % 1000 - 1
    found = fills[place] if 0 <= place < len(fills) else None
    return found, resolved(reference, painter.scheme)


def _fill_of(holder: Any) -> Any:
    return next((child for child in holder if local(child) in _FILLS), None)


def _mean_colour(fill: Any, scheme: Scheme, base: Rgb | None) -> Rgb | None:
    """A fill's colour: the mean of a gradient's stops, a pattern's ground."""
    match local(fill):
        case "solidFill":
            return resolved(fill, scheme, base)
        case "pattFill":
            ground = fill.find("{*}bgClr")
            return None if ground is None else resolved(ground, scheme, base)
        case _:
            stops = [resolved(stop, scheme, base) for stop in fill.iterfind("{*}gsLst/{*}gs")]
            known = [stop for stop in stops if stop is not None]
            if not known:
                return None
            red, green, blue = (sum(part) / len(known) for part in zip(*known, strict=True))
            return red, green, blue


def _opacity(fill: Any) -> float:
    """1 for an opaque fill; the mean of all colours that say how clear they are."""
    colours = [element for element in fill.iter("{*}*") if local(element).endswith("Clr")]
    alphas = [element.find("{*}alpha") for element in colours]
    shares = [1.0 if each is None else int(each.get("val") or 0) / 100_000 for each in alphas]
    return sum(shares) / len(shares) if shares else 1.0


def _polygons(drawn: Drawn) -> list[list[tuple[float, float]]]:
    """The outlines of a freeform shape, with curves drawn through their control points."""
    outlines: list[list[tuple[float, float]]] = []
    frame = drawn.frame
    for path in drawn.element.iterfind("{*}spPr/{*}custGeom/{*}pathLst/{*}path"):
        wide, high = float(path.get("w") or 0), float(path.get("h") or 0)
        if not wide or not high or path.get("fill") == "none":
            continue
        current: list[tuple[float, float]] = []
        for point in path.iter("{*}pt"):
            if local(point.getparent()) == "moveTo" and current:
                outlines.append(current)
                current = []
            x, y = point.get("x") or "", point.get("y") or ""
            if _is_number(x) and _is_number(y):
                current.append(
                    (
                        frame.x + float(x) / wide * frame.width,
                        frame.y + float(y) / high * frame.height,
                    )
                )
        outlines.append(current)
    return [outline for outline in outlines if len(outline) > 1]


def _is_number(text: str) -> bool:
    return text.lstrip("-").isdigit()


def _has_words(element: Any) -> bool:
    return any((word.text or "").strip() for word in element.iter("{*}t"))


def _largest(wide: int, high: int, free: Sequence[bool]) -> tuple[int, int, int, int] | None:
    """The largest free rectangle: x, y, width, height in pixels."""
    best: tuple[int, tuple[int, int, int, int]] | None = None
    heights = [0] * wide
    for y in range(high):
        for x in range(wide):
            heights[x] = heights[x] + 1 if free[y * wide + x] else 0
        for x, width, height in _rectangles(heights):
            if best is None or width * height > best[0]:
                best = width * height, (x, y - height + 1, width, height)
    return None if best is None else best[1]


def _rectangles(heights: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """All maximal rectangles below a skyline: x, width, height."""
    open_: list[tuple[int, int]] = []
    for x, height in enumerate((*heights, 0)):
        start = x
        while open_ and open_[-1][1] >= height:
            start, tall = open_.pop()
            if tall:
                yield start, x - start, tall
        open_.append((start, height))


def _common(one: Frame, other: Frame) -> Frame:
    x, y = max(one.x, other.x), max(one.y, other.y)
    return Frame(x, y, min(one.right, other.right) - x, min(one.bottom, other.bottom) - y)


def _bytes(rgb: Rgb) -> tuple[int, int, int]:
    red, green, blue = (round(min(max(part, 0), 1) * 255) for part in rgb)
    return red, green, blue
