"""What stands in the scene: the ground, lines, and people's cards."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPainterPathStroker, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsObject, QStyleOptionGraphicsItem, QWidget

from briefing_app.documents.placed import Element, Path
from briefing_app.documents.stakeholder_map.picture import Card, DrawnLine, Spot, shifted
from briefing_app.ui.look import Look, Role
from briefing_app.ui.map.painting import outline, paint, rectangle

GROUND, LINES, CARDS, LIFTED = range(4)
"""What covers what, from below."""

_RING = 2.0
_REACH = 5.0
_GHOST = 0.22
_BAND = 0.35


class GroundItem(QGraphicsItem):
    """Labels, cells and empty seats, and the spot that a card would fall into."""

    def __init__(self, elements: tuple[Element, ...], size: QRectF, look: Look) -> None:
        super().__init__()
        self._elements = elements
        self._size = size
        self._look = look
        self._target: Spot | None = None
        self.setZValue(GROUND)

    def boundingRect(self) -> QRectF:
        """The whole picture."""
        return self._size

    def show_target(self, spot: Spot | None) -> None:
        """Mark the spot under a card that is carried."""
        if spot != self._target:
            self._target = spot
            self.update()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Paint the ground, then the ring around the target."""
        paint(painter, self._elements, self._look)
        if self._target is not None:
            painter.setBrush(self._look.colour(Role.SELECTED))
            painter.setPen(QPen(self._look.colour(Role.ACCENT), _RING))
            painter.drawRect(rectangle(self._target.frame))


class LineItem(QGraphicsItem):
    """A line between two people; a click close to it selects it."""

    def __init__(self, drawn: DrawnLine, look: Look) -> None:
        super().__init__()
        self.drawn = drawn
        self._look = look
        self._is_chosen = False
        stroker = QPainterPathStroker(QPen(look.colour(Role.TEXT), 2 * _REACH))
        self._outline = QPainterPath()
        for element in drawn.elements:
            if isinstance(element, Path):
                self._outline.addPath(outline(element))
        self._near = stroker.createStroke(self._outline)
        self.setToolTip(self.words)
        self.setZValue(LINES)

    @property
    def words(self) -> str:
        """What the line says."""
        return next((one.alt for one in self.drawn.elements if isinstance(one, Path)), "")

    def boundingRect(self) -> QRectF:
        """All that counts as a click on the line."""
        return self._near.boundingRect()

    def shape(self) -> QPainterPath:
        """The line, wide enough to be hit."""
        return self._near

    def choose(self, is_chosen: bool) -> None:
        """Show the line as selected."""
        self._is_chosen = is_chosen
        self.update()

    def ghost(self, is_ghost: bool) -> None:
        """Fade the line of somebody who is taken out."""
        self.setOpacity(_GHOST if is_ghost else 1.0)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Paint the line, on a band of the accent where it is selected."""
        if self._is_chosen:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            band = self._look.colour(Role.ACCENT)
            band.setAlphaF(_BAND)
            pen = QPen(band, 2 * _REACH)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawPath(self._outline)
        paint(painter, self.drawn.elements, self._look)


class CardItem(QGraphicsObject):
    """A person's card. The scene moves it; who it is and what it says stand in ``card``."""

    def __init__(self, card: Card, words: str, look: Look) -> None:
        super().__init__()
        self.card = card
        self.words = words
        self._look = look
        self._elements = shifted(card.elements, -card.frame.x, -card.frame.y)
        self._size = QRectF(0, 0, card.frame.width, card.frame.height)
        self._is_chosen = self._is_current = self._is_target = self._is_lost = False
        self.home = QPointF(card.frame.x, card.frame.y)
        self.setPos(self.home)
        self.setZValue(CARDS)
        self.setToolTip(words)
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)

    def boundingRect(self) -> QRectF:
        """The card and the ring around it."""
        return self._size.adjusted(-2 * _RING, -2 * _RING, 2 * _RING, 2 * _RING)

    def show_state(self, *, chosen: bool, current: bool, target: bool = False) -> None:
        """Ring the card of who is selected, stronger where the keys are."""
        state = (chosen, current, target)
        if state != (self._is_chosen, self._is_current, self._is_target):
            self._is_chosen, self._is_current, self._is_target = state
            self.update()

    def show_lost(self, is_lost: bool) -> None:
        """Mark somebody who is out of reach."""
        if is_lost != self._is_lost:
            self._is_lost = is_lost
            self.update()

    def ghost(self, is_ghost: bool) -> None:
        """Fade the card of somebody who is taken out."""
        self.setOpacity(_GHOST if is_ghost else 1.0)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Paint the card and its ring."""
        paint(painter, self._elements, self._look)
        if not (self._is_chosen or self._is_target or self._is_lost):
            return
        is_thin = self._is_chosen and not self._is_current
        role = Role.BAD if self._is_lost and not self._is_chosen else Role.ACCENT
        pen = QPen(self._look.colour(role), _RING / 2 if is_thin else _RING)
        if not self._is_chosen:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self._size.adjusted(-2, -2, 2, 2), 4.0, 4.0)
