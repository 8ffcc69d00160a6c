"""Editors that choose: one of an enumeration, several of them, one of some records, yes or no."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QComboBox

from briefing_app.domain.labels import Labelled
from briefing_app.services.drafts import plain
from briefing_app.ui.desk import Desk
from briefing_app.ui.fields.field import Field
from briefing_app.ui.fields.saving import Save
from briefing_app.ui.widgets import column


class ChoiceField(Field):
    """One of several values, each with the words that people read. A value that is not among them
    is kept, without words, until another one is chosen."""

    def __init__(
        self,
        desk: Desk,
        name: str,
        save: Save,
        choices: Sequence[tuple[Any, str]],
        tip: str = "",
    ) -> None:
        super().__init__(desk, name, save, tip)
        self._control = QComboBox()
        self._control.setPlaceholderText(desk.wording.phrase("Choose one"))
        self._values: list[Any] = []
        self._unlisted: Any = None
        self._fill(choices)
        self._control.activated.connect(self.save_now)
        self._control.currentTextChanged.connect(self._tell_whole)
        self.lay_out(self._control, self._control)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What has no room is told by the tool tip."""
        super().resizeEvent(event)
        self._tell_whole()

    def _tell_whole(self) -> None:
        is_cut = self._control.minimumSizeHint().width() > self._control.width()
        words = self._control.currentText() if is_cut else ""
        self._control.setToolTip("\n".join(filter(None, (words, self._tip))))

    def offer(self, choices: Sequence[tuple[Any, str]]) -> None:
        """Other choices; the value stays."""
        value = self.value()
        self._fill(choices)
        self._silently(self.put, value)

    def _fill(self, choices: Sequence[tuple[Any, str]]) -> None:
        self._control.clear()
        self._values = [value for value, _ in choices]
        self._control.addItems([words for _, words in choices])
        self._show(self._unlisted)

    def offer_also(self, value: Any, words: str) -> None:
        """One more choice, where it is not among them; what is shown stays."""
        if value not in self._values:
            shown = self._control.currentIndex()
            self._values.append(value)
            self._control.addItem(words)
            self._control.setCurrentIndex(shown)

    def value(self) -> Any:
        """What is chosen."""
        index = self._control.currentIndex()
        return self._values[index] if index >= 0 else self._unlisted

    def put(self, value: Any) -> None:
        """Choose it; without words where it is not among the choices."""
        self._unlisted = value
        self._show(value)

    def _show(self, value: Any) -> None:
        self._control.setCurrentIndex(self._values.index(value) if value in self._values else -1)

    def write(self, written: Any) -> None:
        """Choose what was chosen, where it is among the choices still."""
        found = (index for index, value in enumerate(self._values) if plain(value) == written)
        self._control.setCurrentIndex(next(found, -1))


def label_choices(
    desk: Desk, members: Iterable[Labelled], *, none: str = ""
) -> tuple[tuple[Labelled | None, str], ...]:
    """The members of an enumeration as choices; ``none`` are words for no value at all."""
    listed = tuple((member, desk.wording.label(member)) for member in members)
    return ((None, none), *listed) if none else listed


def keep_narrow(box: QComboBox) -> None:
    """Make a choice as wide as a word, however long those are that it offers."""
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(8)


class ManyField(Field):
    """Several of an enumeration's members, ticked; their order is the enumeration's."""

    def __init__(
        self, desk: Desk, name: str, save: Save, members: Iterable[Labelled], tip: str = ""
    ) -> None:
        super().__init__(desk, name, save, tip)
        self._boxes = {member: QCheckBox(desk.wording.label(member)) for member in members}
        for member, box in self._boxes.items():
            box.setAccessibleName(f"{name}: {desk.wording.label(member)}")
            box.clicked.connect(self.save_now)
        self.lay_out(column(*self._boxes.values(), space=2), *self._boxes.values())

    def value(self) -> tuple[Labelled, ...]:
        """What is ticked."""
        return tuple(member for member, box in self._boxes.items() if box.isChecked())

    def put(self, value: Sequence[Labelled]) -> None:
        """Tick these and no others."""
        for member, box in self._boxes.items():
            box.setChecked(member in value)


class FlagField(Field):
    """Yes or no; the box carries the field's name."""

    names_itself = True

    def __init__(self, desk: Desk, name: str, save: Save, tip: str = "") -> None:
        super().__init__(desk, name, save, tip)
        self._control = QCheckBox(name)
        self._control.clicked.connect(self.save_now)
        self.lay_out(self._control, self._control)

    def value(self) -> bool:
        """True when ticked."""
        return self._control.isChecked()

    def put(self, value: bool) -> None:
        """Tick it or not."""
        self._control.setChecked(value)
