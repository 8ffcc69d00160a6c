"""Icons painted from strokes, in a colour of the palette and sharp at any size."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

from briefing_app.documents.icon_shapes import SQUARE, Stroke

THICKNESS = 1.8
"""How thick strokes are, in units of the square of 24, as in documents."""

_SIZES = (16, 20, 24, 32, 40, 48, 64)


def paint_strokes(
    painter: QPainter, strokes: Iterable[Stroke], place: QRectF, colour: QColor
) -> None:
    """Paint an icon's strokes into ``place``, a square."""
    unit = place.width() / SQUARE
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(place.topLeft())
    painter.scale(unit, unit)
    pen = QPen(colour, THICKNESS)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for stroke in strokes:
        painter.drawPath(_outline(stroke))
    painter.restore()


def stroke_icon(strokes: tuple[Stroke, ...], usual: QColor, checked: QColor) -> QIcon:
    """An icon for buttons; ``checked`` is its colour where it marks what is chosen."""
    icon = QIcon()
    for state, colour in ((QIcon.State.Off, usual), (QIcon.State.On, checked)):
        for size in _SIZES:
            icon.addPixmap(_pixmap(strokes, size, colour), QIcon.Mode.Normal, state)
    return icon


def _pixmap(strokes: tuple[Stroke, ...], size: int, colour: QColor) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_strokes(painter, strokes, QRectF(0, 0, size, size), colour)
    painter.end()
    return pixmap


def _outline(stroke: Stroke) -> QPainterPath:
    path = QPainterPath()
    for number, step in enumerate(stroke):
        if len(step) == 6:
            path.cubicTo(*step)
        elif number == 0:
            path.moveTo(*step)
        else:
            path.lineTo(*step)
    return path
