"""A line that grows with time, beside what is added at which step."""

from __future__ import annotations

from briefing_app.documents.charts.plot import labels_all_points, names_fit
from briefing_app.documents.deck.block import Point
from briefing_app.documents.deck.blocks.parts import Elements, Stack, at_the_foot, hairline, panel
from briefing_app.documents.deck.chart_blocks import Growth
from briefing_app.documents.deck.grid import GUTTER, columns
from briefing_app.documents.deck.spacing import HAIR, MEDIUM, SNUG
from briefing_app.documents.deck.type_scale import TypeScale
from briefing_app.documents.placed import Anchor, Chart, ChartKind, Element, Frame, Series, Tag
from briefing_app.documents.theme import Colour

_CHART_COLUMNS = 8
_KEY_ROOM = 30.0
_PAD = MEDIUM
_ROW_PAD = SNUG
_TALLEST_ROW = 104.0
_LEAST_CHART = 120.0


def place_growth(block: Growth, area: Frame, scale: TypeScale) -> Elements | None:
    """The line left, the milestones on a panel right; mirrored the other way round."""
    foot = Stack(area).add(block.note, scale.note(), "Note")
    room = area.inset(0, 0, 0, foot.height + GUTTER if foot.height else 0)
    if not foot.fits or room.height < _LEAST_CHART:
        return None
    left = columns(room, 0, _CHART_COLUMNS).inset(0, 0, GUTTER, 0)
    right = columns(room, _CHART_COLUMNS, 12 - _CHART_COLUMNS)
    if block.is_mirrored:
        left = columns(room, 12 - _CHART_COLUMNS, _CHART_COLUMNS).inset(GUTTER, 0, 0, 0)
        right = columns(room, 0, 12 - _CHART_COLUMNS)
    line, listed = _line(block, left, scale), _milestones(block, right, scale)
    if line is None or listed is None:
        return None
    return (*line, *listed, *at_the_foot(foot, area))


def _line(block: Growth, frame: Frame, scale: TypeScale) -> Elements | None:
    head = Stack(Frame(frame.x, frame.y, frame.width, _KEY_ROOM))
    head.add(block.measure, scale.label(Colour.INK), "Measure")
    chart = Chart(
        frame=frame.inset(0, _KEY_ROOM, 0, 0),
        kind=ChartKind.LINE,
        categories=block.steps,
        series=(Series(block.measure, tuple(map(float, block.counts)), Colour.ACCENT),),
        name=block.chart_name,
        alt=block.alt,
        font_size=12.0,
        has_legend=False,
        typeface=scale.typeface,
    )
    if not (head.fits and labels_all_points(chart) and names_fit(chart)):
        return None
    return (*head.boxes(), chart)


def _milestones(block: Growth, frame: Frame, scale: TypeScale) -> Elements | None:
    inner = frame.inset(_PAD, _ROW_PAD, _PAD, _ROW_PAD)
    pitch = min(inner.height / max(len(block.milestones), 1), _TALLEST_ROW)
    top = inner.y + (inner.height - pitch * len(block.milestones)) / 2
    elements: list[Element] = [panel(frame, Colour.MIST)]
    for place, point in enumerate(block.milestones):
        row = Frame(inner.x, top + pitch * place, inner.width, pitch)
        stack = _milestone(point, row, scale)
        if not stack.fits:
            return None
        if place:
            elements.append(hairline(row.x, row.y, row.width))
        elements.extend(stack.boxes(Anchor.MIDDLE))
    return tuple(elements)


def _milestone(point: Point, row: Frame, scale: TypeScale) -> Stack:
    stack = Stack(row.inset(0, _ROW_PAD, 0, _ROW_PAD))
    stack.add(point.name, scale.heading(Colour.ACCENT), "Milestone", tag=Tag.SUBHEADING)
    return stack.add(point.detail, scale.detail(Colour.INK), "Detail", gap=HAIR)
