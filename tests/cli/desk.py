"""A user's desk: the data folder, a folder to work in, and the program to run on them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from briefing_app.cli.main import EXIT_BAD_INPUT

VISIT = "visit-games-solution"
"""A visit of the sample data."""


@dataclass(frozen=True)
class Ran:
    """How a command ended and what it printed."""

    status: int
    out: str
    err: str


@dataclass(frozen=True)
class Desk:
    """Folders with the sample data in them, and ``briefing-app``."""

    run: Callable[..., Ran]
    data: Path
    work: Path

    def refuses(self, *arguments: str | Path, language: str = "en") -> list[str]:
        """The lines that refuse a command; asserts that nothing else has happened."""
        before = contents(self.data, self.work)
        ran = self.run("--language", language, *arguments)
        assert (ran.status, ran.out) == (EXIT_BAD_INPUT, "")
        assert contents(self.data, self.work) == before
        assert ran.err.endswith("\n")
        return ran.err.splitlines()


def contents(*folders: Path) -> dict[Path, str]:
    """Everything below the folders: of files a digest of their content."""
    return {path: _digest(path) for folder in folders for path in folder.rglob("*")}


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "folder"
