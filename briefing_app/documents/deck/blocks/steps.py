"""Steps in time: a process in chevrons or boxes, a timeline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing_app.documents.deck.block import Point
from briefing_app.documents.deck.blocks.parts import (
    PAD,
    Elements,
    Stack,
    across,
    centred_text,
    hairline,
    needed,
    panel,
    stretched,
)
from briefing_app.documents.deck.blocks.signs import SIGN, placed_sign, signed_or_plain
from briefing_app.documents.deck.grid import GUTTER, columns
from briefing_app.documents.deck.offer_blocks import Process
from briefing_app.documents.deck.spacing import HAIR, LARGE, MEDIUM, SMALL, SNUG
from briefing_app.documents.deck.story_blocks import Timeline
from briefing_app.documents.deck.type_scale import TypeScale
from briefing_app.documents.placed import (
    Anchor,
    Element,
    Frame,
    Geometry,
    Rule,
    Shape,
    Tag,
    TextBox,
)
from briefing_app.documents.text_fit import Align, Style
from briefing_app.documents.theme import Colour

_MOST_STEPS = 5
_CHEVRON = 58.0
_NUMBER = Style(size=22, bold=True, colour=Colour.PAPER, pitch=1.2, align=Align.CENTRE)
_CHEVRON_GAP = SNUG
_ARROW_ROOM = 30.0
_BOX_HEAD = 62.0
_LEAST_BOX = 168.0
_NOTE_PAD = SMALL
_SIGN_GAP = SNUG

_MOST_MILESTONES = 6
_DOT = 30.0
_DOT_NUMBER = Style(size=13, bold=True, colour=Colour.PAPER, pitch=1.2, align=Align.CENTRE)
_TALLEST_MILESTONE = 84.0


def place_process(block: Process, area: Frame, scale: TypeScale) -> Elements | None:
    """Numbered chevrons, each over its step; what else matters in a strip below."""
    if not 1 <= len(block.steps) <= _MOST_STEPS:
        return None
    notes = _notes(block.notes, area, scale)
    if notes is None:
        return None
    strip, notes_height = notes
    room = area.height - notes_height - (2 * GUTTER if notes_height else 0)
    draw = _boxes if block.is_mirrored else _chevrons
    place = replace(area, height=room)
    steps = signed_or_plain(block.steps, lambda given: draw(given, place, scale))
    return None if steps is None else (*steps, *strip)


def place_timeline(block: Timeline, area: Frame, scale: TypeScale) -> Elements | None:
    """Milestones down a line; what holds all along on a dark panel at the right."""
    if not 1 <= len(block.steps) <= _MOST_MILESTONES:
        return None
    wide = 7 if block.promises else 12
    left = columns(area, 0, wide)
    stacks = [_milestone(point, left, scale) for point in block.steps]
    height = needed(_flat(stacks))
    if height is None:
        return None
    pitch = height + MEDIUM if height else 0.0
    if pitch * len(stacks) > area.height:
        return None
    pitch = stretched(area.height / len(stacks), pitch, max(pitch, _TALLEST_MILESTONE))
    elements: list[Element] = [_spine(left, pitch, len(stacks))]
    for number, point in enumerate(block.steps, start=1):
        row = replace(left, y=left.y + pitch * (number - 1), height=pitch)
        elements.extend(_dot(number, row))
        for stack in _milestone(point, row, scale):
            elements.extend(stack.boxes(Anchor.MIDDLE))
    promises = _promises(block, area, scale)
    return None if promises is None else (*elements, *promises)


def _chevrons(steps: Sequence[Point], area: Frame, scale: TypeScale) -> Elements | None:
    """A chevron over each step, its tip in the next one's notch."""
    boxes = across(area, len(steps), GUTTER)
    words = [
        _step(
            point, box.inset(MEDIUM, _CHEVRON + PAD + HAIR + _sign_room(point), SNUG, SMALL), scale
        )
        for point, box in zip(steps, boxes, strict=True)
    ]
    height = needed(words)
    if height is None:
        return None
    height += _sign_room(steps[0])
    height = stretched(height + PAD + LARGE, _LEAST_BOX, area.height - _CHEVRON)
    elements: list[Element] = []
    for number, (point, box, stack) in enumerate(zip(steps, boxes, words, strict=True), start=1):
        is_last = number == len(steps)
        reach = 0.0 if is_last else GUTTER + _CHEVRON / 2 - _CHEVRON_GAP
        head = Frame(box.x, box.y, box.width + reach, _CHEVRON)
        geometry = Geometry.PENTAGON if number == 1 else Geometry.CHEVRON
        fill = Colour.ACCENT if is_last else Colour.INK
        below = Frame(box.x, box.y + _CHEVRON + HAIR, box.width, height - HAIR)
        elements.append(panel(below, Colour.MIST))
        elements.append(Shape(frame=head, geometry=geometry, name="Step", fill=fill))
        spot = Frame(box.x + _CHEVRON / 2 + HAIR, box.y + SNUG, 40, _CHEVRON - 2 * SNUG)
        elements.append(replace(centred_text(f"{number}", _NUMBER, spot, "Number"), fill=fill))
        elements.extend(placed_sign(point.sign, box.x + MEDIUM, box.y + _CHEVRON + PAD, SIGN))
        elements.extend(stack.boxes())
    return tuple(elements)


def _boxes(steps: Sequence[Point], area: Frame, scale: TypeScale) -> Elements | None:
    """A grey box a step with its number on top, arrows from box to box."""
    boxes = across(area, len(steps), _ARROW_ROOM)
    words = [
        _step(point, box.inset(MEDIUM, _BOX_HEAD, SMALL, SMALL), scale)
        for point, box in zip(steps, boxes, strict=True)
    ]
    height = needed(words)
    if height is None:
        return None
    height = stretched(height + _BOX_HEAD + MEDIUM, _LEAST_BOX, area.height)
    elements: list[Element] = []
    for number, (point, box, stack) in enumerate(zip(steps, boxes, words, strict=True), start=1):
        is_last = number == len(steps)
        place = replace(box, height=height)
        elements.append(panel(place, Colour.MIST))
        elements.append(panel(replace(place, height=5), Colour.ACCENT if is_last else Colour.INK))
        figure = Stack(place.inset(MEDIUM, MEDIUM, 0, 0)).add(
            f"{number}", scale.figure(26), "Number"
        )
        elements.extend((*figure.boxes(), *stack.boxes()))
        elements.extend(placed_sign(point.sign, place.right - SMALL - SIGN, place.y + MEDIUM, SIGN))
        if not is_last:
            elements.append(_arrow(place))
    return tuple(elements)


def _sign_room(point: Point) -> float:
    return SIGN + _SIGN_GAP if point.sign else 0.0


def _arrow(box: Frame) -> Rule:
    y = box.y + box.height / 2
    x1, x2 = box.right + HAIR, box.right + _ARROW_ROOM - HAIR
    return Rule(
        x1=x1, y1=y, x2=x2, y2=y, name="Arrow", colour=Colour.SLATE, thickness=1.5, has_arrow=True
    )


def _step(point: Point, frame: Frame, scale: TypeScale) -> Stack:
    stack = Stack(frame)
    stack.add(point.name, scale.heading(), "Step", tag=Tag.SUBHEADING)
    return stack.add(point.detail, scale.body(Colour.SLATE), "Detail", gap=HAIR)


def _notes(points: Sequence[Point], area: Frame, scale: TypeScale) -> tuple[Elements, float] | None:
    """Notes side by side under a hairline at the bottom of the area, and their height."""
    if not points:
        return (), 0.0
    frames = across(area, len(points), 2 * GUTTER)
    stacks = [_note(point, frame, scale) for point, frame in zip(points, frames, strict=True)]
    height = needed(stacks)
    if height is None:
        return None
    height += 2 * _NOTE_PAD
    strip = Frame(area.x, area.bottom - height, area.width, height)
    elements: list[Element] = [hairline(strip.x, strip.y, strip.width, Colour.STEEL)]
    for point, frame in zip(points, frames, strict=True):
        inner = Frame(frame.x, strip.y + _NOTE_PAD, frame.width, height - 2 * _NOTE_PAD)
        elements.extend(_note(point, inner, scale).boxes())
    return tuple(elements), height


def _note(point: Point, frame: Frame, scale: TypeScale) -> Stack:
    stack = Stack(frame).add(point.name, scale.body(bold=True), "Label", tag=Tag.SUBHEADING)
    return stack.add(point.detail, scale.detail(Colour.SLATE), "Note", gap=HAIR)


def _milestone(point: Point, row: Frame, scale: TypeScale) -> tuple[Stack, Stack]:
    """Name beside the dot, detail beside the name."""
    inner = row.inset(_DOT + MEDIUM, 0, 0, 0)
    name = Frame(inner.x, row.y, inner.width * 0.32, row.height)
    detail = Frame(name.right + GUTTER, row.y, inner.right - name.right - GUTTER, row.height)
    return (
        Stack(name).add(point.name, scale.heading(), "Milestone", tag=Tag.SUBHEADING),
        Stack(detail).add(point.detail, scale.detail(), "Detail"),
    )


def _flat(stacks: Sequence[tuple[Stack, Stack]]) -> list[Stack]:
    return [stack for pair in stacks for stack in pair]


def _spine(frame: Frame, pitch: float, count: int) -> Rule:
    x, top = frame.x + _DOT / 2, frame.y + pitch / 2
    return Rule(
        x1=x,
        y1=top,
        x2=x,
        y2=top + pitch * (count - 1),
        name="Time",
        colour=Colour.STEEL,
        thickness=2,
    )


def _dot(number: int, row: Frame) -> tuple[Shape, TextBox]:
    disc = Frame(row.x, row.y + row.height / 2 - _DOT / 2, _DOT, _DOT)
    shape = Shape(frame=disc, geometry=Geometry.ELLIPSE, name="Milestone", fill=Colour.ACCENT)
    return shape, centred_text(f"{number}", _DOT_NUMBER, disc, "Number")


def _promises(block: Timeline, area: Frame, scale: TypeScale) -> Elements | None:
    if not block.promises:
        return ()
    frame = columns(area, 7, 5).inset(GUTTER, 0, 0, 0)
    stack = Stack(frame.inset(LARGE, LARGE, LARGE, LARGE))
    stack.add(block.promises_label, scale.label(Colour.LINE), "Label", tag=Tag.SUBHEADING)
    for promise in block.promises:
        stack.add(promise, scale.detail(Colour.PAPER), "Promise", gap=SMALL, bullet="✓")
    return (panel(frame, Colour.INK), *stack.boxes(Anchor.MIDDLE)) if stack.fits else None
