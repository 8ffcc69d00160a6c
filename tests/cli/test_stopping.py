"""Ctrl+C, a polite kill and a rude one, sent to a real process in the middle of its work."""

from __future__ import annotations

import importlib
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from briefing_app.cli.stopping import Stopped, stop_on_signals
from briefing_app.exchange.json_data import as_json
from briefing_app.files import TEMPORARY
from briefing_app.services.exchange_data import all_records
from briefing_app.store.store import DATABASE, open_store
from tests.cli.desk import VISIT, Desk, contents

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals to send")

ROOT = Path(__file__).parents[2]
LONG = 30.0  # seconds until a process that does not come to its point counts as failed


@contextmanager
def _running(desk: Desk, *arguments: str | Path, language: str = "en") -> Iterator[_Process]:
    """The program in a process of its own, on a terminal."""
    here, there = os.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "briefing_app", *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "BRIEFING_APP_LANGUAGE": language, "TERM": "xterm"},
        stdout=there,
        stderr=there,
        start_new_session=True,
    )
    os.close(there)
    running = _Process(process, here)
    try:
        yield running
    finally:
        process.kill()
        process.wait()
        os.close(here)


class _Process:
    """A running program and what it has shown so far."""

    def __init__(self, process: subprocess.Popen[bytes], terminal: int) -> None:
        self._process = process
        self._terminal = terminal
        self._shown = b""

    def shows(self, words: str) -> None:
        """Wait until it shows ``words``."""
        while words.encode() not in self._shown:
            assert self._read(), f"ended before {words!r}: {self._shown.decode()}"

    def comes_to(self, point: Callable[[], bool]) -> None:
        """Wait until ``point`` is reached, while it still runs."""
        end = time.monotonic() + LONG
        while not point():
            assert time.monotonic() < end
            assert self._process.poll() is None, "ended before its point"
            time.sleep(0.002)

    def awaits_signals(self) -> bool:
        """True once our own code runs: Python alone lets a polite kill end it."""
        states = Path(f"/proc/{self._process.pid}/status").read_text(encoding="ascii")
        (caught,) = (line.split()[1] for line in states.splitlines() if "SigCgt" in line)
        return bool(int(caught, 16) & 1 << signal.SIGTERM - 1)

    def stopped_by(self, number: signal.Signals) -> tuple[int, str]:
        """Its exit status and the last line that it shows, after a signal."""
        self._process.send_signal(number)
        while self._read():
            pass
        status = self._process.wait(timeout=LONG)
        lines = self._shown.decode().replace("\r", "\n").split("\n")
        assert "Traceback" not in self._shown.decode()
        return status, next((line for line in reversed(lines) if line.strip()), "")

    def _read(self) -> bytes:
        ready, _, _ = select.select([self._terminal], [], [], LONG)
        assert ready, f"shows nothing more: {self._shown.decode()}"
        try:
            found = os.read(self._terminal, 4096)
        except OSError:  # what a terminal answers once its program has ended
            return b""
        self._shown += found
        return found


STOPS = [(signal.SIGINT, 130), (signal.SIGTERM, 143)]


@pytest.mark.parametrize(
    ("number", "status", "step"), [(*STOPS[0], "2/6"), (*STOPS[0], "5/6"), (*STOPS[1], "3/6")]
)
def test_a_stopped_export_leaves_no_file_and_no_record(
    desk: Desk, number: signal.Signals, status: int, step: str
) -> None:
    before = contents(desk.work)
    with _running(desk, "export", VISIT, "--out", desk.work / "new") as process:
        process.shows(step)
        ended, told = process.stopped_by(number)
    assert (ended, told[-40:]) == (status, "Stopped. Nothing was left half done.")
    assert contents(desk.work) == before
    with open_store(desk.data) as store:
        assert store.exports(VISIT) == ()


def test_stopping_is_told_in_chinese(desk: Desk) -> None:
    with _running(desk, "export", VISIT, "--out", desk.work, language="zh") as process:
        process.shows("2/6")
        status, told = process.stopped_by(signal.SIGINT)
    assert (status, told.endswith("已停止。没有留下做到一半的内容。")) == (130, True)


@pytest.mark.skipif(sys.platform != "linux", reason="only /proc tells which signals are awaited")
@pytest.mark.parametrize("wait", [0, 0.05, 0.1, 0.15])
def test_stopping_a_program_that_still_loads_shows_no_traceback(desk: Desk, wait: float) -> None:
    with _running(desk, "template", desk.work / "t.xlsx") as process:
        process.comes_to(process.awaits_signals)
        time.sleep(wait)
        status, _ = process.stopped_by(signal.SIGINT)
    assert status == 130
    assert not contents(desk.work)


def test_a_stop_waits_until_a_loading_module_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = "import signal\nsignal.raise_signal(signal.SIGTERM)\nWHOLE = True\n"
    (tmp_path / "stopped_half_way.py").write_text(body, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    with _signals_stop():
        loaded = importlib.import_module("stopped_half_way")
        with pytest.raises(Stopped) as stopped:
            time.sleep(LONG)
    assert loaded.WHOLE
    assert stopped.value.status == 143


@contextmanager
def _signals_stop() -> Iterator[None]:
    before = {number: signal.getsignal(number) for number, _ in STOPS}
    stop_on_signals()
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _stored(desk: Desk) -> bytes:
    with open_store(desk.data) as store:
        return as_json(all_records(store))


@pytest.mark.parametrize(("number", "status"), STOPS)
def test_an_import_stopped_while_it_reads_changes_nothing(
    desk: Desk, number: signal.Signals, status: int
) -> None:
    before = _stored(desk)
    pipe = desk.work / "clients.csv"
    os.mkfifo(pipe)
    with _running(desk, "import", pipe) as process, pipe.open("wb") as writing:
        writing.write(b"Company name,Industry\nNew,Games\n")  # and no end
        writing.flush()
        time.sleep(0.2)  # until it waits for more
        ended, told = process.stopped_by(number)
    assert (ended, told) == (status, "Stopped. Nothing was left half done.")
    assert _stored(desk) == before


ENDS = [*STOPS, (signal.SIGKILL, -signal.SIGKILL)]


@pytest.mark.parametrize(("number", "status"), ENDS)
def test_an_import_stopped_in_the_middle_changes_nothing(
    desk: Desk, number: signal.Signals, status: int
) -> None:
    before = _stored(desk)
    clients = _many_clients(desk.work)
    with _running(desk, "import", clients) as process:
        process.comes_to((desk.data / f"{DATABASE}-wal").exists)
        time.sleep(0.2)
        ended, _ = process.stopped_by(number)
    assert ended == status
    assert _stored(desk) == before
    assert desk.run("import", "--dry-run", clients).out.startswith(f"New: {MANY:,}\n")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
def test_an_import_stopped_while_it_is_committed_is_there_whole_or_not_at_all(
    desk: Desk, number: signal.Signals
) -> None:
    clients = _many_clients(desk.work)
    with _running(desk, "import", clients) as process:
        process.comes_to(lambda: _size(desk.data / f"{DATABASE}-wal") > 0)
        process.stopped_by(number)
    told = desk.run("import", "--dry-run", clients).out.splitlines()
    whole, not_at_all = f"Unchanged: {MANY:,}", f"New: {MANY:,}"
    assert whole in told or not_at_all in told


MANY = 3000


def _many_clients(folder: Path) -> Path:
    path = folder / "clients.csv"
    rows = "\n".join(f"Client {number} of a long list,Games" for number in range(MANY))
    path.write_text("Company name,Industry\n" + rows)
    return path


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def test_a_killed_export_leaves_no_document_and_the_next_one_works(desk: Desk) -> None:
    with _running(desk, "export", VISIT, "--out", desk.work) as process:
        process.shows("5/6")
        status, _ = process.stopped_by(signal.SIGKILL)
    assert status == -signal.SIGKILL
    assert all(path.name.startswith(TEMPORARY) for path in desk.work.iterdir())
    assert desk.run("export", VISIT, "--out", desk.work).status == 0
    folders = [path for path in desk.work.iterdir() if not path.name.startswith(TEMPORARY)]
    assert [len(list(folder.iterdir())) for folder in folders] == [5]
