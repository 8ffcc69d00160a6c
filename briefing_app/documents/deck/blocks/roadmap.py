"""Lanes along a time axis: each piece of work a bar that ends in a milestone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefing_app.documents.deck.blocks.parts import Elements, Stack, hairline, panel, stretched
from briefing_app.documents.deck.diagram_blocks import Lane, Roadmap, Stretch, Tick
from briefing_app.documents.deck.grid import GUTTER
from briefing_app.documents.deck.spacing import HAIR, SMALL, SNUG
from briefing_app.documents.deck.type_scale import TypeScale
from briefing_app.documents.placed import Anchor, Element, Frame, Path, Rule, Tag
from briefing_app.documents.text_fit import Align
from briefing_app.documents.theme import Colour

_MOST_LANES = 5
_MOST_TICKS = 8
_NAME_SHARE = 0.17
_AXIS_ROOM = 34.0
_DIAMOND = 18.0
_PAD = SMALL
_LANE_GAP = SNUG
_TALLEST_LANE = 132.0
_TICK_GAP = SNUG


@dataclass(frozen=True, slots=True)
class _Track:
    """The part of the area that the axis spans."""

    frame: Frame

    def x(self, at: float) -> float:
        return self.frame.x + self.frame.width * at


def place_roadmap(block: Roadmap, area: Frame, scale: TypeScale) -> Elements | None:
    """The axis on top of the lanes, mirrored below them; the note at the foot."""
    if not 1 <= len(block.lanes) <= _MOST_LANES or len(block.ticks) > _MOST_TICKS:
        return None
    foot = Stack(area).add(block.note, scale.note(), "Note")
    room = area.inset(0, 0, 0, foot.height + GUTTER if foot.height else 0)
    name_width = area.width * _NAME_SHARE
    track = _Track(room.inset(name_width + GUTTER, 0, _DIAMOND / 2, 0))
    pitch = _pitch(block.lanes, room, track, scale)
    if pitch is None:
        return None
    height = pitch * len(block.lanes)
    lanes_y = room.y + (0 if block.is_mirrored else _AXIS_ROOM)
    axis_y = room.y + height if block.is_mirrored else room.y
    axis = _axis(block.ticks, track, axis_y, lanes_y, height, scale)
    if axis is None or not foot.fits:
        return None
    elements: list[Element] = list(axis)
    milestones: list[Element] = []
    for place, lane in enumerate(block.lanes):
        row = replace(room, y=lanes_y + pitch * place, height=pitch - _LANE_GAP)
        placed = _lane(lane, row, name_width, track, scale)
        if placed is None:
            return None
        elements.extend(placed)
        bars = (_bar(stretch, row, track) for stretch in lane.stretches)
        milestones.extend(_diamond(bar.right, bar.y + bar.height / 2) for bar in bars)
    return (*elements, *milestones, *foot.boxes(Anchor.BOTTOM))


def _pitch(lanes: Sequence[Lane], room: Frame, track: _Track, scale: TypeScale) -> float | None:
    """The height of a lane with its gap; ``None`` when they are too high together."""
    least = 0.0
    for lane in lanes:
        for stretch in lane.stretches:
            stack = _words(stretch, _bar(stretch, room, track), scale)
            if not stack.fits:
                return None
            least = max(least, stack.height + 2 * _PAD + _LANE_GAP)
    most = (room.height - _AXIS_ROOM) / len(lanes)
    if least > most:
        return None
    return stretched(most, least, max(least, _TALLEST_LANE))


def _bar(stretch: Stretch, row: Frame, track: _Track) -> Frame:
    left, right = track.x(stretch.start), track.x(stretch.stop)
    return Frame(left, row.y, right - left - HAIR, row.height)


def _words(stretch: Stretch, frame: Frame, scale: TypeScale) -> Stack:
    stack = Stack(frame.inset(_PAD, _PAD, _DIAMOND / 2 + _PAD / 2, _PAD))
    ink = Colour.PAPER if stretch.is_ours else Colour.INK
    quiet = Colour.PAPER if stretch.is_ours else Colour.INK
    stack.add(stretch.name, scale.body(ink, bold=True), "Work", tag=Tag.SUBHEADING)
    return stack.add(stretch.detail, scale.detail(quiet), "Detail", gap=HAIR)


def _lane(
    lane: Lane, row: Frame, name_width: float, track: _Track, scale: TypeScale
) -> Elements | None:
    name = Stack(replace(row, width=name_width))
    name.add(lane.name, scale.heading(), "Lane", tag=Tag.SUBHEADING)
    if not name.fits:
        return None
    elements: list[Element] = [hairline(row.x, row.bottom + _LANE_GAP / 2, row.width)]
    elements.extend(name.boxes(Anchor.MIDDLE))
    for stretch in lane.stretches:
        frame = _bar(stretch, row, track)
        stack = _words(stretch, frame, scale)
        if not stack.fits:
            return None
        fill = Colour.ACCENT if stretch.is_ours else Colour.LINE
        elements.extend((panel(frame, fill, "Stretch"), *stack.boxes(Anchor.MIDDLE)))
    return tuple(elements)


def _diamond(x: float, y: float) -> Path:
    half = _DIAMOND / 2
    points = ((x, y - half), (x + half, y), (x, y + half), (x - half, y))
    frame = Frame(x - half, y - half, _DIAMOND, _DIAMOND)
    return Path(polygons=(points,), frame=frame, name="Milestone", fill=Colour.WARM)


def _axis(
    ticks: Sequence[Tick], track: _Track, y: float, top: float, height: float, scale: TypeScale
) -> Elements | None:
    """Labels that end at their ticks, and a thin line through all lanes at each."""
    style = replace(scale.label(Colour.SLATE), align=Align.RIGHT)
    elements: list[Element] = []
    left = track.frame.x - GUTTER
    for tick in ticks:
        x = track.x(tick.at)
        label = Stack(Frame(left, y + SNUG, x - left, _AXIS_ROOM - 2 * SNUG)).add(
            tick.label, style, "Tick"
        )
        if not label.fits:
            return None
        elements.append(_line(x - HAIR, top, top + height - _LANE_GAP))
        elements.extend(label.boxes())
        left = x + _TICK_GAP
    return tuple(elements)


def _line(x: float, y1: float, y2: float) -> Rule:
    return Rule(x1=x, y1=y1, x2=x, y2=y2, name="Tick", colour=Colour.LINE)
