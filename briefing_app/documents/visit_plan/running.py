"""What stands on every sheet of our team's papers: the mark, the foot, headings for the outline."""

from __future__ import annotations

from collections.abc import Iterator

from briefing_app.documents.flow import Elements
from briefing_app.documents.placed import Frame, Landmark, Rule, Tag, TextBox
from briefing_app.documents.text_fit import (
    WIDTH_MARGIN,
    Align,
    Style,
    measure,
    paragraph,
    text_width,
)
from briefing_app.documents.theme import Colour
from briefing_app.documents.visit_plan.look import MARGIN, SHEET_HEIGHT, SHEET_WIDTH

INTERNAL = "INTERNAL / 内部"
"""Stands on every page in both languages, whoever finds it."""
HEAD_TOP = 30.0

_MARK = Style(size=9, bold=True, colour=Colour.PAPER, pitch=1.3, align=Align.CENTRE)
_MARK_PADDING = 3.5
_FOOT = 36.0
_NUMBER_WIDTH = 60.0


def running(align: Align = Align.LEFT) -> Style:
    """The type of running heads and feet."""
    return Style(size=8.5, colour=Colour.SLATE, pitch=1.3, align=align)


def mark() -> TextBox:
    """The sign of an internal paper, at the left of the head."""
    inner = text_width(INTERNAL, _MARK) / WIDTH_MARGIN + 1
    words = measure([paragraph(INTERNAL, _MARK)], inner)
    return TextBox(
        frame=Frame(MARGIN, HEAD_TOP, inner + 2 * _MARK_PADDING, words.height + 2 * _MARK_PADDING),
        text=words,
        name="Mark",
        padding=_MARK_PADDING,
        fill=Colour.INK,
    )


def foot(
    words: str,
    number: int,
    count: int,
    sheet: tuple[float, float] = (SHEET_WIDTH, SHEET_HEIGHT),
) -> Iterator[TextBox | Rule]:
    """A rule, ``words`` below it at the left, and the page's number of ``count`` at the right;
    ``sheet`` is its width and height."""
    width, top = sheet[0] - 2 * MARGIN, sheet[1] - _FOOT
    yield Rule(
        x1=MARGIN,
        y1=top - 5,
        x2=MARGIN + width,
        y2=top - 5,
        name="foot rule",
        colour=Colour.STEEL,
        thickness=0.5,
    )
    room = width - _NUMBER_WIDTH
    left = measure([paragraph(words, running())], room)
    right = measure([paragraph(f"{number} / {count}", running(Align.RIGHT))], _NUMBER_WIDTH)
    for x, wide, measured, name in (
        (MARGIN, room, left, "Foot"),
        (MARGIN + room, _NUMBER_WIDTH, right, "Page number"),
    ):
        yield TextBox(
            frame=Frame(x, top, wide, measured.height),
            text=measured,
            name=name,
            tag=Tag.ARTIFACT,
        )


def landmarks(elements: Elements) -> tuple[Landmark, ...]:
    """The headings on a page, for the outline."""
    return tuple(
        Landmark(" ".join(p.text for p in element.text.paragraphs), element.frame.y)
        for element in elements
        if isinstance(element, TextBox) and element.tag is Tag.HEADING
    )
