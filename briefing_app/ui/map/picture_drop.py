"""A picture that is dropped on a person of the map becomes the person's photo."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent

from briefing_app.ui.map.canvas import MapCanvas
from briefing_app.ui.map.items import CardItem
from briefing_app.ui.photos.source import has_picture, picture_in

_MOVES = (QEvent.Type.DragEnter, QEvent.Type.DragMove)


class PictureDrop(QObject):
    """Watches a canvas; ``dropped`` gives a person's id and where the picture comes from."""

    dropped = Signal(str, object)

    def __init__(self, canvas: MapCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._target: CardItem | None = None
        canvas.viewport().setAcceptDrops(True)
        canvas.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take one picture over a card; leave all else alone."""
        if event.type() in _MOVES and isinstance(event, QDragMoveEvent):
            return self._moved(event)
        if event.type() is QEvent.Type.DragLeave:
            self._aim(None)
        if event.type() is QEvent.Type.Drop and isinstance(event, QDropEvent):
            return self._dropped(event)
        return super().eventFilter(watched, event)

    def _moved(self, event: QDragMoveEvent) -> bool:
        """The drag is let in anywhere, for it may reach a card; it may end on a card only."""
        if not has_picture(event.mimeData()):
            return False
        self._aim(self._card(event.position().toPoint()))
        if self._target is not None or event.type() is QEvent.Type.DragEnter:
            event.acceptProposedAction()
        else:
            event.ignore()
        return True

    def _dropped(self, event: QDropEvent) -> bool:
        card = self._card(event.position().toPoint())
        source = picture_in(event.mimeData())
        self._aim(None)
        if source is None:
            return False
        if card is None:
            event.ignore()
            return True
        event.acceptProposedAction()
        self.dropped.emit(card.card.person, source)
        return True

    def _card(self, at: QPoint) -> CardItem | None:
        scene = self._canvas.map_scene
        return scene.card_at(self._canvas.mapToScene(at)) if scene is not None else None

    def _aim(self, card: CardItem | None) -> None:
        scene = self._canvas.map_scene
        if card is self._target or scene is None:
            return
        self._target = card
        scene.show_choice(self._canvas.person, self._canvas.current)
        if card is not None:
            card.show_state(chosen=False, current=False, target=True)
