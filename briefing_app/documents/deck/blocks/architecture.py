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
from briefing_app.documents.deck.spacing import HAIR, LARGE, MEDIUM, SMALL, SNUG, VAST
from briefing_app.documents.deck.type_scale import TypeScale
from briefing_app.documents.placed import Anchor, Element, Frame, Rule, Tag
from briefing_app.documents.theme import Colour

_MOST_STEPS = 6
_MOST_PARTS = 4
_MOST_FACTS = 4
_LABEL_ROOM = LARGE
_ARROW_ROOM = LARGE
_JOINT_SHARE = 0.2
_ARROW_AT = LARGE
_WORDS_AT = VAST


@dataclass(frozen=True, slots=True)
class _Look:
    """The colours of a layer and of the boxes in it."""

    layer: Colour
    label: Colour
    box: Colour


_CLIENT = _Look(Colour.MIST, Colour.SLATE, Colour.PAPER)
_PRODUCT = _Look(Colour.INK, Colour.LINE, Colour.PAPER)
_FLOW = Colour.ACCENT


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
    least = needed(_joint(point, _joint_room(room, 0), scale) for point in (block.down, block.back))
    if least is None:
        return None
    least += 2 * scale.space(SNUG)
    spare = room.height - client - own - least
    if spare < 0:
        return None
    joint = max(least, min(least + spare, room.height * _JOINT_SHARE))
    left = room.height - client - own - joint
    return client + left * 0.4, own + left * 0.6, joint


def _least_layer(
    points: Sequence[Point], room: Frame, scale: TypeScale, look: _Look
) -> float | None:
    around = _LABEL_ROOM + 2 * scale.space(MEDIUM)
    if not points:
        return around
    boxes = _boxes(points, room, scale, look)
    height = needed(_words(point, box, scale) for point, box in zip(points, boxes, strict=True))
    return None if height is None else height + 2 * scale.space(SMALL) + around


def _boxes(
    points: Sequence[Point], layer: Frame, scale: TypeScale, look: _Look
) -> tuple[Frame, ...]:
    pad = scale.space(MEDIUM)
    gap = _ARROW_ROOM if look is _PRODUCT else SMALL
    return across(layer.inset(pad, pad + _LABEL_ROOM, pad, pad), len(points), gap)


def _words(point: Point, box: Frame, scale: TypeScale) -> Stack:
    inner = padded(box, scale.space(SMALL))
    stack = Stack(beside(point.sign, inner, SMALL_SIGN))
    stack.add(point.name, scale.body(bold=True), "Part", tag=Tag.SUBHEADING)
    return stack.add(point.detail, scale.detail(), "Detail", gap=scale.space(HAIR))


def _layer(
    label: str, points: Sequence[Point], frame: Frame, scale: TypeScale, look: _Look
) -> Elements | None:
    pad = scale.space(MEDIUM)
    head = Stack(Frame(frame.x + pad, frame.y + pad, frame.width - 2 * pad, _LABEL_ROOM))
    head.add(label, scale.label(look.label), "Layer")
    if not head.fits:
        return None
    elements: list[Element] = [panel(frame, look.layer, "Layer"), *head.boxes()]
    boxes = _boxes(points, frame, scale, look) if points else ()
    for place, (point, box) in enumerate(zip(points, boxes, strict=True)):
        elements.append(panel(box, look.box, "Part"))
        middle = box.y + (box.height - SMALL_SIGN) / 2
        elements.extend(placed_sign(point.sign, box.x + scale.space(SMALL), middle, SMALL_SIGN))
        elements.extend(_words(point, box, scale).boxes(Anchor.MIDDLE))
        if look is _PRODUCT and place + 1 < len(points):
            y = box.y + box.height / 2
            x1, x2 = box.right + HAIR, box.right + _ARROW_ROOM - HAIR
            elements.append(_arrow(x1, y, x2, y, Colour.STEEL))
    return tuple(elements)


def _arrow(x1: float, y1: float, x2: float, y2: float, colour: Colour) -> Rule:
    return Rule(x1=x1, y1=y1, x2=x2, y2=y2, name="Flow", colour=colour, thickness=2, has_arrow=True)


def _joints(
    block: Architecture, top: float, bottom: float, room: Frame, scale: TypeScale
) -> Elements | None:
    """Left the way into the product, right the way back, each with its words beside it."""
    between = replace(room, y=top + HAIR, height=bottom - top - 2 * HAIR)
    elements: list[Element] = []
    for place, point in enumerate((block.down, block.back)):
        if not (point.name or point.detail):
            continue
        part = _joint_room(between, place)
        x, start, stop = part.x - _WORDS_AT + _ARROW_AT, part.y, part.bottom
        goes_down = bool(place) == block.is_mirrored
        elements.append(_arrow(x, *((start, x, stop) if goes_down else (stop, x, start)), _FLOW))
        stack = _joint(point, part, scale)
        if not stack.fits:
            return None
        elements.extend(stack.boxes(Anchor.MIDDLE))
    return tuple(elements)


def _joint_room(between: Frame, place: int) -> Frame:
    """The room for the words of the way in (0) or back (1)."""
    half = between.width / 2
    left = between.x + half * place
    return replace(between, x=left + _WORDS_AT, width=half - _WORDS_AT - MEDIUM)


def _joint(point: Point, frame: Frame, scale: TypeScale) -> Stack:
    stack = Stack(frame).add(point.name, scale.label(), "Connection")
    return stack.add(point.detail, scale.detail(Colour.INK), "Connection words")


def _facts(points: Sequence[Point], area: Frame, scale: TypeScale) -> tuple[Elements, float] | None:
    """Facts side by side under a hairline at the foot, and the height that they take."""
    return signed_or_plain(points[:_MOST_FACTS], lambda shown: _fact_row(shown, area, scale))


def _fact_row(
    points: Sequence[Point], area: Frame, scale: TypeScale
) -> tuple[Elements, float] | None:
    if not points:
        return (), 0.0
    cells = across(area, len(points), LARGE)
    height = needed(_fact(point, cell, scale) for point, cell in zip(points, cells, strict=True))
    if height is None:
        return None
    y, above = area.bottom - height, scale.space(SMALL)
    elements: list[Element] = [hairline(area.x, y - above, area.width)]
    for point, cell in zip(points, cells, strict=True):
        elements.extend(placed_sign(point.sign, cell.x, y + HAIR, SMALL_SIGN))
        elements.extend(_fact(point, replace(cell, y=y, height=height), scale).boxes())
    return tuple(elements), height + 2 * above


def _fact(point: Point, cell: Frame, scale: TypeScale) -> Stack:
    stack = Stack(beside(point.sign, cell, SMALL_SIGN))
    stack.add(point.name, scale.label(Colour.SLATE), "Fact")
    return stack.add(point.detail, scale.detail(Colour.INK), "Fact words")
