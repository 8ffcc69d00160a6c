"""The pages of a document small, below each other, to jump to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    QSizeF,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from briefing_app.services.preview import PreviewPage
from briefing_app.ui.lists.rows_model import RowsModel
from briefing_app.ui.look import Look, Role
from briefing_app.ui.look.look import STEP
from briefing_app.ui.preview.pictures import PagePictures

_WIDTH = 128
_TEXT_ROLES = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


class _Pages(RowsModel[PreviewPage]):
    """The pages of a document; their words for tool tips and screen readers."""

    def show_rows(self, rows: Sequence[PreviewPage]) -> None:
        """Other pages; the view keeps its place where their sizes stay."""
        if [_size(page) for page in self.rows] != [_size(page) for page in rows]:
            super().show_rows(rows)
            return
        self.rows = tuple(rows)
        self.dataChanged.emit(self.index(0, 0), self.index(max(len(rows) - 1, 0), 0))

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """A page, or its number and title."""
        if not index.isValid():
            return None
        page = self.rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return page
        return f"{page.number}  {page.title}" if role in _TEXT_ROLES else None


def _size(page: PreviewPage) -> tuple[float, float]:
    return page.width, page.height


class _Delegate(QStyledItemDelegate):
    """Paints a page with its number below it."""

    def __init__(self, look: Look, pictures: PagePictures, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self._pictures = pictures
        self._font = look.font("caption")

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """As high as the page and its number."""
        page: PreviewPage = index.data(Qt.ItemDataRole.UserRole)
        height = _WIDTH * page.height / page.width + QFontMetrics(self._font).lineSpacing()
        return QSize(_WIDTH + 2 * STEP, round(height) + 2 * STEP + 2)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one page."""
        page: PreviewPage = index.data(Qt.ItemDataRole.UserRole)
        place = QRectF(option.rect)
        size = QSizeF(_WIDTH, _WIDTH * page.height / page.width)
        left = place.left() + (place.width() - _WIDTH) / 2
        frame = QRectF(left, place.top() + STEP, size.width(), size.height())
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if is_current:
            painter.fillRect(place, self._look.colour(Role.SELECTED))
        self._paint_picture(painter, page.number, frame)
        painter.setPen(self._look.colour(Role.ACCENT if is_current else Role.LINE))
        painter.drawRect(frame.adjusted(-0.5, -0.5, 0.5, 0.5))
        painter.setFont(self._font)
        painter.setPen(self._look.colour(Role.TEXT if is_current else Role.MUTED))
        below = QRectF(place.left(), frame.bottom() + 2, place.width(), place.bottom())
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(below, flags, str(page.number))
        painter.restore()

    def _paint_picture(self, painter: QPainter, page: int, frame: QRectF) -> None:
        painter.fillRect(frame, self._look.colour(Role.SURFACE))
        device = painter.device()
        ratio = device.devicePixelRatioF() if device is not None else 1.0
        picture = self._pictures.picture(page, round(_WIDTH * ratio))
        if picture is not None:
            painter.drawImage(frame, picture, QRectF(picture.rect()))


class Thumbnails(QListView):
    """The strip of pages; ``chosen`` tells the number of the page that somebody goes to."""

    chosen = Signal(int)

    def __init__(self, look: Look, pictures: PagePictures, name: str) -> None:
        super().__init__()
        self._pages = _Pages(self)
        self.setModel(self._pages)
        self.setItemDelegate(_Delegate(look, pictures, self))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(_WIDTH + 4 * STEP)
        self.setAccessibleName(name)
        self.selectionModel().currentChanged.connect(self._moved)
        pictures.arrived.connect(self._picture_arrived)

    def show_pages(self, pages: Sequence[PreviewPage]) -> None:
        """Show a document's pages."""
        self._pages.show_rows(pages)

    def mark(self, page: int) -> None:
        """Mark the page that is looked at, without going there."""
        index = self._pages.index(page - 1, 0)
        if index.isValid() and index != self.currentIndex():
            blocked = self.blockSignals(True)
            self.selectionModel().setCurrentIndex(
                index, QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
            self.scrollTo(index)
            self.blockSignals(blocked)

    def _moved(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(current.row() + 1)

    def _picture_arrived(self, page: int) -> None:
        self.update(self._pages.index(page - 1, 0))
