"""Editors of words: in both languages side by side, or one line that has no language."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QPlainTextEdit

from briefing_app.domain.text import Language, Text
from briefing_app.ui.desk import Desk
from briefing_app.ui.fields.field import Field, line_control, lines_control, put_text, text_of
from briefing_app.ui.fields.saving import Save
from briefing_app.ui.widgets import column, is_narrower, row

_CHARACTERS = 44
"""With fewer in a line the two sides stand below each other."""


class TextField(Field):
    """A `Text`: the window's language first, the other beside it, or below it where there is
    little room, and always if ``is_narrow``."""

    def __init__(
        self,
        desk: Desk,
        name: str,
        save: Save,
        *,
        lines: int = 1,
        tip: str = "",
        is_narrow: bool = False,
    ) -> None:
        super().__init__(desk, name, save, tip)
        order = (desk.language, desk.language.other)
        self._by_language: dict[Language, QLineEdit | QPlainTextEdit] = {
            language: _control(desk, name, language, lines) for language in order
        }
        for control in self._by_language.values():
            control.textChanged.connect(self.typed)
            if isinstance(control, QLineEdit):
                control.returnPressed.connect(self.save_now)
        pair = tuple(self._by_language.values())
        self._is_narrow = is_narrow
        self._sides = column(*pair, space=4) if is_narrow else row(*pair)
        for side in pair:
            self._sides.setAlignment(side, Qt.AlignmentFlag.AlignTop)
        self.lay_out(self._sides, *pair)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Both sides stay wide enough to read."""
        super().resizeEvent(event)
        is_narrow = self._is_narrow or is_narrower(self, _CHARACTERS)
        ways = QBoxLayout.Direction
        wanted = ways.TopToBottom if is_narrow else ways.LeftToRight
        if wanted is not self._sides.direction():
            self._sides.setDirection(wanted)
            self._sides.update()  # what is around it makes room

    def value(self) -> Text:
        """What is typed in both languages."""
        by_language = self._by_language
        return Text(text_of(by_language[Language.ZH]), text_of(by_language[Language.EN]))

    def put(self, value: Text) -> None:
        """Write both sides."""
        for language, control in self._by_language.items():
            put_text(control, value.written_in(language))

    def write(self, written: Mapping[str, str]) -> None:
        """Both sides, whatever the window's language was."""
        self.put(Text(**written))


def _control(desk: Desk, name: str, language: Language, lines: int) -> QLineEdit | QPlainTextEdit:
    wording = desk.wording
    called = wording.phrase("Chinese") if language is Language.ZH else wording.phrase("English")
    made = line_control(called) if lines == 1 else lines_control(lines, called)
    made.setAccessibleName(wording.phrase("{name} ({title})", name=name, title=called))
    return made


class LineField(Field):
    """A string that reads the same in every language: a mail address, a telephone number."""

    def __init__(
        self, desk: Desk, name: str, save: Save, *, placeholder: str = "", tip: str = ""
    ) -> None:
        super().__init__(desk, name, save, tip)
        self._control = line_control(placeholder)
        self._control.textChanged.connect(self.typed)
        self._control.returnPressed.connect(self.save_now)
        self.lay_out(self._control, self._control)

    def value(self) -> str:
        """What is typed."""
        return text_of(self._control)

    def put(self, value: str) -> None:
        """Write it."""
        put_text(self._control, value)
