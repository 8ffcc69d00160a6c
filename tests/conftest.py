"""What all tests share: folders, the rendering policy and the settings of hypothesis."""

from __future__ import annotations

import logging
import os
import shutil
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from briefing_app import paths
from tests.judges.rendering import Office, missing_tools

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # windows are tested without a screen

# The same examples on each run: a red test means a change, never luck.
settings.register_profile(
    "briefing-app",
    derandomize=True,
    deadline=None,
    max_examples=60,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("briefing-app")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """A test is skipped where the tools that it needs are missing, and says which."""
    if item.get_closest_marker("rendering") and (missing := missing_tools()):
        pytest.skip(f"rendering needs {' and '.join(missing)}")
    if item.get_closest_marker("screen") and not shutil.which("Xvfb"):
        pytest.skip("a screen needs Xvfb")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """In CI nothing may be left unseen: a skipped rendering test fails."""
    report = yield
    needs_eyes = item.get_closest_marker("rendering") or item.get_closest_marker("screen")
    if report.skipped and os.environ.get("CI") and needs_eyes:
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} must be seen in CI: {report.longrepr}"
    return report


@pytest.fixture(autouse=True, scope="session")
def _no_real_data(tmp_path_factory: pytest.TempPathFactory) -> Generator[None, None, None]:
    """No test reaches the data of whoever runs it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(paths.DATA_VARIABLE, str(tmp_path_factory.getbasetemp() / "data"))
        yield


@pytest.fixture(autouse=True)
def _the_log_ends_with_its_test() -> Generator[None, None, None]:
    """No test writes into the folder of one before it, which may be gone."""
    log = logging.getLogger("briefing_app")
    before = tuple(log.handlers)
    yield
    for handler in set(log.handlers).difference(before):
        log.removeHandler(handler)
        handler.close()


@pytest.fixture
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder for the user's data, which the program finds by itself."""
    folder = tmp_path / "data"
    folder.mkdir()
    monkeypatch.setenv(paths.DATA_VARIABLE, str(folder))
    return folder


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """LibreOffice for this worker; what one worker has rendered serves all of them."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if os.environ.get("PYTEST_XDIST_WORKER") else own
    return Office(own / "office", shared / "rendered")
