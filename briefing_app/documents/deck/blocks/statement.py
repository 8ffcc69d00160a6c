"""The client's situation as a statement on a dark panel, the needs beside it."""

from __future__ import annotations

from briefing_app.documents.deck.blocks.parts import Elements, Stack, bar, panel
from briefing_app.documents.deck.blocks.rows import numbered_rows, ruled_rows
from briefing_app.documents.deck.grid import GUTTER, columns
from briefing_app.documents.deck.offer_blocks import Understanding
from briefing_app.documents.deck.spacing import HAIR, LARGE, SNUG
from briefing_app.documents.deck.story_blocks import Agreement
from briefing_app.documents.deck.type_scale import TypeScale
from briefing_app.documents.placed import Anchor, Frame
from briefing_app.documents.theme import Colour

_INSET = LARGE
_MOST_NEEDS = 7
_LABEL_ROOM = 26.0
_LIGHT_PANEL = 230.0


def place_understanding(block: Understanding, area: Frame, scale: TypeScale) -> Elements | None:
    """Statement left and needs right; whichever is missing leaves its room to the other."""
    if len(block.points) > _MOST_NEEDS:
        return None
    if not block.points:
        return _quote(block.quote, _light(area), scale)
    if not block.quote:
        return _needs(block, area, scale)
    left = columns(area, 0, 5)
    right = columns(area, 5, 7).inset(GUTTER, 0, 0, 0)
    if block.is_mirrored:
        left = columns(area, 7, 5)
        right = columns(area, 0, 7).inset(0, 0, GUTTER, 0)
    quote, needs = _quote(block.quote, left, scale), _needs(block, right, scale)
    return None if quote is None or needs is None else (*quote, *needs)


def place_agreement(block: Agreement, area: Frame, scale: TypeScale) -> Elements | None:
    """The frame in words on a light panel, what it rests on as ruled rows beside it."""
    wide = 7 if block.points else 12
    left = columns(area, 0, wide)
    left = left if block.points else _light(left)
    stack = Stack(left.inset(_INSET + HAIR, _INSET, _INSET, _INSET))
    stack.add(block.label, scale.label(Colour.SLATE), "Label")
    stack.add(block.words, scale.statement(), "Commercial frame", gap=SNUG)
    if not stack.fits:
        return None
    edge = bar(Frame(left.x, left.y, 6, left.height))
    words: Elements = (panel(left, Colour.MIST), edge, *stack.boxes(Anchor.MIDDLE))
    if not block.points:
        return words
    right = columns(area, 7, 5).inset(GUTTER, 0, 0, 0)
    head = Stack(right).add(block.points_label, scale.label(), "Label")
    rows = ruled_rows(block.points, right.inset(0, _LABEL_ROOM, 0, 0), scale)
    return None if rows is None else (*words, *head.boxes(), *rows)


def _light(area: Frame) -> Frame:
    """Little to say stands on a lower panel."""
    return Frame(area.x, area.y, area.width, min(_LIGHT_PANEL, area.height))


def _quote(words: str, frame: Frame, scale: TypeScale) -> Elements | None:
    inner = frame.inset(_INSET, _INSET, _INSET, _INSET)
    styles = (scale.statement(Colour.PAPER), scale.lead(Colour.PAPER), scale.body(Colour.PAPER))
    stacks = (Stack(inner).add(words, style, "Situation") for style in styles)
    stack = next((stack for stack in stacks if stack.fits), None)
    if stack is None:
        return None
    edge = bar(Frame(frame.x, frame.y, frame.width, 6))
    return (panel(frame, Colour.INK), edge, *stack.boxes(Anchor.MIDDLE))


def _needs(block: Understanding, frame: Frame, scale: TypeScale) -> Elements | None:
    head = Stack(frame).add(block.points_label, scale.label(), "Label")
    rows = numbered_rows(block.points, frame.inset(0, _LABEL_ROOM, 0, 0), scale)
    return None if rows is None else (*head.boxes(), *rows)
