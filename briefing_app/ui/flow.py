"""Parts beside each other that go on in the next line where there is no room for them."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from briefing_app.ui.look.look import STEP


class Flow(QWidget):
    """Stands its parts as the words of a text. Those after ``None`` stand at the right of their
    line, as far as they share it with others."""

    def __init__(self, *parts: QWidget | None) -> None:
        super().__init__()
        self.parts = tuple(part for part in parts if part is not None)
        self._turn = self.parts[parts.index(None)] if None in parts else None
        for part in self.parts:
            part.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hold(self, *parts: QWidget) -> None:
        """Other parts from now on; those that are no more among them are let go."""
        for gone in set(self.parts) - set(parts):
            gone.hide()
            gone.deleteLater()
        self.parts = parts
        for part in parts:
            if part.parent() is not self:
                part.setParent(self)
                part.show()
        self.updateGeometry()
        self._place()

    def event(self, event: QEvent) -> bool:
        """Parts that come, go or grow move the others."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._place()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width makes other lines."""
        super().resizeEvent(event)
        self._place()

    def hasHeightForWidth(self) -> bool:
        """Less width takes more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines, in pixels."""
        heights = [_height(line) for line in self._lines(width)]
        return sum(heights) + STEP * max(len(heights) - 1, 0)

    def sizeHint(self) -> QSize:
        """All in one line."""
        shown = self._shown()
        width = sum(_needed(part).width() for part in shown) + STEP * max(len(shown) - 1, 0)
        return QSize(width, _height(shown))

    def minimumSizeHint(self) -> QSize:
        """Each in a line of its own."""
        shown = self._shown()
        widest = max((part.minimumSizeHint().width() for part in shown), default=0)
        return QSize(widest, _height(shown))

    def _shown(self) -> list[QWidget]:
        return [part for part in self.parts if not part.isHidden() or not self.isVisible()]

    def _lines(self, width: int) -> Iterator[list[QWidget]]:
        line: list[QWidget] = []
        taken = 0
        for part in self._shown():
            needed = _needed(part).width()
            if line and taken + needed > width:
                yield line
                line, taken = [], 0
            line.append(part)
            taken += needed + STEP
        if line:
            yield line

    def _place(self) -> None:
        needed = self.heightForWidth(self.width())
        if needed != self.minimumHeight():
            self.setMinimumHeight(needed)  # a form's layout may go by the height of one line
        top = 0
        for line in self._lines(self.width()):
            self._place_line(line, top)
            top += _height(line) + STEP

    def _place_line(self, line: list[QWidget], top: int) -> None:
        left, middle = 0, top + _height(line) // 2
        widths = [min(_needed(part).width(), self.width()) for part in line]
        room = self.width() - sum(widths) - STEP * (len(line) - 1)
        for part, width in zip(line, widths, strict=True):
            if part is self._turn and part is not line[0]:
                left += max(room, 0)
            height = _needed(part).height()
            part.setGeometry(QRect(left, middle - height // 2, width, height))
            left += width + STEP


def _needed(part: QWidget) -> QSize:
    return part.sizeHint().expandedTo(part.minimumSize())


def _height(line: list[QWidget]) -> int:
    return max((_needed(part).height() for part in line), default=0)
