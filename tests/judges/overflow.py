"""Says which text of a deck does not stay in its box once it is rendered.

Each paragraph of the .pptx is sought among the glyphs of its page, and the boxes of exactly those
glyphs must lie inside the shape that the paragraph belongs to. Text in charts has no box of its
own; it must stay on the page.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.oxml.ns import qn

from tests.judges.glyphs import Box, Glyph, Page, pages_of, spelled

_EMU = 12700  # to a point


@dataclass(frozen=True)
class TextArea:
    """The paragraphs of a shape or a table cell, and the box that must hold them."""

    name: str
    paragraphs: tuple[str, ...]
    box: Box


@dataclass(frozen=True)
class Drawn:
    """A paragraph and its glyphs on the page; none when it was not found."""

    area: TextArea
    paragraph: str
    glyphs: tuple[Glyph, ...]


@dataclass(frozen=True)
class _Scale:
    """From a group's own coordinates to those of the slide, in points."""

    x: float = 1 / _EMU
    y: float = 1 / _EMU
    left: float = 0
    top: float = 0

    def box(self, left: float, top: float, width: float, height: float) -> Box:
        x, y = self.left + left * self.x, self.top + top * self.y
        return Box(x, y, x + width * self.x, y + height * self.y)


def overflow_findings(pptx: Path, pdf: Path, tolerance: float = 1.0) -> list[str]:
    """Text that leaves its shape, its table or the page by more than ``tolerance`` points.

    ``pdf`` is the rendering of ``pptx``. Text that was not drawn at all is a finding, too.
    """
    findings: list[str] = []
    for number, page, drawn in matched(pptx, pdf):
        for text in drawn:
            findings.extend(f"slide {number}: {fault}" for fault in _outside(text, tolerance))
        off = "".join(glyph.text for glyph in page.glyphs if glyph.box.beyond(page.box) > tolerance)
        if off:
            findings.append(f"slide {number}: {off[:40]!r} runs off the page")
    return findings


def collision_findings(pptx: Path, pdf: Path, tolerance: float = 1.0) -> list[str]:
    """Text of one shape or cell drawn upon that of another by more than ``tolerance`` points."""
    findings: list[str] = []
    for number, _, drawn in matched(pptx, pdf):
        for one, other in combinations([text for text in drawn if text.glyphs], 2):
            if one.area is not other.area and _collide(one, other, tolerance):
                findings.append(
                    f"slide {number}: {one.paragraph[:40]!r} of {one.area.name} and"
                    f" {other.paragraph[:40]!r} of {other.area.name} lie upon each other"
                )
    return findings


def text_areas(slide: Any, number: int) -> list[TextArea]:
    """The areas of a slide that show text, with the fixed texts of its layout and master."""
    layout = slide.slide_layout
    sources = [(slide, True), (layout, False)]
    if layout._element.get("showMasterSp") != "0" and slide._element.get("showMasterSp") != "0":
        sources.append((layout.slide_master, False))
    areas: list[TextArea] = []
    for source, placeholders in sources:
        shapes = [shape for shape in source.shapes if placeholders or not shape.is_placeholder]
        areas.extend(_areas(shapes, _Scale(), number))
    return areas


def matched(pptx: Path, pdf: Path) -> Iterator[tuple[int, Page, list[Drawn]]]:
    """Each page with its slide's number and the text that was found on it."""
    slides = [
        (number, slide)
        for number, slide in enumerate(Presentation(str(pptx)).slides, 1)
        if slide._element.get("show") != "0"  # a hidden slide is not rendered
    ]
    for (number, slide), page in zip(slides, pages_of(pdf), strict=True):
        yield number, page, _drawn(text_areas(slide, number), page)


def _areas(shapes: Any, scale: _Scale, number: int) -> Iterator[TextArea]:
    for shape in shapes:
        if shape.shape_type is not None and shape._element.tag == qn("p:grpSp"):
            yield from _areas(shape.shapes, _inside(shape, scale), number)
        elif getattr(shape, "has_table", False):
            yield from _cells(shape, scale, number)
        elif shape.has_text_frame and shape.text_frame.text.strip():
            box = scale.box(shape.left, shape.top, shape.width, shape.height)
            texts = _paragraphs(shape.text_frame, number)
            yield TextArea(shape.name, texts, _turned(box, shape.rotation))


def _inside(group: Any, outer: _Scale) -> _Scale:
    frame = group._element.grpSpPr.find(qn("a:xfrm"))
    if frame is None:
        return outer
    offset, extent = frame.find(qn("a:chOff")), frame.find(qn("a:chExt"))
    x = outer.x * group.width / max(1, int(extent.get("cx")))
    y = outer.y * group.height / max(1, int(extent.get("cy")))
    left = outer.left + group.left * outer.x - int(offset.get("x")) * x
    top = outer.top + group.top * outer.y - int(offset.get("y")) * y
    return _Scale(x, y, left, top)


def _cells(frame: Any, scale: _Scale, number: int) -> Iterator[TextArea]:
    """A cell must stay within its columns; rows may grow, but not out of the table's frame."""
    widths = [column.width for column in frame.table.columns]
    for row, cells in enumerate(frame.table.rows, 1):
        for column, cell in enumerate(cells.cells):
            if cell.is_spanned or not cell.text.strip():
                continue
            span = cell.span_width if cell.is_merge_origin else 1
            left = frame.left + sum(widths[:column])
            width = sum(widths[column : column + span])
            yield TextArea(
                f"{frame.name}, row {row}, column {column + 1}",
                _paragraphs(cell.text_frame, number),
                scale.box(left, frame.top, width, frame.height),
            )


def _paragraphs(frame: Any, number: int) -> tuple[str, ...]:
    texts = (_text(paragraph._p, number) for paragraph in frame.paragraphs)
    return tuple(text for text in texts if text.strip())


def _text(paragraph: Any, number: int) -> str:
    """The paragraph as it is shown: a slide number is the number, a date is unknown."""
    parts: list[str] = []
    for child in paragraph:
        if child.tag == qn("a:fld"):
            if child.get("type") != "slidenum":
                return ""
            parts.append(str(number))
        elif child.tag == qn("a:r"):
            parts.append(child.findtext(qn("a:t")) or "")
    return "".join(parts)


def _turned(box: Box, degrees: float) -> Box:
    """The box around ``box`` when it is turned about its middle."""
    if not degrees:
        return box
    cosine, sine = abs(math.cos(math.radians(degrees))), abs(math.sin(math.radians(degrees)))
    width, height = box.right - box.left, box.bottom - box.top
    x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    half_width, half_height = (
        (width * cosine + height * sine) / 2,
        (width * sine + height * cosine) / 2,
    )
    return Box(x - half_width, y - half_height, x + half_width, y + half_height)


def _drawn(areas: list[TextArea], page: Page) -> list[Drawn]:
    """Find each paragraph on the page, long ones first, so that a short one takes what is left."""
    free: list[Glyph | None] = list(page.glyphs)
    wanted = [(area, text, spelled(text)) for area in areas for text in area.paragraphs]
    found: list[Drawn] = []
    for area, text, spelling in sorted(wanted, key=lambda entry: -len(entry[2])):
        start = _nearest(free, spelling, area.box)
        if start is None:
            found.append(Drawn(area, text, ()))
            continue
        end = start + len(spelling)
        found.append(Drawn(area, text, page.glyphs[start:end]))
        free[start:end] = [None] * len(spelling)
    return found


def _nearest(free: list[Glyph | None], spelling: str, box: Box) -> int | None:
    """Where the spelling begins among the free glyphs, with the least of it outside ``box``."""
    stream = "".join(glyph.text if glyph else "\0" for glyph in free)
    best: tuple[float, int] | None = None
    start = stream.find(spelling)
    while start >= 0 and spelling:
        run = [glyph for glyph in free[start : start + len(spelling)] if glyph]
        candidate = (max(glyph.box.beyond(box) for glyph in run), start)
        best = candidate if best is None else min(best, candidate)
        start = stream.find(spelling, start + 1)
    return None if best is None else best[1]


def _outside(text: Drawn, tolerance: float) -> Iterator[str]:
    if not text.glyphs and spelled(text.paragraph):
        yield f"{text.paragraph[:40]!r} of {text.area.name} is not in the rendering"
    beyond = max((glyph.box.beyond(text.area.box) for glyph in text.glyphs), default=0)
    if beyond > tolerance:
        yield f"{text.paragraph[:40]!r} sticks out of {text.area.name} by {beyond:.1f} pt"


def _collide(one: Drawn, other: Drawn, tolerance: float) -> bool:
    if _around(one.glyphs).common(_around(other.glyphs)) <= tolerance:
        return False
    return any(a.box.common(b.box) > tolerance for a in one.glyphs for b in other.glyphs)


def _around(glyphs: tuple[Glyph, ...]) -> Box:
    boxes = [glyph.box for glyph in glyphs]
    return Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )
