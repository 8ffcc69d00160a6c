"""What all dialogs have in common."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMargins, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QPushButton,
    QScrollArea,
    QToolButton,
    QWidget,
)

from briefing_app.ui.look.look import STEP
from briefing_app.ui.tab_order import put_in_order

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Dialog(QDialog):
    """Stands within the window that it was opened from; Tab follows the eye.

    It is as high as its words need at its width, whatever is told in it later. Enter presses the
    button that has the focus, else the default one where there is one.
    """

    def __init__(
        self, parent: QWidget | None = None, flags: Qt.WindowType = Qt.WindowType.Dialog
    ) -> None:
        super().__init__(parent, flags)
        self._follows_words = False

    def ask_for(self, scale: float, width: int, height: int = 0) -> None:
        """Be so large: pixels at the usual size of text, which grow with its ``scale`` as far as
        the window has room. Without a ``height`` the words decide."""
        self._follows_words = not height
        wished = QSize(round(width * scale), round(height * scale))
        self.resize(wished.boundedTo(_room(self)))

    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Tab goes on, through what is there by now."""
        put_in_order(self)
        return super().focusNextPrevChild(is_next)

    def setVisible(self, is_visible: bool) -> None:
        """Where nothing was chosen, what stands first has the focus; it is no default for that."""
        if is_visible:
            for button in self.findChildren(QPushButton):
                button.setAutoDefault(False)
            put_in_order(self)
        super().setVisible(is_visible)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, as Space does."""
        focused = self.focusWidget()
        if event.key() in _ENTER and isinstance(focused, QPushButton | QToolButton):
            focused.click()
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Large type does not make it larger than the window."""
        super().showEvent(event)
        self._make_room()

    def event(self, event: QEvent) -> bool:
        """What is told in it later finds its room as well."""
        taken = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest and self.isVisible():
            self._make_room()
        return taken

    def _make_room(self) -> None:
        layout, height = self.layout(), self.height()
        if layout is not None:
            wide = min(self.width(), _room(self).width())
            has_lines = layout.hasHeightForWidth()
            least = layout.totalSizeHint().height()
            needed = layout.totalHeightForWidth(wide) if has_lines else least
            height = needed if self._follows_words else max(needed, height)
        wanted = QSize(self.width(), height).boundedTo(_room(self))
        if wanted != self.size():
            self.resize(wanted)


class WholeArea(QScrollArea):
    """Shows all of its content while its dialog has room for it, and scrolls it where not."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._content = content
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)

    def sizeHint(self) -> QSize:
        """As its content, however high."""
        return self._content.sizeHint()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Content that changed its height asks the dialog for room."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


def _room(dialog: QWidget) -> QSize:
    parent = dialog.parentWidget()
    whole = parent.window().size() if parent is not None else dialog.screen().availableSize()
    return whole.shrunkBy(QMargins(STEP, STEP, STEP, STEP))
