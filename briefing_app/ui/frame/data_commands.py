"""The commands that bring data in and look after what is there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from briefing_app.ui.desk import Place
from briefing_app.ui.frame.commands import Command
from briefing_app.ui.frame.window import MainWindow
from briefing_app.ui.imports.drop import FileDrop
from briefing_app.ui.look.screen_icons import ScreenIcon
from briefing_app.ui.pages import WELCOME

if TYPE_CHECKING:  # loads when a file is brought in
    from briefing_app.ui.imports.dialog import ImportDialog


class DataCommands(QObject):
    """Gives a window its commands on all data; belongs to it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        for command in self._commands():
            window.add_command(command)
        FileDrop(window, self._desk).dropped.connect(self.import_file)

    def _commands(self) -> Iterator[Command]:
        phrase = self._desk.wording.phrase
        yield Command(
            name="import",
            label=phrase("Import a file"),
            run=self._import,
            keys="Ctrl+I",
            icon=ScreenIcon.IMPORT,
        )
        yield Command(
            name="trash",
            label=phrase("Open the trash"),
            run=self._open_trash,
            icon=ScreenIcon.DELETE,
        )

    def _open_trash(self) -> None:
        from briefing_app.ui.frame.trash import TrashDialog

        self._window.leave_fields()
        TrashDialog(self._desk, self._window).open()

    def _import(self) -> None:
        self._open_import()

    def import_file(self, file: Path) -> None:
        """Look at a file that was dropped."""
        self._open_import().look_at(file)

    def _open_import(self) -> ImportDialog:
        from briefing_app.ui.imports.dialog import ImportDialog

        self._window.leave_fields()
        dialog = ImportDialog(self._desk, self._window)
        dialog.accepted.connect(self._imported)
        dialog.open()
        return dialog

    def _imported(self) -> None:
        """Nobody needs a welcome any more."""
        if self._window.place == Place(WELCOME.name):
            self._window.go(Place("clients"))
