"""How an export of many visits runs: ``python -m tests.benchmark --visits 1000 --jobs 2``.

While it runs it tells now and then of each process: its memory, what it used of a processor, and
which part of its life it neither worked nor waited for a processor. What is left are waits for the
disk, for a lock or for work: a worker has hardly any, however many others load the computer. Linux
only, for it reads /proc.
"""

from __future__ import annotations

import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from briefing_app.domain.text import Language
from briefing_app.store.store import open_store
from tests.many_visits import load_many

SAMPLE_VISITS = 4
"""Of the days from `TODAY` on."""
TODAY = date(2026, 11, 23)
_DONE = re.compile(r"(\d+)/\d+ ")
_FIRST_LOOKS = {5, 10, 20, 50}


@dataclass(frozen=True)
class Process:
    """A process: seconds since its start, what of these it worked and waited for a processor,
    and its memory now and at most, in MB."""

    name: str
    lived: float
    worked: float
    queued: float
    memory: float
    peak: float

    @property
    def idle(self) -> float:
        """The share of its life that it waited for something other than a processor."""
        return max(0.0, self.lived - self.worked - self.queued) / self.lived

    def __str__(self) -> str:
        return (
            f"{self.name:8s} {self.memory:7.1f} MB, at most {self.peak:.1f};"
            f" worked {self.worked:.1f} s of {self.lived:.1f} s, idle {self.idle:.2%}"
        )


def measure(visits: int, jobs: int, language: Language) -> None:
    """Export so many visits, and print what each process is like on the way and at the end."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with open_store(folder / "data") as store:
            load_many(store, visits - SAMPLE_VISITS)
        start, used = time.perf_counter(), processor_seconds()
        for number, processes in _followed(folder, jobs, language, _looks(visits)):
            print(f"-- {number} visits in {time.perf_counter() - start:.1f} s", flush=True)
            for process in processes:
                print(process, flush=True)
        took, worked = time.perf_counter() - start, processor_seconds() - used
        made = sum(1 for _ in (folder / "out").iterdir())
    print(f"{'visits that were written':44s} {made:9d}")
    print(f"{'a visit by the clock, milliseconds':44s} {took * 1000 / visits:9.1f}")
    print(f"{'a visit of processors, milliseconds':44s} {worked * 1000 / visits:9.1f}")


def _looks(visits: int) -> set[int]:
    """After how many visits; the last look is before the end, while all are still at work."""
    tenth = max(visits // 10, 10)
    return {*_FIRST_LOOKS, *range(tenth, visits, tenth), visits - visits // 100 - 1}


def _followed(
    folder: Path, jobs: int, language: Language, looks: set[int]
) -> Iterator[tuple[int, list[Process]]]:
    """Run the export; at each of ``looks`` tell of the program and its workers."""
    data, out = ("--data", str(folder / "data")), ("--out", str(folder / "out"))
    wished = ("--all", "--from", TODAY.isoformat(), "--jobs", str(jobs), "--lang", language.value)
    command = [sys.executable, "-m", "briefing_app", *data, "export", *wished, *out]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        for line in program.stdout:
            done = _DONE.match(line)
            if done and int(done[1]) in looks:
                yield int(done[1]), [*_family(program.pid)]


def _family(parent: int) -> Iterator[Process]:
    yield _process(parent, "parent")
    for child in Path(f"/proc/{parent}/task/{parent}/children").read_text().split():
        if "spawn_main" in Path(f"/proc/{child}/cmdline").read_text():
            yield _process(int(child), "worker")


def _process(number: int, name: str) -> Process:
    folder = Path(f"/proc/{number}")
    status = dict(re.findall(r"(\w+):\s+(\d+)", (folder / "status").read_text()))
    worked, queued, _ = map(int, (folder / "schedstat").read_text().split())
    started = int((folder / "stat").read_text().rpartition(")")[2].split()[19])
    now = float(Path("/proc/uptime").read_text().split()[0])
    return Process(
        name,
        lived=now - started / os.sysconf("SC_CLK_TCK"),
        worked=worked / 1e9,
        queued=queued / 1e9,
        memory=int(status["VmRSS"]) / 1024,
        peak=int(status["VmHWM"]) / 1024,
    )


def processor_seconds() -> float:
    """What the processes that this one waited for have used."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
