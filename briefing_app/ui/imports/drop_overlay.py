"""What lies over the window while a file is dragged across it: what dropping it will do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from briefing_app.services.importable import IMPORTED_KINDS
from briefing_app.ui.desk import Desk
from briefing_app.ui.look import Role
from briefing_app.ui.look.icons import paint_strokes
from briefing_app.ui.look.look import STEP
from briefing_app.ui.look.screen_icons import ScreenIcon

if TYPE_CHECKING:  # Qt makes a class when it is first asked for
    from PySide6.QtCore import QUrl

_COVER = 0.92
"""How much of the window the overlay hides."""
_ICON = 6 * STEP
_FRAME = 2.0


class DropOverlay(QWidget):
    """Covers its window while it is told of a file; a click takes it away as well."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self.headline, self.detail = "", ""
        self._role = Role.ACCENT
        self.hide()

    def tell(self, file: Path | None, urls: list[QUrl]) -> None:
        """Say what dropping will do with ``file``, or of ``urls`` why there is none."""
        wording = self._desk.wording
        if file is not None:
            self._role = Role.ACCENT
            self.headline = wording.phrase("Drop to import “{file}”", file=file.name)
            kind = wording.phrase(IMPORTED_KINDS[file.suffix.lower()])
            seen = wording.phrase("You see everything before it is kept.")
            self.detail = wording.phrase("{label}: {value}", label=kind, value=seen)
        else:
            self._role = Role.BAD
            self.headline = self._refusal(urls)
            kinds = wording.listing(
                wording.phrase("{name} ({title})", name=wording.phrase(kind), title=ending)
                for ending, kind in IMPORTED_KINDS.items()
            )
            self.detail = wording.phrase("What can be imported: {kinds}", kinds=kinds)
        self.setAccessibleName(wording.sentences((self.headline, self.detail)))
        self.setGeometry(self._window.rect())
        self.raise_()
        self.show()
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Nothing is dragged where somebody clicks."""
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The window shines through; a frame, a sign and the words stand before it."""
        look = self._desk.look
        ground, ink = look.colour(Role.GROUND), look.colour(self._role)
        ground.setAlphaF(_COVER)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), ground)
        frame = QRectF(self.rect()).adjusted(2 * STEP, 2 * STEP, -2 * STEP, -2 * STEP)
        painter.setPen(QPen(ink, _FRAME, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(frame, STEP, STEP)
        self._paint_words(painter, frame.adjusted(2 * STEP, 0, -2 * STEP, 0))
        painter.end()

    def _paint_words(self, painter: QPainter, place: QRectF) -> None:
        look = self._desk.look
        side = _ICON * look.scale
        middle = place.center()
        icon = ScreenIcon.IMPORT if self._role is Role.ACCENT else ScreenIcon.CLOSE
        square = QRectF(middle.x() - side / 2, middle.y() - 1.5 * side, side, side)
        paint_strokes(painter, look.strokes(icon), square, look.colour(self._role))
        below = QRectF(place.left(), middle.y(), place.width(), place.height() / 2)
        flags = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        flags |= int(Qt.TextFlag.TextWordWrap)
        for words, size, role in (
            (self.headline, "title", Role.TEXT),
            (self.detail, "body", Role.MUTED),
        ):
            painter.setFont(look.font(size, bold=size == "title"))
            painter.setPen(look.colour(role))
            taken = painter.boundingRect(below, flags, words)
            painter.drawText(below, flags, words)
            below.setTop(taken.bottom() + STEP)

    def _refusal(self, urls: list[QUrl]) -> str:
        wording = self._desk.wording
        if len(urls) > 1:
            return wording.phrase("Drop one file at a time")
        if not urls or not urls[0].isLocalFile():
            return wording.phrase("Only files on this computer can be imported")
        name = Path(urls[0].toLocalFile()).name
        return wording.phrase("“{file}” cannot be imported", file=name)
