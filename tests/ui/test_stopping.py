"""Ctrl+C and a polite kill end a real window: what was typed is kept, nothing stays behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from briefing_app.domain.client import Client
from briefing_app.store.store import open_store
from tests.ui.stopped_window import WORDS

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals to send")

ROOT = Path(__file__).parents[2]
LONG = 60.0  # seconds until a process that does not end counts as failed


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_stopped_window_keeps_what_was_typed(
    sample_folder: Path, number: signal.Signals, status: int
) -> None:
    command = [sys.executable, "-m", "tests.ui.stopped_window", str(sample_folder)]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        assert process.stdout is not None
        try:
            assert process.stdout.readline() == "typed\n"
            process.send_signal(number)
            assert process.wait(timeout=LONG) == status
            assert process.stdout.read() == ""
        finally:
            process.kill()
    with open_store(sample_folder) as store:
        assert store.all(Client)[0].website == WORDS


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
def test_without_a_screen_one_line_says_so(tmp_path: Path) -> None:
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    blind = {name: value for name, value in os.environ.items() if name not in screens}
    done = subprocess.run(
        [sys.executable, "-m", "briefing_app", "--language", "en", "--data", str(tmp_path)],
        check=False,
        cwd=ROOT,
        env=blind,
        capture_output=True,
        text=True,
        timeout=LONG,
    )
    assert done.returncode == 2
    assert done.stderr == (
        "There is no screen for a window. briefing-app --help lists what works without one.\n"
    )
    assert not list(tmp_path.iterdir())
