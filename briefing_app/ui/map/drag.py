"""A card in the hand: carried to another spot, or a line drawn from it to another card."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPoint, QPointF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QApplication

from briefing_app.documents.stakeholder_map.picture import MapKind, Spot
from briefing_app.ui.look import Look, Role
from briefing_app.ui.map.items import CardItem
from briefing_app.ui.map.scene import MapScene

_THICKNESS = 2.0


class Drag:
    """Begins with a press; it is under way once the hand moved far enough.

    On reporting lines ``target_card`` is who the line would lead to; in the other views
    ``target_spot`` is where the card would stand, ``None`` where that changes nothing.
    """

    def __init__(self, scene: MapScene, item: CardItem, at: QPoint, in_scene: QPointF) -> None:
        self.item = item
        self.is_under_way = False
        self.target_card: CardItem | None = None
        self.target_spot: Spot | None = None
        self._scene = scene
        self._at = at
        self._start = in_scene
        self._end = in_scene
        self._draws_line = scene.picture.kind is MapKind.LINES

    def move(self, at: QPoint, in_scene: QPointF) -> None:
        """The hand is here now."""
        far = (at - self._at).manhattanLength() >= QApplication.startDragDistance()
        if not (self.is_under_way or far) or not (self._draws_line or self.item.card.spot):
            return
        self.is_under_way = True
        self._end = in_scene
        if self._draws_line:
            self._aim(in_scene)
        else:
            self._carry(in_scene)

    def end(self, *, goes_back: bool) -> None:
        """Put all marks away; a card that ``goes_back`` moves to where it was."""
        self._scene.ground.show_target(None)
        if self.target_card is not None:
            self.target_card.show_state(chosen=False, current=False)
        if goes_back and not self._draws_line:
            self._scene.send_home(self.item)

    def paint(self, painter: QPainter, look: Look) -> None:
        """Paint the line that is being drawn."""
        if self.is_under_way and self._draws_line:
            pen = QPen(look.colour(Role.ACCENT), _THICKNESS, Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.drawLine(QLineF(self._start, self._end))

    def _aim(self, point: QPointF) -> None:
        target = self._scene.card_at(point)
        if target is self.item:
            target = None
        if target is not self.target_card:
            if self.target_card is not None:
                self.target_card.show_state(chosen=False, current=False)
            if target is not None:
                target.show_state(chosen=False, current=False, target=True)
        self.target_card = target

    def _carry(self, point: QPointF) -> None:
        self._scene.lift(self.item)
        self.item.setPos(self.item.home + point - self._start)
        spot = self._scene.picture.spot_at(point.x(), point.y())
        if spot is not None and spot.key == self.item.card.spot:
            spot = None
        self.target_spot = spot
        self._scene.ground.show_target(spot)
