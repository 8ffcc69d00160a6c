"""Choosing one record of many by typing: what is typed is searched, a list offers what it finds."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit

from briefing_app.services.picking import Choice, clients_found
from briefing_app.ui.desk import Desk
from briefing_app.ui.workers import Request


class ClientPicker(QLineEdit):
    """A line that finds clients; ``picked`` gives the `Choice`, ``None`` once it is cleared."""

    picked = Signal(object)

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__()
        self._desk = desk
        self._request: Request | None = None
        self._offered: tuple[Choice, ...] = ()
        self.choice: Choice | None = None
        self.setAccessibleName(name)
        self.setPlaceholderText(desk.wording.phrase("Type a client's name"))
        self.setClearButtonEnabled(True)
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.activated.connect(self._take)
        self.setCompleter(completer)
        self.textEdited.connect(self._search)

    def put(self, choice: Choice | None) -> None:
        """Show a choice without telling of it."""
        self.choice = choice
        self.setText(self._desk.wording.text(choice.name) if choice is not None else "")
        self.setCursorPosition(0)

    def _search(self, text: str) -> None:
        if self.choice is not None:
            self.choice = None
            self.picked.emit(None)
        if self._request is not None:
            self._request.cancel()
        self._request = self._desk.ask(partial(clients_found, text=text), self._offer)

    def _offer(self, found: tuple[Choice, ...]) -> None:
        self._offered = found
        self._names.setStringList([self._desk.wording.text(one.name) for one in found])
        completer = self.completer()
        if found and completer is not None and self.hasFocus():
            completer.complete()

    def _take(self, name: str) -> None:
        names = self._names.stringList()
        if name in names:
            self.put(self._offered[names.index(name)])
            self.picked.emit(self.choice)
