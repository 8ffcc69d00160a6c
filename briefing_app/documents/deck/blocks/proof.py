"""Effects in numbers: the value chart and the success case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing_app.documents.charts.plot import names_fit
from briefing_app.documents.deck.block import Change
from briefing_app.documents.deck.blocks.figures import ONE_LINE_SLACK, bottom_of, figures
from briefing_app.documents.deck.blocks.parts import (
    Elements,
    Stack,
    across,
    at_the_foot,
    bar,
    hairline,
    moved_down,
    panel,
)
from briefing_app.documents.deck.grid import GUTTER, columns
from briefing_app.documents.deck.offer_blocks import ValueChart
from briefing_app.documents.deck.spacing import HAIR, LARGE, MEDIUM, SMALL, SNUG
from briefing_app.documents.deck.story_blocks import CaseStory
from briefing_app.documents.deck.type_scale import TypeScale
from briefing_app.documents.placed import (
    Anchor,
    Chart,
    ChartKind,
    Element,
    Frame,
    Series,
    Tag,
)
from briefing_app.documents.text_fit import Style, text_width
from briefing_app.documents.theme import Colour

_MOST_CHARTED = 4
_BAND = 84.0
_CHART_FIGURE = 36.0
_READING_GAP = SMALL
_CASE_FIGURE = 42.0
_KEY_ROOM = 30.0
_SWATCH = 10.0
_MOST_CASE_FIGURES = 3
_INSET = LARGE


def place_value_chart(block: ValueChart, area: Frame, scale: TypeScale) -> Elements | None:
    """Chart left, the same effects as readings right, assumptions under a hairline."""
    if not 1 <= len(block.changes) <= _MOST_CHARTED:
        return None
    foot = _assumptions(block, area, scale)
    room = area.inset(0, 0, 0, foot.height + GUTTER if foot.height else 0)
    if not foot.fits or room.height < 120:
        return None
    left, right = columns(room, 0, 7), columns(room, 7, 5)
    left = left.inset(0, 0, 2 * GUTTER, 0)
    if block.is_mirrored:
        left, right = columns(room, 5, 7), columns(room, 0, 5)
        left = left.inset(2 * GUTTER, 0, 0, 0)
    changes = block.changes
    if block.sources_note:
        changes = tuple(replace(change, source="") for change in changes)
    readings = _readings(changes, right, scale)
    chart = _bridge(block, left, scale) if block.bridged else _chart(block, left, scale)
    if readings is None or chart is None:
        return None
    return (*chart, *readings, *at_the_foot(foot, area))


def place_case_story(block: CaseStory, area: Frame, scale: TypeScale) -> Elements | None:
    """Results over the story, the quote on a panel beside them; three results take the width."""
    if len(block.changes) > _MOST_CASE_FIGURES:
        return None
    if len(block.changes) == _MOST_CASE_FIGURES:
        top, y = _results(block.changes, area, scale)
        lower = None if y is None else area.inset(0, y - area.y, 0, 0)
        below = None if lower is None else _beside_quote(block, lower, scale, with_results=False)
        return None if below is None else (*top, *below)
    return _beside_quote(block, area, scale, with_results=True)


def _beside_quote(
    block: CaseStory, area: Frame, scale: TypeScale, *, with_results: bool
) -> Elements | None:
    quote: Elements | None = ()
    room = area
    if block.quote:
        side, room = columns(area, 8, 4), columns(area, 0, 8).inset(0, 0, GUTTER, 0)
        if block.is_mirrored:
            side, room = columns(area, 0, 4), columns(area, 4, 8).inset(GUTTER, 0, 0, 0)
        quote = _quote(block, side, scale)
    top, y = _results(block.changes if with_results else (), room, scale)
    if y is None or quote is None:
        return None
    story = _story(block, room.inset(0, y - room.y, 0, 0), scale)
    return None if story is None else (*quote, *top, *story)


def _assumptions(block: ValueChart, area: Frame, scale: TypeScale) -> Stack:
    stack = Stack(area)
    stack.add(block.sources_note, scale.note(Colour.INK), "Sources")
    words = f"{block.assumptions_label} {block.assumptions}" if block.assumptions else ""
    return stack.add(words, scale.note(), "Assumptions", gap=HAIR)


def _readings(changes: Sequence[Change], frame: Frame, scale: TypeScale) -> Elements | None:
    """One figure below the other on a grey panel."""
    pitch = (frame.height - 2 * SMALL) / len(changes)
    inner = frame.inset(MEDIUM, SMALL, SMALL, SMALL)
    frames = [
        Frame(inner.x, inner.y + pitch * place, inner.width, pitch) for place in range(len(changes))
    ]
    tight = [replace(place, height=pitch - _READING_GAP) for place in frames]
    placed = figures(changes, tight, scale, _CHART_FIGURE)
    if placed is None or any(
        boxes[-1].frame.bottom > place.bottom for boxes, place in zip(placed, tight, strict=True)
    ):
        return None
    elements: list[Element] = [panel(frame, Colour.MIST)]
    for boxes, place in zip(placed, frames, strict=True):
        lift = (place.height - (boxes[-1].frame.bottom - place.y)) / 2
        elements.extend(moved_down(box, lift) for box in boxes)
    return tuple(elements)


def _chart(block: ValueChart, frame: Frame, scale: TypeScale) -> Elements | None:
    key = _key(block, frame, scale)
    if key is None:
        return None
    room = frame.inset(0, _KEY_ROOM, 0, 0)
    height = min(room.height, _BAND * len(block.changes) + LARGE)
    chart = Chart(
        frame=replace(room, height=height),
        kind=ChartKind.BAR,
        categories=tuple(change.label for change in block.changes),
        series=(
            Series(block.before_name, tuple(c.before for c in block.changes), Colour.STEEL),
            Series(block.after_name, tuple(c.after for c in block.changes), Colour.ACCENT),
        ),
        name=block.chart_name,
        alt=block.alt,
        font_size=12.0,
        has_legend=False,
        typeface=scale.typeface,
    )
    return (*key, chart) if names_fit(chart) else None


def _key(block: ValueChart, frame: Frame, scale: TypeScale) -> Elements | None:
    """The series' names side by side, in place of a legend."""
    elements: list[Element] = []
    x, style = frame.x, scale.label(Colour.INK)
    for name, colour in ((block.before_name, Colour.STEEL), (block.after_name, Colour.ACCENT)):
        room = frame.right - x - _SWATCH - SNUG
        width = min(text_width(name, style) * ONE_LINE_SLACK + HAIR, room)
        text = Stack(Frame(x + _SWATCH + SNUG, frame.y, width, _KEY_ROOM)).add(name, style, "Key")
        if not text.fits:
            return None
        elements.append(panel(Frame(x, frame.y + HAIR, _SWATCH, _SWATCH), colour, "Key"))
        elements.extend(text.boxes())
        x += _SWATCH + width + 2 * GUTTER
    return tuple(elements)


def _bridge(block: ValueChart, frame: Frame, scale: TypeScale) -> Elements | None:
    """One effect from today to afterwards, in its own unit."""
    change = block.bridged
    if change is None:
        return None
    unit = change.unit or change.after_text[-1:].strip("0123456789")
    label = f"{change.label} · {unit}" if unit else change.label
    head = Stack(replace(frame, height=_KEY_ROOM)).add(label, scale.label(Colour.INK), "Measure")
    chart = Chart(
        frame=frame.inset(0, _KEY_ROOM, 0, 0),
        kind=ChartKind.WATERFALL,
        categories=(block.before_name, block.change_name, block.after_name),
        series=(Series(label, (change.before, _moved(change), change.after), Colour.ACCENT),),
        name=block.chart_name,
        alt=block.alt,
        font_size=12.0,
        has_legend=False,
        typeface=scale.typeface,
        totals=frozenset({0, 2}),
    )
    return (*head.boxes(), chart) if head.fits and _names_fit(chart) else None


def _moved(change: Change) -> float:
    return round(change.after - change.before, 6)


def _names_fit(chart: Chart) -> bool:
    """True when no name below a column is wider than its share of the chart."""
    share = chart.frame.width / len(chart.categories)
    style = Style(size=chart.font_size)
    return all(text_width(name, style) < 2 * share for name in chart.categories)


def _results(
    changes: Sequence[Change], area: Frame, scale: TypeScale
) -> tuple[Elements, float | None]:
    """The figures and the y below them; ``None`` for y when they do not fit."""
    if not changes:
        return (), area.y
    frames = across(area, len(changes), GUTTER)
    inner = [frame.inset(MEDIUM, HAIR, 0, 0) for frame in frames]
    placed = figures(changes, inner, scale, _CASE_FIGURE)
    if placed is None:
        return (), None
    bottom = bottom_of(placed)
    elements: list[Element] = []
    for frame, boxes in zip(frames, placed, strict=True):
        elements.append(bar(Frame(frame.x, area.y, HAIR, bottom - area.y + HAIR)))
        elements.extend(boxes)
    return tuple(elements), bottom + LARGE


def _story(block: CaseStory, room: Frame, scale: TypeScale) -> Elements | None:
    """Where they stood and what was done, each under a hairline, over the rest of the height."""
    said = [
        (block.situation_label, block.situation),
        (block.done_label, block.done),
    ]
    kept = [item for item in said if item[1]]
    frames = across(room, max(len(kept), 1), 2 * GUTTER)
    elements: list[Element] = []
    for (label, words), frame in zip(kept, frames, strict=False):
        stack = Stack(frame.inset(0, SMALL, 0, 0))
        stack.add(label, scale.label(), "Label", tag=Tag.SUBHEADING)
        stack.add(words, scale.body(), "Story", gap=HAIR)
        if not stack.fits:
            return None
        elements.extend((hairline(frame.x, frame.y, frame.width), *stack.boxes()))
    return tuple(elements)


def _quote(block: CaseStory, frame: Frame, scale: TypeScale) -> Elements | None:
    styles = (scale.statement(Colour.PAPER), scale.heading(Colour.PAPER), scale.body(Colour.PAPER))
    for style in styles:
        stack = Stack(frame.inset(_INSET, MEDIUM, _INSET, MEDIUM)).add(block.quote, style, "Quote")
        stack.add(block.quote_by, scale.label(Colour.LINE), "Quoted", gap=SNUG)
        if stack.fits:
            edge = bar(replace(frame, height=6))
            return (panel(frame, Colour.INK), edge, *stack.boxes(Anchor.MIDDLE))
    return None
