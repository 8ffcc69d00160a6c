"""The forms of which a visit plan is made: tables, labelled rows, boxes to tick, lines to write on.

All are blocks of `documents.flow`. Lengths are in points.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefing_app.documents.flow import (
    Block,
    Drawn,
    Item,
    Row,
    Stack,
    Words,
    words,
)
from briefing_app.documents.flow_table import Columns, Grid, TableRow, columns_of
from briefing_app.documents.placed import (
    Frame,
    Geometry,
    Rule,
    Shape,
    Tag,
    TextBox,
)
from briefing_app.documents.text_fit import (
    WIDTH_MARGIN,
    Align,
    Line,
    Paragraph,
    Span,
    Style,
    measure,
    paragraph,
    plain,
    text_width,
)
from briefing_app.documents.theme import Colour
from briefing_app.documents.visit_plan.look import GAP, Look

LABEL_WIDTH = 80.0
_BOX = 9.0
_BULLET_INDENT = 10.0
_MARK_GAP = 4.0
_MARK_INDENT = 18.0
_NARROWER = tuple(share / 100 for share in range(100, 48, -2))
_PAUSES = tuple("，。；：！？、,.;:!?")
_BADGE_PADDING, _BADGE_GAP, _BADGE_CORNER = 1.5, 4.0, 3.0
_WRITING_PITCH = 21.0


def text(words_: str, style: Style, width: float, *, tag: Tag = Tag.TEXT, link: str = "") -> Words:
    """A text of one look."""
    return words([paragraph(words_, style)], width, "Text", tag=tag, link=link)


def balanced(made: Words) -> Words:
    """The text on as many lines as before, of about the same length; best broken at a pause."""
    tried = [words(made.text.paragraphs, made.width * share, made.name) for share in _NARROWER]
    fitting = [one for one in tried if len(one.text.lines) == len(made.text.lines)]
    if len(made.text.lines) == 1 or not fitting:
        return made
    at_pauses = (one for one in fitting if all(_pauses(line) for line in one.text.lines[:-1]))
    chosen = next(at_pauses, fitting[-1])
    return replace(chosen, tag=made.tag, link=made.link)


def _pauses(line: Line) -> bool:
    return line.text.rstrip().endswith(_PAUSES)


def texts(paragraphs: Iterable[Paragraph], width: float) -> Words | None:
    """Paragraphs one below the other; ``None`` where none of them has words."""
    made = words(paragraphs, width, "Text")
    return made if made.text.lines else None


def led(lead: str, words_: str, style: Style) -> Paragraph:
    """A paragraph that opens with a bold word or two; without words it is empty."""
    body = plain(words_)
    spans = (Span(f"{plain(lead)} ", bold=True), Span(body)) if body else ()
    return Paragraph(spans, style)


def marked(pairs: Iterable[tuple[str, str]], style: Style, width: float) -> Words | None:
    """Texts, each with a short sign or number hanging at its left."""
    kept = tuple(pairs)
    widest = max((text_width(mark, style) for mark, _ in kept), default=0.0)
    indent = max(_MARK_INDENT, widest + _MARK_GAP)
    return texts(
        (paragraph(words_, style, bullet=mark, indent=indent) for mark, words_ in kept), width
    )


def bullets(lines: Iterable[str], style: Style, width: float) -> Words | None:
    """A list; a single line stands without its bullet, ``None`` for no line."""
    kept = [line for line in lines if plain(line)]
    mark, indent = ("•", _BULLET_INDENT) if len(kept) > 1 else ("", 0.0)
    return texts((paragraph(line, style, bullet=mark, indent=indent) for line in kept), width)


def labelled(label: str, block: Block | None, look: Look, label_width: float = LABEL_WIDTH) -> Row:
    """A label with what it names to its right; an empty row where there is nothing."""
    if block is None:
        return Row(())
    return Row(((0.0, text(label, look.label, label_width - GAP / 2)), (label_width, block)))


def rows(blocks: Iterable[Block | None], gap: float) -> Stack:
    """Blocks one below the other, those that are empty left out."""
    return Stack(tuple(Item(block, gap) for block in blocks if block is not None and block.height))


def rule(width: float, colour: Colour = Colour.STEEL, thickness: float = 0.5) -> Drawn:
    """A line across."""
    drawn = Rule(x1=0, y1=0, x2=width, y2=0, name="rule", colour=colour, thickness=thickness)
    return Drawn(thickness, (drawn,))


def writing_lines(count: int, width: float, name: str = "line to write on") -> Drawn:
    """Lines to write on with a pen."""
    drawn = tuple(
        Rule(x1=0, y1=y, x2=width, y2=y, name=name, colour=Colour.STEEL)
        for y in (_WRITING_PITCH * number for number in range(1, count + 1))
    )
    return Drawn(_WRITING_PITCH * count + 1, drawn)


def lines_that_fit(height: float) -> int:
    """How many lines to write on have room."""
    return max(0, int((height - 1) // _WRITING_PITCH))


def tick_box(style: Style) -> Drawn:
    """A box to tick with a pen, level with the first line of text beside it."""
    top = max(0.0, (style.line_height - _BOX) / 2 + 0.6)
    shape = Shape(
        frame=Frame(0.5, top, _BOX, _BOX),
        geometry=Geometry.RECTANGLE,
        name="box to tick",
        border=Colour.INK,
        border_width=0.9,
    )
    return Drawn(top + _BOX, (shape,))


def badges(labels: Sequence[str], style: Style, width: float) -> Drawn | None:
    """Short words in little frames, running on over as many lines as they need."""
    x = y = 0.0
    placed: list[TextBox] = []
    for label in labels:
        badge = _badge(label, style)
        if x and x + badge.frame.width > width:
            x, y = 0.0, y + badge.frame.height + _BADGE_GAP
        placed.append(replace(badge, frame=replace(badge.frame, x=x, y=y)))
        x += badge.frame.width + _BADGE_GAP
    if not placed:
        return None
    return Drawn(placed[-1].frame.bottom, tuple(placed))


def _badge(label: str, style: Style) -> TextBox:
    inner = text_width(plain(label), style) / WIDTH_MARGIN + 0.5
    measured = measure([paragraph(label, replace(style, align=Align.CENTRE))], inner)
    return TextBox(
        frame=Frame(0, 0, inner + 2 * _BADGE_PADDING, measured.height + 2 * _BADGE_PADDING),
        text=measured,
        name="Badge",
        padding=_BADGE_PADDING,
        border=Colour.SLATE,
        corner=_BADGE_CORNER,
    )


def columns(width: float, *shares: float) -> Columns:
    """Columns that share ``width`` in these proportions, with white between them."""
    return columns_of(width, shares, GAP)


def table(
    headings: Sequence[str],
    places: Columns,
    cells: Iterable[Sequence[Block | None]],
    look: Look,
) -> Grid:
    """A table with a line of headings; each cell was measured to the width of its column."""
    header = places.row(
        [
            text(heading, look.label, width) if heading else None
            for heading, width in zip(headings, places.widths, strict=True)
        ]
    )
    return Grid(
        TableRow(header, places.width, Colour.INK, 0.8),
        tuple(TableRow(places.row(row), places.width) for row in cells),
    )
