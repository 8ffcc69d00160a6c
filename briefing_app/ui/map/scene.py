"""The scene of one picture: items by person, who is selected, who is taken out for a moment."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from PySide6.QtCore import (
    QAbstractAnimation,
    QEasingCurve,
    QObject,
    QPointF,
    QPropertyAnimation,
    QRectF,
)
from PySide6.QtWidgets import QGraphicsScene

from briefing_app.documents.stakeholder_map.picture import Card, MapPicture
from briefing_app.domain.ids import LineId, PersonId
from briefing_app.ui.look import Look
from briefing_app.ui.map.items import CARDS, LIFTED, CardItem, GroundItem, LineItem

MOVE_MILLISECONDS = 140
"""How long a card takes to its new seat."""

_MARGIN = 24.0


class MapScene(QGraphicsScene):
    """Made anew for each picture; cards that stand elsewhere than before move there."""

    def __init__(
        self,
        picture: MapPicture,
        words: Mapping[PersonId, str],
        look: Look,
        parent: QObject | None = None,
    ) -> None:
        """``words`` say who each person is, for tool tips."""
        super().__init__(parent)
        self.picture = picture
        size = QRectF(0, 0, picture.width, picture.height)
        self.ground = GroundItem(picture.ground, size, look)
        self.addItem(self.ground)
        self.lines = {drawn.line: LineItem(drawn, look) for drawn in picture.lines}
        self.cards = {
            card.key: CardItem(card, words.get(card.person, ""), look) for card in picture.cards
        }
        for item in (*self.lines.values(), *self.cards.values()):
            self.addItem(item)
        self.setSceneRect(size.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN))
        self._moves: list[QPropertyAnimation] = []

    def show_choice(self, person: PersonId | None, current: Card | None) -> None:
        """Ring all cards of the selected person, the one where the keys are stronger."""
        for item in self.cards.values():
            item.show_state(
                chosen=item.card.person == person,
                current=current is not None and item.card.key == current.key,
            )

    def show_line(self, line: LineId | None) -> None:
        """Show one line as selected."""
        for key, item in self.lines.items():
            item.choose(key == line)

    def take_out(self, person: PersonId | None, cut_off: Collection[PersonId]) -> None:
        """Fade a person with all lines, and ring who is ``cut_off`` by it; ``None`` brings
        everybody back."""
        for card in self.cards.values():
            is_gone = person is not None and card.card.person == person
            card.ghost(is_gone)
            card.show_lost(not is_gone and card.card.person in cut_off)
        for line in self.lines.values():
            ends = (line.drawn.source, line.drawn.target)
            line.ghost(person is not None and person in ends)

    def card_at(self, point: QPointF) -> CardItem | None:
        """The card that covers a point, the one on top first."""
        found = (item for item in self.items(point) if isinstance(item, CardItem))
        return next(found, None)

    def line_at(self, point: QPointF) -> LineItem | None:
        """The line next to a point."""
        at = self.items(point)
        return next((item for item in at if isinstance(item, LineItem)), None)

    def places(self) -> Mapping[PersonId, QPointF]:
        """Where everybody's first movable card is at this moment."""
        found: dict[PersonId, QPointF] = {}
        for item in self._movable():
            found.setdefault(item.card.person, item.pos())
        return found

    def move_from(self, before: Mapping[PersonId, QPointF]) -> None:
        """Let each card that stood elsewhere move to its seat."""
        for item in self._movable():
            start = before.get(item.card.person)
            if start is not None and start != item.home and len(self._of(item)) == 1:
                item.setPos(start)
                self.send_home(item)

    def send_home(self, item: CardItem) -> None:
        """Let a card move to where the picture has it."""
        move = QPropertyAnimation(item, b"pos", self)
        move.setDuration(MOVE_MILLISECONDS)
        move.setEndValue(item.home)
        move.setEasingCurve(QEasingCurve.Type.OutCubic)
        move.start(QAbstractAnimation.DeletionPolicy.KeepWhenStopped)
        item.setZValue(CARDS)
        self._moves.append(move)

    def settle(self) -> None:
        """Let every card that is not in its seat move there."""
        for item in self.cards.values():
            if item.pos() != item.home:
                self.send_home(item)

    def lift(self, item: CardItem) -> None:
        """Bring a card that is carried above all others."""
        item.setZValue(LIFTED)

    def _movable(self) -> Iterator[CardItem]:
        return (item for item in self.cards.values() if item.card.spot or not self.picture.spots)

    def _of(self, item: CardItem) -> list[CardItem]:
        return [one for one in self._movable() if one.card.person == item.card.person]
