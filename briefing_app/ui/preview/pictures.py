"""The pictures of a document's pages: made in another process when they show, kept a while."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from briefing_app.services.page_pictures import PagePicture, page_picture
from briefing_app.ui.workers import Job, Lane, Workers

_MOST_BYTES = 96 * 1024 * 1024
_PIXEL_BYTES = 4


class PagePictures(QObject):
    """Pictures by page and width; ``arrived`` tells the number of a page that has a new one.

    After a document was replaced the pictures of the one before stand in for those of the same
    page until these are there, so that a refresh does not flicker.
    """

    arrived = Signal(int)

    def __init__(self, workers: Workers, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workers = workers
        self._pdf = b""
        self._kept: OrderedDict[tuple[int, int], QImage] = OrderedDict()
        self._before: dict[int, QImage] = {}
        self._asked: dict[tuple[int, int], Job] = {}

    def show_document(self, pdf: bytes) -> None:
        """Take the pictures of another file from now on."""
        self._cancel(self._asked)
        self._before = {page: image for (page, _), image in self._kept.items()} or self._before
        self._kept.clear()
        self._pdf = pdf

    def forget(self) -> None:
        """Drop everything: what comes next has nothing to do with what was shown."""
        self.show_document(b"")
        self._before.clear()

    def picture(self, page: int, width: int) -> QImage | None:
        """The picture of a page at a width, which is asked for where it is missing; until it is
        there the nearest that there is."""
        key = (page, width)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        self._ask(key)
        others = [image for (shown, _), image in self._kept.items() if shown == page]
        if others:
            return max(others, key=QImage.width)
        return self._before.get(page)

    def keep_to(self, wanted: Iterable[tuple[int, int]]) -> None:
        """Let go of what was asked for and is out of sight by now; ``wanted`` are pages and
        their widths."""
        kept = set(wanted)
        self._cancel([key for key in self._asked if key not in kept])

    def _cancel(self, keys: Iterable[tuple[int, int]]) -> None:
        for key in list(keys):
            self._asked.pop(key).cancel()

    def _ask(self, key: tuple[int, int]) -> None:
        if not self._pdf or key in self._asked:
            return
        page, width = key
        self._asked[key] = self._workers.run_apart(
            page_picture,
            then=self._take,
            lane=Lane.PREVIEW,
            pdf=self._pdf,
            page=page,
            width=width,
        )

    def _take(self, picture: PagePicture) -> None:
        key = (picture.page, picture.asked)
        self._asked.pop(key, None)
        self._kept[key] = _image(picture)
        self._before.pop(picture.page, None)
        self._let_go()
        self.arrived.emit(picture.page)

    def _let_go(self) -> None:
        total = sum(page_bytes(image) for image in self._kept.values())
        while total > _MOST_BYTES and len(self._kept) > 1:
            _, image = self._kept.popitem(last=False)
            total -= page_bytes(image)


def page_bytes(image: QImage) -> int:
    """What a picture takes of memory."""
    return image.width() * image.height() * _PIXEL_BYTES


def _image(picture: PagePicture) -> QImage:
    row = picture.width * _PIXEL_BYTES
    borrowed = QImage(
        picture.pixels, picture.width, picture.height, row, QImage.Format.Format_RGB32
    )
    return borrowed.copy()  # the bytes go with the answer
