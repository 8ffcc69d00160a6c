"""A coarse picture of a layout: what colour lies where, and what must not be written upon.

Backgrounds, fills, pictures and lines are painted with Pillow; text and effects are not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from briefing_app.documents.deck.corporate.colours import Rgb, contrast
from briefing_app.documents.deck.corporate.fills import Painter, opacity
from briefing_app.documents.deck.corporate.free_space import largest_rectangle, widest_run
from briefing_app.documents.deck.corporate.outlines import Outline, line_of, outlines
from briefing_app.documents.deck.corporate.shapes import Drawn, local
from briefing_app.documents.placed import Frame

_WIDTH = 240
_GROUND_SHARE = 0.4
"""A shape over more of the slide than this is a ground to write on, not a figure upon it."""

_EDGE = 22
"""The step in lightness, of 255, from which the eye sees a line that words must not cross."""

_CLEAR = 2
"""Pixels that stay free beside figures: 8 points on a slide of ours."""

_BESIDE_WORDS = 0.2
"""The share of a title's height above and below in which rules are let be."""

_FAINT, _DENSE = 5, 190
"""The step in lightness that is seen at all; the opacity, of 255, that hides what is below."""


class Canvas:
    """The painted layout; lengths are in points, colours from 0 to 1."""

    def __init__(self, width: float, height: float) -> None:
        self._step = width / _WIDTH
        size = (_WIDTH, max(round(height / self._step), 1))
        self._colours = Image.new("RGB", size, (255, 255, 255))
        self._figures = Image.new("L", size, 0)
        self._kept = Image.new("L", size, 0)
        self._whole = Frame(0, 0, width, height)
        self.has_unread_picture = False

    def paint_background(self, background: Any, painter: Painter) -> None:
        """Paint a ``p:bg`` over everything."""
        fill, base = painter.of_background(background)
        self._fill(self._whole, fill, painter, base, self._shape(self._whole), is_figure=False)

    def paint(self, drawn: Drawn, painter: Painter) -> None:
        """Paint a shape; small ones also count as figures."""
        frame, kind = drawn.frame, local(drawn.element)
        if kind == "pic":
            fill, is_figure = drawn.element.find("{*}blipFill"), self._is_figure(frame)
            self._fill(frame, fill, painter, None, self._shape(frame), is_figure=is_figure)
        elif kind == "sp":
            self.paint_fill(drawn, painter)
            self._paint_line(drawn, painter)
            if _has_words(drawn.element):
                self.mark(frame)
        elif kind == "cxnSp":
            self._draw_line(line_of(drawn))
        else:
            self.mark(frame)

    def paint_fill(self, drawn: Drawn, painter: Painter) -> None:
        """Paint what a shape is filled with, not its words."""
        fill, base = painter.of_shape(drawn.element)
        if fill is not None:
            shape, is_figure = self._polygons(outlines(drawn)), self._is_figure(drawn.frame)
            self._fill(drawn.frame, fill, painter, base, shape, is_figure=is_figure)

    def _paint_line(self, drawn: Drawn, painter: Painter) -> None:
        line = painter.stroke(drawn.element)
        if line is None:
            return
        rgb, points = line
        pen, width = ImageDraw.Draw(self._colours), max(round(points / self._step), 1)
        for outline in outlines(drawn, is_filled=False):
            corners = [(x / self._step, y / self._step) for x, y in outline]
            pen.line(corners, fill=_bytes(rgb), width=width)

    def mark(self, frame: Frame) -> None:
        """Keep a frame free of anything else."""
        self._kept.paste(255, self._pixels(frame))

    def colours(self, frame: Frame) -> Iterator[Rgb]:
        """The colours below a frame."""
        data = self._colours.crop(self._pixels(frame)).tobytes()
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
        part = self._colours.crop(self._pixels(frame))
        counted: Any = part.getcolors(part.width * part.height)
        ratios = sorted(
            (contrast(ink, (red / 255, green / 255, blue / 255)), count)
            for count, (red, green, blue) in counted
        )
        left = part.width * part.height // 20
        for ratio, count in ratios:
            left -= count
            if left < 0:
                return ratio
        return 1.0

    def busyness(self, frame: Frame) -> float:
        """The share of a frame that edges and what is kept free take."""
        part = self._busy().crop(self._pixels(frame))
        return part.histogram()[255] / (part.width * part.height)

    def free(self, frame: Frame, ink: Rgb, needed: float) -> Frame | None:
        """The largest rectangle in ``frame`` free of figures on which ``ink`` can be read."""
        box = self._pixels(frame)
        left, top, right, bottom = box
        taken = ImageChops.lighter(self._figures, self._busy())
        free = self._readable(frame, taken, ink, needed)
        best = largest_rectangle(right - left, bottom - top, free)
        if best is None:
            return None
        x, y, wide, high = best
        step = self._step
        return _common(Frame((left + x) * step, (top + y) * step, wide * step, high * step), frame)

    def clear_run(self, frame: Frame, ink: Rgb, needed: float) -> Frame:
        """The widest part of ``frame``, as high as it is, that no edge crosses: for titles.

        Figures count by their edges alone: many titles stand upon a band. So do rules right above
        or below the words.
        """
        aside = frame.height * _BESIDE_WORDS
        inner = frame.inset(0, aside, 0, aside)
        left, top, right, bottom = self._pixels(inner)
        free = self._readable(inner, self._busy(), ink, needed)
        x, wide = widest_run(right - left, bottom - top, free)
        found = Frame((left + x) * self._step, frame.y, wide * self._step, frame.height)
        return _common(found, frame)

    def _is_figure(self, frame: Frame) -> bool:
        whole = self._whole.width * self._whole.height
        return frame.width * frame.height < _GROUND_SHARE * whole

    def _busy(self) -> Image.Image:
        """What is kept free and all edges, with clear space about them."""
        light = self._colours.convert("L")
        lightest, darkest = light.filter(ImageFilter.MaxFilter(3)), ImageFilter.MinFilter(3)
        steps = ImageChops.subtract(lightest, light.filter(darkest))
        edges = steps.point(lambda step: 255 if step > _EDGE else 0)
        return ImageChops.lighter(edges, self._kept).filter(ImageFilter.MaxFilter(2 * _CLEAR - 1))

    def _readable(self, frame: Frame, taken: Image.Image, ink: Rgb, needed: float) -> list[bool]:
        """For each pixel of a frame whether it is not taken and ``ink`` can be read on it."""
        readable = lru_cache(lambda colour: contrast(ink, colour) >= needed)
        pixels = taken.crop(self._pixels(frame)).tobytes()
        return [
            not pixel and readable(colour)
            for pixel, colour in zip(pixels, self.colours(frame), strict=True)
        ]

    def _pixels(self, frame: Frame) -> tuple[int, int, int, int]:
        wide, high = self._colours.size
        left = min(max(round(frame.x / self._step), 0), wide - 1)
        top = min(max(round(frame.y / self._step), 0), high - 1)
        right = min(max(round(frame.right / self._step), left + 1), wide)
        bottom = min(max(round(frame.bottom / self._step), top + 1), high)
        return left, top, right, bottom

    def _fill(
        self,
        frame: Frame,
        fill: Any,
        painter: Painter,
        base: Rgb | None,
        shape: Image.Image,
        *,
        is_figure: bool,
    ) -> None:
        if fill is None or local(fill) in ("noFill", "grpFill"):
            return
        before = self._colours.copy()
        if local(fill) in ("blipFill", "gradFill"):
            shape = self._picture(frame, painter.image(fill, base), shape)
        else:
            rgb = painter.colour(fill, base)
            if rgb is None:
                return
            clear = opacity(fill)
            shape = shape if clear == 1 else shape.point(lambda value: value * clear)
            self._colours.paste(_bytes(rgb), mask=shape)
        if is_figure:  # white upon white is none
            seen = ImageChops.difference(before, self._colours).convert("L")
            self._figures.paste(255, mask=seen.point(lambda step: 255 if step > _FAINT else 0))
        else:  # what a ground covers is no longer seen
            self._figures.paste(0, mask=shape.point(lambda value: 255 if value > _DENSE else 0))

    def _shape(self, frame: Frame) -> Image.Image:
        """A mask of a rectangle; one that is thinner than a pixel is drawn all the same."""
        shape = Image.new("L", self._colours.size, 0)
        shape.paste(255, self._pixels(frame))
        return shape

    def _polygons(self, shapes: Sequence[Outline]) -> Image.Image:
        """A mask of outlines; where one lies in another it is a hole."""
        mask = Image.new("L", self._colours.size, 0)
        for points in shapes:
            one = Image.new("L", self._colours.size, 0)
            corners = [(x / self._step, y / self._step) for x, y in points]
            ImageDraw.Draw(one).polygon(corners, fill=255)
            mask = ImageChops.difference(mask, one)
        return mask

    def _draw_line(self, ends: Outline) -> None:
        pen = ImageDraw.Draw(self._kept)
        pen.line([(x / self._step, y / self._step) for x, y in ends], fill=255)

    def _picture(
        self, frame: Frame, picture: Image.Image | None, shape: Image.Image
    ) -> Image.Image:
        """Paint a picture; what of it was drawn. One that cannot be read is kept free."""
        if picture is None:
            self.has_unread_picture = True
            self.mark(frame)
            return Image.new("L", self._colours.size, 0)
        left, top, right, bottom = self._pixels(frame)
        layer = Image.new("RGBA", self._colours.size, (0, 0, 0, 0))
        layer.paste(picture.resize((right - left, bottom - top)), (left, top))
        drawn = Image.new("L", self._colours.size, 0)
        drawn.paste(layer.getchannel("A"), mask=shape)
        self._colours.paste(layer.convert("RGB"), mask=drawn)
        return drawn


def _has_words(element: Any) -> bool:
    return any((word.text or "").strip() for word in element.iter("{*}t"))


def _common(one: Frame, other: Frame) -> Frame:
    x, y = max(one.x, other.x), max(one.y, other.y)
    return Frame(x, y, min(one.right, other.right) - x, min(one.bottom, other.bottom) - y)


def _bytes(rgb: Rgb) -> tuple[int, int, int]:
    red, green, blue = (round(min(max(part, 0), 1) * 255) for part in rgb)
    return red, green, blue
