"""Where pages stand below each other at a zoom; plain geometry in pixels of the screen."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSizeF

GAP = 16.0
"""Between pages, and around them."""
SMALLEST_ZOOM, LARGEST_ZOOM = 0.25, 4.0
_PIXELS_A_POINT = 96 / 72
_NO_PAGE = QSizeF(960, 540)


def within_limits(zoom: float) -> float:
    """A zoom that the view can show."""
    return min(max(zoom, SMALLEST_ZOOM), LARGEST_ZOOM)


def zoom_to_fit(sizes: Sequence[QSizeF], room: QSizeF, *, whole_page: bool) -> float:
    """The zoom at which the widest page fills the room's width, or the largest all of it."""
    width = max((size.width() for size in sizes), default=_NO_PAGE.width())
    height = max((size.height() for size in sizes), default=_NO_PAGE.height())
    across = (room.width() - 2 * GAP) / (width * _PIXELS_A_POINT)
    down = (room.height() - 2 * GAP) / (height * _PIXELS_A_POINT)
    return within_limits(min(across, down) if whole_page else across)


@dataclass(frozen=True)
class Stack:
    """Pages, ``sizes`` in points, at a zoom (1.0 shows a point as 1/72 inch of 96 pixels)."""

    frames: tuple[QRectF, ...]
    width: float
    height: float

    @classmethod
    def of(cls, sizes: Sequence[QSizeF], zoom: float, room: float) -> Stack:
        """The pages in the middle of ``room`` pixels, or of as many as the widest needs."""
        scaled = [size * (zoom * _PIXELS_A_POINT) for size in sizes]
        width = max([room, *(size.width() + 2 * GAP for size in scaled)])
        frames, top = [], GAP
        for size in scaled:
            frames.append(QRectF((width - size.width()) / 2, top, size.width(), size.height()))
            top += size.height() + GAP
        return cls(tuple(frames), width, top)

    def page_at(self, y: float) -> int:
        """The page, from 1, at a height, or the nearest above it; 0 where there is none."""
        tops = [frame.top() - GAP for frame in self.frames]
        return max(bisect_right(tops, y), 1) if tops else 0

    def frame(self, page: int) -> QRectF:
        """Where a page stands."""
        return self.frames[page - 1]

    def shown(self, top: float, bottom: float) -> Iterator[int]:
        """The pages of which something stands between two heights."""
        for page, frame in enumerate(self.frames, start=1):
            if frame.bottom() >= top and frame.top() <= bottom:
                yield page
