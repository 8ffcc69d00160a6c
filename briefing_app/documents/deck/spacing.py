"""The deck's white: one scale of seven steps, from which every block takes its spaces.

Where a slide would be divided for want of a little room, all its spaces go one step down.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

STEPS: Final = (4.0, 8.0, 12.0, 16.0, 24.0, 32.0, 48.0)
HAIR, SNUG, SMALL, MEDIUM, LARGE, WIDE, VAST = STEPS
"""In points: between a name and its words; a number and its line; the items of a list; the
padding of boxes, of panels, of large panels; between parts of a slide that belong apart."""


def tighter(space: float) -> float:
    """One step smaller; the smallest stays."""
    return STEPS[max(bisect_left(STEPS, space) - 1, 0)]
