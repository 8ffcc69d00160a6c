"""Where the data are, and how they are kept safe."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from briefing_app.services.backup import back_up, backup_name
from briefing_app.ui.desk import Desk
from briefing_app.ui.file_dialogs import file_to_open, file_to_save
from briefing_app.ui.pages.settings.restore_dialog import RestoreDialog
from briefing_app.ui.widgets import button, card, column, label, row


class DataCard(QWidget):
    """The data folder, making a backup, and going back to one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        phrase = desk.wording.phrase
        restore = button(
            phrase("Restore a backup"),
            self._ask_which,
            tip=phrase("You see what is in it first; the present data are kept as a backup."),
        )
        whole = card(
            label(phrase("Your data"), "heading"),
            label(str(desk.workers.data)),
            label(
                phrase("Everything stays on this computer. Keep a backup on another disk."),
                tone="muted",
            ),
            row(
                button(phrase("Open the folder"), self._open_folder),
                button(phrase("Back up now"), self._ask_where),
                restore,
                None,
            ),
        )
        self.setLayout(column(whole))

    def back_up(self, target: Path) -> None:
        """Copy all data to a file; told at the window's foot once it is there."""
        self._desk.workers.run_apart(
            back_up, then=self._backed_up, data=self._desk.workers.data, target=target
        )

    def restore(self, backup: Path) -> RestoreDialog:
        """Show what is in a backup, and restore it if the user says so."""
        window = self.window()
        dialog = RestoreDialog(self._desk, backup, window)
        dialog.open()
        return dialog

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._desk.workers.data)))

    def _ask_where(self) -> None:
        usual = Path.home() / backup_name(self._desk.now())
        words = self._desk.wording.phrase("Back up now")
        chosen, _ = file_to_save(self, words, usual, "*.db")
        if chosen is not None:
            self.back_up(chosen)

    def _backed_up(self, target: Path) -> None:
        self._desk.tell(self._desk.wording.phrase("Backed up to {path}.", path=str(target)))

    def _ask_which(self) -> None:
        words = self._desk.wording.phrase("Restore a backup")
        chosen = file_to_open(self, words, Path.home(), "*.db")
        if chosen is not None:
            self.restore(chosen)
