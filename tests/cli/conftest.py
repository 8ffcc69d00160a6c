"""Running the command line as a user does."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing_app.cli.main import run
from briefing_app.services.samples import load_samples
from briefing_app.store.store import DATABASE, open_store
from tests.cli.desk import Desk, Ran


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


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the sample data, to be copied."""
    folder = tmp_path_factory.mktemp("samples")
    with open_store(folder) as store:
        load_samples(store)
    return folder / DATABASE


@pytest.fixture
def with_samples(
    briefing_app: Callable[..., Ran], samples: Path, tmp_path: Path
) -> Callable[..., Ran]:
    """Runs ``briefing-app`` on a data folder that holds the sample data."""
    (tmp_path / "data").mkdir()
    shutil.copy(samples, tmp_path / "data")
    return briefing_app


@pytest.fixture
def desk(with_samples: Callable[..., Ran], tmp_path: Path) -> Desk:
    """The sample data and an empty folder to work in."""
    work = tmp_path / "work"
    work.mkdir()
    return Desk(with_samples, tmp_path / "data", work)
