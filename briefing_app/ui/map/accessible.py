"""The map for who cannot see it: a list of people, one item a card, in reading order.

Qt's graphics view tells screen readers nothing of its items. Qt asks for these objects only
while a screen reader runs, keeps them as long as the card or the view, and deletes them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleObject
from PySide6.QtWidgets import QAccessibleWidget

from briefing_app.ui.map.items import CardItem

if TYPE_CHECKING:
    from briefing_app.ui.map.canvas import MapCanvas

_CANVAS = "MapCanvas"


@lru_cache(maxsize=1)
def install_map_accessibility() -> None:
    """Have Qt ask here for the maps and their cards; once is enough."""
    QAccessible.installFactory(_accessible)


def _accessible(class_name: str, thing: QObject) -> QAccessibleInterface | None:
    if isinstance(thing, CardItem):
        return CardAccessible(thing)
    return CanvasAccessible(thing) if class_name == _CANVAS else None  # type: ignore[arg-type]


class CanvasAccessible(QAccessibleWidget):
    """One view of the map, as a list whose items are the cards."""

    def __init__(self, canvas: MapCanvas) -> None:
        super().__init__(canvas, QAccessible.Role.List)

    def childCount(self) -> int:
        """How many cards there are."""
        return len(self._cards())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """A card; ``None`` where there is none."""
        cards = self._cards()
        return _of(cards[index]) if 0 <= index < len(cards) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """The place of a card in the list, -1 for anything else."""
        places = [place for place, card in enumerate(self._cards()) if card is child.object()]
        return places[0] if places else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """The card at a point of the screen."""
        under = (card for card in self._cards() if _of(card).rect().contains(x, y))
        return next(map(_of, under), None)

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """The card where the keys are."""
        canvas = self._canvas()
        item = canvas.current_item if canvas is not None else None
        return _of(item) if item is not None else None

    def _cards(self) -> Sequence[CardItem]:
        canvas = self._canvas()
        return canvas.cards_in_order() if canvas is not None else ()

    def _canvas(self) -> MapCanvas | None:
        canvas: MapCanvas | None = self.object()  # type: ignore[assignment]
        return canvas


class CardAccessible(QAccessibleObject):
    """A card: who it is and what is known, then the lines from and to it."""

    def __init__(self, item: CardItem) -> None:
        super().__init__(item)

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """The map."""
        canvas = self._canvas()
        return _of(canvas) if canvas is not None else None

    def childCount(self) -> int:
        """A card has no parts of its own."""
        return 0

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """None."""
        return None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """None."""
        return -1

    def role(self) -> QAccessible.Role:
        """An item of a list."""
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        """It can be selected, and has the focus where the keys are."""
        state = QAccessible.State()
        item, canvas = self._item(), self._canvas()
        if item is None or canvas is None:
            state.invalid = True
            return state
        state.focusable = state.selectable = True
        state.selected = item.card.person == canvas.person
        state.focused = item is canvas.current_item and canvas.hasFocus()
        return state

    def text(self, kind: QAccessible.Text) -> str:
        """The card's words as the name; where it stands and its lines as the description."""
        item, canvas = self._item(), self._canvas()
        if item is None or canvas is None:
            return ""
        match kind:
            case QAccessible.Text.Name:
                return item.words.replace("\n", ", ")
            case QAccessible.Text.Description:
                return ". ".join(canvas.told_besides(item.card))
            case _:
                return ""

    def rect(self) -> QRect:
        """Where the card is on the screen."""
        item, canvas = self._item(), self._canvas()
        if item is None or canvas is None:
            return QRect()
        shown = canvas.mapFromScene(item.sceneBoundingRect()).boundingRect()
        return QRect(canvas.viewport().mapToGlobal(shown.topLeft()), shown.size())

    def _item(self) -> CardItem | None:
        item: CardItem | None = self.object()  # type: ignore[assignment]
        return item

    def _canvas(self) -> MapCanvas | None:
        item = self._item()
        scene = item.scene() if item is not None else None
        return scene.parent() if scene is not None else None  # type: ignore[return-value]


def _of(thing: QObject) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(thing)
