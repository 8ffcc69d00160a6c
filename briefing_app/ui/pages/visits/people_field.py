"""An editor of who comes: people ticked, with their roles and where they stand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton, QVBoxLayout, QWidget

from briefing_app.ui.desk import Desk
from briefing_app.ui.eliding import least_size, say_within, whole_size
from briefing_app.ui.fields.field import Field
from briefing_app.ui.fields.saving import Save
from briefing_app.ui.widgets import clear, column


class _Box(QCheckBox):
    """Words that have no room end in an ellipsis; the tool tip gives all of them then."""

    def __init__(self, words: str, more: str) -> None:
        super().__init__(words)
        self._words = words
        self._more = more
        self.setToolTip(more)

    def sizeHint(self) -> QSize:
        """Room for all words."""
        return whole_size(self, super().sizeHint(), self._words)

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        return least_size(self, self.sizeHint())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for."""
        super().resizeEvent(event)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        part = QStyle.SubElement.SE_CheckBoxContents
        room = self.style().subElementRect(part, option, self).width()
        say_within(self, self._words, self._more, room)


class TickField(Field):
    """Some of several records, ticked. Those that are ticked keep their order; a new one comes
    last."""

    def __init__(self, desk: Desk, name: str, save: Save, tip: str = "") -> None:
        super().__init__(desk, name, save, tip)
        self._boxes: dict[str, QCheckBox] = {}
        self._choices: tuple[tuple[str, str, str], ...] = ()
        self._order: tuple[str, ...] = ()
        self._inside = QWidget()
        self._rows: QVBoxLayout = column(space=2)
        self._inside.setLayout(self._rows)
        self._inside.setAccessibleName(name)
        self.lay_out(self._inside, self._inside)
        self._inside.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its boxes are what is focused

    def offer(self, choices: Sequence[tuple[str, str, str]]) -> None:
        """What there is to choose from: id, words, and words that tell more."""
        if self._choices == tuple(choices):
            return
        ticked = self.value()
        self._choices = tuple(choices)
        clear(self._rows)
        self._boxes = {key: self._box(words, more) for key, words, more in choices}
        for box in self._boxes.values():
            self._rows.addWidget(box)
        self.put(ticked)

    def value(self) -> tuple[str, ...]:
        """The ids of those that are ticked, and of those that cannot be shown here."""
        ticked = [key for key, box in self._boxes.items() if box.isChecked()]
        kept = [key for key in self._order if key in ticked or key not in self._boxes]
        return (*kept, *(key for key in ticked if key not in kept))

    def put(self, value: Sequence[str]) -> None:
        """Tick these and no others."""
        self._order = tuple(value)
        for key, box in self._boxes.items():
            box.setChecked(key in value)

    def _box(self, words: str, more: str) -> QCheckBox:
        made = _Box(words, more)
        made.setAccessibleName(f"{self.name}: {words}")
        made.setAccessibleDescription(more)
        made.clicked.connect(self.save_now)
        return made
