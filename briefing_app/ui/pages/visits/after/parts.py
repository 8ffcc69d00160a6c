"""An editor of a list of parts: each a line that unfolds into fields of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from briefing_app.ui.desk import Desk
from briefing_app.ui.fields.field import Field
from briefing_app.ui.fields.form import Form
from briefing_app.ui.fields.saving import Save
from briefing_app.ui.look.look import STEP
from briefing_app.ui.look.screen_icons import ScreenIcon
from briefing_app.ui.widgets import button, clear, column, icon_button, row
from briefing_app.ui.workers import Work

SaveOf: TypeAlias = Callable[[str], Save]
"""From the name of a part's field to what keeps it."""
MakeFields: TypeAlias = Callable[[SaveOf], Mapping[str, Field]]


@dataclass(frozen=True, slots=True)
class PartKind:
    """What is edited: the words for adding a part, a part that says nothing, a part in one line,
    and its fields."""

    add: str
    blank: Any
    summary: Callable[[Any], str]
    make_fields: MakeFields


class PartsEditor(QWidget):
    """Parts of one kind. A part that is added is kept once something is filled in."""

    def __init__(self, desk: Desk, kind: PartKind, save: Save) -> None:
        super().__init__()
        self._desk = desk
        self._kind = kind
        self._save = save
        self._parts: list[Any] = []
        self.rows: list[PartRow] = []
        self._place: QVBoxLayout = column()
        self._add_button = button(kind.add, self.add)
        self.setLayout(column(self._place, row(self._add_button, None)))

    def show_parts(self, parts: Sequence[Any]) -> None:
        """Show what is stored; a part that was just added and is blank stays."""
        if list(parts) != self._told():
            before, self._parts = len(self._parts), list(parts)
            if before != len(parts):
                self._build()
        self._show_values()

    def add(self) -> None:
        """Add a blank part and go there."""
        self._parts.append(self._kind.blank)
        self._append_row(len(self._parts) - 1)
        self._show_values()
        self.rows[-1].unfold()

    def _told(self) -> list[Any]:
        return [part for part in self._parts if part != self._kind.blank]

    def _show_values(self) -> None:
        for shown, part in zip(self.rows, self._parts, strict=True):
            shown.show_part(part)

    def _build(self) -> None:
        clear(self._place)
        self.rows = []
        for position in range(len(self._parts)):
            self._append_row(position)

    def _append_row(self, position: int) -> None:
        made = PartRow(self._desk, self._kind, partial(self._save_of, position))
        made.removed.connect(partial(self._remove, position))
        self.rows.append(made)
        self._place.addWidget(made)

    def _save_of(self, position: int, name: str) -> Save:
        return partial(self._work, position, name)

    def _work(self, position: int, name: str, value: Any) -> Work:
        self._parts[position] = replace(self._parts[position], **{name: value})
        return self._save(tuple(self._told()))

    def _remove(self, position: int) -> None:
        was_told = self._parts[position] != self._kind.blank
        del self._parts[position]
        self._build()
        self._show_values()
        if was_told:
            self._desk.act(self._save(tuple(self._told())))


class PartRow(QFrame):
    """A part in a line; unfolded, its fields below. ``removed`` asks for it to be taken out."""

    removed = Signal()

    def __init__(self, desk: Desk, kind: PartKind, save_of: SaveOf) -> None:
        super().__init__()
        self.setObjectName("card")
        self._kind = kind
        self._save_of = save_of
        self._part: Any = kind.blank
        self.form: Form | None = None
        self._line = QPushButton()
        self._line.setProperty("quiet", True)
        self._line.setStyleSheet("text-align: left;")
        self._line.clicked.connect(self._turn)
        remove = icon_button(
            desk.look, ScreenIcon.DELETE, desk.wording.phrase("Take out"), self.removed.emit
        )
        head = row(self._line, remove)
        head.setStretch(0, 1)
        self._whole = column(head, margin=STEP // 2)
        self.setLayout(self._whole)

    def show_part(self, part: Any) -> None:
        """Show a part's values."""
        self._part = part
        words = self._kind.summary(part)
        self._line.setText(words)
        self._line.setAccessibleName(words)
        if self.form is not None:
            self.form.show_record(part)

    def unfold(self) -> None:
        """Show the fields, the first of them ready to be filled in."""
        self._fields().show()
        next(iter(self._fields().fields.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn(self) -> None:
        if self.form is not None and self.form.isVisible():
            self.form.save_now()
            self.form.hide()
        else:
            self.unfold()

    def _fields(self) -> Form:
        """The fields, made when they are first looked at."""
        if self.form is None:
            self.form = Form()
            for name, field in self._kind.make_fields(self._save_of).items():
                self.form.add(name, field)
            self.form.setContentsMargins(STEP, 0, STEP, STEP)
            self._whole.addWidget(self.form)
            self.form.show_record(self._part)
        return self.form
