"""Pages of placed elements as a PDF: subset fonts, outline, links, the same bytes each time."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from reportlab import rl_config
from reportlab.lib.colors import Color
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from briefing_app.documents.fonts import font_path
from briefing_app.documents.pdf_text import TextPainter
from briefing_app.documents.placed import (
    Anchor,
    Element,
    Frame,
    Geometry,
    Page,
    Path,
    Rule,
    Shape,
    Table,
    TextBox,
)
from briefing_app.documents.theme import Colour, Theme
from briefing_app.domain.text import Language

_ARROW = 5.0
_LANGUAGE_TAGS = {Language.ZH: "zh-CN", Language.EN: "en-GB"}


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfFacts:
    """What the file says of itself."""

    title: str
    author: str
    subject: str
    language: Language


def write_pdf(pages: Sequence[Page], theme: Theme, facts: PdfFacts) -> bytes:
    """The pages as a PDF file. It is a function of its arguments: no clock, no random ids."""
    _register_fonts(theme.regular, theme.bold)
    stream = io.BytesIO()
    first = pages[0]
    canvas = Canvas(
        stream,
        pagesize=(first.width, first.height),
        invariant=1,
        pageCompression=1,
        initialFontName=theme.regular,
        lang=_LANGUAGE_TAGS[facts.language],
    )
    canvas.setTitle(facts.title)
    canvas.setAuthor(facts.author)
    canvas.setSubject(facts.subject)
    canvas.setCreator("briefing-app")
    for number, page in enumerate(pages):
        canvas.setPageSize((page.width, page.height))
        _add_to_outline(canvas, page, f"page{number}")
        _PagePainter(canvas, page, theme).paint()
        canvas.showPage()
    if any(page.level or page.landmarks for page in pages):
        canvas.showOutline()
    canvas.save()
    return stream.getvalue()


def _add_to_outline(canvas: Canvas, page: Page, key: str) -> None:
    canvas.bookmarkPage(key, fit="XYZ", left=0, top=page.height, zoom=0)
    if page.level:
        canvas.addOutlineEntry(page.title, key, page.level - 1)
    for position, landmark in enumerate(page.landmarks):
        place = f"{key}-{position}"
        canvas.bookmarkPage(place, fit="XYZ", left=0, top=page.height - landmark.y, zoom=0)
        canvas.addOutlineEntry(landmark.title, place, 0)


@lru_cache
def _register_fonts(*names: str) -> None:
    rl_config.useA85 = 0
    for name in names:
        pdfmetrics.registerFont(TTFont(name, font_path(name), asciiReadable=0))


class _PagePainter:
    """Draws one page's elements on a canvas whose y runs up."""

    def __init__(self, canvas: Canvas, page: Page, theme: Theme) -> None:
        self._canvas = canvas
        self._page = page
        self._theme = theme
        self._words = TextPainter(canvas, page.height, theme)

    def paint(self) -> None:
        if self._page.background is not None:
            everything = Frame(0, 0, self._page.width, self._page.height)
            self._box(everything, self._page.background, None, 0, 0)
        for element in self._page.elements:
            self._element(element)

    def _element(self, element: Element) -> None:
        match element:
            case TextBox():
                self._text_box(element)
            case Shape():
                self._shape(element)
            case Rule():
                self._rule(element)
            case Path():
                self._path(element)
            case Table():
                self._table(element)
            case _:
                from briefing_app.documents.drawn_chart import drawn

                for part in drawn(element):
                    self._element(part)

    def _text_box(self, box: TextBox) -> None:
        self._box(box.frame, box.fill, box.border, 0.75, box.corner)
        pad = box.padding
        self._words.paint(box.text, box.frame.inset(pad, pad, pad, pad), box.anchor)
        if box.link:
            frame = box.frame
            area = (frame.x, self._up(frame.bottom), frame.right, self._up(frame.y))
            if box.link.startswith("#"):
                self._canvas.linkRect("", box.link[1:], area, relative=0)
            else:
                self._canvas.linkURL(box.link, area, relative=0)

    def _shape(self, shape: Shape) -> None:
        frame = shape.frame
        match shape.geometry:
            case Geometry.RECTANGLE | Geometry.ROUNDED:
                self._box(frame, shape.fill, shape.border, shape.border_width, shape.corner)
            case Geometry.ELLIPSE:
                self._pen(shape.fill, shape.border, shape.border_width)
                self._canvas.ellipse(
                    frame.x,
                    self._up(frame.bottom),
                    frame.right,
                    self._up(frame.y),
                    stroke=int(shape.border is not None),
                    fill=int(shape.fill is not None),
                )
            case _:
                self._pen(shape.fill, shape.border, shape.border_width)
                self._polygon(_outline(shape), shape.fill, shape.border)

    def _rule(self, rule: Rule) -> None:
        self._canvas.setStrokeColor(self._colour(rule.colour))
        self._canvas.setLineWidth(rule.thickness)
        self._canvas.line(rule.x1, self._up(rule.y1), rule.x2, self._up(rule.y2))
        if rule.has_arrow:
            self._pen(rule.colour, None, 0)
            self._polygon(_arrow_head(rule), rule.colour, None)

    def _path(self, path: Path) -> None:
        self._pen(path.fill, None, 0)
        drawing = self._canvas.beginPath()
        for polygon in path.polygons:
            drawing.moveTo(polygon[0][0], self._up(polygon[0][1]))
            for x, y in polygon[1:]:
                drawing.lineTo(x, self._up(y))
            drawing.close()
        self._canvas.drawPath(drawing, stroke=0, fill=1)

    def _table(self, table: Table) -> None:
        y = table.frame.y
        for row, height in zip(table.rows, table.heights, strict=True):
            x = table.frame.x
            for cell, width in zip(row, table.columns, strict=True):
                frame = Frame(x, y, width, height)
                self._box(frame, cell.fill, None, 0, 0)
                across, down = table.padding
                self._words.paint(cell.text, frame.inset(across, down, across, down), Anchor.MIDDLE)
                x += width
            y += height
            self._rule(Rule(x1=table.frame.x, y1=y, x2=x, y2=y, name="row line", thickness=0.5))

    def _box(
        self, frame: Frame, fill: Colour | None, border: Colour | None, width: float, corner: float
    ) -> None:
        if fill is None and border is None:
            return
        self._pen(fill, border, width)
        place = (frame.x, self._up(frame.bottom), frame.width, frame.height)
        painted = {"stroke": int(border is not None), "fill": int(fill is not None)}
        if corner:
            self._canvas.roundRect(*place, corner, **painted)
        else:
            self._canvas.rect(*place, **painted)

    def _polygon(
        self, points: Sequence[tuple[float, float]], fill: Colour | None, border: Colour | None
    ) -> None:
        drawing = self._canvas.beginPath()
        drawing.moveTo(points[0][0], self._up(points[0][1]))
        for x, y in points[1:]:
            drawing.lineTo(x, self._up(y))
        drawing.close()
        self._canvas.drawPath(drawing, stroke=int(border is not None), fill=int(fill is not None))

    def _pen(self, fill: Colour | None, border: Colour | None, width: float) -> None:
        if fill is not None:
            self._canvas.setFillColor(self._colour(fill))
        if border is not None:
            self._canvas.setStrokeColor(self._colour(border))
            self._canvas.setLineWidth(width)

    def _colour(self, colour: Colour) -> Color:
        return Color(*self._theme.rgb(colour))

    def _up(self, y: float) -> float:
        return self._page.height - y


def _outline(shape: Shape) -> Sequence[tuple[float, float]]:
    frame = shape.frame
    left, top, right, bottom = frame.x, frame.y, frame.right, frame.bottom
    middle, tip = frame.y + frame.height / 2, frame.height / 2
    match shape.geometry:
        case Geometry.TRIANGLE:
            return ((frame.x + frame.width / 2, top), (right, bottom), (left, bottom))
        case Geometry.PENTAGON:
            return (
                (left, top),
                (right - tip, top),
                (right, middle),
                (right - tip, bottom),
                (left, bottom),
            )
        case _:
            return (
                (left, top),
                (right - tip, top),
                (right, middle),
                (right - tip, bottom),
                (left, bottom),
                (left + tip, middle),
            )


def _arrow_head(rule: Rule) -> Sequence[tuple[float, float]]:
    length = max(((rule.x2 - rule.x1) ** 2 + (rule.y2 - rule.y1) ** 2) ** 0.5, 1e-6)
    along = ((rule.x2 - rule.x1) / length, (rule.y2 - rule.y1) / length)
    base = (rule.x2 - along[0] * _ARROW, rule.y2 - along[1] * _ARROW)
    half = _ARROW / 2
    return (
        (rule.x2, rule.y2),
        (base[0] - along[1] * half, base[1] + along[0] * half),
        (base[0] + along[1] * half, base[1] - along[0] * half),
    )
