"""A product's case on one slide: from pain to value, one figure, what matters of it."""

from __future__ import annotations

from dataclasses import replace

from briefing_app.documents.deck.block import Change, Point
from briefing_app.documents.deck.blocks.figures import (
    bottom_of,
    figure_with_words_beside,
    figures,
)
from briefing_app.documents.deck.blocks.parts import (
    Elements,
    Stack,
    across,
    bar,
    hairline,
    needed,
    panel,
)
from briefing_app.documents.deck.grid import GUTTER, columns
from briefing_app.documents.deck.offer_blocks import WhyHere
from briefing_app.documents.deck.spacing import HAIR, LARGE, SMALL, SNUG
from briefing_app.documents.deck.type_scale import TypeScale
from briefing_app.documents.placed import Anchor, Element, Frame, Path, Tag
from briefing_app.documents.theme import Colour

_MOST_CAPABILITIES = 6
_FIGURE_SIZE = 46.0
_HERO_SIZE = 72.0
_INSET = LARGE
_TIP = 11.0
_WIDE_PANEL = 240.0
_LABEL_ROOM = 25.0
_TALLEST_CAPABILITY = 130.0
_TALLEST_NAME = 132.0
_NAME_PAD = SNUG
_ROW_GAP = SMALL


def place_why_here(block: WhyHere, area: Frame, scale: TypeScale) -> Elements | None:
    """Panels on one side, figure and capabilities on the other; mirrored on every second one."""
    if len(block.capabilities) > _MOST_CAPABILITIES:
        return None
    if not block.capabilities and block.change is None:
        return _wide(block, area, scale)
    left, right = columns(area, 0, 4), columns(area, 4, 8)
    right = right.inset(GUTTER, 0, 0, 0)
    if block.is_mirrored:
        left, right = columns(area, 8, 4), columns(area, 0, 8)
        right = right.inset(0, 0, GUTTER, 0)
    panels, proof = _turn(block, left, scale), _proof(block, right, scale)
    return None if panels is None or proof is None else (*panels, *proof)


def _turn(block: WhyHere, frame: Frame, scale: TypeScale) -> Elements | None:
    """The pain above, the value below in the accent, a tip from one into the other."""
    if not block.pain:
        return _filled(block.value_label, block.value, frame, Colour.ACCENT, scale)
    inner = frame.inset(_INSET, _INSET, _INSET, _INSET)
    heights = [
        _words(label, words, inner, scale, Colour.INK).height + 2 * _INSET
        for label, words in ((block.today_label, block.pain), (block.value_label, block.value))
    ]
    spare = frame.height - sum(heights)
    if spare < 0:
        return None
    upper = replace(frame, height=heights[0] + spare / 2)
    lower = replace(frame, y=upper.bottom, height=heights[1] + spare / 2)
    tip = Frame(frame.x + _INSET, upper.bottom, 2 * _TIP, _TIP)
    above = _filled(block.today_label, block.pain, upper, Colour.MIST, scale)
    below = _filled(block.value_label, block.value, lower, Colour.ACCENT, scale)
    if above is None or below is None:
        return None
    return (*above, *below, _downward(tip))


def _downward(frame: Frame) -> Element:
    """A small tip that points down into the panel below."""
    points = ((frame.x, frame.y), (frame.right, frame.y), (frame.x + _TIP, frame.bottom))
    return Path(polygons=(points,), frame=frame, name="Tip", fill=Colour.MIST)


def _filled(
    label: str, words: str, frame: Frame, fill: Colour, scale: TypeScale
) -> Elements | None:
    if not words:
        return (panel(frame, fill, "Half"),)
    colour = Colour.INK if fill is Colour.MIST else Colour.PAPER
    inner = frame.inset(_INSET, _INSET, _INSET, _INSET)
    stack = _words(label, words, inner, scale, colour)
    return (panel(frame, fill, "Half"), *stack.boxes(Anchor.MIDDLE)) if stack.fits else None


def _words(label: str, words: str, frame: Frame, scale: TypeScale, colour: Colour) -> Stack:
    label_colour = Colour.SLATE if colour is Colour.INK else Colour.PAPER
    stack = Stack(frame).add(label, scale.label(label_colour), "Label")
    return stack.add(words, scale.heading(colour), "Words", gap=HAIR)


def _wide(block: WhyHere, area: Frame, scale: TypeScale) -> Elements | None:
    """Pain and value side by side when there is nothing else to say."""
    said = [
        (block.today_label, block.pain, Colour.MIST),
        (block.value_label, block.value, Colour.ACCENT),
    ]
    kept = [item for item in said if item[1]]
    height = min(_WIDE_PANEL, area.height)
    elements: list[Element] = []
    for (label, words, fill), frame in zip(
        kept, across(replace(area, height=height), len(kept), 0), strict=True
    ):
        filled = _filled(label, words, frame, fill, scale)
        if filled is None:
            return None
        elements.extend(filled)
    return tuple(elements)


def _proof(block: WhyHere, frame: Frame, scale: TypeScale) -> Elements | None:
    """The figure on top, the capabilities below it."""
    top: Elements = ()
    y = frame.y
    if block.change is not None:
        is_explained = any(point.detail for point in block.capabilities)
        size = _FIGURE_SIZE if is_explained else _HERO_SIZE
        figure = _figure(block.change, frame, scale, size)
        if figure is None:
            return None
        top, y = figure
    room = Frame(frame.x, y, frame.width, frame.bottom - y)
    if not block.capabilities:
        return top
    head = Stack(room).add(block.capabilities_label, scale.label(), "Label")
    grid = _capabilities(block.capabilities, room.inset(0, _LABEL_ROOM, 0, 0), scale)
    return None if grid is None else (*top, *head.boxes(), *grid)


def _figure(
    change: Change, frame: Frame, scale: TypeScale, size: float
) -> tuple[Elements, float] | None:
    """The figure and where what follows may start."""
    beside = figure_with_words_beside(change, frame, scale, size)
    placed = (beside,) if beside else figures([change], [frame], scale, size)
    if placed is None:
        return None
    y = bottom_of(placed) + 10
    return (*placed[0], hairline(frame.x, y, frame.width)), y + 12


def _capabilities(points: tuple[Point, ...], frame: Frame, scale: TypeScale) -> Elements | None:
    """Two columns: names with details beside an accent bar, or mere names on grey."""
    count = 1 if len(points) == 1 else 2
    rows = -(-len(points) // count)
    cells = across(frame, count, GUTTER)
    is_explained = any(point.detail for point in points)
    pad = 0.0 if is_explained else _NAME_PAD
    height = needed(_capability(point, cells[0], scale) for point in points)
    if height is None:
        return None
    least, pitch = height + 2 * pad + _ROW_GAP, (frame.height + _ROW_GAP) / rows
    if least > pitch:
        return None
    usual = _TALLEST_CAPABILITY if is_explained else _TALLEST_NAME
    pitch = min(pitch, max(least, usual))
    elements: list[Element] = []
    for i, point in enumerate(points):
        cell = cells[i % count]
        y, tall = frame.y + pitch * (i // count), height if is_explained else pitch - _ROW_GAP
        place = Frame(cell.x, y, cell.width, tall)
        if not is_explained:
            elements.append(panel(place, Colour.MIST))
        elements.append(bar(Frame(place.x, place.y, 3, tall)))
        anchor = Anchor.TOP if is_explained else Anchor.MIDDLE
        elements.extend(_capability(point, place, scale).boxes(anchor))
    return tuple(elements)


def _capability(point: Point, frame: Frame, scale: TypeScale) -> Stack:
    stack = Stack(frame.inset(SMALL, 0, SNUG, 0))
    style = scale.body(bold=True) if point.detail else scale.heading()
    stack.add(point.name, style, "Capability", tag=Tag.SUBHEADING)
    return stack.add(point.detail, scale.detail(), "Detail", gap=HAIR)
