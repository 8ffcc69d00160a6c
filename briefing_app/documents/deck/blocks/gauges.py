"""What one product takes: gauges in words at the left, time and effort on ink at the right."""

from __future__ import annotations

from collections.abc import Sequence

from briefing_app.documents.deck.blocks.parts import Elements, Stack, across, bar, padded, panel
from briefing_app.documents.deck.blocks.signs import SIGN, beside, placed_sign, signed_or_plain
from briefing_app.documents.deck.grid import GUTTER
from briefing_app.documents.deck.offer_blocks import Gauge, Ratings
from briefing_app.documents.deck.spacing import HAIR, LARGE, MEDIUM
from briefing_app.documents.deck.type_scale import TypeScale
from briefing_app.documents.placed import Element, Frame
from briefing_app.documents.theme import Colour

_LEFT_SHARE = 0.62
_LEVELS = 3
_BAR_ROOM = 40.0
_BAR = 10.0
_INSET = LARGE


def place_ratings(block: Ratings, area: Frame, scale: TypeScale) -> Elements | None:
    """Three bars a gauge, as many filled as it is heavy; mirrored they stand at the right."""
    width = area.width * _LEFT_SHARE - GUTTER
    rest = area.width - width - 2 * GUTTER
    left = Frame(area.x, area.y, width, area.height)
    right = Frame(left.right + 2 * GUTTER, area.y, rest, area.height)
    if block.is_mirrored:
        right = Frame(area.x, area.y, rest, area.height)
        left = Frame(right.right + 2 * GUTTER, area.y, width, area.height)
    gauges = signed_or_plain(block.rated.gauges, lambda given: _gauges(given, left, scale))
    words = _words(block, right, scale)
    return None if gauges is None or words is None else (*gauges, *words)


def _gauges(gauges: Sequence[Gauge], left: Frame, scale: TypeScale) -> Elements | None:
    elements: list[Element] = []
    height = left.height / max(len(gauges), 1)
    for place, gauge in enumerate(gauges):
        row = Frame(left.x, left.y + height * place, left.width, height)
        stack = Stack(beside(gauge.sign, row, SIGN))
        stack.add(gauge.label, scale.label(), "Label")
        stack.add(gauge.words, scale.heading(), "Rating", gap=HAIR)
        if stack.height > height - _BAR_ROOM or not stack.fits:
            return None
        down = (stack.height - SIGN) / 2
        elements.extend(placed_sign(gauge.sign, row.x, row.y + down, SIGN))
        elements.extend(stack.boxes())
        bars = Frame(row.x, row.y + stack.height + _BAR, row.width, _BAR)
        for level, part in enumerate(across(bars, _LEVELS, 6), start=1):
            elements.append(bar(part, Colour.ACCENT if level <= gauge.level else Colour.LINE))
    return tuple(elements)


def _words(block: Ratings, right: Frame, scale: TypeScale) -> Elements | None:
    item = block.rated
    words = Stack(padded(right, _INSET))
    words.add(block.weeks_label if item.time else "", scale.label(Colour.LINE), "Label")
    words.add(item.time, scale.figure(40, Colour.PAPER), "Time")
    words.add(
        block.effort_label if item.effort else "", scale.label(Colour.LINE), "Label", gap=MEDIUM
    )
    words.add(item.effort, scale.body(Colour.PAPER), "Effort", gap=HAIR)
    if not words.height:
        return ()
    return (panel(right, Colour.INK), *words.boxes()) if words.fits else None
