"""A file that is dropped on the window is brought in; while it is dragged the window tells so."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from briefing_app.services.importable import IMPORTED_ENDINGS
from briefing_app.ui.desk import Desk
from briefing_app.ui.imports.drop_overlay import DropOverlay

if TYPE_CHECKING:  # Qt makes a class when it is first asked for
    from PySide6.QtCore import QUrl

_OVER = (QEvent.Type.DragEnter, QEvent.Type.DragMove)


class FileDrop(QObject):
    """Watches a window; ``dropped`` gives the path of a file that can be imported."""

    dropped = Signal(object)

    def __init__(self, window: QWidget, desk: Desk) -> None:
        super().__init__(window)
        self.window = window
        self.overlay = DropOverlay(desk, window)
        for watched in (window, self.overlay):
            watched.setAcceptDrops(True)
            watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take one file whose name ends as it should; what is no file is left alone.

        Once it is there the overlay is what files are dragged over, so that no field below it
        takes them for words. Of window and overlay the one that is left is told first.
        """
        if event.type() is QEvent.Type.DragLeave:
            self.overlay.hide()
        elif isinstance(event, QDropEvent) and event.mimeData().hasUrls():
            urls = event.mimeData().urls()
            file = importable(urls)
            _answer(event, is_welcome=file is not None)
            if event.type() in _OVER:
                self.overlay.tell(file, urls)
            else:
                self.overlay.hide()
                if file is not None:
                    self.dropped.emit(file)
            return True
        return super().eventFilter(watched, event)


def _answer(event: QDropEvent, *, is_welcome: bool) -> None:
    """A file that is brought in stays where it was: it is copied, whatever is proposed. What is
    not welcome is accepted to do nothing with it: a window that ignores a file is not told when
    it leaves."""
    actions = Qt.DropAction
    event.setDropAction(actions.CopyAction if is_welcome else actions.IgnoreAction)
    event.setAccepted(is_welcome or event.type() in _OVER)


def importable(urls: list[QUrl]) -> Path | None:
    """The file that is meant by what is dropped: one, of a kind that can be imported."""
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    file = Path(urls[0].toLocalFile())
    return file if file.suffix.lower() in IMPORTED_ENDINGS else None
