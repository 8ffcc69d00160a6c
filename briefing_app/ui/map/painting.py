"""Placed elements painted on the screen: the documents' layout in the window's colours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPainter, QPainterPath, QPen

from briefing_app.documents.fonts import font_path
from briefing_app.documents.placed import (
    Element,
    Frame,
    Geometry,
    Image,
    Path,
    Rule,
    Shape,
    Step,
    TextBox,
)
from briefing_app.documents.text_runs import Run, runs_of
from briefing_app.documents.theme import Colour, load_theme
from briefing_app.ui.look import Look, Role
from briefing_app.ui.photos.image import picture_image

_POINTS_PER_INCH = 72.0

ROLES: Mapping[Colour, Role] = {
    Colour.INK: Role.TEXT,
    Colour.ACCENT: Role.ACCENT,
    Colour.SUPPORT: Role.GOOD,
    Colour.WARM: Role.BAD,
    Colour.PAPER: Role.SURFACE,
    Colour.MIST: Role.HOVER,
    Colour.LINE: Role.LINE,
    Colour.STEEL: Role.MUTED,
    Colour.SLATE: Role.MUTED,
}
"""What plays on the screen the part that a colour plays on paper."""


def paint(painter: QPainter, elements: Iterable[Element], look: Look) -> None:
    """Paint elements of a map's picture; a unit of the painter is a point of the layout."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for element in elements:
        _paint(painter, element, look)


def rectangle(frame: Frame) -> QRectF:
    """A frame as Qt's rectangle."""
    return QRectF(frame.x, frame.y, frame.width, frame.height)


def outline(path: Path) -> QPainterPath:
    """The outlines of a path."""
    made = QPainterPath()
    made.setFillRule(Qt.FillRule.OddEvenFill)
    for start, *steps in path.polygons:
        made.moveTo(*_end(start))
        for step in steps:
            if len(step) == 6:
                made.cubicTo(*step)
            else:
                made.lineTo(*step)
        if not path.is_open:
            made.closeSubpath()
    return made


def _end(step: Step) -> tuple[float, float]:
    return step[-2], step[-1]


def _paint(painter: QPainter, element: Element, look: Look) -> None:
    match element:
        case TextBox():
            for run in runs_of(element):
                _write(painter, run, look)
        case Shape():
            _ink(painter, look, element.fill, element.border, element.border_width)
            place = rectangle(element.frame)
            if element.geometry is Geometry.ELLIPSE:
                painter.drawEllipse(place)
            else:
                painter.drawRoundedRect(place, element.corner, element.corner)
        case Path():
            fill = None if element.is_open else element.fill
            _ink(painter, look, fill, element.border, element.border_width)
            painter.drawPath(outline(element))
        case Rule():
            _ink(painter, look, None, element.colour, element.thickness)
            painter.drawLine(QPointF(element.x1, element.y1), QPointF(element.x2, element.y2))
        case Image():
            pixels = round(element.frame.width * painter.deviceTransform().m11())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(rectangle(element.frame), picture_image(element.picture, pixels))
        case _:
            raise ValueError(f"a map's picture holds no {type(element).__name__}")


def _ink(
    painter: QPainter, look: Look, fill: Colour | None, border: Colour | None, width: float
) -> None:
    painter.setBrush(_colour(look, fill) if fill is not None else Qt.BrushStyle.NoBrush)
    if border is None:
        painter.setPen(Qt.PenStyle.NoPen)
        return
    pen = QPen(_colour(look, border), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)


def _write(painter: QPainter, run: Run, look: Look) -> None:
    inch = painter.device().logicalDpiY()
    painter.setFont(_font(run.size * _POINTS_PER_INCH / inch, run.bold))
    painter.setPen(_colour(look, run.colour))
    painter.drawText(QPointF(run.x, run.baseline), run.words)


@lru_cache
def _font(points: float, bold: bool) -> QFont:
    """The documents' font, in which the picture was measured."""
    font = QFont(_family())
    font.setPointSizeF(points)
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


@lru_cache
def _family() -> str:
    theme = load_theme()
    if theme.latin not in QFontDatabase.families():
        for name in (theme.regular, theme.bold):
            QFontDatabase.addApplicationFont(str(font_path(name)))
    return theme.latin


def _colour(look: Look, colour: Colour) -> QColor:
    return look.colour(ROLES[colour])
