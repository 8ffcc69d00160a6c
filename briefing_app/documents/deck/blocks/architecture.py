"""How a product stands beside what the client has: two layers, the flow between, a ground."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefing_app.documents.deck.block import Point
from briefing_app.documents.deck.blocks.parts import (
    Elements,
    Stack,
    across,
    hairline,
    needed,
    padded,
    panel,
)
from briefing_app.documents.deck.blocks.signs import (
    SMALL_SIGN,
    beside,
    placed_sign,
    signed_or_plain,
)
from briefing_app.documents.deck.diagram_blocks import Architecture
from briefing_app.documents.deck.type_scale import TypeScale
from briefing_app.documents.placed import Anchor, Element, Frame, Rule, Tag
from briefing_app.documents.theme import Colour

_MOST_STEPS = 6
_MOST_PARTS = 4
_MOST_FACTS = 4
_PAD = 16.0
_BOX_PAD = 12.0
_LABEL_ROOM = 26.0
_ARROW_ROOM = 22.0
_PART_GAP = 12.0
_LEAST_JOINT = 52.0
_JOINT_SHARE = 0.2
_FACT_GAP = 20.0


@dataclass(frozen=True, slots=True)
class _Look:
    """The colours of a layer and of the boxes in it."""

    layer: Colour
    label: Colour
    box: Colour


_CLIENT = _Look(Colour.MIST, Colour.SLATE, Colour.PAPER)
_PRODUCT = _Look(Colour.INK, Colour.LINE, Colour.PAPER)


def place_architecture(block: Architecture, area: Frame, scale: TypeScale) -> Elements | None:
    """The client's layer over the product's, facts below; mirrored the product stands on top."""
    if not 1 <= len(block.steps) <= _MOST_STEPS or len(block.client_parts) > _MOST_PARTS:
        return None
    return signed_or_plain(
        block.client_parts, lambda parts: _drawn(replace(block, client_parts=parts), area, scale)
    )


def _drawn(block: Architecture, area: Frame, scale: TypeScale) -> Elements | None:
    facts = _facts(block.facts, area, scale)
    if facts is None:
        return None
    ground, ground_height = facts
    room = area.inset(0, 0, 0, ground_height)
    heights = _heights(block, room, scale)
    if heights is None:
        return None
    client_height, product_height, joint = heights
    upper, lower = client_height, product_height
    if block.is_mirrored:
        upper, lower = product_height, client_height
    first = replace(room, height=upper)
    second = replace(room, y=first.bottom + joint, height=lower)
    client, own = (second, first) if block.is_mirrored else (first, second)
    joints = _joints(block, first.bottom, second.y, room, scale)
    theirs = _layer(block.client_label, block.client_parts, client, scale, _CLIENT)
    ours = _layer(block.product_label, block.steps, own, scale, _PRODUCT)
    if joints is None or theirs is None or ours is None:
        return None
    upper_layer, lower_layer = (ours, theirs) if block.is_mirrored else (theirs, ours)
    return (*upper_layer, *joints, *lower_layer, *ground)


def _heights(
    block: Architecture, room: Frame, scale: TypeScale
) -> tuple[float, float, float] | None:
    """Of the client's layer, the product's layer and the joint between them."""
    client = _least_layer(block.client_parts, room, scale, _CLIENT)
    own = _least_layer(block.steps, room, scale, _PRODUCT)
    if client is None or own is None:
        return None
    spare = room.height - client - own - _LEAST_JOINT
    if spare < 0:
        return None
    joint = max(_LEAST_JOINT, min(_LEAST_JOINT + spare, room.height * _JOINT_SHARE))
    left = room.height - client - own - joint
    return client + left * 0.4, own + left * 0.6, joint


def _least_layer(
    points: Sequence[Point], room: Frame, scale: TypeScale, look: _Look
) -> float | None:
    if not points:
        return _LABEL_ROOM + 2 * _PAD
    boxes = _boxes(points, room, look)
    height = needed(_words(point, box, scale) for point, box in zip(points, boxes, strict=True))
    return None if height is None else height + 2 * _BOX_PAD + _LABEL_ROOM + 2 * _PAD - 8


def _boxes(points: Sequence[Point], layer: Frame, look: _Look) -> tuple[Frame, ...]:
    inner = layer.inset(_PAD, _PAD + _LABEL_ROOM - 8, _PAD, _PAD)
    gap = _ARROW_ROOM if look is _PRODUCT else _PART_GAP
    return across(inner, len(points), gap)


def _words(point: Point, box: Frame, scale: TypeScale) -> Stack:
    inner = padded(box, _BOX_PAD)
    stack = Stack(beside(point.sign, inner, SMALL_SIGN))
    stack.add(point.name, scale.body(bold=True), "Part", tag=Tag.SUBHEADING)
    return stack.add(point.detail, scale.detail(), "Detail", gap=2)


def _layer(
    label: str, points: Sequence[Point], frame: Frame, scale: TypeScale, look: _Look
) -> Elements | None:
    head = Stack(Frame(frame.x + _PAD, frame.y + _PAD - 6, frame.width - 2 * _PAD, _LABEL_ROOM))
    head.add(label, scale.label(look.label), "Layer")
    if not head.fits:
        return None
    elements: list[Element] = [panel(frame, look.layer, "Layer"), *head.boxes()]
    boxes = _boxes(points, frame, look) if points else ()
    for place, (point, box) in enumerate(zip(points, boxes, strict=True)):
        elements.append(panel(box, look.box, "Part"))
        middle = box.y + (box.height - SMALL_SIGN) / 2
        elements.extend(placed_sign(point.sign, box.x + _BOX_PAD, middle, SMALL_SIGN))
        elements.extend(_words(point, box, scale).boxes(Anchor.MIDDLE))
        if look is _PRODUCT and place + 1 < len(points):
            y = box.y + box.height / 2
            elements.append(_arrow(box.right + 3, y, box.right + _ARROW_ROOM - 3, y, Colour.STEEL))
    return tuple(elements)


def _arrow(x1: float, y1: float, x2: float, y2: float, colour: Colour) -> Rule:
    return Rule(x1=x1, y1=y1, x2=x2, y2=y2, name="Flow", colour=colour, thickness=2, has_arrow=True)


def _joints(
    block: Architecture, top: float, bottom: float, room: Frame, scale: TypeScale
) -> Elements | None:
    """Left the way into the product, right the way back, each with its words beside it."""
    half = (room.width - 2 * _PAD) / 2
    elements: list[Element] = []
    for point, x, is_back in (
        (block.down, room.x + _PAD, False),
        (block.back, room.x + _PAD + half, True),
    ):
        if not (point.name or point.detail):
            continue
        goes_down = is_back == block.is_mirrored
        start, stop = (top + 5, bottom - 5) if goes_down else (bottom - 5, top + 5)
        elements.append(_arrow(x + 24, start, x + 24, stop, Colour.ACCENT))
        stack = Stack(Frame(x + 44, top + 3, half - 56, bottom - top - 6))
        stack.add(point.name, scale.label(), "Connection")
        stack.add(point.detail, scale.detail(Colour.INK), "Connection words")
        if not stack.fits:
            return None
        elements.extend(stack.boxes(Anchor.MIDDLE))
    return tuple(elements)


def _facts(points: Sequence[Point], area: Frame, scale: TypeScale) -> tuple[Elements, float] | None:
    """Facts side by side under a hairline at the foot, and the height that they take."""
    return signed_or_plain(points[:_MOST_FACTS], lambda shown: _fact_row(shown, area, scale))


def _fact_row(
    points: Sequence[Point], area: Frame, scale: TypeScale
) -> tuple[Elements, float] | None:
    if not points:
        return (), 0.0
    cells = across(area, len(points), _FACT_GAP)
    height = needed(_fact(point, cell, scale) for point, cell in zip(points, cells, strict=True))
    if height is None:
        return None
    y = area.bottom - height
    elements: list[Element] = [hairline(area.x, y - 10, area.width)]
    for point, cell in zip(points, cells, strict=True):
        elements.extend(placed_sign(point.sign, cell.x, y + 3, SMALL_SIGN))
        elements.extend(_fact(point, replace(cell, y=y, height=height), scale).boxes())
    return tuple(elements), height + 24.0


def _fact(point: Point, cell: Frame, scale: TypeScale) -> Stack:
    stack = Stack(beside(point.sign, cell, SMALL_SIGN))
    stack.add(point.name, scale.label(Colour.SLATE), "Fact")
    return stack.add(point.detail, scale.detail(Colour.INK), "Fact words", gap=1)
