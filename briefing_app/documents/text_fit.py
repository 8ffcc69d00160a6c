"""Measuring, wrapping and fitting text; total: any text gives lines, nothing raises.

Widths are the fonts' own advances. At each change between Chinese and Latin a hair of
space is added, as renderers do (0.24 em, measured in LibreOffice). Lines have an exact
pitch in points, so that a box is as high in every program as it was measured here.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from itertools import accumulate, pairwise

from briefing_app.documents.caches import TEXTS
from briefing_app.documents.fonts import DOCUMENT_TYPEFACE, Typeface
from briefing_app.documents.line_breaks import break_opportunities, is_cjk
from briefing_app.documents.theme import Colour

SCRIPT_GAP = 0.2413
"""Space between Chinese and Latin in em."""

WIDTH_MARGIN = 0.98
"""The share of a box's width that lines may fill: renderers differ by up to 2%."""

_NOISE = 1e-9
"""What sums of widths may be off, in em."""

_HAIR = 0.2
"""Points that programs may lose of a width by rounding."""

SCRIPTLESS = frozenset(" “”‘’…—·")
"""Characters that take the script of what stands before them."""


_STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "…": "..."})
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]")
"""Soft hyphens, joiners, marks of direction, variants of signs: pasted text is full of them."""

_CURLY = frozenset("“”‘’…")
_APOSTROPHE = re.compile(r"(?<=[A-Za-z])’(?=[A-Za-z])")


class Align(StrEnum):
    """Where lines stand in their box."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a paragraph looks. ``size`` and ``before`` (space above) in points, ``pitch`` in em.

    ``typeface`` is what it is measured in; the file that it is written to names the fonts.
    """

    size: float
    colour: Colour = Colour.INK
    bold: bool = False
    pitch: float = 1.35
    align: Align = Align.LEFT
    before: float = 0.0
    typeface: Typeface = DOCUMENT_TYPEFACE

    @property
    def line_height(self) -> float:
        """The distance from line to line in points, in tenths as files can state it."""
        return round(self.size * self.pitch, 1)


@dataclass(frozen=True, slots=True)
class Span:
    """Some text of one look; ``None`` takes the paragraph's."""

    text: str
    bold: bool | None = None
    colour: Colour | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Spans that run on; ``indent`` in points hangs, with ``bullet`` in front of the first line."""

    spans: tuple[Span, ...]
    style: Style
    bullet: str = ""
    indent: float = 0.0

    @property
    def text(self) -> str:
        """The words without their looks."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Line:
    """A measured line: its spans, its width in points, whether it starts its paragraph."""

    spans: tuple[Span, ...]
    width: float
    paragraph: Paragraph
    is_first: bool

    @property
    def text(self) -> str:
        """The words of the line."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Measured:
    """Paragraphs with their lines; ``height`` in points, which may leave room for more lines."""

    paragraphs: tuple[Paragraph, ...]
    lines: tuple[Line, ...]
    height: float

    @property
    def lines_height(self) -> float:
        """How high the lines are by themselves."""
        starts = (line for line in self.lines[1:] if line.is_first)
        above = sum(line.paragraph.style.before for line in starts)
        return above + sum(line.paragraph.style.line_height for line in self.lines)


@lru_cache(maxsize=TEXTS)
def plain(text: str) -> str:
    """Text fit for a line: white space folded, unseen and control signs gone, quotes that fit.

    Letters and their accents become one sign, as the fonts have them. In the fonts' Latin text
    curly quotes would stand in the middle of a full Chinese width.
    """
    composed = _UNSEEN.sub("", unicodedata.normalize("NFC", text))
    folded = " ".join("".join(c if c.isprintable() else " " for c in composed).split())
    if _CURLY.isdisjoint(folded):
        return folded
    if not any(map(is_cjk, folded)):
        return folded.translate(_STRAIGHT)
    return _APOSTROPHE.sub("'", folded)


def paragraph(text: str, style: Style, *, bullet: str = "", indent: float = 0.0) -> Paragraph:
    """A paragraph of one look."""
    return Paragraph((Span(plain(text)),), style, bullet, indent)


def measure(paragraphs: Iterable[Paragraph], width: float) -> Measured:
    """The paragraphs wrapped to ``width`` points."""
    kept = tuple(paragraphs)
    lines: list[Line] = []
    height = 0.0
    for position, item in enumerate(kept):
        wrapped = wrap(item, width)
        height += len(wrapped) * item.style.line_height + (item.style.before if position else 0)
        lines.extend(wrapped)
    return Measured(kept, tuple(lines), height)


def measure_to_edit(paragraphs: Iterable[Paragraph], width: float) -> Measured:
    """The paragraphs as office programs break them: lines that fill the whole ``width``.

    The height leaves room for the lines that fonts a little wider would need, so no text
    overflows where programs differ, and none is broken early where they do not.
    """
    kept = tuple(paragraphs)
    lines: list[Line] = []
    height = 0.0
    for position, item in enumerate(kept):
        wrapped = wrap(item, item.indent + (width - item.indent - _HAIR) / WIDTH_MARGIN)
        height += item.style.before if position else 0
        height += _most_lines(item, width, wrapped) * item.style.line_height
        lines.extend(wrapped)
    return Measured(kept, tuple(lines), height)


def _most_lines(item: Paragraph, width: float, wrapped: Sequence[Line]) -> int:
    """How many lines the paragraph has in a width less by the margin."""
    room = (width - item.indent) * WIDTH_MARGIN
    if all(line.width <= room for line in wrapped):
        return len(wrapped)
    return max(len(wrap(item, width)), len(wrapped))


def fit(
    paragraphs: Sequence[Paragraph],
    width: float,
    height: float,
    *,
    smallest: float = 1.0,
    measured_by: Callable[[Iterable[Paragraph], float], Measured] = measure,
) -> Measured | None:
    """The paragraphs at the largest scale from 1 down to ``smallest`` that fits, or ``None``."""
    scale = 1.0
    while scale >= smallest - 1e-9:
        measured = measured_by((scaled(item, scale) for item in paragraphs), width)
        if measured.height <= height + 1e-6:
            return measured
        scale -= 0.05
    return None


def scaled(item: Paragraph, scale: float) -> Paragraph:
    """The paragraph with sizes and spaces scaled, sizes to half points."""
    if scale == 1.0:
        return item
    style = replace(
        item.style,
        size=round(item.style.size * scale * 2) / 2,
        before=item.style.before * scale,
    )
    return replace(item, style=style, indent=item.indent * scale)


@lru_cache(maxsize=2 * TEXTS)  # at several widths
def wrap(item: Paragraph, width: float) -> tuple[Line, ...]:
    """The lines of a paragraph in ``width`` points; never empty, an empty text is one line.

    They are remembered, for layouts try a paragraph about twice at each width.
    """
    text, size = item.text, item.style.size
    room = (width - item.indent) * WIDTH_MARGIN / size
    ends = _paragraph_ends(item)
    allowed = break_opportunities(text)
    lines: list[Line] = []
    start = 0
    while start < len(text) or not lines:
        end = _line_end(text, ends, allowed, start, room)
        visible = max(len(text[:end].rstrip(" ")), start)
        spans = cut_spans(item.spans, start, visible)
        lines.append(Line(spans, (ends[visible] - ends[start]) * size, item, not lines))
        start = end
        if start >= len(text):
            break
    return tuple(lines)


def text_width(text: str, style: Style) -> float:
    """The width of one line of text in points."""
    return _ends(text, style.bold, style.typeface)[-1] * style.size


def longest_word_width(text: str, style: Style) -> float:
    """The width of the widest piece that cannot be broken, in points."""
    return _longest_word(text, style.bold, style.typeface) * style.size


@lru_cache(maxsize=TEXTS)
def _longest_word(text: str, bold: bool, typeface: Typeface) -> float:
    """The widest piece in em, without the spaces behind it."""
    breaks = sorted(break_opportunities(text) | {0, len(text)})
    pieces = (text[a:b].rstrip(" ") for a, b in pairwise(breaks))
    return max((_ends(piece, bold, typeface)[-1] for piece in pieces), default=0.0)


def _line_end(
    text: str, ends: Sequence[float], allowed: frozenset[int], start: int, room: float
) -> int:
    """Where the line that begins at ``start`` ends; ``room`` is in em, as ``ends`` are."""
    over = max(bisect_right(ends, ends[start] + room + _NOISE, start + 1) - 1, start + 1)
    while over < len(text) and text[over] == " ":
        over += 1
    if over >= len(text):
        return len(text)
    return next((index for index in range(over, start, -1) if index in allowed), over)


def _paragraph_ends(item: Paragraph) -> Sequence[float]:
    """Where each character of a paragraph ends on an endless line, in em, from 0 on."""
    typeface = item.style.typeface
    if len(item.spans) == 1:
        bold = item.spans[0].bold
        return _ends(item.text, item.style.bold if bold is None else bold, typeface)
    ends = [0.0]
    script: bool | None = None
    for span in item.spans:
        bold = item.style.bold if span.bold is None else span.bold
        own = _ends(span.text, bold, typeface, script)
        if len(ends) > 1 and span.text and _changes_script(span.text[0], script):
            ends[-1] += SCRIPT_GAP
        left = ends[-1]
        ends.extend(left + end for end in own[1:])
        script = _script_at_end(span.text, script)
    return ends


def _changes_script(character: str, script: bool | None) -> bool:
    return script is not None and character not in SCRIPTLESS and is_cjk(character) != script


def _script_at_end(text: str, script: bool | None) -> bool | None:
    return next((is_cjk(c) for c in reversed(text) if c not in SCRIPTLESS), script)


@lru_cache(maxsize=2 * TEXTS)  # of pieces, and in two weights
def _ends(
    text: str, bold: bool, typeface: Typeface, script: bool | None = None
) -> tuple[float, ...]:
    """Where each character ends in em, from 0 on; the text follows one in ``script``.

    ``script`` is true for Chinese. The same for all sizes, of which layout tries many.
    """
    face = typeface.face(bold=bold)
    advances: list[float] = []
    for character in text:
        if character not in SCRIPTLESS:
            own_script = is_cjk(character)
            if advances and script not in (None, own_script):
                advances[-1] += SCRIPT_GAP
            script = own_script
        advances.append(face.advance(character))
    return tuple(accumulate(advances, initial=0.0))


def cut_spans(spans: tuple[Span, ...], start: int, end: int) -> tuple[Span, ...]:
    """The part of the spans' text from ``start`` to ``end``, with its looks."""
    pieces: list[Span] = []
    offset = 0
    for span in spans:
        part = span.text[max(0, start - offset) : max(0, end - offset)]
        if part:
            pieces.append(Span(part, span.bold, span.colour))
        offset += len(span.text)
    return tuple(pieces)
