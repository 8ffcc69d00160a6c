"""``python -m briefing_app`` and the installed ``briefing-app``: the window, or a command."""

from __future__ import annotations

import sys
from pathlib import Path

from briefing_app.cli.stopping import Stopped, ignore_signals, stop_on_signals


def main() -> None:
    """Open the window, or run the command line where one is given, and end with the status;
    stopping it leaves no trace."""
    if getattr(sys, "frozen", False):  # there a process at work is this program once more
        from multiprocessing import freeze_support

        freeze_support()
    stop_on_signals()
    try:
        status = _run()
    except Stopped as stop:
        status = stop.status
    ignore_signals()
    sys.exit(status)


def _run() -> int:
    if len(sys.argv) == 1:  # the window is there sooner without the command line's libraries
        return open_window(None, "")
    if sys.argv[1:] == ["--self-test"]:  # for those who build and install the program
        from briefing_app.self_test import self_test

        return self_test()
    from briefing_app.cli.main import run  # takes a while, in which Ctrl+C may come

    return run(open_window=open_window)


def open_window(data: Path | None, language: str) -> int:
    """Open the window on a data folder, the usual one for ``None``; ``language`` (zh, en) is
    empty where preferences and system decide."""
    import gc

    gc.disable()  # what loads now stays; the window collects garbage on its own thread
    from briefing_app.app import run_window
    from briefing_app.domain.text import Language
    from briefing_app.paths import data_folder

    return run_window(data_folder(data), Language(language) if language else None)


if __name__ == "__main__":
    main()
