"""Pages below each other, to scroll and zoom."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from briefing_app.ui.look import Look, Role
from briefing_app.ui.preview.pictures import PagePictures
from briefing_app.ui.preview.stack import GAP, Stack, within_limits, zoom_to_fit

_ZOOM_STEP = 1.2
_NOTCH = 120
_LINE = 48


class Fit(Enum):
    """What the zoom follows when the view's size changes."""

    WIDTH = "width"
    PAGE = "page"
    NOTHING = "nothing"


class PageView(QAbstractScrollArea):
    """The pages of a document. ``page_changed`` tells the page that is looked at, from 1;
    ``zoom_changed`` the zoom, 1.0 for a document's own size."""

    page_changed = Signal(int)
    zoom_changed = Signal(float)

    def __init__(self, look: Look, pictures: PagePictures, name: str) -> None:
        super().__init__()
        self._look = look
        self._pictures = pictures
        self._sizes: tuple[QSizeF, ...] = ()
        self._stack = Stack.of((), 1.0, 0.0)
        self._page = 0
        self._zoom = 1.0
        self._fit = Fit.PAGE
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.verticalScrollBar().setSingleStep(_LINE)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        pictures.arrived.connect(self._picture_arrived)

    @property
    def page(self) -> int:
        """The page that is looked at, from 1; 0 without a document."""
        return self._page

    @property
    def zoom(self) -> float:
        """The zoom."""
        return self._zoom

    @property
    def fit(self) -> Fit:
        """What the zoom follows."""
        return self._fit

    def show_pages(self, sizes: Sequence[QSizeF]) -> None:
        """Show a document with pages of these sizes in points; the page that was looked at
        stays where it can."""
        page, within = self._page, self._offset_in_page()
        self._sizes = tuple(sizes)
        self._lay_out()
        if self._sizes:
            self._go(min(max(page, 1), len(self._sizes)), within)

    def go_to(self, page: int) -> None:
        """Bring a page into view; nothing for one that is not there."""
        if 1 <= page <= len(self._sizes):
            self._go(page, -GAP)

    def zoom_to(self, zoom: float) -> None:
        """Show pages at a zoom, from 0.25 to 4, whatever the view's size."""
        self._set_zoom(within_limits(zoom), Fit.NOTHING, self.viewport().rect().center())

    def zoom_in(self) -> None:
        """A step larger."""
        self.zoom_to(self._zoom * _ZOOM_STEP)

    def zoom_out(self) -> None:
        """A step smaller."""
        self.zoom_to(self._zoom / _ZOOM_STEP)

    def fit_to(self, fit: Fit) -> None:
        """Let the zoom follow the view's size."""
        page = self._page
        self._fit = fit
        self._lay_out()
        self.go_to(page)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is in sight, and ask for the pictures that are missing."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.viewport().rect(), self._look.colour(Role.GROUND))
        wanted = list(self._in_sight())
        for page in wanted:
            self._paint_page(painter, page)
        self._pictures.keep_to((page, self._pixels_across(page)) for page in wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the page that is looked at where it was."""
        page, within = self._page, self._offset_in_page()
        self._lay_out()
        if page:
            self._go(page, within)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl zooms where the mouse is, anything else scrolls."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        notches = event.angleDelta().y() / _NOTCH
        zoom = within_limits(self._zoom * _ZOOM_STEP**notches)
        self._set_zoom(zoom, Fit.NOTHING, event.position().toPoint())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pages with PgUp, PgDn, Home, End, Left and Right; the rest scrolls."""
        last = len(self._sizes)
        target = {
            Qt.Key.Key_PageDown: self._page + 1,
            Qt.Key.Key_Right: self._page + 1,
            Qt.Key.Key_PageUp: self._page - 1,
            Qt.Key.Key_Left: self._page - 1,
            Qt.Key.Key_Home: 1,
            Qt.Key.Key_End: last,
        }.get(Qt.Key(event.key()))
        if target is not None:
            self.go_to(min(max(target, 1), last))
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom_by_key(event)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """No longer show it."""
        super().focusOutEvent(event)
        self.viewport().update()

    def _zoom_by_key(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom_in()
            case Qt.Key.Key_Minus:
                self.zoom_out()
            case Qt.Key.Key_0:
                self.zoom_to(1.0)
            case _:
                event.ignore()

    def _lay_out(self) -> None:
        """Place the pages for the view's size."""
        room = QSizeF(self.viewport().size())
        if self._fit is not Fit.NOTHING:
            zoom = zoom_to_fit(self._sizes, room, whole_page=self._fit is Fit.PAGE)
            if zoom != self._zoom:
                self._zoom = zoom
                self.zoom_changed.emit(zoom)
        self._stack = Stack.of(self._sizes, self._zoom, room.width())
        for bar, length, seen in (
            (self.verticalScrollBar(), self._stack.height, room.height()),
            (self.horizontalScrollBar(), self._stack.width, room.width()),
        ):
            bar.setRange(0, max(0, round(length - seen)))
            bar.setPageStep(round(seen))
        self.viewport().update()

    def _set_zoom(self, zoom: float, fit: Fit, around: QPoint) -> None:
        """Change the zoom while what is at ``around`` stays there."""
        bars = self.horizontalScrollBar(), self.verticalScrollBar()
        before = QPointF(bars[0].value() + around.x(), bars[1].value() + around.y())
        growth = zoom / self._zoom
        self._fit, self._zoom = fit, zoom
        self._lay_out()
        bars[0].setValue(round(before.x() * growth - around.x()))
        bars[1].setValue(round(before.y() * growth - around.y()))
        self.zoom_changed.emit(zoom)

    def _go(self, page: int, within: float) -> None:
        self.verticalScrollBar().setValue(round(self._stack.frame(page).top() + within))
        self._look_at(page)

    def _scrolled(self) -> None:
        self.viewport().update()
        if self._stack.frames:
            third = self.verticalScrollBar().value() + self.viewport().height() / 3
            self._look_at(self._stack.page_at(third))

    def _look_at(self, page: int) -> None:
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)

    def _offset_in_page(self) -> float:
        """How far the view's top stands below the top of the page that is looked at."""
        if not 1 <= self._page <= len(self._stack.frames):
            return -GAP
        return self.verticalScrollBar().value() - self._stack.frame(self._page).top()

    def _in_sight(self) -> Sequence[int]:
        top = self.verticalScrollBar().value()
        return tuple(self._stack.shown(top, top + self.viewport().height()))

    def _pixels_across(self, page: int) -> int:
        return round(self._stack.frame(page).width() * self.devicePixelRatioF())

    def _paint_page(self, painter: QPainter, page: int) -> None:
        frame = self._stack.frame(page).translated(
            -self.horizontalScrollBar().value(), -self.verticalScrollBar().value()
        )
        picture = self._pictures.picture(page, self._pixels_across(page))
        painter.fillRect(frame, self._look.colour(Role.SURFACE))
        if picture is not None:
            painter.drawImage(frame, picture, QRectF(picture.rect()))
        is_marked = page == self._page and self.hasFocus()
        painter.setPen(self._look.colour(Role.ACCENT if is_marked else Role.LINE))
        painter.drawRect(frame.adjusted(-0.5, -0.5, 0.5, 0.5))

    def _picture_arrived(self, page: int) -> None:
        if page in self._in_sight():
            self.viewport().update()
