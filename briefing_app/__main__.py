"""``python -m briefing_app`` and the installed ``briefing-app``."""

from __future__ import annotations

import sys

from briefing_app.cli.stopping import Stopped, ignore_signals, stop_on_signals


def main() -> None:
    """Run the command line and end with its status; stopping it leaves no trace."""
    if getattr(sys, "frozen", False):  # there a process at work is this program once more
        from multiprocessing import freeze_support

        freeze_support()
    stop_on_signals()
    try:
        from briefing_app.cli.main import run  # takes a while, in which Ctrl+C may come

        status = run()
    except Stopped as stop:
        status = stop.status
    ignore_signals()
    sys.exit(status)


if __name__ == "__main__":
    main()
