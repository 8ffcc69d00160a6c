"""Gradients as small pictures: how far along they are at each point, then its colour."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import cos, hypot, radians, sin
from typing import TypeAlias

from PIL import Image, ImageOps

_SIDE = 256
"""Pixels of a run on each side, as Pillow makes them."""

Stop: TypeAlias = tuple[float, tuple[float, float, float, float]]
"""Where a colour is reached (0 to 1), and its red, green, blue and opacity (0 to 1)."""


def run_across(degrees: float) -> Image.Image:
    """A run in a straight line: 0 degrees from left to right, 90 from top to bottom."""
    down = Image.linear_gradient("L")
    right = down.transpose(Image.Transpose.ROTATE_90)
    x, y = cos(radians(degrees)), sin(radians(degrees))
    across = right if x >= 0 else ImageOps.invert(right)
    downwards = down if y >= 0 else ImageOps.invert(down)
    return Image.blend(across, downwards, abs(y) / (abs(x) + abs(y)))


def run_outwards(x: float, y: float) -> Image.Image:
    """A run from a point, in shares of the width and height, to the farthest corner."""
    reach = hypot(max(x, 1 - x), max(y, 1 - y))
    side = round(2 * reach * _SIDE)
    spread = Image.radial_gradient("L").resize((side, side))
    left, top = round(side / 2 - x * _SIDE), round(side / 2 - y * _SIDE)
    return spread.crop((left, top, left + _SIDE, top + _SIDE))


def gradient(stops: Sequence[Stop], run: Image.Image) -> Image.Image:
    """The picture (RGBA) of a gradient; at least one stop, in order."""
    shades = [_shade(stops, step / 255) for step in range(256)]
    channels = (
        run.point([round(255 * shade[channel]) for shade in shades]) for channel in range(4)
    )
    return Image.merge("RGBA", tuple(channels))


def _shade(stops: Sequence[Stop], at: float) -> tuple[float, ...]:
    for (start, before), (end, after) in pairwise(stops):
        if start <= at < end:
            share = (at - start) / (end - start)
            return tuple(a + (b - a) * share for a, b in zip(before, after, strict=True))
    return stops[0][1] if at < stops[0][0] else stops[-1][1]
