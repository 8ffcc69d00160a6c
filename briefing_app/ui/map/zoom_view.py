"""A view of a scene that zooms: by keys, by the wheel, and so that all of it fits."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QResizeEvent, QTransform, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView

from briefing_app.ui.desk import Desk
from briefing_app.ui.look import Role

_POINTS_PER_INCH = 72.0
_STEP = 1.25
_SMALLEST, _LARGEST = 0.15, 4.0
_LEGIBLE = 0.5
"""At first a scene is made no smaller than this; who wants all of it fits it."""


class ZoomView(QGraphicsView):
    """A unit of the scene is a point: at the usual size its words are as large as elsewhere in
    the window, whose text scale it follows."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._zoom = 0.0
        self._hand: QPoint | None = None
        self._fits = True
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setBackgroundBrush(desk.look.colour(Role.GROUND))
        self.setScene(QGraphicsScene(self))  # without one the ground would not be painted
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)

    @property
    def zoom(self) -> float:
        """Pixels a point."""
        return self._zoom

    @property
    def is_fitted(self) -> bool:
        """False once somebody zoomed."""
        return self._fits

    def zoom_in(self) -> None:
        """One step larger."""
        self._zoom_to(self._zoom * _STEP)

    def zoom_out(self) -> None:
        """One step smaller."""
        self._zoom_to(self._zoom / _STEP)

    def zoom_usual(self) -> None:
        """Words as large as elsewhere in the window."""
        self._zoom_to(self._usual())

    def fit(self) -> None:
        """All of the scene, no larger than usual."""
        self._zoom_to(min(self._fitting(), self._usual()))

    def zoom_at_first(self) -> None:
        """All of the scene where it can be read so, else its beginning."""
        usual = self._usual()
        self._zoom_to(min(max(self._fitting(), usual * _LEGIBLE), usual))
        self._fits = True
        self.show_beginning()

    def show_beginning(self) -> None:
        """Scroll to where reading starts; the top left corner unless a subclass knows better."""
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().minimum())
        self.verticalScrollBar().setValue(self.verticalScrollBar().minimum())

    def start_pan(self, at: QPoint) -> None:
        """A hand took the ground."""
        self._hand = at

    def pan(self, to: QPoint) -> None:
        """Move the ground with the hand that took it."""
        if self._hand is not None:
            moved = to - self._hand
            self._hand = to
            for bar, way in (
                (self.horizontalScrollBar(), moved.x()),
                (self.verticalScrollBar(), moved.y()),
            ):
                bar.setValue(bar.value() - way)

    def end_pan(self) -> None:
        """The hand let go of the ground."""
        self._hand = None

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the wheel zooms."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom_to(self._zoom * (_STEP if event.angleDelta().y() > 0 else 1 / _STEP))
            event.accept()
            return
        super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A scene that nobody zoomed keeps fitting."""
        super().resizeEvent(event)
        if self._fits:
            self.zoom_at_first()

    def _usual(self) -> float:
        return self.logicalDpiY() / _POINTS_PER_INCH * self.desk.look.scale

    def _fitting(self) -> float:
        size, room = self.sceneRect(), self.viewport().rect()
        if size.isEmpty() or room.isEmpty():
            return self._usual()
        return min(room.width() / size.width(), room.height() / size.height())

    def _zoom_to(self, zoom: float) -> None:
        usual = self._usual()
        self._zoom = min(max(zoom, _SMALLEST * usual), _LARGEST * usual)
        self._fits = False
        self.setTransform(QTransform.fromScale(self._zoom, self._zoom))
