"""A company's logos: set from a picture file, looked at on their grounds, taken away."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from briefing_app.domain.logo import Logo
from briefing_app.domain.message import say
from briefing_app.services.changes import Change
from briefing_app.services.logos import OWN, remove_logos, set_logo
from briefing_app.ui.desk import Desk
from briefing_app.ui.file_dialogs import file_to_open
from briefing_app.ui.look import Appearance, Role, screen_palette
from briefing_app.ui.look.look import STEP
from briefing_app.ui.photos.source import PICTURE_FILES
from briefing_app.ui.refusal_line import RefusalLine
from briefing_app.ui.widgets import button, card, column, label, row

if TYPE_CHECKING:
    from briefing_app.store.store import Store

_HIGH = 6 * STEP


class LogosCard(QWidget):
    """Both variants of one owner's logo; ``owner`` is a client's id, or `OWN` for our company."""

    def __init__(self, desk: Desk, owner: str = OWN) -> None:
        super().__init__()
        wording = desk.wording
        self._desk = desk
        self._owner = owner
        self.pictures = {False: _picture(), True: _picture()}
        for is_for_dark, shown in self.pictures.items():
            look = Appearance.DARK if is_for_dark else Appearance.LIGHT
            palette = screen_palette(look)
            ground, ink = palette.values[Role.SURFACE], palette.values[Role.MUTED]
            shown.setStyleSheet(f"background: {ground}; color: {ink}; border-radius: 6px;")
        self._refusal = RefusalLine(desk)
        self._remove = button(wording.phrase("Remove the logo"), self.remove)
        self.setLayout(
            column(
                card(
                    label(wording.phrase("Logo"), "heading"),
                    row(self._variant(is_for_dark=False), self._variant(is_for_dark=True), None),
                    self._refusal,
                    row(self._remove, None),
                )
            )
        )

    def show_owner(self, owner: str, logos: Sequence[Logo]) -> None:
        """Show what is kept of an owner, maybe another one."""
        if owner != self._owner:
            self._refusal.hide()
        self._owner = owner
        self.show_logos(logos)

    def show_logos(self, logos: Sequence[Logo]) -> None:
        """Show what is kept."""
        self._remove.setEnabled(bool(logos))
        for is_for_dark, shown in self.pictures.items():
            found = next((one for one in logos if one.is_for_dark is is_for_dark), None)
            shown.setPixmap(_pixmap(found) if found is not None else QPixmap())
            if found is None:
                shown.setText(self._desk.wording.phrase("none yet"))

    def set_logo(self, path: Path, *, is_for_dark: bool) -> None:
        """Keep a picture as one variant."""
        self._refusal.hide()
        work = partial(_set_logo, owner=self._owner, path=path, is_for_dark=is_for_dark)
        self._desk.act(work, failed=self._refusal.refuse)

    def remove(self) -> None:
        """Take away both variants."""
        self._desk.act(partial(_remove_logos, owner=self._owner), failed=self._refusal.refuse)

    def _variant(self, *, is_for_dark: bool) -> QWidget:
        phrase = self._desk.wording.phrase
        words = phrase("For dark backgrounds") if is_for_dark else phrase("For light backgrounds")
        shown = self.pictures[is_for_dark]
        shown.setAccessibleName(words)
        choose = button(phrase("Choose a picture"), partial(self._choose, is_for_dark))
        made = QWidget()
        made.setLayout(column(label(words, tone="muted"), shown, row(choose, None)))
        return made

    def _choose(self, is_for_dark: bool) -> None:
        words = self._desk.wording.phrase("Choose a picture")
        chosen = file_to_open(self, words, Path.home(), PICTURE_FILES)
        if chosen is not None:
            self.set_logo(chosen, is_for_dark=is_for_dark)


def _picture() -> QLabel:
    made = QLabel()
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    made.setMinimumSize(4 * _HIGH, _HIGH + 2 * STEP)
    return made


def _pixmap(logo: Logo) -> QPixmap:
    pixmap = QPixmap()
    pixmap.loadFromData(logo.content)
    return pixmap.scaled(
        4 * _HIGH - 2 * STEP,
        _HIGH,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )


def _set_logo(store: Store, owner: str, path: Path, is_for_dark: bool) -> Change:
    logo = set_logo(store, owner, path, is_for_dark=is_for_dark)
    return Change(say("Set a logo"), (("logo", logo.id),))


def _remove_logos(store: Store, owner: str) -> Change:
    remove_logos(store, owner)
    return Change(say("Remove a logo"), (("logo", owner),))
