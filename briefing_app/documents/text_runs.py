"""Measured text as runs at their places: pieces of one script and look, each with its baseline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefing_app.documents.line_breaks import CJK, is_cjk
from briefing_app.documents.placed import Anchor, Frame, TextBox
from briefing_app.documents.text_fit import (
    SCRIPT_GAP,
    SCRIPTLESS,
    Align,
    Line,
    Measured,
    Style,
    text_width,
)
from briefing_app.documents.theme import Colour

DESCENT = 0.288
"""How far below the baseline a line's box ends, in em (the fonts' hhea descent)."""

SHARE_ABOVE = {Anchor.TOP: 0.0, Anchor.MIDDLE: 0.5, Anchor.BOTTOM: 1.0}
SHARE_BEFORE = {Align.LEFT: 0.0, Align.CENTRE: 0.5, Align.RIGHT: 1.0}

_OWN_WHITE = frozenset(" ，。、；：？！（）《》〈〉「」『』【】“”‘’…—·％")
_RUNS = re.compile(f"[{CJK}][{CJK}{''.join(sorted(SCRIPTLESS))}]*|[^{CJK}]+")


@dataclass(frozen=True, slots=True)
class Run:
    """Words that start at ``x`` on a ``baseline`` and take ``width``; lengths in points."""

    words: str
    x: float
    baseline: float
    width: float
    size: float
    bold: bool
    colour: Colour


def runs_of(box: TextBox) -> Iterator[Run]:
    """The runs of a text box, line by line, where they were measured to stand."""
    pad = box.padding
    inside = box.frame.inset(pad, pad, pad, pad)
    y = inside.y + (inside.height - box.text.lines_height) * SHARE_ABOVE[box.anchor]
    for position, line in enumerate(box.text.lines):
        style = line.paragraph.style
        y += style.before if position and line.is_first else 0.0
        baseline = y + style.line_height - DESCENT * style.size
        if line.is_first and line.paragraph.bullet:
            yield _run(line.paragraph.bullet, inside.x, baseline, style, style.bold, style.colour)
        yield from _line(line, inside, baseline)
        y += style.line_height


def _line(line: Line, frame: Frame, baseline: float) -> Iterator[Run]:
    paragraph, style = line.paragraph, line.paragraph.style
    spare = frame.width - paragraph.indent - line.width
    x = frame.x + paragraph.indent + spare * SHARE_BEFORE[style.align]
    before = ""
    for span in line.spans:
        bold = style.bold if span.bold is None else span.bold
        for words in script_runs(span.text):
            x += SCRIPT_GAP * style.size if needs_gap(before, words) else 0.0
            run = _run(words, x, baseline, style, bold, span.colour or style.colour)
            yield run
            x += run.width
            before = words


def _run(words: str, x: float, baseline: float, style: Style, bold: bool, colour: Colour) -> Run:
    width = text_width(words, Style(size=style.size, bold=bold, typeface=style.typeface))
    return Run(words, x, baseline, width, style.size, bold, colour)


def by_paragraph(text: Measured) -> Iterator[Sequence[Line]]:
    """The lines of each paragraph."""
    starts = [position for position, line in enumerate(text.lines) if line.is_first]
    for start, end in pairwise([*starts, len(text.lines)]):
        yield text.lines[start:end]


def script_runs(text: str) -> Iterator[str]:
    """Pieces of one script each, as measuring tells scripts apart."""
    return (match.group() for match in _RUNS.finditer(text))


def needs_gap(before: str, after: str) -> bool:
    """True between Chinese and Latin; full-width punctuation and spaces bring their own white."""
    if not before or before[-1] in _OWN_WHITE or after[0] in _OWN_WHITE:
        return False
    return is_cjk(before[-1]) != is_cjk(after[0])
