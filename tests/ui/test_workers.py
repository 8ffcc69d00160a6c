"""Answers reach the window in order, and only where somebody still waits for them."""

from __future__ import annotations

import os
import sys
import threading
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from briefing_app.domain.client import Client
from briefing_app.domain.message import say
from briefing_app.errors import UserError
from briefing_app.services.changes import Change
from briefing_app.services.data_folder import open_data
from briefing_app.services.helper_process import Step
from briefing_app.services.progress import Progress
from briefing_app.store.store import Store
from briefing_app.ui.workers import Job, Lane, Workers
from tests.ui.listener import Listener
from tests.ui.long_act import write_until_told

if sys.platform == "win32":
    resource = None
else:
    import resource


def clients(store: Store) -> int:
    return len(store.all(Client))


def refuse(_store: Store) -> None:
    raise UserError("No.")


def break_down(_store: Store) -> None:
    raise ZeroDivisionError("a fault")


def thread_name(_store: Store) -> str:
    return threading.current_thread().name


def process_number(*, progress: Progress) -> int:
    progress(say("Deck"), 1, 1)
    return os.getpid()


def many_steps(*, progress: Progress) -> None:
    for number in range(1, 1_000_000):
        progress(say("Deck"), number, 1_000_000)


def keep_a_mark(store: Store) -> str:
    with store.change():
        store.save(store.page(Client, 1))
    return "marked"


def alone(*, data: Path, progress: Progress) -> list[str]:
    progress(say("Deck"), 1, 1)
    return sorted(path.name for path in data.glob("briefing.db*"))


def fail(*, progress: Progress) -> None:
    progress(say("Deck"), 1, 1)
    raise ZeroDivisionError("a fault")


def end_process(*, progress: Progress) -> None:
    os._exit(1)


def website(store: Store) -> str:
    return store.page(Client, 1)[0].website


def add_to_website(words: str, store: Store) -> Change:
    """What was there before stays before it."""
    found = store.page(Client, 1)[0]
    label = say("Deck")
    with store.act(label) as act:
        store.save([replace(found, website=f"{found.website} {words}")])
    return Change(label, act.records)


def test_the_database_has_a_thread_of_its_own(workers: Workers, qtbot: QtBot) -> None:
    listener = Listener()
    workers.ask(clients, listener.hear)
    workers.ask(thread_name, listener.hear)
    qtbot.waitUntil(lambda: len(listener.heard) == 2)
    assert listener.heard[0] > 0
    assert listener.heard[1] == "database"


def test_a_refusal_reaches_who_asked_or_else_the_window(workers: Workers, qtbot: QtBot) -> None:
    asker, window = Listener(), Listener()
    workers.refused.connect(window.hear)
    workers.ask(refuse, asker.hear, asker.hear)
    workers.ask(refuse, asker.hear)
    qtbot.waitUntil(lambda: bool(asker.heard and window.heard))
    assert str(asker.heard[0]) == str(window.heard[0]) == "No."
    assert len(asker.heard) == 1


def test_a_fault_is_told_as_one(
    workers: Workers, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    with qtbot.waitSignal(workers.faulted) as told:
        workers.ask(break_down, Listener().hear)
    assert told.args is not None
    assert told.args[0] == "ZeroDivisionError: a fault"
    assert "break_down" in told.args[1]
    assert "ZeroDivisionError" in caplog.text


def test_who_waits_for_a_job_hears_of_its_end_when_it_fails(workers: Workers, qtbot: QtBot) -> None:
    answered, ended = Listener(), Listener()
    with qtbot.waitSignal(workers.faulted, timeout=20_000):
        workers.run_apart(fail, then=answered.hear, stopped=ended.hear_stop)
    qtbot.waitUntil(lambda: bool(ended.heard))
    assert not answered.heard


def test_an_answer_for_somebody_gone_or_uninterested_is_dropped(
    workers: Workers, qtbot: QtBot
) -> None:
    gone, uninterested, last = Listener(), Listener(), Listener()
    workers.ask(clients, gone.hear)
    workers.ask(clients, uninterested.hear).cancel()
    workers.ask(clients, last.hear)
    gone.deleteLater()
    qtbot.waitUntil(lambda: bool(last.heard))
    assert not gone.heard
    assert not uninterested.heard


def test_a_change_is_announced_before_its_maker_hears_of_it(workers: Workers, qtbot: QtBot) -> None:
    listener = Listener()
    change = Change(say("Deck"), (("client", "client-1"),))
    workers.changed.connect(lambda told: listener.heard.append(("announced", told)))
    workers.act(lambda _store: change, listener.hear)
    workers.act(lambda _store: Change(say("Deck"), ()), listener.hear)
    qtbot.waitUntil(lambda: len(listener.heard) == 3)
    assert listener.heard[:2] == [("announced", change), change]
    assert isinstance(listener.heard[2], Change)


def test_heavy_work_runs_in_another_process_and_tells_its_steps(
    workers: Workers, qtbot: QtBot
) -> None:
    steps, answers = Listener(), Listener()
    workers.run_apart(process_number, then=answers.hear, progress=steps.hear)
    workers.run_apart(process_number, then=answers.hear)
    qtbot.waitUntil(lambda: len(answers.heard) == 2, timeout=20_000)
    assert steps.heard == [Step(say("Deck"), 1, 1)]
    assert answers.heard[0] == answers.heard[1] != os.getpid()


def test_heavy_work_can_be_stopped(workers: Workers, qtbot: QtBot) -> None:
    listener = Listener()
    steps = Listener()
    job = workers.run_apart(
        many_steps, then=listener.hear, progress=steps.hear, stopped=listener.hear_stop
    )
    qtbot.waitUntil(lambda: bool(steps.heard), timeout=20_000)
    job.stop()
    qtbot.waitUntil(lambda: bool(listener.heard), timeout=20_000)
    assert listener.heard == ["stopped"]


def test_heavy_work_that_waits_is_stopped_at_once(
    workers: Workers, tmp_path: Path, qtbot: QtBot
) -> None:
    listener, steps, kept = Listener(), Listener(), Listener()
    workers.run_apart(many_steps, then=steps.hear, progress=steps.hear)
    qtbot.waitUntil(lambda: bool(steps.heard), timeout=20_000)
    job = workers.act_apart(
        write_until_told,
        then=listener.hear,
        stopped=listener.hear_stop,
        data=workers.data,
        sign=tmp_path / "sign",
    )
    with qtbot.waitSignal(workers.delayed):
        workers.act(partial(add_to_website, "mine"), kept.hear)
    job.stop()
    qtbot.waitUntil(lambda: bool(kept.heard))
    job.stop()
    assert listener.heard == ["stopped"]
    assert all(isinstance(one, Step) for one in steps.heard)


def test_a_process_that_dies_is_told_of_and_begun_anew(workers: Workers, qtbot: QtBot) -> None:
    listener = Listener()
    workers.run_apart(end_process, then=listener.hear, failed=listener.hear)
    workers.run_apart(process_number, then=listener.hear)
    qtbot.waitUntil(lambda: len(listener.heard) == 2, timeout=20_000)
    assert isinstance(listener.heard[0], UserError)
    assert isinstance(listener.heard[1], int)


@pytest.mark.skipif(resource is None, reason="Windows has no limit of open files to set")
def test_a_process_that_cannot_begin_is_told_of_and_tried_anew(
    workers: Workers, qtbot: QtBot
) -> None:
    listener = Listener()
    workers.run_apart(process_number, then=listener.hear, failed=listener.hear, lane=Lane.PREVIEW)
    qtbot.waitUntil(lambda: len(listener.heard) == 1, timeout=20_000)
    usual = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, usual[1]))
    try:
        workers.run_apart(process_number, then=listener.hear, failed=listener.hear)
        qtbot.waitUntil(lambda: len(listener.heard) == 2)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, usual)
    assert "lack of memory" in str(listener.heard[1])
    workers.run_apart(process_number, then=listener.hear, failed=listener.hear)
    qtbot.waitUntil(lambda: len(listener.heard) == 3, timeout=20_000)
    assert isinstance(listener.heard[2], int)


def test_the_database_is_closed_while_a_task_runs_alone(
    workers: Workers, sample_folder: Path, qtbot: QtBot
) -> None:
    listener = Listener()
    workers.act(keep_a_mark, listener.hear)
    workers.run_alone(alone, then=listener.hear, data=sample_folder)
    workers.ask(clients, listener.hear)
    qtbot.waitUntil(lambda: len(listener.heard) == 3, timeout=20_000)
    assert listener.heard[:2] == ["marked", ["briefing.db"]]
    assert listener.heard[2] > 0


def _writing_apart(workers: Workers, sign: Path, listener: Listener, qtbot: QtBot) -> Job:
    """A helper process has the write lock."""
    steps = Listener()
    job = workers.act_apart(
        write_until_told,
        then=listener.hear,
        progress=steps.hear,
        stopped=listener.hear_stop,
        data=workers.data,
        sign=sign,
    )
    qtbot.waitUntil(lambda: bool(steps.heard), timeout=20_000)
    return job


def test_what_is_changed_while_a_helper_writes_is_kept_after_it_in_order(
    workers: Workers, tmp_path: Path, qtbot: QtBot
) -> None:
    listener, told, before = Listener(), Listener(), Listener()
    workers.changed.connect(told.hear)
    workers.ask(website, before.hear)
    _writing_apart(workers, tmp_path / "sign", listener, qtbot)
    for words in ("one", "two"):
        with qtbot.waitSignal(workers.delayed):
            workers.act(partial(add_to_website, words))
    workers.ask(website, listener.hear)
    qtbot.waitUntil(lambda: bool(listener.heard))
    assert listener.heard == before.heard
    (tmp_path / "sign").touch()
    qtbot.waitUntil(lambda: len(told.heard) == 3, timeout=20_000)
    labels = [one.label for one in told.heard if isinstance(one, Change)]
    assert labels == [say("Import"), say("Deck"), say("Deck")]
    workers.ask(website, listener.hear)
    qtbot.waitUntil(lambda: len(listener.heard) == 3)
    assert listener.heard[2] == "apart one two"


def test_once_the_helper_is_stopped_what_waited_is_kept(
    workers: Workers, tmp_path: Path, qtbot: QtBot
) -> None:
    listener, kept = Listener(), Listener()
    job = _writing_apart(workers, tmp_path / "sign", listener, qtbot)
    workers.act(partial(add_to_website, "mine"), kept.hear, kept.hear)
    job.stop()
    qtbot.waitUntil(lambda: bool(kept.heard), timeout=20_000)
    assert listener.heard == ["stopped"]
    with open_data(workers.data) as store:
        assert website(store).endswith(" mine")
        assert not website(store).startswith("apart")


def test_a_helper_that_dies_lets_what_waited_be_kept(workers: Workers, qtbot: QtBot) -> None:
    listener, kept = Listener(), Listener()
    workers.act_apart(end_process, then=listener.hear, failed=listener.hear)
    workers.act(partial(add_to_website, "mine"), kept.hear, kept.hear)
    qtbot.waitUntil(lambda: bool(kept.heard), timeout=20_000)
    assert isinstance(listener.heard[0], UserError)
    assert isinstance(kept.heard[0], Change)


def test_a_window_that_closes_while_a_helper_writes_keeps_what_waited(
    sample_folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    workers = Workers(sample_folder)
    sign, nobody = tmp_path / "sign", Listener()
    _writing_apart(workers, sign, nobody, qtbot)
    workers.act(partial(add_to_website, "one"))
    workers.act_apart(write_until_told, then=nobody.hear, data=sample_folder, sign=sign)
    workers.act(partial(add_to_website, "two"))
    workers.close()
    with open_data(sample_folder) as store:
        assert website(store).endswith(" one two")
        assert not website(store).startswith("apart")


def test_what_runs_alone_waits_for_a_helper_that_writes(
    workers: Workers, sample_folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    listener = Listener()
    _writing_apart(workers, tmp_path / "sign", listener, qtbot)
    workers.act(partial(add_to_website, "mine"), listener.hear)
    workers.run_alone(alone, then=listener.hear, data=sample_folder)
    workers.act(website, listener.hear)
    workers.ask(thread_name, listener.hear)
    qtbot.waitUntil(lambda: bool(listener.heard))
    (tmp_path / "sign").touch()
    qtbot.waitUntil(lambda: len(listener.heard) == 5, timeout=20_000)
    assert listener.heard[0] == "database"
    assert listener.heard[3:] == [["briefing.db"], "apart mine"]


def test_the_database_is_open_again_after_a_task_that_failed(
    workers: Workers, qtbot: QtBot
) -> None:
    listener = Listener()
    workers.run_alone(end_process, then=listener.hear, failed=listener.hear)
    workers.ask(clients, listener.hear)
    qtbot.waitUntil(lambda: len(listener.heard) == 2, timeout=20_000)
    assert isinstance(listener.heard[0], UserError)
    assert listener.heard[1] > 0


def test_workers_end_while_a_task_waits_to_run_alone(sample_folder: Path, qtbot: QtBot) -> None:
    workers = Workers(sample_folder, begins_at_once=False)
    workers.run_alone(many_steps, then=Listener().hear)
    workers.close()
    assert "database" not in [thread.name for thread in threading.enumerate()]


def test_data_that_cannot_be_opened_are_told_of(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "data").write_text("a file in the way", encoding="utf-8")
    workers = Workers(tmp_path / "data")
    with qtbot.waitSignal(workers.unopenable) as told:
        pass
    workers.close()
    assert told.args is not None
    assert "data" in str(told.args[0])
