"""The program itself, with a hand that tells the story; see `tests.story.__main__`.

python -m tests.story.told HOME LANGUAGE APPEARANCE OUT
"""

from __future__ import annotations

import os
import sys
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

from briefing_app import __main__ as program
from briefing_app.app import make_qt
from briefing_app.services.preferences import Preferences, save_preferences
from tests.story.hand import Hand
from tests.story.plot import PLOT


class Teller(QObject):
    """Begins once the program runs."""

    def __init__(self, hand: Hand) -> None:
        super().__init__()
        self._hand = hand
        self.fault = ""
        QTimer.singleShot(0, self._tell)

    def _tell(self) -> None:
        sys.excepthook = self._hear
        try:
            for step in PLOT:
                step(self._hand)
                if self.fault:
                    break
        except Exception:  # noqa: BLE001 - told by the exit status
            self.fault = traceback.format_exc()
        if self.fault:
            QGuiApplication.exit(1)

    def _hear(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        self.fault = "".join(traceback.format_exception(kind, error, trace))


def main() -> None:
    """Run the program with the preferences of this telling."""
    home, language, appearance, out = sys.argv[1:]
    data, exported = Path(home) / "data", Path(home) / "out"
    data.mkdir()
    save_preferences(
        data, Preferences(language=language, appearance=appearance, export_folder=str(exported))
    )
    os.environ["BRIEFING_APP_DATA"] = str(data)
    sys.argv[1:] = []
    make_qt()
    teller = Teller(Hand(Path(out)))
    try:
        program.main()
    except SystemExit as end:
        print(teller.fault, file=sys.stderr, end="")
        sys.exit(1 if teller.fault else end.code)


if __name__ == "__main__":
    main()
