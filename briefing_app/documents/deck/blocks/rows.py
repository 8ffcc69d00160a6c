"""Numbered and ruled rows, shared by several compositions."""

from __future__ import annotations

from collections.abc import Sequence

from briefing_app.documents.deck.block import Point
from briefing_app.documents.deck.blocks.parts import Elements, Stack, hairline
from briefing_app.documents.deck.spacing import HAIR, SNUG
from briefing_app.documents.deck.type_scale import TypeScale
from briefing_app.documents.placed import Anchor, Element, Frame, Tag
from briefing_app.documents.theme import Colour

_NUMBER_WIDTH = 44.0
_TALLEST_ROW = 96.0
_ROW_PAD = SNUG


def numbered_rows(points: Sequence[Point], area: Frame, scale: TypeScale) -> Elements | None:
    """Rows with each point's number large and its words, hairlines between."""
    width = area.width - _NUMBER_WIDTH
    stacks = [
        Stack(Frame(area.x + _NUMBER_WIDTH, area.y, width, area.height)).add(
            point.detail, scale.body(), "Point"
        )
        for point in points
    ]
    heights = _row_heights([stack.height for stack in stacks], area.height, scale)
    if heights is None or not all(stack.fits for stack in stacks):
        return None
    elements: list[Element] = []
    y = area.y
    for point, height in zip(points, heights, strict=True):
        elements.append(hairline(area.x, y, area.width))
        row = Frame(area.x, y, area.width, height)
        elements.extend(_numbered_row(point, row, scale))
        y += height
    return tuple(elements)


def ruled_rows(
    points: Sequence[Point], area: Frame, scale: TypeScale, most: float = _TALLEST_ROW
) -> Elements | None:
    """Rows with a name and what is said of it, a hairline above each."""
    stacks = [_named(point, area, scale) for point in points]
    heights = _row_heights([stack.height for stack in stacks], area.height, scale, most)
    if heights is None or not all(stack.fits for stack in stacks):
        return None
    elements: list[Element] = []
    y, pad = area.y, scale.space(_ROW_PAD)
    for point, height in zip(points, heights, strict=True):
        elements.append(hairline(area.x, y, area.width))
        row = Frame(area.x, y + pad, area.width, height - pad)
        elements.extend(_named(point, row, scale).boxes())
        y += height
    return tuple(elements)


def _row_heights(
    natural: Sequence[float], room: float, scale: TypeScale, most: float = _TALLEST_ROW
) -> Sequence[float] | None:
    """Heights with padding, stretched evenly towards ``room``; ``None`` when too high."""
    heights = [height + 2 * scale.space(_ROW_PAD) for height in natural]
    spare = room - sum(heights)
    if spare < -0.01:
        return None
    share = spare / max(len(heights), 1)
    return [max(height, min(height + share, most)) for height in heights]


def _numbered_row(point: Point, row: Frame, scale: TypeScale) -> Elements:
    left = Frame(row.x, row.y, _NUMBER_WIDTH, row.height)
    right = row.inset(_NUMBER_WIDTH, 0, 0, 0)
    figure = Stack(left).add(point.name, scale.figure(22), "Number")
    words_box = Stack(right).add(point.detail, scale.body(), "Point")
    return (*figure.boxes(Anchor.MIDDLE), *words_box.boxes(Anchor.MIDDLE))


def _named(point: Point, frame: Frame, scale: TypeScale) -> Stack:
    stack = Stack(frame)
    stack.add(point.name, scale.body(bold=True), "Name", tag=Tag.SUBHEADING)
    return stack.add(point.detail, scale.detail(Colour.SLATE), "Detail", gap=HAIR)
