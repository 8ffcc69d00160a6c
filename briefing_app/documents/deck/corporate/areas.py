"""Where words may stand on a layout: its placeholders, and what is free between them.

Lengths are in points on a slide made as large as our own (see `reading.Scaling`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from briefing_app.documents.deck.corporate.canvas import Canvas
from briefing_app.documents.deck.corporate.colours import Rgb
from briefing_app.documents.deck.corporate.palette import READABLE
from briefing_app.documents.placed import Frame

MARGIN_SHARE = 0.05
_GAP = 8.0
_LOW = 0.6
_LARGE_ENOUGH = 0.35
_FREE_ENOUGH = 0.6
_AMPLE_WIDTH, _AMPLE_HEIGHT = 560.0, 280.0
_NEARLY = 40.0
_LEAST_WIDTH, _LEAST_HEIGHT = 420.0, 190.0
FACTS_HEIGHT = 84.0
_LEAST_FACTS = (180.0, 24.0)


@dataclass(frozen=True, slots=True)
class Body:
    """The room for a slide's body; with a panel below where the ground is too busy to read on."""

    frame: Frame
    has_panel: bool


def below_title(
    size: tuple[float, float], title: Frame | None, foot: Iterable[Frame], content: Sequence[Frame]
) -> Frame:
    """The room between title and foot, as wide as the layout's own content where it has some."""
    width, height = size
    margin = width * MARGIN_SHARE
    whole = Frame(margin, margin, width - 2 * margin, height - 2 * margin)
    region = around(content) if content else whole
    if region.width * region.height < _LARGE_ENOUGH * width * height:
        region = Frame(
            min(title.x, margin) if title else margin, whole.y, whole.width, whole.height
        )
    top, bottom = region.y, min(region.bottom, height - margin / 2)
    if title is not None and title.y < height / 2:
        top = max(top, title.bottom + _GAP) if not content else max(top, title.bottom)
    elif title is not None:
        bottom = min(bottom, title.y - _GAP)
    low = [frame.y for frame in foot if frame.y > height * _LOW]
    bottom = min([bottom, *(y - _GAP / 2 for y in low)])
    left, right = max(region.x, 0.0), min(region.right, width)
    return Frame(left, top, right - left, max(bottom - top, 1.0))


def body_on(canvas: Canvas, region: Frame, ink: Rgb) -> Body:
    """The free part of a region, or the whole of it with a panel where little is free."""
    free = canvas.free(region, ink, READABLE)
    if free is not None and (_is_ample(free) or _is_most_of(free, region)):
        return Body(free, has_panel=False)
    return Body(region, has_panel=True)


def aligned(body: Body, title: Frame) -> Body:
    """A body whose left edge is the title's where they nearly are."""
    frame = body.frame
    aside = title.x - frame.x
    if body.has_panel or not 0 < aside <= _NEARLY:
        return body
    return replace(body, frame=replace(frame, x=title.x, width=frame.width - aside))


def widened(body: Frame, size: tuple[float, float]) -> Frame:
    """A body that is too small to write in, over the slide's width or height."""
    width, height = size
    margin = width * MARGIN_SHARE
    if body.width < _LEAST_WIDTH:
        body = replace(body, x=margin, width=width - 2 * margin)
    if body.height < _LEAST_HEIGHT:
        top = min(body.y, height - margin - _LEAST_HEIGHT)
        body = replace(body, y=top, height=max(height - margin - top, _LEAST_HEIGHT))
    return body


def facts_on(
    canvas: Canvas, size: tuple[float, float], taken: Sequence[Frame], ink: Rgb
) -> Frame | None:
    """The room for a cover's small print: below its words; ``None`` for none."""
    width, height = size
    margin = width * MARGIN_SHARE
    words = around(taken)
    for region in (
        Frame(words.x, words.bottom + _GAP, words.width, height - margin / 2 - words.bottom - _GAP),
        Frame(margin, words.bottom + _GAP, width - 2 * margin, height - margin - words.bottom),
    ):
        free = canvas.free(region, ink, READABLE) if region.height > 0 < region.width else None
        if free and free.width >= _LEAST_FACTS[0] and free.height >= _LEAST_FACTS[1]:
            height_kept = min(free.height, FACTS_HEIGHT)
            return replace(free, y=free.bottom - height_kept, height=height_kept)
    return None


def around(frames: Sequence[Frame]) -> Frame:
    """The smallest frame that holds all."""
    x, y = min(f.x for f in frames), min(f.y for f in frames)
    return Frame(x, y, max(f.right for f in frames) - x, max(f.bottom for f in frames) - y)


def _area(frame: Frame) -> float:
    return frame.width * frame.height


def _is_ample(free: Frame) -> bool:
    return free.width >= _AMPLE_WIDTH and free.height >= _AMPLE_HEIGHT


def _is_most_of(free: Frame, region: Frame) -> bool:
    is_roomy = free.width >= _LEAST_WIDTH and free.height >= _LEAST_HEIGHT
    return is_roomy and _area(free) >= _FREE_ENOUGH * _area(region)
