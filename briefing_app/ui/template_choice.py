"""Choosing the PowerPoint file that decks stand on; it is read before it counts as chosen."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from briefing_app.errors import UserError
from briefing_app.services.corporate_template import check_template, gone
from briefing_app.ui.desk import Desk
from briefing_app.ui.file_dialogs import file_to_open
from briefing_app.ui.widgets import button, column, label, row, set_tone
from briefing_app.ui.workers import Job

if TYPE_CHECKING:
    from briefing_app.store.store import Store

_DIGITS = 40
"""As wide a name may be; longer ones lose their middle, and the tool tip has them whole."""


class TemplateChoice(QWidget):
    """The template's name, a button for another one and one for none; what is wrong with a file
    stands below. ``chosen`` gives a path, or ``None`` for our own look."""

    chosen = Signal(object)

    def __init__(self, desk: Desk, template: Path | None) -> None:
        super().__init__()
        self._desk = desk
        self._job: Job | None = None
        self.template = template
        phrase = desk.wording.phrase
        self._name = label("", wraps=False)
        self.choose_button = button(phrase("Choose a template"), self._choose)
        self.none_button = button(phrase("No template"), self.take_none)
        self.none_button.setToolTip(phrase("Decks in the program's own look"))
        self.words = label("", "caption")
        beside = row(self._name, self.none_button, self.choose_button)
        beside.setStretchFactor(self._name, 1)
        self.setLayout(column(beside, self.words, space=2))
        self._show()
        self._tell("")
        if template is not None:
            desk.ask(partial(_is_there, path=template), self._told_whether_there)

    def take(self, path: Path) -> None:
        """Have a file read, and choose it where it can be used."""
        if self._job is not None:
            self._job.cancel()
        self._tell(self._desk.wording.phrase("The template is being read."))
        self._job = self._desk.workers.run_apart(
            check_template, then=self._taken, failed=self._refused, path=path
        )

    def take_none(self) -> None:
        """Our own look."""
        self._change(None)

    def _choose(self) -> None:
        folder = self.template.parent if self.template is not None else Path.home()
        words = self._desk.wording.phrase("Choose a template")
        path = file_to_open(self, words, folder, "PowerPoint (*.pptx *.potx)")
        if path is not None:
            self.take(path)

    def _taken(self, path: Path) -> None:
        self._job = None
        self._change(path)

    def _change(self, template: Path | None) -> None:
        self.template = template
        self._tell("")
        self._show()
        self.chosen.emit(template)

    def _refused(self, error: UserError) -> None:
        self._job = None
        self._tell(self._desk.wording.error(error), "bad")

    def _told_whether_there(self, is_there: bool) -> None:
        if not is_there and self.template is not None:
            self._tell(self._desk.wording.error(gone(self.template)), "bad")

    def _show(self) -> None:
        phrase = self._desk.wording.phrase
        name = self.template.name if self.template else phrase("No template")
        room = self.fontMetrics().horizontalAdvance("0") * _DIGITS
        self._name.setText(self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, room))
        self._name.setToolTip(str(self.template or ""))
        self.none_button.setVisible(self.template is not None)

    def _tell(self, words: str, tone: str = "muted") -> None:
        set_tone(self.words, "tone", tone)
        self.words.setText(words)
        self.words.setVisible(bool(words))


def _is_there(_store: Store, *, path: Path) -> bool:
    """On the database thread: a drive that is gone may take its time to say so."""
    return path.exists()
