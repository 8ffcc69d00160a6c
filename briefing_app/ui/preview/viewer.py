"""A document to look at: thumbnails at the left, pages at the right, zoom above them."""

from __future__ import annotations

from PySide6.QtCore import QSizeF, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from briefing_app.services.preview import Preview
from briefing_app.ui.desk import Desk
from briefing_app.ui.flow import Flow
from briefing_app.ui.look.screen_icons import ScreenIcon
from briefing_app.ui.preview.page_view import Fit, PageView
from briefing_app.ui.preview.pictures import PagePictures
from briefing_app.ui.preview.thumbnails import Thumbnails
from briefing_app.ui.widgets import button, column, icon_button, label, row

_ROOM_FOR_THUMBNAILS = 560


class DocumentViewer(QWidget):
    """The pages of a `Preview`; ``page_changed`` tells the page that is looked at, from 1."""

    page_changed = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        phrase = desk.wording.phrase
        self._large = PagePictures(desk.workers, self)
        self._small = PagePictures(desk.workers, self)
        self.pages = PageView(desk.look, self._large, phrase("Pages"))
        self.thumbnails = Thumbnails(desk.look, self._small, phrase("Pages at a glance"))
        self._shown: Preview | None = None
        self._place = label("", tone="muted", wraps=False)
        self._zoom = label("", tone="muted", wraps=False)
        self._zoom.setMinimumWidth(self._zoom.fontMetrics().horizontalAdvance("400%"))
        self._zoom.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setLayout(column(self._tools(), self._body()))
        self.pages.page_changed.connect(self._tell_place)
        self.pages.page_changed.connect(self.page_changed)
        self.pages.zoom_changed.connect(self._zoomed)
        self.thumbnails.chosen.connect(self.pages.go_to)

    @property
    def page(self) -> int:
        """The page that is looked at, from 1; 0 without a document."""
        return self.pages.page

    def show_preview(self, preview: Preview) -> None:
        """Show a document; the same page of the same kind of document stays in sight."""
        if self._shown is None or self._shown.kind is not preview.kind:
            self._large.forget()
            self._small.forget()
        self._shown = preview
        self._large.show_document(preview.pdf)
        self._small.show_document(preview.pdf)
        self.thumbnails.show_pages(preview.pages)
        self.pages.show_pages([QSizeF(page.width, page.height) for page in preview.pages])
        self._tell_place(self.pages.page)

    def go_to(self, page: int) -> None:
        """Bring a page into view."""
        self.pages.go_to(page)

    def _tools(self) -> Flow:
        phrase, look = self._desk.wording.phrase, self._desk.look
        return Flow(
            self._place,
            None,
            icon_button(look, ScreenIcon.ZOOM_OUT, phrase("Smaller"), self.pages.zoom_out),
            self._zoom,
            icon_button(look, ScreenIcon.ZOOM_IN, phrase("Larger"), self.pages.zoom_in),
            button(phrase("Fit width"), self._fit_width),
            button(phrase("Fit page"), self._fit_page),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room it is the pages'."""
        super().resizeEvent(event)
        self.thumbnails.setVisible(self.width() > _ROOM_FOR_THUMBNAILS * self._desk.look.scale)

    def _body(self) -> QHBoxLayout:
        body = row(self.thumbnails)
        body.addWidget(self.pages, 1)
        return body

    def _fit_width(self) -> None:
        self.pages.fit_to(Fit.WIDTH)

    def _fit_page(self) -> None:
        self.pages.fit_to(Fit.PAGE)

    def _tell_place(self, page: int) -> None:
        preview = self._shown
        if preview is None or not 1 <= page <= len(preview.pages):
            return
        words = self._desk.wording.phrase(
            "Page {page} of {count}", page=page, count=len(preview.pages)
        )
        self._place.setText(words)
        title = preview.pages[page - 1].title
        self.pages.setAccessibleDescription(f"{words}: {title}")
        self.thumbnails.mark(page)

    def _zoomed(self, zoom: float) -> None:
        self._zoom.setText(self._desk.wording.percent(zoom))
