"""Icons painted from strokes, in a colour of the palette and sharp at any size."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPainterPath, QPen, QPixmap

from briefing_app.documents.icon_shapes import SQUARE, Stroke

THICKNESS = 1.8
"""How thick strokes are, in units of the square of 24, as in documents."""

_PALE = 0.4


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


class StrokeEngine(QIconEngine):
    """Paints an icon when and as large as it is shown."""

    def __init__(self, strokes: tuple[Stroke, ...], usual: QColor, checked: QColor) -> None:
        super().__init__()
        self._strokes = strokes
        self._usual, self._checked = usual, checked

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Paint it into a rectangle of any size; what cannot be used is paler."""
        side = min(rect.width(), rect.height())
        place = QRectF(0, 0, side, side)
        place.moveCenter(QRectF(rect).center())
        painter.save()
        if mode is QIcon.Mode.Disabled:
            painter.setOpacity(_PALE)
        colour = self._checked if state is QIcon.State.On else self._usual
        paint_strokes(painter, self._strokes, place, colour)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """It on nothing; a button that has no room yet asks for an empty one."""
        pixmap = QPixmap(size)
        if pixmap.isNull():
            return pixmap
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(), size), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        """Another one of the same drawing."""
        return StrokeEngine(self._strokes, self._usual, self._checked)


def stroke_icon(strokes: tuple[Stroke, ...], usual: QColor, checked: QColor) -> QIcon:
    """An icon for buttons; ``checked`` is its colour where it marks what is chosen."""
    return QIcon(StrokeEngine(strokes, usual, checked))


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
