"""A file that is dropped on the window is brought in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QUrl, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from briefing_app.services.importable import IMPORTED_ENDINGS


class FileDrop(QObject):
    """Watches a window; ``dropped`` gives the path of a file that can be imported."""

    dropped = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take one file whose name ends as it should; leave all else alone."""
        if isinstance(event, QDragEnterEvent) or event.type() is QEvent.Type.DragMove:
            return self._entered(event)
        if isinstance(event, QDropEvent) and event.type() is QEvent.Type.Drop:
            file = importable(event.mimeData().urls())
            if file is not None:
                event.acceptProposedAction()
                self.dropped.emit(file)
                return True
        return super().eventFilter(watched, event)

    @staticmethod
    def _entered(event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and importable(event.mimeData().urls()) is not None:
            event.acceptProposedAction()
            return True
        return False


def importable(urls: list[QUrl]) -> Path | None:
    """The file that is meant by what is dropped: one, of a kind that can be imported."""
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    file = Path(urls[0].toLocalFile())
    return file if file.suffix.lower() in IMPORTED_ENDINGS else None
