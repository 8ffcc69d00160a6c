"""A real window in which somebody is typing a client's website: what tests of stopping stop.

python -m tests.ui.stopped_window FOLDER    says "typed" once the words stand in the field
"""

from __future__ import annotations

import sys
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit

from briefing_app import __main__ as program
from briefing_app.app import make_qt
from briefing_app.domain.client import Client
from briefing_app.store.store import Store
from briefing_app.ui.fields.words import LineField
from briefing_app.ui.frame.window import MainWindow
from briefing_app.ui.workers import Work

WORDS = "morning-star.example"


def main() -> None:
    """Open the window as the program does, and type as soon as it shows a page."""
    make_qt()  # a timer needs one; the program takes it over
    typist = Typist()
    typist.timer.start(20)
    program.main()


class Typist(QObject):
    """Waits for the window, gives it a field, and types there without leaving it."""

    def __init__(self) -> None:
        super().__init__()
        self.timer = QTimer(self)
        self.timer.timeout.connect(self._type)

    def _type(self) -> None:
        windows = [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)]
        if not windows or windows[0].place is None:
            return
        self.timer.stop()
        window = windows[0]
        field = LineField(window.desk, "Website", keep_website)
        field.show_value("")
        window.stack.addWidget(field)
        window.stack.setCurrentWidget(field)
        (line,) = field.findChildren(QLineEdit)
        line.setFocus()
        line.setText(WORDS)
        print("typed", flush=True)


def keep_website(value: str) -> Work:
    """What the field saves."""

    def work(store: Store) -> None:
        store.save([replace(store.all(Client)[0], website=value)])

    return work


if __name__ == "__main__":
    sys.argv[1:] = ["--data", sys.argv[1]]
    main()
