"""Paints a list's rows: a title, what decides below it, a badge, and figures at the right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from briefing_app.documents.icon_drawings import Icon
from briefing_app.ui.lists.model import RowRole
from briefing_app.ui.look import Look, Role
from briefing_app.ui.look.icons import paint_strokes
from briefing_app.ui.look.look import STEP
from briefing_app.ui.look.screen_icons import ScreenIcon


@dataclass(frozen=True, slots=True, kw_only=True)
class RowFace:
    """What a row shows: two lines at the left, two at the right, a badge before the title."""

    title: str
    below: str = ""
    right: str = ""
    right_below: str = ""
    right_role: Role = Role.MUTED
    badge: str = ""
    icon: Icon | ScreenIcon | None = None


class RowDelegate(QStyledItemDelegate):
    """Paints rows as ``face`` shows them; a row that is still being read is left quiet."""

    def __init__(
        self, look: Look, face: Callable[[Any], RowFace], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._face = face
        self._title_font = look.font(bold=True)
        self._small_font = look.font("caption")

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """As high as two lines."""
        title, small = QFontMetrics(self._title_font), QFontMetrics(self._small_font)
        return QSize(200, title.lineSpacing() + small.lineSpacing() + 2 * STEP + 2)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one row."""
        painter.save()
        place = QRectF(option.rect)
        self._paint_ground(painter, option, place)
        found = index.data(RowRole)
        if found is not None:
            self._paint_face(painter, self._face(found), place.adjusted(12, STEP, -12, -STEP))
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, place: QRectF) -> None:
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(place, self._look.colour(Role.SELECTED))
            painter.fillRect(
                QRectF(place.left(), place.top(), 3, place.height()),
                self._look.colour(Role.ACCENT),
            )
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(place, self._look.colour(Role.HOVER))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(self._look.colour(Role.ACCENT))
            painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setPen(self._look.colour(Role.LINE))
        painter.drawLine(place.bottomLeft(), place.bottomRight())

    def _paint_face(self, painter: QPainter, face: RowFace, place: QRectF) -> None:
        title_height = QFontMetrics(self._title_font).lineSpacing()
        top = QRectF(place.left(), place.top(), place.width(), title_height)
        bottom = place.adjusted(0, title_height + 2, 0, 0)
        if face.icon is not None:
            top.setLeft(self._paint_icon(painter, face.icon, top))
        if face.badge:
            top.setLeft(self._paint_badge(painter, face.badge, top))
        colour = self._look.colour
        self._pair(
            painter,
            top,
            (face.title, self._title_font, colour(Role.TEXT)),
            (face.right, self._small_font, colour(face.right_role)),
        )
        self._pair(
            painter,
            bottom,
            (face.below, self._small_font, colour(Role.MUTED)),
            (face.right_below, self._small_font, colour(Role.MUTED)),
        )

    def _paint_icon(self, painter: QPainter, icon: Icon | ScreenIcon, place: QRectF) -> float:
        side = place.height()
        square = QRectF(place.left(), place.top(), side, side)
        paint_strokes(painter, self._look.strokes(icon), square, self._look.colour(Role.MUTED))
        return square.right() + STEP

    def _paint_badge(self, painter: QPainter, words: str, place: QRectF) -> float:
        font = self._look.font("caption", bold=True)
        metrics = QFontMetrics(font)
        width = max(metrics.horizontalAdvance(words) + 10, place.height())
        frame = QRectF(place.left(), place.top() + 1, width, place.height() - 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._look.colour(Role.MUTED))
        painter.drawRoundedRect(frame, 4, 4)
        painter.setFont(font)
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, words)
        return frame.right() + STEP

    def _pair(
        self,
        painter: QPainter,
        place: QRectF,
        left: tuple[str, QFont, QColor],
        right: tuple[str, QFont, QColor],
    ) -> None:
        """Words at the right in full, those at the left in what room is left for them."""
        taken = QFontMetrics(right[1]).horizontalAdvance(right[0]) + STEP if right[0] else 0
        self._words(painter, place, right, Qt.AlignmentFlag.AlignRight)
        room = place.adjusted(0, 0, -taken, 0)
        elided = QFontMetrics(left[1]).elidedText(
            left[0], Qt.TextElideMode.ElideRight, int(room.width())
        )
        self._words(painter, room, (elided, left[1], left[2]), Qt.AlignmentFlag.AlignLeft)

    @staticmethod
    def _words(
        painter: QPainter,
        place: QRectF,
        said: tuple[str, QFont, QColor],
        side: Qt.AlignmentFlag,
    ) -> None:
        words, font, colour = said
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter, words)
