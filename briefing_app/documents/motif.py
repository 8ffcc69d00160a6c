"""The piece that fields on covers and breaks are made of: each theme has its own form of it."""

from __future__ import annotations

from math import cos, pi, sin

from briefing_app.documents.placed import Step
from briefing_app.documents.theme import Motif

_KAPPA = 0.5523
"""How long the handles of a quarter circle's Bézier curve are, as a share of its radius."""
_RING = 0.46
"""The inner radius of an arch, as a share of the outer one."""


def corner_piece(motif: Motif, x: float, y: float, radius: float, start: float) -> tuple[Step, ...]:
    """The outline of a piece that fills a quarter of the square around (x, y).

    It begins ``start`` half turns clockwise from the right and turns a quarter further.
    """
    match motif:
        case Motif.DISCS:
            return ((x, y), *_arc(x, y, radius, start))
        case Motif.FACETS:
            first, last = _on_circle(x, y, radius, start), _on_circle(x, y, radius, start + 0.5)
            return ((x, y), first, last)
        case Motif.ARCHES:
            outer = _arc(x, y, radius, start)
            inner = _arc(x, y, radius * _RING, start + 0.5, -1)
            return (*outer, *inner)


def _arc(x: float, y: float, radius: float, start: float, way: int = 1) -> tuple[Step, ...]:
    """A quarter circle from its first point, clockwise unless ``way`` is -1."""
    end = start + 0.5 * way
    first, last = _on_circle(x, y, radius, start), _on_circle(x, y, radius, end)
    handle = radius * _KAPPA * way
    out = (first[0] - handle * sin(start * pi), first[1] + handle * cos(start * pi))
    into = (last[0] + handle * sin(end * pi), last[1] - handle * cos(end * pi))
    return (first, (*out, *into, *last))


def _on_circle(x: float, y: float, radius: float, turn: float) -> tuple[float, float]:
    return x + radius * cos(turn * pi), y + radius * sin(turn * pi)
