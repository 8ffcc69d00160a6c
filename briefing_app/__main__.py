"""``python -m briefing_app`` and the installed ``briefing-app``."""

from __future__ import annotations

from briefing_app.cli.main import main

if __name__ == "__main__":
    main()
