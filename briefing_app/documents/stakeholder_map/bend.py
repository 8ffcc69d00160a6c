"""A bent line between two cards, and where on it a sign can be seen."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from briefing_app.documents.placed import Frame, Point, Step

_TRIED = tuple(0.5 + sign * step / 20 for step in range(10) for sign in (1, -1))
"""Shares of the line at which a sign may stand, the middle first."""


@dataclass(frozen=True, slots=True)
class Bend:
    """A Bézier curve: start, the two points that pull it, end."""

    start: Point
    first: Point
    second: Point
    end: Point

    @property
    def steps(self) -> tuple[Step, ...]:
        """As the steps of a path."""
        return (self.start, (*self.first, *self.second, *self.end))

    def at(self, share: float) -> Point:
        """The point after a share of the way, from 0 to 1."""
        return self._along(0, share), self._along(1, share)

    def free_point(self, cards: Collection[Frame], reach: float) -> Point:
        """The point closest to the middle around which no card covers a sign that reaches so far
        on each side; the middle where there is none."""
        points = [self.at(share) for share in _TRIED]
        free = (point for point in points if not _is_covered(point, cards, reach))
        return next(free, points[0])

    def _along(self, axis: int, share: float) -> float:
        rest = 1 - share
        return (
            rest**3 * self.start[axis]
            + 3 * rest**2 * share * self.first[axis]
            + 3 * rest * share**2 * self.second[axis]
            + share**3 * self.end[axis]
        )


def _is_covered(point: Point, cards: Collection[Frame], reach: float) -> bool:
    sign = Frame(point[0] - reach, point[1] - reach, 2 * reach, 2 * reach)
    return any(card.overlaps(sign) for card in cards)
