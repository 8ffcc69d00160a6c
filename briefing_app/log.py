"""The log: a rotating file in the data folder; nothing goes to the screen by itself."""

from __future__ import annotations

import logging
from pathlib import Path

_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class _LateHandler(logging.Handler):
    """Opens the file with the first record: most windows write none while they open, and what
    rotates files brings sockets and pickles along."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record, in the form that is set by then; where no file can be opened it is lost,
        as with all handlers."""
        try:
            if self._file is None:
                self._file = self._opened()
        except OSError:
            self.handleError(record)
        else:
            self._file.emit(record)

    def _opened(self) -> logging.Handler:
        from logging.handlers import RotatingFileHandler

        opened = RotatingFileHandler(
            self._path, maxBytes=1_000_000, backupCount=2, encoding="utf-8"
        )
        opened.setFormatter(self.formatter)
        return opened

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()
        super().close()


def log_to(folder: Path) -> Path:
    """Write records from INFO up to ``briefing-app.log`` in ``folder``; return its path."""
    path = folder / "briefing-app.log"
    handler = _LateHandler(path)
    handler.setFormatter(logging.Formatter(_FORMAT))
    root = logging.getLogger("briefing_app")
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    return path
