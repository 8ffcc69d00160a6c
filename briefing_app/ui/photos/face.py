"""A person's face or initials in a disc; a click offers to give, change or remove the photo."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QMenu, QToolButton

from briefing_app.domain.initials import initials
from briefing_app.domain.message import say
from briefing_app.domain.picture import Picture
from briefing_app.domain.text import Text
from briefing_app.errors import UserError
from briefing_app.services.changes import Change
from briefing_app.ui.desk import Desk
from briefing_app.ui.file_dialogs import file_to_open
from briefing_app.ui.look import Role
from briefing_app.ui.photos.image import picture_image
from briefing_app.ui.photos.source import (
    PICTURE_FILES,
    PictureSource,
    clipboard_data,
    has_picture,
    picture_in,
)

if TYPE_CHECKING:
    from briefing_app.store.store import Store

_RING = 1.0
_FOCUS_RING = 2.0
_LETTERS = 0.34
"""The height of initials as a share of the disc."""


class FaceButton(QToolButton):
    """``refused`` gives an error in words, ``""`` when another picture is tried. Pictures can be
    dropped on it, and pasted while it has the focus."""

    refused = Signal(str)

    def __init__(self, desk: Desk, lines: float) -> None:
        """``lines`` is its height in lines of text."""
        super().__init__()
        self._desk = desk
        self._person = ""
        self._name = Text()
        self._portrait: Picture | None = None
        self._is_target = False
        self._side = round(lines * QFontMetrics(desk.look.font()).height())
        phrase = desk.wording.phrase
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setAcceptDrops(True)
        self.setFixedSize(self.sizeHint())
        menu = QMenu(self)
        self._choose_action = menu.addAction(phrase("Choose a photo…"), self.choose)
        keys = QKeySequence(QKeySequence.StandardKey.Paste)
        told = keys.toString(QKeySequence.SequenceFormat.NativeText)
        self._paste_action = menu.addAction(f"{phrase('Paste a photo')}\t{told}", self.paste)
        self._remove_action = menu.addAction(phrase("Remove the photo"), self.remove)
        menu.aboutToShow.connect(self._offer)
        self.setMenu(menu)
        self.setToolTip(
            phrase("Photo, for your team only. Click to choose one, or drop or paste it here.")
        )

    def show_person(self, person: str, name: Text, portrait: Picture | None) -> None:
        """Show somebody, with a round photo or with initials."""
        self._person, self._name, self._portrait = person, name, portrait
        phrase, told = self._desk.wording.phrase, self._desk.wording.text(name)
        self.setAccessibleName(
            phrase("Photo of {name}", name=told)
            if portrait is not None
            else phrase("Photo of {name}: none yet", name=told)
        )
        self.update()

    @property
    def has_photo(self) -> bool:
        """True where a photo is shown."""
        return self._portrait is not None

    def choose(self) -> None:
        """Let the user choose a picture file."""
        words = self._desk.wording.phrase("Choose a photo…")
        chosen = file_to_open(self, words, Path.home(), PICTURE_FILES)
        if chosen is not None:
            self.give(chosen)

    def paste(self) -> None:
        """Take the picture in the clipboard; where there is none say so."""
        source = picture_in(clipboard_data())
        if source is None:
            self._tell(UserError("There is no picture to paste. Copy one first."))
        else:
            self.give(source)

    def give(self, source: PictureSource) -> None:
        """Keep a picture as the photo of who is shown."""
        give_photo(self._desk, self._person, source, self._tell)
        self.refused.emit("")

    def remove(self) -> None:
        """Take the photo away."""
        self.refused.emit("")
        self._desk.act(partial(_remove, person=self._person), failed=self._tell)

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(self._side, self._side)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the menu as Space does; the usual keys paste."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.showMenu()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A picture may be dropped here."""
        if has_picture(event.mimeData()):
            event.acceptProposedAction()
            self._aim(is_target=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The hand went on."""
        self._aim(is_target=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the picture."""
        self._aim(is_target=False)
        source = picture_in(event.mimeData())
        if source is not None:
            event.acceptProposedAction()
            self.give(source)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The photo in a ring, else initials on a disc; a ring of the accent for the focus."""
        look = self._desk.look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        disc = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        if self._portrait is not None:
            pixels = round(disc.width() * self.devicePixelRatioF())
            painter.drawImage(disc, picture_image(self._portrait, pixels))
            painter.setPen(QPen(look.colour(Role.MUTED), _RING))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour(Role.LINE))
        painter.drawEllipse(disc)
        if self._portrait is None:
            font = look.font(bold=True)
            font.setPixelSize(max(round(disc.height() * _LETTERS), 1))
            painter.setFont(font)
            painter.setPen(look.colour(Role.TEXT))
            words = initials(self._name, self._desk.language)
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, words)
        if self.hasFocus() or self._is_target or self.underMouse():
            painter.setPen(QPen(look.colour(Role.ACCENT), _FOCUS_RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(disc.adjusted(-2, -2, 2, 2))

    def _offer(self) -> None:
        self._paste_action.setEnabled(has_picture(clipboard_data()))
        self._remove_action.setEnabled(self.has_photo)

    def _aim(self, *, is_target: bool) -> None:
        self._is_target = is_target
        self.update()

    def _tell(self, error: UserError) -> None:
        self.refused.emit(self._desk.wording.error(error))


def give_photo(
    desk: Desk, person: str, source: PictureSource, failed: Callable[[UserError], None]
) -> None:
    """Keep a picture as somebody's photo; ``failed`` is given why it cannot be one."""
    if isinstance(source, Path):
        desk.act(partial(_give_file, person=person, path=source), failed=failed)
    else:
        called = desk.wording.message(say("The picture"))
        desk.act(partial(_give, person=person, content=source, source=called), failed=failed)


def _give_file(store: Store, person: str, path: Path) -> Change:
    from briefing_app.services.photos import set_photo_file

    return set_photo_file(store, person=person, path=path)


def _give(store: Store, person: str, content: bytes, source: str) -> Change:
    from briefing_app.services.photos import set_photo

    return set_photo(store, person=person, content=content, source=source)


def _remove(store: Store, person: str) -> Change:
    from briefing_app.services.photos import remove_photo

    return remove_photo(store, person=person)
