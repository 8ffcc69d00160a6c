"""Editors of several values that are chosen one by one: topics, records, members in order."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QComboBox, QWidget

from briefing_app.services.drafts import plain
from briefing_app.services.picking import Choice
from briefing_app.ui.desk import Desk
from briefing_app.ui.fields.choices import keep_narrow
from briefing_app.ui.fields.field import Field
from briefing_app.ui.fields.picker import ClientPicker
from briefing_app.ui.fields.saving import Save
from briefing_app.ui.flow import Flow
from briefing_app.ui.look.screen_icons import ScreenIcon
from briefing_app.ui.widgets import clear, column, icon_button, label, row

_TYPED = 28
"""How wide a name is typed, in characters."""


class ChosenField(Field):
    """Values that were chosen one by one, each with a way out; a control adds one more. They stand
    beside each other, and where their order tells something below each other with a way up."""

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
        self._offered = dict(choices)
        self._names = dict(choices)
        self._chosen: tuple[Any, ...] = ()
        self._is_ordered = is_ordered
        self._adder = self._make_adder()
        self._beside = Flow(self._adder)
        self._below = column(space=2)
        content = column(self._below, self._beside, space=4)
        self.lay_out(content, self._adder)

    def value(self) -> tuple[Any, ...]:
        """The chosen ones, in their order."""
        return self._chosen

    def put(self, value: Sequence[Any]) -> None:
        """Show these."""
        self._chosen = tuple(value)
        lines = [self._line(number, one) for number, one in enumerate(self._chosen)]
        if not self._is_ordered:
            self._beside.hold(*lines, self._adder)
            return
        clear(self._below)
        for line in lines:
            self._below.addWidget(line)

    def offer(self, choices: Sequence[tuple[Any, str]]) -> None:
        """Other choices; what is chosen already stays, by its name as far as that is known."""
        if dict(choices) == self._offered:
            return
        self._offered = dict(choices)
        self._names |= self._offered
        if isinstance(self._adder, QComboBox):
            self._fill(self._adder)
        self._silently(self.put, self._chosen)

    def written(self) -> Any:
        """What is chosen, each with its name."""
        return [[plain(one), self._names.get(one, "")] for one in self._chosen]

    def write(self, written: Sequence[Sequence[Any]]) -> None:
        """Choose the same; of what is not offered any more its name is known."""
        offered = {plain(one): one for one in self._offered}
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
        keep_narrow(box)  # as its first word; what it offers is wider
        self._fill(box)
        box.activated.connect(self._activated)
        return box

    def _fill(self, box: QComboBox) -> None:
        box.clear()
        box.addItem(self.desk.wording.phrase("Add"))
        box.addItems(list(self._offered.values()))

    def _activated(self, index: int) -> None:
        if isinstance(self._adder, QComboBox):
            self._adder.setCurrentIndex(0)
        if index > 0:
            self.add(list(self._offered)[index - 1])

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
        made.setLayout(row(*parts, *((None,) if self._is_ordered else ()), space=0))
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
        picker.setMinimumWidth(picker.fontMetrics().horizontalAdvance("0") * _TYPED)
        picker.picked.connect(self._picked)
        self._picker = picker
        return picker

    def _picked(self, choice: Choice | None) -> None:
        if choice is not None:
            self._names[choice.id] = self.desk.wording.text(choice.name)
            self._picker.put(None)
            self.add(choice.id)
