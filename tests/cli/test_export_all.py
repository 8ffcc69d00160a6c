"""``export --all`` as users see it: each visit told, failures last, stopped and taken up again."""

from __future__ import annotations

import json
import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing_app.files import TEMPORARY
from briefing_app.store.store import open_store
from tests.cli.desk import VISIT, Desk
from tests.cli.test_stopping import _running

FROM = ("--from", "2026-12-01", "--to", "2026-12-10")
"""Two visits of the sample data: 3 and 8 December."""


def _all(desk: Desk, *more: str | Path) -> tuple[str | Path, ...]:
    return ("export", "--all", "--out", desk.work / "out", *FROM, *more)


def _spoil(desk: Desk) -> None:
    """Let the first of the visits have another client's name in its documents."""
    everything = desk.work / "all.json"
    desk.run("export-data", everything)
    data = json.loads(everything.read_text("utf-8"))
    games = next(one for one in data["records"]["client"] if "Fireferry" in str(one["name"]))
    games["situation"]["en"] = "They want what Chengye Connected has."
    everything.write_text(json.dumps(data), "utf-8")
    assert desk.run("import", everything).status == 0


def test_each_visit_has_its_line_and_a_second_run_repeats_nothing(desk: Desk) -> None:
    first = desk.run(*_all(desk, "--jobs", "1"))
    assert (first.status, first.err) == (0, "")
    assert first.out.splitlines() == [
        "1/2 Fireferry, Thu 3 Dec: written to Fireferry-2026-12-03",
        "2/2 Chengye Connected, Tue 8 Dec: written to Chengye Connected-2026-12-08",
        f"Visits: 2. Written to {desk.work / 'out'}: 2. Unchanged: 0.",
    ]
    second = desk.run(*_all(desk, "--jobs", "1")).out.splitlines()
    assert second[0] == "1/2 Fireferry, Thu 3 Dec: unchanged, in Fireferry-2026-12-03"
    assert second[-1].endswith("out: 0. Unchanged: 2.")


def test_a_visit_that_fails_is_told_last_and_the_others_are_there(desk: Desk) -> None:
    _spoil(desk)
    ran = desk.run("--language", "en", *_all(desk, "--jobs", "2"))
    assert ran.status == 2
    assert "Fireferry, Thu 3 Dec: not exported" in ran.out
    told = ran.err.splitlines()
    assert told[0].startswith("Fireferry, Thu 3 Dec: Nothing was written.")
    assert "Chengye Connected" in told[1]
    assert told[-2] == f"  briefing-app check {VISIT}"
    assert told[-1].startswith("Not exported: 1 of 2 visits.")
    assert [path.name for path in (desk.work / "out").iterdir()] == ["Chengye Connected-2026-12-08"]


def test_days_without_visits_are_no_fault(desk: Desk) -> None:
    ran = desk.run("export", "--all", "--out", desk.work / "out", "--from", "2040-01-01")
    assert (ran.status, ran.out) == (0, "There is no visit on these days.\n")
    assert not (desk.work / "out").exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "Name a visit, or give --all for every visit from today on."),
        ([VISIT, "--all"], "Give a visit or --all, not both."),
        ([VISIT, "--jobs", "2"], "--from, --to, --jobs and --again go with --all."),
        ([VISIT, "--again"], "--from, --to, --jobs and --again go with --all."),
        (["--all", "--from", "3.12."], "“3.12.” is not a day. Write it as 2026-12-03."),
        (
            ["--all", "--from", "2026-12-03", "--to", "2026-12-02"],
            "--to 2 December 2026 is before 3 December 2026, the first day."
            " Without --from that is today.",
        ),
    ],
)
def test_what_does_not_go_together_is_refused(desk: Desk, arguments: list[str], told: str) -> None:
    assert desk.refuses("export", *arguments, "--out", desk.work / "out") == [told]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals to send")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_stopped_run_keeps_what_is_finished_and_the_next_one_goes_on(
    desk: Desk, jobs: str
) -> None:
    with _running(desk, "--data", desk.data, *_from_the_first(desk, jobs)) as process:
        process.comes_to(lambda: bool(_folders(desk)))
        status, last = process.stopped_by(signal.SIGINT)
    assert (status, last) == (130, "Stopped. Nothing was left half done.")
    finished = _folders(desk)
    assert 1 <= len(finished) < 4
    assert _recorded(desk) == finished
    second = desk.run(*_from_the_first(desk, jobs))
    assert second.out.count(": unchanged, in ") == len(finished)
    assert second.out.splitlines()[-1].endswith(f"Unchanged: {len(finished)}.")
    assert len(_folders(desk)) == 4


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="looks into /proc for processes")
def test_no_process_outlives_a_run_that_was_killed(desk: Desk) -> None:
    with _running(desk, "--data", desk.data, *_from_the_first(desk, "2")) as process:
        process.comes_to(lambda: bool(_folders(desk)))
        workers = _workers(process._process.pid)
        process.stopped_by(signal.SIGKILL)
    _wait(lambda: not any(Path(f"/proc/{worker}").exists() for worker in workers))
    assert _recorded(desk) == _folders(desk)


def _from_the_first(desk: Desk, jobs: str) -> tuple[str | Path, ...]:
    """All four visits of the samples."""
    return ("export", "--all", "--out", desk.work / "out", "--from", "2026-01-01", "--jobs", jobs)


def _folders(desk: Desk) -> set[str]:
    found = (desk.work / "out").glob("*")
    return {path.name for path in found if not path.name.startswith(TEMPORARY)}


def _recorded(desk: Desk) -> set[str]:
    with open_store(desk.data) as store:
        rows = store._connection.rows("SELECT folder FROM export")
    return {Path(str(folder)).name for (folder,) in rows}


def _workers(parent: int) -> list[str]:
    """The processes at work: children that a pool spawned, without its resource tracker."""
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
    lines = {child: Path(f"/proc/{child}/cmdline").read_bytes() for child in children}
    return [child for child, line in lines.items() if b"spawn_main" in line]


def _wait(reached: Callable[[], bool]) -> None:
    end = time.monotonic() + 30
    while not reached():
        assert time.monotonic() < end
        time.sleep(0.01)
