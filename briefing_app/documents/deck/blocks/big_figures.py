"""Effects as large numbers, each in a cell of its own."""

from __future__ import annotations

from briefing_app.documents.deck.blocks.figures import figures
from briefing_app.documents.deck.blocks.parts import (
    Elements,
    Stack,
    across,
    at_the_foot,
    bar,
    moved_down,
    panel,
)
from briefing_app.documents.deck.diagram_blocks import BigFigures
from briefing_app.documents.deck.grid import GUTTER
from briefing_app.documents.deck.spacing import HAIR, LARGE
from briefing_app.documents.deck.type_scale import TypeScale
from briefing_app.documents.placed import Element, Frame, TextBox
from briefing_app.documents.theme import Colour

_MOST = 4
_SIZE = 58.0
_PAD = LARGE
_EDGE = 6.0
_TALLEST = 300.0


def place_big_figures(block: BigFigures, area: Frame, scale: TypeScale) -> Elements | None:
    """Two columns of cells, the first over the height; mirrored it stands at the right."""
    if not 1 <= len(block.changes) <= _MOST:
        return None
    foot = Stack(area)
    for note in block.notes:
        foot.add(note, scale.note(), "Note", gap=HAIR)
    room = area.inset(0, 0, 0, foot.height + 1.5 * GUTTER if foot.height else 0)
    if not foot.fits or room.height < 120:
        return None
    cells = _cells(room, len(block.changes), is_mirrored=block.is_mirrored)
    inner = [cell.inset(_PAD, _PAD / 2, _PAD / 2, _PAD / 2) for cell in cells]
    lead = figures(block.changes[:1], inner[:1], scale, _SIZE)
    others = figures(block.changes[1:], inner[1:], scale, _SIZE * 0.72)
    if lead is None or others is None:
        return None
    elements: list[Element] = []
    for place, (cell, frame, boxes) in enumerate(zip(cells, inner, (*lead, *others), strict=True)):
        if boxes[-1].frame.bottom > frame.bottom:
            return None
        elements.append(panel(cell, Colour.MIST))
        elements.append(bar(Frame(cell.x, cell.y, _EDGE, cell.height), _edge(place)))
        elements.extend(_centred(boxes, frame))
    return (*elements, *at_the_foot(foot, area))


def _edge(place: int) -> Colour:
    return Colour.ACCENT if place == 0 else Colour.STEEL


def _cells(room: Frame, count: int, *, is_mirrored: bool) -> tuple[Frame, ...]:
    """The first cell takes one half, the others share the other half."""
    if count == 1:
        return (Frame(room.x, room.y, room.width, min(room.height, _TALLEST)),)
    left, right = across(room, 2, GUTTER)
    lead, rest = (right, left) if is_mirrored else (left, right)
    height = (rest.height - GUTTER * (count - 2)) / (count - 1)
    others = (
        Frame(rest.x, rest.y + (height + GUTTER) * place, rest.width, height)
        for place in range(count - 1)
    )
    return (lead, *others)


def _centred(boxes: tuple[TextBox, ...], frame: Frame) -> tuple[TextBox, ...]:
    spare = frame.height - (boxes[-1].frame.bottom - frame.y)
    return tuple(moved_down(box, spare / 2) for box in boxes)
