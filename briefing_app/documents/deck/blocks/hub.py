"""The proposal around the client: a disc with lines to each product."""

from __future__ import annotations

from collections.abc import Sequence

from briefing_app.documents.deck.blocks.parts import Elements, Stack, bar, down, moved_down, panel
from briefing_app.documents.deck.blocks.signs import SIGN, placed_sign
from briefing_app.documents.deck.grid import GUTTER, columns
from briefing_app.documents.deck.offer_blocks import Hub, Spoke
from briefing_app.documents.deck.spacing import HAIR, SNUG
from briefing_app.documents.deck.type_scale import TypeScale
from briefing_app.documents.icon_drawings import Icon
from briefing_app.documents.placed import Anchor, Element, Frame, Geometry, Rule, Shape, Tag
from briefing_app.documents.theme import Colour

_MOST = 4
_DISC = 236.0
_SQUARE_IN_DISC = 0.70
_PAD = SNUG
_TALLEST = 150.0
_EDGE = 5.0
_SIGN_GAP = SNUG


def place_hub(block: Hub, area: Frame, scale: TypeScale) -> Elements | None:
    """The client as a disc at the left, products as cards at the right, joined by lines."""
    if len(block.spokes) > _MOST:
        return None
    right = columns(area, 4, 8)
    stacks = [_spoke(spoke, right, scale) for spoke in block.spokes]
    if not all(stack.fits for stack in stacks):
        return None
    gaps = GUTTER * (len(stacks) - 1)
    most = (area.height - gaps) / len(stacks)
    height = max(stack.height for stack in stacks) + 2 * _PAD
    if height > most:
        return None
    height = min(max(height, _TALLEST), most)
    top = area.y + (area.height - height * len(stacks) - gaps) / 2
    frames = down(Frame(right.x, top, right.width, 0), [height] * len(stacks), GUTTER)
    size = min(_DISC, columns(area, 0, 4).width, area.height)
    disc = Frame(area.x, area.y + (area.height - size) / 2, size, size)
    lines = _lines(disc, frames)
    return (*lines, *_disc(block, disc, scale), *_cards(block.spokes, frames, scale))


def _lines(disc: Frame, cards: Sequence[Frame]) -> Elements:
    """From the disc along a stem, then to the middle of each card."""
    middle = disc.y + disc.height / 2
    stem = (disc.right + cards[0].x) / 2
    ys = [card.y + card.height / 2 for card in cards]
    parts: list[Element] = [_line(disc.right, middle, stem, middle)]
    if len(cards) > 1:
        parts.append(_line(stem, ys[0], stem, ys[-1]))
    parts.extend(_line(stem, y, card.x, y) for y, card in zip(ys, cards, strict=True))
    return tuple(parts)


def _line(x1: float, y1: float, x2: float, y2: float) -> Rule:
    return Rule(x1=x1, y1=y1, x2=x2, y2=y2, name="Connection", colour=Colour.STEEL, thickness=1.5)


def _disc(block: Hub, disc: Frame, scale: TypeScale) -> Elements:
    circle = Shape(frame=disc, geometry=Geometry.ELLIPSE, name="Client", fill=Colour.ACCENT)
    edge = disc.width * (1 - _SQUARE_IN_DISC) / 2
    inner = disc.inset(edge, edge, edge, edge)
    for words in (block.centre, ""):
        stack = Stack(inner)
        stack.add(block.centre_label, scale.centred(scale.label(Colour.PAPER)), "Label")
        stack.add(words, scale.centred(scale.heading(Colour.PAPER)), "Client", gap=HAIR)
        if stack.fits:
            return (circle, *_with_sign(inner, stack))
    return (circle,)


def _with_sign(inner: Frame, stack: Stack) -> Elements:
    """The words with the sign of a company above them, where there is room for both."""
    taken = SIGN + _SIGN_GAP
    if stack.height + taken > inner.height:
        return stack.boxes(Anchor.MIDDLE)
    top = inner.y + (inner.height - stack.height - taken) / 2
    left = inner.x + (inner.width - SIGN) / 2
    words = (moved_down(box, taken / 2) for box in stack.boxes(Anchor.MIDDLE))
    return (*placed_sign(Icon.COMPANY, left, top, SIGN, Colour.PAPER), *words)


def _cards(spokes: Sequence[Spoke], frames: Sequence[Frame], scale: TypeScale) -> Elements:
    elements: list[Element] = []
    for spoke, frame in zip(spokes, frames, strict=True):
        elements.append(panel(frame, Colour.MIST))
        elements.append(bar(Frame(frame.x, frame.y, _EDGE, frame.height)))
        elements.extend(_spoke(spoke, frame, scale).boxes(Anchor.MIDDLE))
    return tuple(elements)


def _spoke(spoke: Spoke, frame: Frame, scale: TypeScale) -> Stack:
    stack = Stack(frame.inset(_PAD + _EDGE + HAIR, _PAD, _PAD, _PAD))
    stack.add(spoke.name, scale.heading(), "Product", tag=Tag.SUBHEADING)
    stack.add(spoke.essence, scale.detail(), "Essence", gap=HAIR)
    return stack.add(spoke.note, scale.label(Colour.INK), "Needs answered", gap=HAIR)
