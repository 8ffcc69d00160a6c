"""An editor of a list of parts: each with fields of its own, added and taken out one by one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, TypeAlias

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from briefing_app.ui.desk import Desk
from briefing_app.ui.fields.field import Field, Save, Work
from briefing_app.ui.fields.form import Form
from briefing_app.ui.look.screen_icons import ScreenIcon
from briefing_app.ui.widgets import button, clear, column, icon_button, row

SaveOf: TypeAlias = Callable[[str], Save]
"""From the name of a part's field to what keeps it."""
MakeFields: TypeAlias = Callable[[SaveOf], Mapping[str, Field]]


class PartsEditor(QWidget):
    """Parts of one kind. A part that is added is kept once something is filled in."""

    def __init__(
        self, desk: Desk, add: str, blank: Any, make_fields: MakeFields, save: Save
    ) -> None:
        """``add`` are the words for adding one; ``blank`` is a part that says nothing."""
        super().__init__()
        self._desk = desk
        self._blank = blank
        self._make_fields = make_fields
        self._save = save
        self._parts: list[Any] = []
        self._forms: list[Form] = []
        self._rows: QVBoxLayout = column()
        self._add_button = button(add, self.add)
        self.setLayout(column(self._rows, row(self._add_button, None)))

    def show_parts(self, parts: Sequence[Any]) -> None:
        """Show what is stored; a part that was just added and is blank stays."""
        if list(parts) == self._told():
            self._show_values()
            return
        if len(parts) != len(self._parts):
            self._parts = list(parts)
            self._build()
        self._parts = list(parts)
        self._show_values()

    def add(self) -> None:
        """Add a blank part and go there."""
        self._parts.append(self._blank)
        self._append_row(len(self._parts) - 1)
        self._show_values()
        next(iter(self._forms[-1].fields.values())).setFocus()

    def _told(self) -> list[Any]:
        return [part for part in self._parts if part != self._blank]

    def _show_values(self) -> None:
        for form, part in zip(self._forms, self._parts, strict=True):
            form.show_record(part)

    def _build(self) -> None:
        clear(self._rows)
        self._forms = []
        for position in range(len(self._parts)):
            self._append_row(position)

    def _append_row(self, position: int) -> None:
        form = Form()
        for name, field in self._make_fields(partial(self._save_of, position)).items():
            form.add(name, field)
        remove = icon_button(
            self._desk.look,
            ScreenIcon.DELETE,
            self._desk.wording.phrase("Take out"),
            partial(self._remove, position),
        )
        line = row(form, remove)
        line.setStretch(0, 1)
        frame = QFrame()
        frame.setObjectName("card")
        frame.setLayout(column(line, margin=8))
        self._forms.append(form)
        self._rows.addWidget(frame)

    def _save_of(self, position: int, name: str) -> Save:
        return partial(self._work, position, name)

    def _work(self, position: int, name: str, value: Any) -> Work:
        self._parts[position] = replace(self._parts[position], **{name: value})
        return self._save(tuple(self._told()))

    def _remove(self, position: int, _checked: object = None) -> None:
        was_told = self._parts[position] != self._blank
        del self._parts[position]
        self._build()
        self._show_values()
        if was_told:
            self._desk.act(self._save(tuple(self._told())))
