"""Editors of several values in one line: topics, or records that were chosen one by one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QComboBox, QWidget

from briefing_app.services.drafts import plain
from briefing_app.services.picking import Choice
from briefing_app.ui.desk import Desk
from briefing_app.ui.fields.field import Field, line_control, put_text, text_of
from briefing_app.ui.fields.picker import ClientPicker
from briefing_app.ui.fields.saving import Save
from briefing_app.ui.look.screen_icons import ScreenIcon
from briefing_app.ui.widgets import clear, column, icon_button, label, row

_SEPARATORS = re.compile(r"[;；、，,\n]")


class WordsField(Field):
    """Short words, written in one line with ; between them."""

    def __init__(self, desk: Desk, name: str, save: Save, *, tip: str = "") -> None:
        super().__init__(desk, name, save, tip)
        self._control = line_control(desk.wording.phrase("Put ; between several."))
        self._control.textChanged.connect(self.typed)
        self._control.returnPressed.connect(self.save_now)
        self.lay_out(self._control, self._control)

    def value(self) -> tuple[str, ...]:
        """The words, each once."""
        words = (one.strip() for one in _SEPARATORS.split(text_of(self._control)))
        return tuple(dict.fromkeys(one for one in words if one))

    def put(self, value: Sequence[str]) -> None:
        """Write them."""
        self.write("; ".join(value))

    def written(self) -> str:
        """The line as it stands."""
        return text_of(self._control)

    def write(self, written: str) -> None:
        """The same again."""
        put_text(self._control, written)


class ChosenField(Field):
    """Values that were chosen one by one, each with a way out and, where their order tells
    something, a way up; a control adds one more."""

    def __init__(
        self,
        desk: Desk,
        name: str,
        save: Save,
        choices: Sequence[tuple[Any, str]],
        *,
        is_ordered: bool = False,
        tip: str = "",
    ) -> None:
        super().__init__(desk, name, save, tip)
        self._names = dict(choices)
        self._chosen: tuple[Any, ...] = ()
        self._is_ordered = is_ordered
        self._lines = column(space=2)
        self._adder = self._make_adder()
        content = QWidget()
        content.setLayout(column(self._lines, self._adder, space=4))
        self.lay_out(content, self._adder)

    def value(self) -> tuple[Any, ...]:
        """The chosen ones, in their order."""
        return self._chosen

    def put(self, value: Sequence[Any]) -> None:
        """Show these."""
        self._chosen = tuple(value)
        clear(self._lines)
        for number, one in enumerate(self._chosen):
            self._lines.addWidget(self._line(number, one))

    def written(self) -> Any:
        """What is chosen, each with its name."""
        return [[plain(one), self._names.get(one, "")] for one in self._chosen]

    def write(self, written: Sequence[Sequence[Any]]) -> None:
        """Choose the same; of what is not offered any more its name is known."""
        offered = {plain(one): one for one in self._names}
        for kept, name in written:
            self._names.setdefault(offered.get(kept, kept), name)
        self.put(tuple(offered.get(kept, kept) for kept, _ in written))

    def add(self, value: Any) -> None:
        """Choose one more, and keep it."""
        if value not in self._chosen:
            self.put((*self._chosen, value))
            self.save_now()

    def _make_adder(self) -> QWidget:
        box = QComboBox()
        box.addItem(self.desk.wording.phrase("Add"))
        box.addItems(list(self._names.values()))
        box.activated.connect(self._activated)
        return box

    def _activated(self, index: int) -> None:
        if isinstance(self._adder, QComboBox):
            self._adder.setCurrentIndex(0)
        if index > 0:
            self.add(list(self._names)[index - 1])

    def _line(self, number: int, value: Any) -> QWidget:
        phrase, look = self.desk.wording.phrase, self.desk.look
        name = self._names.get(value, str(value))
        parts: list[QWidget | None] = [label(name, wraps=False)]
        if self._is_ordered and number:
            words = phrase("Move “{name}” up", name=name)
            parts.append(icon_button(look, ScreenIcon.UP, words, partial(self._raise, number)))
        words = phrase("Remove “{name}”", name=name)
        parts.append(icon_button(look, ScreenIcon.CLOSE, words, partial(self._remove, value)))
        made = QWidget()
        made.setLayout(row(*parts, None))
        return made

    def _raise(self, number: int) -> None:
        order = list(self._chosen)
        order.insert(number - 1, order.pop(number))
        self.put(order)
        self.save_now()

    def _remove(self, value: Any) -> None:
        self.put(tuple(one for one in self._chosen if one != value))
        self.save_now()


class ClientsField(ChosenField):
    """Clients, found by typing."""

    def _make_adder(self) -> QWidget:
        picker = ClientPicker(self.desk, self.name)
        picker.picked.connect(self._picked)
        self._picker = picker
        return picker

    def _picked(self, choice: Choice | None) -> None:
        if choice is not None:
            self._names[choice.id] = self.desk.wording.text(choice.name)
            self._picker.put(None)
            self.add(choice.id)
