"""What icons are drawn of: lines, boxes, circles and curves on a square of 24 units."""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:  # whoever has icons needs nothing else of documents
    from briefing_app.documents.placed import Step

Stroke: TypeAlias = "tuple[Step, ...]"

SQUARE = 24.0
_KAPPA = 0.5523
"""How long the handles of a quarter circle's Bézier curve are, as a share of its radius."""
_DOT = 0.2
_TEETH = 8


def line(*coordinates: float) -> Stroke:
    """Straight lines from point to point: x, y, x, y ..."""
    return tuple(zip(coordinates[::2], coordinates[1::2], strict=True))


def closed(*coordinates: float) -> Stroke:
    """Straight lines from point to point and back to the first."""
    return line(*coordinates, *coordinates[:2])


def ellipse(x: float, y: float, across: float, down: float) -> Stroke:
    """An ellipse around (x, y) with its two radii."""
    a, d = across * _KAPPA, down * _KAPPA
    return (
        (x + across, y),
        (x + across, y + d, x + a, y + down, x, y + down),
        (x - a, y + down, x - across, y + d, x - across, y),
        (x - across, y - d, x - a, y - down, x, y - down),
        (x + a, y - down, x + across, y - d, x + across, y),
    )


def circle(x: float, y: float, radius: float) -> Stroke:
    """A circle around (x, y)."""
    return ellipse(x, y, radius, radius)


def dot(x: float, y: float) -> Stroke:
    """A point, as thick as a line."""
    return circle(x, y, _DOT)


def box(x: float, y: float, width: float, height: float, corner: float = 1.8) -> Stroke:
    """A rectangle with round corners."""
    right, bottom, k = x + width, y + height, corner * (1 - _KAPPA)
    return (
        (x + corner, y),
        (right - corner, y),
        (right - k, y, right, y + k, right, y + corner),
        (right, bottom - corner),
        (right, bottom - k, right - k, bottom, right - corner, bottom),
        (x + corner, bottom),
        (x + k, bottom, x, bottom - k, x, bottom - corner),
        (x, y + corner),
        (x, y + k, x + k, y, x + corner, y),
    )


def mirrored(stroke: Stroke) -> Stroke:
    """The same with left and right exchanged."""
    return tuple(
        (SQUARE - step[0], step[1])
        if len(step) == 2
        else (SQUARE - step[0], step[1], SQUARE - step[2], step[3], SQUARE - step[4], step[5])
        for step in stroke
    )


def wheel(inner: float, outer: float) -> Stroke:
    """The outline of a cogwheel around the middle."""
    turns = [(tooth + part) * 2 * pi / _TEETH for tooth in range(_TEETH) for part in _TOOTH]
    reaches = [outer, outer, inner, inner] * _TEETH
    points = [
        coordinate
        for turn, reach in zip(turns, reaches, strict=True)
        for coordinate in (SQUARE / 2 + reach * cos(turn), SQUARE / 2 + reach * sin(turn))
    ]
    return closed(*points)


_TOOTH = (-0.15, 0.15, 0.3, 0.7)
"""Where in its share of the turn a tooth begins and ends, and the gap after it."""
