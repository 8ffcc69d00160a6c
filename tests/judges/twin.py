"""Holds the rendering of a deck against its PDF twin, which was written from the same layout.

Each paragraph of the .pptx is sought in both. A word on a line that begins alike in both stands
within `WORD_TOLERANCE` of its place, and `KERNING` of its way from the line's beginning: office
programs set some pairs of Latin letters closer, and Chinese next to Latin with other white. Up or
down it stands within `LINE_TOLERANCE`. Where lines break elsewhere, a word may be a line up or
down. No paragraph has more lines than were measured. Words, bars and slices of charts stand
within `CHART_TOLERANCE`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from pptx import Presentation

from tests.judges.fills import Fill, fills_of
from tests.judges.glyphs import Box, Glyph
from tests.judges.overflow import Drawn, TextArea, matched

WORD_TOLERANCE = 9.0
"""Points along a line: three changes of script, 0.24 em each, at 12 pt; one in a title."""
KERNING = 0.022
"""The share of its way by which kerning moves a word; measured 0.02 at most."""
LINE_TOLERANCE = 1.0
"""Points up or down; baselines are stated in both files."""
NUMBER_TOLERANCE = 3.0
"""The same for slide numbers, to which LibreOffice gives a line spacing of its own."""
CHART_TOLERANCE = 6.0
"""Points: half the size of a chart's text, and a fiftieth of a usual plot."""
_EMU = 12700
_SAME_COLOUR = 3
_THINNEST = 0.5
_WHITE = (255, 255, 255)


@dataclass(frozen=True)
class Likeness:
    """What differs, a sentence each, and how many of all line breaks are the same."""

    findings: tuple[str, ...]
    breaks: int
    same_breaks: int

    @property
    def share(self) -> float:
        """The share of line breaks that stand in both files, from 0 to 1."""
        return self.same_breaks / self.breaks if self.breaks else 1.0

    def __str__(self) -> str:
        return f"{self.same_breaks} of {self.breaks} line breaks alike ({self.share:.0%})"


def likeness(pptx: Path, rendered: Path, twin: Path) -> Likeness:
    """How well the ``rendered`` deck and its ``twin`` agree, slide by slide."""
    findings: list[str] = []
    breaks = same = 0
    charts = _chart_boxes(pptx)
    shapes = zip(fills_of(rendered), fills_of(twin), strict=True)
    pairs = zip(matched(pptx, rendered), matched(pptx, twin), charts, shapes, strict=True)
    for (number, page, drawn), (_, other_page, other_drawn), boxes, (fills, other_fills) in pairs:
        faults: list[str] = []
        saved = _lines_saved(drawn, other_drawn)
        for text, other in zip(drawn, other_drawn, strict=True):
            faults.extend(_text_faults(text, other, saved.get(text.area, 0)))
            starts, own = line_starts(other.glyphs), line_starts(text.glyphs)
            breaks += len(starts) - 1
            same += len(set(starts) & set(own)) - 1
        left, other_left = (
            _unclaimed(page.glyphs, drawn),
            _unclaimed(other_page.glyphs, other_drawn),
        )
        faults.extend(_lost(left, other_left, "rendering", "twin"))
        faults.extend(_lost(other_left, left, "twin", "rendering"))
        for box in boxes:
            faults.extend(_chart_faults(_inside(fills, box), _inside(other_fills, box)))
        findings.extend(f"slide {number}: {fault}" for fault in faults)
    return Likeness(tuple(findings), breaks, same)


def line_starts(glyphs: Sequence[Glyph]) -> list[int]:
    """The indexes at which lines begin: there the pen goes back to the left."""
    turns = (
        at for at, (one, other) in enumerate(pairwise(glyphs), 1) if other.box.left < one.box.left
    )
    return [0, *turns] if glyphs else [0]


def _lines_saved(drawn: Sequence[Drawn], others: Sequence[Drawn]) -> dict[TextArea, int]:
    """By how many lines the text of an area is shorter in the rendering; it moves up or down."""
    saved: dict[TextArea, int] = {}
    for text, other in zip(drawn, others, strict=True):
        lines = len(line_starts(other.glyphs)) - len(line_starts(text.glyphs))
        saved[text.area] = saved.get(text.area, 0) + max(lines, 0)
    return saved


def _text_faults(text: Drawn, other: Drawn, saved: int) -> Iterator[str]:
    words = f"{text.paragraph[:40]!r} of {text.area.name}"
    if not text.glyphs or not other.glyphs:
        if text.glyphs or other.glyphs:
            yield f"{words} is in one of the files only"
        return
    starts, measured = line_starts(text.glyphs), line_starts(other.glyphs)
    if len(starts) > len(measured):
        yield f"{words} has {len(starts)} lines, {len(measured)} were measured"
    worst = max(_deviations(text, other, saved), default=0.0)
    if worst > 1:
        yield f"{words} has a word {worst:.1f} times further off than allowed"


def _deviations(text: Drawn, other: Drawn, saved: int) -> Iterator[float]:
    """How far each sign is off, as a share of what is allowed to it."""
    starts, measured = line_starts(text.glyphs), line_starts(other.glyphs)
    lines, other_lines = _line_numbers(text, starts), _line_numbers(other, measured)
    pitch = _pitch(other.glyphs, measured)
    is_number = text.area.name.lower().replace("_", " ") == "slide number"
    down = NUMBER_TOLERANCE if is_number else LINE_TOLERANCE
    down += saved * pitch
    for at, (one, two) in enumerate(zip(text.glyphs, other.glyphs, strict=True)):
        start = starts[lines[at]]
        if start != measured[other_lines[at]] or lines[at] != other_lines[at]:
            yield abs(one.box.bottom - two.box.bottom) / (down + 2 * pitch)
            continue
        if at and one.box == text.glyphs[at - 1].box:
            continue  # the second letter of a ligature
        way = two.box.left - other.glyphs[start].box.left
        yield abs(one.box.left - two.box.left) / (WORD_TOLERANCE + KERNING * way)
        yield abs(one.box.bottom - two.box.bottom) / down


def _pitch(glyphs: Sequence[Glyph], starts: list[int]) -> float:
    """The distance from line to line, or of a single line about that."""
    heads = [glyphs[start].box for start in starts]
    downs = [other.bottom - one.bottom for one, other in pairwise(heads)]
    tallest = max(glyph.box.bottom - glyph.box.top for glyph in glyphs)
    return max(downs, default=0.0) or tallest * 2


def _line_numbers(text: Drawn, starts: list[int]) -> list[int]:
    ends = [*starts[1:], len(text.glyphs)]
    return [
        line
        for line, (start, end) in enumerate(zip(starts, ends, strict=True))
        for _ in range(end - start)
    ]


def _unclaimed(glyphs: Sequence[Glyph], drawn: Sequence[Drawn]) -> list[Glyph]:
    """The signs that belong to no shape: those of charts."""
    claimed = {id(glyph) for text in drawn for glyph in text.glyphs}
    return [glyph for glyph in glyphs if id(glyph) not in claimed]


def _lost(glyphs: list[Glyph], others: list[Glyph], here: str, there: str) -> Iterator[str]:
    """Signs of charts that have no fellow near by in the other file."""
    free = list(others)
    missing = ""
    for glyph in glyphs:
        near = [one for one in free if one.text == glyph.text]
        best = min(near, key=lambda one: _apart(one.box, glyph.box), default=None)
        if best is None or _apart(best.box, glyph.box) > CHART_TOLERANCE:
            missing += glyph.text
        else:
            free.remove(best)
    if missing:
        yield f"{missing[:40]!r} of a chart in the {here} is not at its place in the {there}"


def _apart(one: Box, other: Box) -> float:
    """The largest distance between like edges."""
    return max(
        abs(one.left - other.left),
        abs(one.top - other.top),
        abs(one.right - other.right),
        abs(one.bottom - other.bottom),
    )


def _chart_faults(fills: list[Fill], others: list[Fill]) -> Iterator[str]:
    for here, there, one, other in (
        ("rendering", "twin", fills, others),
        ("twin", "rendering", others, fills),
    ):
        for fill in one:
            like = (mark for mark in other if _same_colour(mark, fill))
            nearest = min((_apart(mark.box, fill.box) for mark in like), default=float("inf"))
            if nearest > CHART_TOLERANCE:
                yield (
                    f"a shape in {fill.colour} of a chart in the {here} is {nearest:.1f} pt"
                    f" away from its fellow in the {there}"
                )


def _same_colour(one: Fill, other: Fill) -> bool:
    parts = zip(one.colour, other.colour, strict=True)
    return all(abs(a - b) <= _SAME_COLOUR for a, b in parts)


def _inside(fills: Sequence[Fill], box: Box) -> list[Fill]:
    """The fills of a chart that can be seen; empty pieces of stacked columns cannot."""
    return [
        fill
        for fill in fills
        if fill.colour != _WHITE
        and fill.box.beyond(box) <= 1
        and fill.box.right - fill.box.left > _THINNEST
        and fill.box.bottom - fill.box.top > _THINNEST
    ]


def _chart_boxes(pptx: Path) -> list[list[Box]]:
    slides = Presentation(str(pptx)).slides
    shown = [slide for slide in slides if slide._element.get("show") != "0"]
    return [[_box(shape) for shape in slide.shapes if shape.has_chart] for slide in shown]


def _box(shape: Any) -> Box:
    left, top = shape.left / _EMU, shape.top / _EMU
    return Box(left, top, left + shape.width / _EMU, top + shape.height / _EMU)
