"""Where the ink of a shape is: its outlines on the slide, turned and mirrored as it is.

Curves are drawn through their control points, rare preset shapes as their rectangles.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import cos, pi, sin
from typing import Any, TypeAlias

from briefing_app.documents.deck.corporate.shapes import Drawn, local
from briefing_app.documents.placed import Point

Outline: TypeAlias = Sequence[Point]
"""Corners; those of a shape's own are in shares of its frame."""

_RECTANGLE: Outline = ((0, 0), (1, 0), (1, 1), (0, 1))
_CORNERS = 24
_PRESETS: Mapping[str, Outline] = {
    "ellipse": tuple(
        (0.5 + cos(2 * pi * at / _CORNERS) / 2, 0.5 + sin(2 * pi * at / _CORNERS) / 2)
        for at in range(_CORNERS)
    ),
    "triangle": ((0.5, 0), (1, 1), (0, 1)),
    "rtTriangle": ((0, 0), (1, 1), (0, 1)),
    "diamond": ((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)),
    "parallelogram": ((0.25, 0), (1, 0), (0.75, 1), (0, 1)),
}
_TURNS = 60_000
"""Angles are in sixty-thousandths of a degree (ECMA-376 part 1, 20.1.10.3)."""


def outlines(drawn: Drawn, *, is_filled: bool = True) -> tuple[Outline, ...]:
    """The outlines of a shape on the slide: of what is filled, or of its lines."""
    own = drawn.element.find("{*}spPr/{*}custGeom")
    if own is None:
        preset = drawn.element.find("{*}spPr/{*}prstGeom")
        name = "" if preset is None else str(preset.get("prst"))
        shape = _PRESETS.get(name, _RECTANGLE)
        shapes: Sequence[Outline] = (shape if is_filled else (*shape, shape[0]),)
    else:
        shapes = tuple(_freeform(own, "fill" if is_filled else "stroke"))
    return tuple(_placed(shape, drawn) for shape in shapes)


def line_of(drawn: Drawn) -> Outline:
    """The two ends of a connector, from the corner of its frame to the one across."""
    return _placed(((0, 0), (1, 1)), drawn)


def _freeform(geometry: Any, wanted: str) -> Iterator[Outline]:
    """The paths of a freeform shape that are filled, or drawn as lines."""
    for path in geometry.iterfind("{*}pathLst/{*}path"):
        wide, high = float(path.get("w") or 0), float(path.get("h") or 0)
        if wide and high and path.get(wanted) not in ("none", "0", "false"):
            yield from _paths(path, wide, high)


def _paths(path: Any, wide: float, high: float) -> Iterator[Outline]:
    """The parts of a path: each move starts another one."""
    current: list[Point] = []
    for point in path.iter("{*}pt"):
        if local(point.getparent()) == "moveTo":
            yield from _drawn(current)
            current = []
        x, y = point.get("x") or "", point.get("y") or ""
        if _is_number(x) and _is_number(y):
            current.append((float(x) / wide, float(y) / high))
    yield from _drawn(current)


def _drawn(outline: list[Point]) -> Iterator[Outline]:
    if len(outline) > 1:
        yield tuple(outline)


def _placed(shape: Outline, drawn: Drawn) -> Outline:
    """An outline in shares of a frame, mirrored, turned about its middle, on the slide."""
    frame, holder = drawn.frame, drawn.element.find("{*}spPr/{*}xfrm")
    stance = {} if holder is None else dict(holder.attrib)
    across = -1.0 if stance.get("flipH") in ("1", "true") else 1.0
    down = -1.0 if stance.get("flipV") in ("1", "true") else 1.0
    turned = stance.get("rot", "")
    angle = (int(turned) if _is_number(turned) else 0) / _TURNS * pi / 180
    middle_x, middle_y = frame.x + frame.width / 2, frame.y + frame.height / 2
    corners = (
        ((x - 0.5) * across * frame.width, (y - 0.5) * down * frame.height) for x, y in shape
    )
    return tuple(
        (
            middle_x + x * cos(angle) - y * sin(angle),
            middle_y + x * sin(angle) + y * cos(angle),
        )
        for x, y in corners
    )


def _is_number(text: str) -> bool:
    return text.lstrip("-").isdigit()
