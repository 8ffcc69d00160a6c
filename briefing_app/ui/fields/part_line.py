"""One part of a list: its title, and its fields once it is opened."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QToolButton

from briefing_app.ui.desk import Desk
from briefing_app.ui.fields.part_editor import PartEditor
from briefing_app.ui.fields.part_kind import PartKind
from briefing_app.ui.fields.saving import Editing
from briefing_app.ui.look.screen_icons import ScreenIcon
from briefing_app.ui.widgets import column, icon_button, row


class PartLine(QFrame):
    """``moved`` gives the part's position and by how much it shall move; 0 takes it out."""

    moved = Signal(int, int)

    def __init__(self, desk: Desk, kind: PartKind, there: Editing, position: int) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._desk, self._kind, self._there = desk, kind, there
        self.position = position
        self._part: Any = None
        self.form: PartEditor | None = None
        self.title = QToolButton()
        self.title.setProperty("quiet", True)
        self.title.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.title.setCheckable(True)
        self.title.toggled.connect(self._toggled)
        self._up = self._mover(ScreenIcon.UP, desk.wording.phrase("Move up"), -1)
        self._down = self._mover(ScreenIcon.DOWN, desk.wording.phrase("Move down"), 1)
        remove = self._mover(ScreenIcon.DELETE, desk.wording.phrase("Remove"), 0)
        head = row(self.title, self._up, self._down, remove, space=0)
        head.setStretchFactor(self.title, 1)
        self._content = column(head, margin=4)
        self.setLayout(self._content)
        self._dress()

    @property
    def is_opened(self) -> bool:
        """True while its fields are shown."""
        return self.title.isChecked()

    def show_part(self, part: Any) -> None:
        """Show what the part holds; what is being typed stays."""
        self._part = part
        self.title.setText(self._kind.title(part) or self._desk.wording.phrase("not set"))
        self.title.setToolTip(self.title.text())
        self._fill()

    def open_now(self, *, takes_focus: bool = True) -> None:
        """Show the fields."""
        self.title.setChecked(True)
        if takes_focus and self.form is not None:
            self.form.setFocus()

    def limit(self, count: int, *, is_ordered: bool = True) -> None:
        """There are so many parts: the first cannot go up, the last not down. Those without an
        order of their own do neither."""
        self._up.setVisible(is_ordered)
        self._down.setVisible(is_ordered)
        self._up.setEnabled(self.position > 0)
        self._down.setEnabled(self.position < count - 1)

    def save_now(self) -> None:
        """Keep what is being typed."""
        if self.form is not None:
            self.form.save_now()

    def _toggled(self, is_opened: bool) -> None:
        self._dress()
        if is_opened and self.form is None:
            self.form = self._kind.make_editor(self._there)
            self._content.addWidget(self.form)
            self._fill()
        if self.form is not None:
            self.form.setVisible(is_opened)

    def _fill(self) -> None:
        if self.form is not None:
            self.form.show_part(self._part)

    def _dress(self) -> None:
        icon = ScreenIcon.UP if self.is_opened else ScreenIcon.FORWARD
        self.title.setIcon(self._desk.look.icon(icon))

    def _mover(self, icon: ScreenIcon, words: str, by: int) -> QToolButton:
        return icon_button(self._desk.look, icon, words, partial(self._tell, by))

    def _tell(self, by: int) -> None:
        self.moved.emit(self.position, by)
