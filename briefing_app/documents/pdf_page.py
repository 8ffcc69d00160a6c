"""One page of placed elements, painted on a PDF canvas."""

from __future__ import annotations

import io
from collections.abc import Sequence

from reportlab.lib.colors import Color
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import FILL_EVEN_ODD, Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from briefing_app.documents.pdf_tags import Painting, Tags
from briefing_app.documents.pdf_text import TextPainter
from briefing_app.documents.placed import (
    Anchor,
    CellPlace,
    Chart,
    Element,
    Frame,
    Geometry,
    Image,
    Page,
    Path,
    Rule,
    Shape,
    Step,
    Table,
    TextBox,
)
from briefing_app.documents.theme import Colour, Theme

_ARROW = 5.0
_ROUND = 1
"""The number of round ends and joins in PDF (ISO 32000-1, 8.4.3)."""


class PagePainter:
    """Paints one page's elements on a canvas whose y runs up, and tells ``tags`` what they are."""

    def __init__(self, canvas: Canvas, page: Page, theme: Theme, tags: Tags) -> None:
        self._canvas = canvas
        self._page = page
        self._theme = theme
        self._tags = tags
        self._words = TextPainter(canvas, page.height, theme)

    def paint(self) -> None:
        """The background, then the elements in their order."""
        if self._page.background is not None:
            everything = Frame(0, 0, self._page.width, self._page.height)
            with self._tags.decoration():
                self._box(everything, self._page.background, None, 0, 0)
        for element in self._page.elements:
            self._element(element)

    def _element(self, element: Element) -> None:
        match element:
            case TextBox():
                self._text_box(element)
            case Table():
                self._table(element)
            case Chart():
                from briefing_app.documents.charts.drawing import drawn

                with self._tags.figure(element.alt, element.frame):
                    for part in drawn(element, self._theme):
                        self._element(part)
            case _:
                with self._drawing(element):
                    self._draw(element)

    def _drawing(self, element: Shape | Rule | Path | Image) -> Painting:
        if not element.alt:
            return self._tags.decoration()
        return self._tags.figure(element.alt, _around(element))

    def _draw(self, element: Shape | Rule | Path | Image) -> None:
        match element:
            case Shape():
                self._shape(element)
            case Rule():
                self._rule(element)
            case Path():
                self._path(element)
            case Image():
                self._image(element)

    def _text_box(self, box: TextBox) -> None:
        if box.fill is not None or box.border is not None:
            with self._tags.decoration():
                self._box(box.frame, box.fill, box.border, 0.75, box.corner)
        pad = box.padding
        inside = box.frame.inset(pad, pad, pad, pad)
        self._words.paint(box.text, inside, box.anchor, self._tags.text(box))
        if box.link:
            self._link(box.link, box.frame)

    def _link(self, link: str, frame: Frame) -> None:
        area = (frame.x, self._up(frame.bottom), frame.right, self._up(frame.y))
        if link.startswith("#"):
            self._canvas.linkRect("", link[1:], area, relative=0)
        else:
            self._canvas.linkURL(link, area, relative=0)

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
        drawing = self._canvas.beginPath()
        for start, *steps in path.polygons:
            drawing.moveTo(start[0], self._up(start[1]))
            for step in steps:
                self._step(drawing, step)
            if not path.is_open:
                drawing.close()
        fill = None if path.is_open else path.fill
        self._canvas.saveState()
        self._canvas.setLineCap(_ROUND)
        self._canvas.setLineJoin(_ROUND)
        self._pen(fill, path.border, path.border_width)
        painted = {"stroke": int(path.border is not None), "fill": int(fill is not None)}
        self._canvas.drawPath(drawing, fillMode=FILL_EVEN_ODD, **painted)
        self._canvas.restoreState()

    def _step(self, drawing: PDFPathObject, step: Step) -> None:
        if len(step) == 2:
            drawing.lineTo(step[0], self._up(step[1]))
            return
        x1, y1, x2, y2, x, y = step
        drawing.curveTo(x1, self._up(y1), x2, self._up(y2), x, self._up(y))

    def _image(self, image: Image) -> None:
        """A JPEG passes through; a PNG keeps what of it is transparent."""
        frame = image.frame
        source = ImageReader(io.BytesIO(image.picture.content))
        place = (frame.x, self._up(frame.bottom), frame.width, frame.height)
        self._canvas.drawImage(source, *place, mask="auto")

    def _table(self, table: Table) -> None:
        self._tags.table(table.alt)
        y = table.frame.y
        for row, height in enumerate(table.heights):
            self._table_row(table, row, Frame(table.frame.x, y, sum(table.columns), height))
            y += height

    def _table_row(self, table: Table, row: int, frame: Frame) -> None:
        across, down = table.padding
        x = frame.x
        for column, (cell, width) in enumerate(zip(table.rows[row], table.columns, strict=True)):
            place = Frame(x, frame.y, width, frame.height)
            if cell.fill is not None:
                with self._tags.decoration():
                    self._box(place, cell.fill, None, 0, 0)
            mark = self._tags.cell(CellPlace(row, column, row < table.header_rows))
            inside = place.inset(across, down, across, down)
            self._words.paint(cell.text, inside, Anchor.MIDDLE, mark)
            x += width
        line = Rule(
            x1=frame.x, y1=frame.bottom, x2=x, y2=frame.bottom, name="row line", thickness=0.5
        )
        self._element(line)

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


def _around(element: Shape | Rule | Path | Image) -> Frame:
    """The rectangle that a drawing takes."""
    if not isinstance(element, Rule):
        return element.frame
    left, right = sorted((element.x1, element.x2))
    top, bottom = sorted((element.y1, element.y2))
    return Frame(left, top, right - left, bottom - top)


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
