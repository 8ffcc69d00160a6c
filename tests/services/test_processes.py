"""Work in processes: all is done, by no more than were asked for, and it ends as it should."""

from __future__ import annotations

import os
import time
from collections.abc import Generator
from pathlib import Path

import pytest

from briefing_app.errors import UserError
from briefing_app.services.processes import in_processes


def _square(_task: None, number: int) -> tuple[int, int]:
    return number * number, os.getpid()


def _noted(folder: Path, number: int) -> int:
    (folder / str(number)).touch()
    time.sleep(0.05)
    return number


def _fail(_task: None, number: int) -> int:
    raise ZeroDivisionError(number)


def _die(_task: None, _number: int) -> int:
    os._exit(9)


def _refuse(_task: None, number: int) -> int:
    raise UserError("{number} is too small.", number=number)


def test_every_item_is_worked_on_in_processes_of_their_own() -> None:
    results = list(in_processes(_square, None, range(20), 2))
    assert sorted(square for square, _ in results) == [number * number for number in range(20)]
    processes = {process for _, process in results}
    assert len(processes) in (1, 2)
    assert os.getpid() not in processes


def test_no_items_are_no_work() -> None:
    assert list(in_processes(_square, None, [], 2)) == []


def test_closing_lets_those_at_work_finish_and_begins_no_others(tmp_path: Path) -> None:
    results: Generator[int, None, None] = in_processes(_noted, tmp_path, range(50), 2)
    next(results)
    results.close()
    begun = len(list(tmp_path.iterdir()))
    assert 1 <= begun <= 3
    time.sleep(0.2)
    assert len(list(tmp_path.iterdir())) == begun


def test_a_fault_comes_to_the_one_who_asked() -> None:
    with pytest.raises(ZeroDivisionError):
        list(in_processes(_fail, None, [0], 1))
    with pytest.raises(UserError, match="7 is too small"):
        list(in_processes(_refuse, None, [7], 1))


def test_a_killed_process_is_one_clear_line() -> None:
    with pytest.raises(UserError, match="ended a process at work"):
        list(in_processes(_die, None, range(4), 2))
