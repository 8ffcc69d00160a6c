"""Icons as native shapes: outlines that take a colour of the theme and stay editable."""

from __future__ import annotations

from briefing_app.documents.icon_drawings import STROKES, Icon
from briefing_app.documents.icon_shapes import SQUARE
from briefing_app.documents.placed import Frame, Path, Step
from briefing_app.documents.theme import Colour

__all__ = ["Icon", "icon"]

_THICKNESS = 1.8
"""How thick lines are, in units of the square of 24."""


def icon(name: Icon, frame: Frame, colour: Colour = Colour.ACCENT, *, alt: str = "") -> Path:
    """The icon as large as it can be in the middle of ``frame``.

    Beside words that say the same it needs no ``alt``.
    """
    side = min(frame.width, frame.height)
    left, top = frame.x + (frame.width - side) / 2, frame.y + (frame.height - side) / 2
    unit = side / SQUARE
    return Path(
        polygons=tuple(
            tuple(_scaled(step, left, top, unit) for step in stroke) for stroke in STROKES[name]
        ),
        frame=Frame(left, top, side, side),
        name=f"Icon: {name}",
        fill=None,
        border=colour,
        border_width=_THICKNESS * unit,
        is_open=True,
        alt=alt,
    )


def _scaled(step: Step, left: float, top: float, unit: float) -> Step:
    if len(step) == 2:
        return left + step[0] * unit, top + step[1] * unit
    x1, y1, x2, y2, x, y = step
    return (
        left + x1 * unit,
        top + y1 * unit,
        left + x2 * unit,
        top + y2 * unit,
        left + x * unit,
        top + y * unit,
    )
