"""Running the command line as a user does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from briefing_app.cli.main import run


@dataclass(frozen=True)
class Ran:
    """How a command ended and what it printed."""

    status: int
    out: str
    err: str


@pytest.fixture
def briefing_app(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Ran]:
    """Runs ``briefing-app`` in English on a data folder of its own."""
    monkeypatch.setenv("BRIEFING_APP_LANGUAGE", "en")
    monkeypatch.setenv("BRIEFING_APP_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("COLUMNS", "200")

    def runs(*arguments: str | Path) -> Ran:
        status = run([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Ran(status, captured.out, captured.err)

    return runs
