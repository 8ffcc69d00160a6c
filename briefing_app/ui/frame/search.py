"""Ctrl+K: find any record, or a command, by Chinese, English or pinyin initials."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView, QWidget

from briefing_app.documents.icon_drawings import Icon
from briefing_app.services.finding import Found, find_anything
from briefing_app.ui.desk import Desk, Place
from briefing_app.ui.dialog import Dialog
from briefing_app.ui.frame.commands import Command
from briefing_app.ui.frame.key_list import told_keys
from briefing_app.ui.lists.delegate import RowDelegate, RowFace
from briefing_app.ui.lists.model import RowRole
from briefing_app.ui.lists.rows_model import RowsModel
from briefing_app.ui.look.look import STEP
from briefing_app.ui.look.screen_icons import ScreenIcon
from briefing_app.ui.widgets import column, label
from briefing_app.ui.workers import Request

MOST_FOUND = 30
_KINDS: dict[str, tuple[Icon | ScreenIcon, str]] = {
    "client": (Icon.COMPANY, "clients"),
    "person": (Icon.PERSON, "clients"),
    "product": (Icon.PACKAGE, "library"),
    "case": (Icon.AWARD, "library"),
    "visit": (Icon.CALENDAR, "visits"),
}
"""How each kind is shown, and the page that shows it."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A line of the search: a record or a command."""

    face: RowFace
    found: Found | None = None
    command: Command | None = None


class OfferModel(RowsModel[Offer]):
    """The lines of the search."""

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """A line, or its title."""
        if not index.isValid():
            return None
        offer = self.rows[index.row()]
        if role == RowRole:
            return offer
        is_title = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return offer.face.title if is_title else None


class SearchDialog(Dialog):
    """A line to type in and what it finds; Up and Down choose, Enter goes there."""

    def __init__(self, desk: Desk, commands: Iterable[Command], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        wording = desk.wording
        self._desk = desk
        self._commands = tuple(commands)
        self._request: Request | None = None
        self._found: tuple[Found, ...] = ()
        self.line = QLineEdit()
        self.line.setPlaceholderText(
            wording.phrase("Client, person, product, case, visit or command")
        )
        self.line.setAccessibleName(wording.phrase("Search"))
        self.line.installEventFilter(self)
        self.line.textChanged.connect(self._search)
        self.model = OfferModel(self)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(RowDelegate(desk.look, _face_of, self.view))
        self.view.setUniformItemSizes(True)
        self.view.setAccessibleName(wording.phrase("Found"))
        self.view.setFocusProxy(self.line)
        self.view.clicked.connect(self._take)
        self.none = label(wording.phrase("Nothing found. Try fewer letters."), tone="muted")
        self.none.hide()
        content = column(self.line, self.none, self.view, margin=STEP)
        content.setAlignment(self.none, Qt.AlignmentFlag.AlignTop)
        self.setLayout(content)
        self.line.setFocus()  # a popup is not activated, which would do it
        self._stand(parent)
        self._search("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The line keeps the focus; Up, Down and Enter are the list's."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.key()
            if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                self._move(-1 if key == Qt.Key.Key_Up else 1)
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(self.view.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def _stand(self, parent: QWidget) -> None:
        """In the upper middle of the window."""
        scale = self._desk.look.scale
        width = min(round(640 * scale), parent.width() - 8 * STEP)
        height = min(round(480 * scale), parent.height() - 12 * STEP)
        self.resize(width, height)
        corner = parent.mapToGlobal(parent.rect().topLeft())
        self.move(corner.x() + (parent.width() - width) // 2, corner.y() + 6 * STEP)

    def _search(self, text: str) -> None:
        if self._request is not None:
            self._request.cancel()
        work = partial(
            find_anything,
            text=text,
            language=self._desk.language,
            now=self._desk.now(),
            limit=MOST_FOUND,
        )
        self._request = self._desk.ask(work, self._show_found)

    def _show_found(self, found: tuple[Found, ...]) -> None:
        offers = [*map(self._record, found), *self._matching_commands()]
        self.model.show_rows(offers)
        self.none.setVisible(not offers)
        self.view.setVisible(bool(offers))
        if offers:
            self.view.setCurrentIndex(self.model.index(0, 0))

    def _record(self, found: Found) -> Offer:
        wording = self._desk.wording
        icon, _ = _KINDS[found.kind]
        face = RowFace(
            title=wording.text(found.name),
            below=wording.text(found.context),
            right=wording.moment(found.starts_at) if found.starts_at else "",
            icon=icon,
        )
        return Offer(face, found=found)

    def _matching_commands(self) -> list[Offer]:
        typed = self.line.text().strip().casefold()
        return [
            Offer(_face_of_command(one), command=one)
            for one in self._commands
            if typed in one.label.casefold()
        ]

    def _move(self, by: int) -> None:
        count = self.model.rowCount()
        if count:
            position = (self.view.currentIndex().row() + by) % count
            self.view.setCurrentIndex(self.model.index(position, 0))

    def _take(self, index: QModelIndex) -> None:
        offer: Offer | None = index.data(RowRole)
        if offer is None:
            return
        self.accept()
        if offer.found is not None:
            _, page = _KINDS[offer.found.kind]
            self._desk.go(Place(page, offer.found.id, offer.found.kind))
        elif offer.command is not None:
            offer.command.run()


def _face_of_command(command: Command) -> RowFace:
    keys = told_keys(command.keys)
    return RowFace(title=command.label, right=keys, icon=command.icon or Icon.GEAR)


def _face_of(offer: Offer) -> RowFace:
    return offer.face
