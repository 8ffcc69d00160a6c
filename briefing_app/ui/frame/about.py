"""About the program."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from briefing_app import __version__
from briefing_app.ui.desk import Desk
from briefing_app.ui.dialog import Dialog
from briefing_app.ui.look.look import STEP
from briefing_app.ui.widgets import button, column, label, row


class AboutDialog(Dialog):
    """The version, what the program promises, and where the data are."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        wording = desk.wording
        title = wording.phrase("Briefing assistant")
        self.setWindowTitle(wording.phrase("About"))
        lines = (
            wording.phrase("Version {version}", version=__version__),
            wording.phrase("No network, no account: everything stays on this computer."),
            wording.phrase("Data folder: {path}", path=str(desk.workers.data)),
            wording.phrase("Fonts: Noto Sans SC, under the SIL Open Font License."),
        )
        close = button(wording.phrase("Close"), self.accept, primary=True)
        close.setDefault(True)
        self.setLayout(
            column(label(title, "title"), *map(label, lines), row(None, close), margin=3 * STEP)
        )
        self.ask_for(desk.look.scale, 440)
