"""A ring beside the names of its parts, the total in its hole."""

from __future__ import annotations

from dataclasses import replace

from briefing_app.documents.charts.plot import HOLE
from briefing_app.documents.deck.blocks.parts import (
    Elements,
    Stack,
    bar,
    centred_text,
    hairline,
)
from briefing_app.documents.deck.chart_blocks import Share, Shares
from briefing_app.documents.deck.grid import GUTTER, columns
from briefing_app.documents.deck.spacing import HAIR, SMALL
from briefing_app.documents.deck.type_scale import TypeScale
from briefing_app.documents.placed import Anchor, Chart, ChartKind, Element, Frame, Series, Tag
from briefing_app.documents.theme import Colour

_COLOURS = (Colour.ACCENT, Colour.INK, Colour.SUPPORT)
_OPEN, _OPEN_BESIDE_LIGHT = Colour.STEEL, Colour.SLATE
MOST_NAMED = len(_COLOURS)
"""So many parts keep apart by colour, besides what is open."""

_RING_COLUMNS = 5
_WIDEST_RING = 330.0
_EDGE = 6.0
_FIGURE = 34.0
_FIGURE_ROOM = 72.0
_ROW_PAD = SMALL
_TALLEST_ROW = 112.0


def place_shares(block: Shares, area: Frame, scale: TypeScale) -> Elements | None:
    """The ring left, its parts right; mirrored the other way round."""
    named = [share for share in block.shares if not share.is_open]
    if not block.shares or len(named) > MOST_NAMED:
        return None
    ring = columns(area, 0, _RING_COLUMNS).inset(0, 0, GUTTER, 0)
    rows = columns(area, _RING_COLUMNS, 12 - _RING_COLUMNS)
    if block.is_mirrored:
        ring = columns(area, 12 - _RING_COLUMNS, _RING_COLUMNS).inset(GUTTER, 0, 0, 0)
        rows = columns(area, 0, 12 - _RING_COLUMNS)
    colours = _colours(block)
    total = _total(block, _square(ring), scale)
    listed = _rows(block, rows, colours, scale)
    if total is None or listed is None:
        return None
    return (_ring(block, _square(ring), colours, scale), *total, *listed)


def _colours(block: Shares) -> tuple[Colour, ...]:
    """The parts' colours in order; what is open is grey, and never as light as its neighbour."""
    named = sum(not share.is_open for share in block.shares)
    grey = _OPEN_BESIDE_LIGHT if named == MOST_NAMED else _OPEN
    colours = iter(_COLOURS)
    return tuple(grey if share.is_open else next(colours) for share in block.shares)


def _square(room: Frame) -> Frame:
    side = min(room.width, room.height, _WIDEST_RING)
    left, top = room.x + (room.width - side) / 2, room.y + (room.height - side) / 2
    return Frame(left, top, side, side)


def _ring(block: Shares, place: Frame, colours: tuple[Colour, ...], scale: TypeScale) -> Chart:
    return Chart(
        frame=place,
        kind=ChartKind.DOUGHNUT,
        categories=tuple(share.name for share in block.shares),
        series=(Series(block.whole, tuple(float(s.count) for s in block.shares), colours[0]),),
        slices=colours,
        name=block.chart_name,
        alt=block.alt,
        font_size=16.0,
        has_legend=False,
        typeface=scale.typeface,
    )


def _total(block: Shares, ring: Frame, scale: TypeScale) -> Elements | None:
    """The total over what it counts, in the square that the hole leaves."""
    side = ring.width * HOLE * 0.7
    hole = Frame(ring.x + (ring.width - side) / 2, ring.y + (ring.height - side) / 2, side, side)
    stack = Stack(hole)
    stack.add(f"{block.total}", scale.centred(scale.figure(40, Colour.INK)), "Total")
    stack.add(block.whole, scale.centred(scale.label(Colour.SLATE)), "Whole")
    return stack.boxes(Anchor.MIDDLE) if stack.fits else None


def _rows(
    block: Shares, area: Frame, colours: tuple[Colour, ...], scale: TypeScale
) -> Elements | None:
    """A part below the other, in the middle of the height, each under a hairline."""
    pitch = min(area.height / len(block.shares), _TALLEST_ROW)
    top = area.y + (area.height - pitch * len(block.shares)) / 2
    elements: list[Element] = []
    for place, (share, colour) in enumerate(zip(block.shares, colours, strict=True)):
        row = Frame(area.x, top + pitch * place, area.width, pitch)
        placed = _row(share, row, colour, scale)
        if placed is None:
            return None
        if place:
            elements.append(hairline(row.x, row.y, row.width))
        elements.extend(placed)
    return tuple(elements)


def _row(share: Share, row: Frame, colour: Colour, scale: TypeScale) -> Elements | None:
    inner = row.inset(0, _ROW_PAD, 0, _ROW_PAD)
    words = Stack(inner.inset(_EDGE + _FIGURE_ROOM, 0, 0, 0))
    words.add(share.name, scale.heading(), "Part", tag=Tag.SUBHEADING)
    words.add(share.detail, scale.detail(), "Detail", gap=HAIR)
    place = replace(inner, x=inner.x + _EDGE, width=_FIGURE_ROOM)
    figure = centred_text(f"{share.count}", scale.centred(scale.figure(_FIGURE)), place, "Count")
    if not words.fits or figure.text.height > inner.height:
        return None
    edge = bar(Frame(inner.x, inner.y, _EDGE, inner.height), colour)
    return (edge, figure, *words.boxes(Anchor.MIDDLE))
