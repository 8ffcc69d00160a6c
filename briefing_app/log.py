"""The log: a rotating file in the data folder; nothing goes to the screen by itself."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def log_to(folder: Path) -> Path:
    """Write records from INFO up to ``briefing-app.log`` in ``folder``; return its path."""
    path = folder / "briefing-app.log"
    handler = RotatingFileHandler(
        path, maxBytes=1_000_000, backupCount=2, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter(_FORMAT))
    root = logging.getLogger("briefing_app")
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    return path
