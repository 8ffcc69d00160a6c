"""A 2x2 matrix: four cells between two axes, figures beside them."""

from __future__ import annotations

from dataclasses import replace

from briefing_app.documents.deck.blocks.parts import Elements, Stack, hairline, panel
from briefing_app.documents.deck.diagram_blocks import Axis, Quadrants, Spot
from briefing_app.documents.deck.grid import GUTTER, columns
from briefing_app.documents.deck.spacing import HAIR, MEDIUM, SMALL, SNUG
from briefing_app.documents.deck.type_scale import TypeScale
from briefing_app.documents.placed import Anchor, Element, Frame, Geometry, Shape, Tag
from briefing_app.documents.text_fit import Align
from briefing_app.documents.theme import Colour

_GAP = HAIR
_PAD = MEDIUM
_AXIS_ROOM = 24.0
_SIDE_ROOM = 62.0
_DOT = 10.0
_LABEL_ROOM = 30.0
_FIGURE = 34.0
_ROW_PAD = SMALL


def place_quadrants(block: Quadrants, area: Frame, scale: TypeScale) -> Elements | None:
    """The matrix left, the figures right; mirrored the other way round."""
    plot, side = columns(area, 0, 9), columns(area, 9, 3).inset(GUTTER, 0, 0, 0)
    if not block.aside:
        plot = area
    elif block.is_mirrored:
        plot, side = columns(area, 3, 9), columns(area, 0, 3).inset(0, 0, GUTTER, 0)
    matrix = _matrix(block, plot, scale)
    aside = _aside(block, side, scale) if block.aside else ()
    return None if matrix is None or aside is None else (*matrix, *aside)


def _matrix(block: Quadrants, frame: Frame, scale: TypeScale) -> Elements | None:
    cells = frame.inset(_SIDE_ROOM, _AXIS_ROOM, 0, _AXIS_ROOM)
    upwards = _upwards(block, frame, cells, scale)
    low = Frame(cells.x, cells.bottom + HAIR, cells.width, _AXIS_ROOM - HAIR)
    along = _along(block.across, low, scale)
    if upwards is None or along is None:
        return None
    width, height = (cells.width - _GAP) / 2, (cells.height - _GAP) / 2
    elements: list[Element] = [*upwards]
    for place, name in enumerate(block.names):
        row, column = divmod(place, 2)
        x, y = cells.x + (width + _GAP) * column, cells.y + (height + _GAP) * row
        spots = [s for s in block.spots if (s.is_high, s.is_right) == (not row, bool(column))]
        cell = _cell(name, spots, Frame(x, y, width, height), scale, is_first=place == 0)
        if cell is None:
            return None
        elements.extend(cell)
    return (*elements, *along)


def _cell(
    name: str, spots: list[Spot], frame: Frame, scale: TypeScale, *, is_first: bool
) -> Elements | None:
    fill = Colour.ACCENT if is_first else Colour.MIST
    ink = Colour.PAPER if is_first else Colour.INK
    quiet = Colour.PAPER if is_first else Colour.SLATE
    inner = frame.inset(_PAD, _PAD - HAIR, _PAD, _PAD - HAIR)
    label = Stack(replace(inner, height=_LABEL_ROOM)).add(name, scale.label(quiet), "Cell")
    listed = inner.inset(0, _LABEL_ROOM, 0, 0)
    stack = Stack(listed.inset(_DOT + SMALL, 0, 0, 0))
    tops: list[float] = []
    for spot in spots:
        gap = SNUG if tops else 0.0
        tops.append(stack.height + gap)
        stack.add(spot.name, scale.heading(ink), "Thing", gap=gap, tag=Tag.SUBHEADING)
        stack.add(spot.note, scale.label(quiet), "Note", gap=HAIR)
    if not (label.fits and stack.fits):
        return None
    half = scale.heading().line_height / 2 - _DOT / 2
    dots = (
        Shape(
            frame=Frame(listed.x, listed.y + top + half, _DOT, _DOT),
            geometry=Geometry.ELLIPSE,
            name="Spot",
            fill=Colour.PAPER if is_first else Colour.ACCENT,
        )
        for top in tops
    )
    return (panel(frame, fill, "Cell"), *label.boxes(), *dots, *stack.boxes())


def _upwards(block: Quadrants, frame: Frame, cells: Frame, scale: TypeScale) -> Elements | None:
    """The name of the axis that points up, and beside each half the half's name."""
    top = replace(frame, height=_AXIS_ROOM)
    up = Stack(top).add(f"↑ {block.up.name}", scale.label(Colour.INK), "Axis up")
    halves = [
        Stack(Frame(frame.x, y, _SIDE_ROOM - SNUG, cells.height / 2)).add(
            words, scale.note(), "Half"
        )
        for words, y in (
            (block.up.high, cells.y),
            (block.up.low, cells.y + cells.height / 2),
        )
    ]
    if not up.fits or not all(half.fits for half in halves):
        return None
    return (*up.boxes(), *(b for half in halves for b in half.boxes(Anchor.MIDDLE)))


def _along(axis: Axis, frame: Frame, scale: TypeScale) -> Elements | None:
    third = frame.width / 3
    name = scale.centred(scale.label(Colour.INK))
    high = replace(scale.note(), align=Align.RIGHT)
    parts = ((axis.low, scale.note()), (f"{axis.name} →", name), (axis.high, high))
    stacks = [
        Stack(replace(frame, x=frame.x + third * place, width=third)).add(words, style, "Axis")
        for place, (words, style) in enumerate(parts)
    ]
    if not all(stack.fits for stack in stacks):
        return None
    return tuple(box for stack in stacks for box in stack.boxes())


def _aside(block: Quadrants, frame: Frame, scale: TypeScale) -> Elements | None:
    head = Stack(frame).add(block.aside_label, scale.label(), "Label", tag=Tag.SUBHEADING)
    rows = frame.inset(0, _AXIS_ROOM, 0, _AXIS_ROOM)
    pitch = rows.height / len(block.aside)
    elements: list[Element] = []
    for place, point in enumerate(block.aside):
        row = Frame(rows.x, rows.y + pitch * place, rows.width, pitch)
        stack = Stack(row.inset(0, _ROW_PAD, 0, 0))
        stack.add(point.name, scale.figure(_FIGURE), "Figure")
        stack.add(point.detail, scale.detail(Colour.INK), "Meaning", gap=HAIR)
        if not stack.fits:
            return None
        elements.extend((hairline(row.x, row.y, row.width), *stack.boxes()))
    return (*head.boxes(), *elements) if head.fits else None
