"""The view of the scene: zoom, selection by mouse and keys, and dragging."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import QAbstractSlider

from briefing_app.documents.stakeholder_map.picture import Card, MapKind, MapPicture
from briefing_app.domain.ids import LineId, PersonId
from briefing_app.ui.announcing import announce
from briefing_app.ui.desk import Desk
from briefing_app.ui.look import Role
from briefing_app.ui.map.drag import Drag
from briefing_app.ui.map.items import CardItem
from briefing_app.ui.map.navigation import Way, card_to_go_on, in_reading_order, next_card
from briefing_app.ui.map.scene import MapScene
from briefing_app.ui.map.zoom_view import ZoomView

_FOCUS_RING = 2.0

_ARROWS = {
    Qt.Key.Key_Left: Way.LEFT,
    Qt.Key.Key_Right: Way.RIGHT,
    Qt.Key.Key_Up: Way.UP,
    Qt.Key.Key_Down: Way.DOWN,
}


_PAGES = {
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
}


class MapCanvas(ZoomView):
    """One view of the map.

    ``person_chosen`` and ``line_chosen`` carry ids, ``""`` for none. ``dropped`` carries the card,
    the spot and whether it adds to what is there; ``joined`` who was dragged to whom, and where
    on the screen; ``opened`` the person to look at closely; ``menu_wanted`` where a menu of what
    can be done should open; ``seat_opened`` the spot that somebody should be found for.
    """

    person_chosen = Signal(str)
    line_chosen = Signal(str)
    dropped = Signal(object, object, bool)
    joined = Signal(str, str, QPoint)
    opened = Signal(str)
    menu_wanted = Signal(QPoint)
    seat_opened = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.person: PersonId | None = None
        self.line: LineId | None = None
        self._current: Card | None = None
        self._words: Mapping[PersonId, str] = {}
        self._drag: Drag | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(240, 200)

    @property
    def map_scene(self) -> MapScene | None:
        """What is shown, once there is something."""
        shown = self.scene()
        return shown if isinstance(shown, MapScene) else None

    @property
    def picture(self) -> MapPicture | None:
        """The picture that is shown."""
        return self.map_scene.picture if self.map_scene else None

    @property
    def current(self) -> Card | None:
        """The card where the keys are."""
        return self._current

    @property
    def current_item(self) -> CardItem | None:
        """The card where the keys are, in the scene."""
        scene = self.map_scene
        return scene.cards.get(self._current.key) if scene and self._current else None

    def cards_in_order(self) -> Sequence[CardItem]:
        """All cards, as they are read."""
        scene = self.map_scene
        if scene is None:
            return ()
        return [scene.cards[card.key] for card in in_reading_order(scene.picture.cards)]

    def told_besides(self, card: Card) -> Iterator[str]:
        """What a card does not say itself: the spot that it stands in, and its lines."""
        scene = self.map_scene
        if scene is None:
            return
        if card.spot:
            yield scene.picture.spot(card.spot).label
        for line in scene.lines.values():
            if card.person in (line.drawn.source, line.drawn.target):
                yield line.words

    def show_picture(self, picture: MapPicture, words: Mapping[PersonId, str]) -> None:
        """Show a picture; of the same view cards move from where they were."""
        before = self.map_scene
        is_same_view = before is not None and before.picture.kind is picture.kind
        places = before.places() if before is not None and is_same_view else {}
        self._drag = None
        self._words = words
        scene = MapScene(picture, words, self.desk.look, self)
        self.setScene(scene)
        self._find_current()
        if before is not None:
            before.deleteLater()
        if not is_same_view or self.is_fitted:
            self.zoom_at_first()
        scene.move_from(places)
        count = len({card.person for card in picture.cards})
        self.setAccessibleName(
            self.desk.wording.counted(
                "{view}: {count} person",
                "{view}: {count} people",
                count,
                view=self.desk.wording.label(picture.kind),
            )
        )
        self._show_choice()

    def choose(self, person: PersonId | None) -> None:
        """Select a person, whose card comes into sight; ``None`` selects nobody."""
        self.person = person
        self.line = None
        self._find_current()
        self._show_choice()
        self._reveal()

    def choose_line(self, line: LineId | None) -> None:
        """Select a line."""
        self.line = line
        if self.map_scene is not None:
            self.map_scene.show_line(line)
            if line is not None:
                self._describe(self.map_scene.lines[line].words)
                announce(self, self.map_scene.lines[line].words)

    def take_out(self, person: PersonId | None, cut_off: Collection[PersonId] = ()) -> None:
        """Fade a person for the drill and ring who is out of reach then; ``None`` brings
        everybody back."""
        if self.map_scene is not None:
            self.map_scene.take_out(person, cut_off)

    def settle(self) -> None:
        """Bring back what a hand moved in vain."""
        if self.map_scene is not None:
            self.map_scene.settle()

    def step_lines(self) -> None:
        """Select the next line of the selected person."""
        if self.picture is None or self.person is None:
            return
        own = [x.line for x in self.picture.lines if self.person in (x.source, x.target)]
        if own:
            index = own.index(self.line) + 1 if self.line in own else 0
            self.choose_line(own[index % len(own)])
            self.line_chosen.emit(self.line)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Who comes by the keyboard finds somebody selected."""
        super().focusInEvent(event)
        by_keys = event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
        )
        if by_keys and self.person is None:
            self._choose_first()
        self.viewport().update()
        self._tell_current()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring around the view goes with the focus."""
        super().focusOutEvent(event)
        self.viewport().update()

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:  # noqa: N802
        """The line that is being drawn, and the ring that shows where the keys go."""
        if self._drag is not None:
            self._drag.paint(painter, self.desk.look)
        if self.hasFocus():
            painter.save()
            painter.resetTransform()
            painter.setPen(QPen(self.desk.look.colour(Role.ACCENT), _FOCUS_RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
            painter.restore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the selection, Home and End go to its ends, Enter opens, Esc lets go."""
        way = _ARROWS.get(Qt.Key(event.key()))
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if way is not None and plain:
            self._step(way)
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and plain:
            self._choose_first(last=event.key() == Qt.Key.Key_End)
        elif event.key() in _PAGES and plain:
            self.verticalScrollBar().triggerAction(_PAGES[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.person:
            self.opened.emit(self.person)
        elif event.key() == Qt.Key.Key_Escape and self._drag is not None:
            self._let_go()
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press selects a person or a line; from a card a drag may follow."""
        scene = self.map_scene
        if scene is None or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        point = self.mapToScene(event.position().toPoint())
        item = scene.card_at(point)
        if item is not None:
            self._current = item.card
            self._chosen_by_user(item.card.person, item.card)
            self._drag = Drag(scene, item, event.position().toPoint(), point)
            return
        line = scene.line_at(point)
        self.choose_line(line.drawn.line if line else None)
        self.line_chosen.emit(self.line or "")
        if line is None:
            self._chosen_by_user(None, None)
            self.start_pan(event.position().toPoint())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the person or line under the hand, or of who is selected."""
        scene = self.map_scene
        if scene is None:
            return
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            point = self.mapToScene(event.pos())
            item, line = scene.card_at(point), scene.line_at(point)
            if item is not None:
                self._chosen_by_user(item.card.person, item.card)
            elif line is not None:
                self.choose_line(line.drawn.line)
            else:
                self._chosen_by_user(None, None)
            self.menu_wanted.emit(event.globalPos())
        else:
            self.menu_wanted.emit(self._beside_current())

    def _beside_current(self) -> QPoint:
        """Where a menu that was asked for by a key opens."""
        item = self.current_item
        at = self.viewport().rect().center()
        if item is not None:
            at = self.mapFromScene(item.sceneBoundingRect().center())
        return self.viewport().mapToGlobal(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry the card, or draw the line, that was taken; else move the ground."""
        if self._drag is None:
            self.pan(event.position().toPoint())
            super().mouseMoveEvent(event)
            return
        self._drag.move(event.position().toPoint(), self.mapToScene(event.position().toPoint()))
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell where it was dropped; where that changes nothing it goes back."""
        drag, self._drag = self._drag, None
        self.end_pan()
        if drag is None:
            super().mouseReleaseEvent(event)
            return
        self.viewport().update()
        if not drag.is_under_way:
            return
        if drag.target_card is not None:
            place = self.viewport().mapToGlobal(event.position().toPoint())
            self.joined.emit(drag.item.card.person, drag.target_card.card.person, place)
        target = drag.target_spot
        drag.end(goes_back=target is None)
        if target is not None:
            adds = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.dropped.emit(drag.item.card, target, adds)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click opens the person, or the empty seat."""
        if self.map_scene is None:
            return
        point = self.mapToScene(event.position().toPoint())
        item = self.map_scene.card_at(point)
        spot = self.map_scene.picture.spot_at(point.x(), point.y())
        if item is not None:
            self.opened.emit(item.card.person)
        elif spot is not None:
            self.seat_opened.emit(spot)

    def _let_go(self) -> None:
        if self._drag is not None:
            self._drag.end(goes_back=True)
        self._drag = None
        self.viewport().update()

    def _step(self, way: Way) -> None:
        if self.picture is None:
            return
        if self._current is None:
            self._choose_first()
            return
        card = next_card(self.picture, self._current, way)
        if card is not None:
            self._chosen_by_user(card.person, card)

    def _choose_first(self, *, last: bool = False) -> None:
        if self.picture is not None and self.picture.cards:
            card = in_reading_order(self.picture.cards)[-1 if last else 0]
            self._chosen_by_user(card.person, card)

    def _chosen_by_user(self, person: PersonId | None, card: Card | None) -> None:
        self.person, self._current = person, card
        self.choose_line(None)
        self._show_choice()
        self._reveal()
        self.person_chosen.emit(person or "")

    def _find_current(self) -> None:
        """The card of the selected person where the keys go on."""
        own = self.picture.cards_of(self.person) if self.picture and self.person else ()
        movable = [card for card in own if card.spot]
        self._current = card_to_go_on((*movable, *own), self._current)

    def _show_choice(self) -> None:
        if self.map_scene is not None:
            self.map_scene.show_choice(self.person, self._current)
        nobody = self.desk.wording.phrase("Nobody is selected.")
        self._describe(self._words.get(self.person, "") if self.person else nobody)
        self._tell_current()

    def _tell_current(self) -> None:
        item = self.current_item
        if item is not None and self.hasFocus():
            QAccessible.updateAccessibility(QAccessibleEvent(item, QAccessible.Event.Focus))

    def _describe(self, words: str) -> None:
        """Tell screen readers what is selected."""
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)
            QAccessible.updateAccessibility(
                QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
            )

    def _reveal(self) -> None:
        if self.map_scene is not None and self._current is not None:
            item = self.map_scene.cards[self._current.key]
            self.ensureVisible(QRectF(item.home, item.boundingRect().size()), 16, 16)

    def show_beginning(self) -> None:
        """Trees are read from their first superior on, and who is selected stays in sight."""
        super().show_beginning()
        picture = self.picture
        if picture is not None and picture.kind is MapKind.LINES and picture.cards:
            first = in_reading_order(picture.cards)[0].frame
            left = (first.x + first.width / 2) * self.zoom - self.viewport().width() / 2
            self.horizontalScrollBar().setValue(round(left))
        self._reveal()
