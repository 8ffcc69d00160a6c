"""A change is kept as a whole or not at all, whatever happens meanwhile."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from briefing_app.domain.client import Client
from briefing_app.domain.text import Text
from briefing_app.domain.visit import FollowUp, Visit
from briefing_app.errors import UserError
from briefing_app.store.connection import Connection
from briefing_app.store.store import DATABASE, Store, open_store
from tests.store.sample import CLIENT, INDUSTRY, VISIT, client

WRITER = """
import sys
from pathlib import Path
from briefing_app.store.store import open_store
from tests.store.sample import client
start = int(sys.argv[2])
with open_store(Path(sys.argv[1])) as store:
    for number in range(start, start + 100_000, 2):
        with store.change():
            store.save([client(number)])
            store.save([client(number + 1)])
        print(number + 1, flush=True)
"""
OPENER = """
import sys
from pathlib import Path
from briefing_app.store.store import open_store
sys.stdin.readline()
open_store(Path(sys.argv[1])).close()
"""


class _StoppedError(Exception):
    """Somebody changed his mind."""


def _ids(store: Store) -> list[str]:
    return [stored.id for stored in store.all(Client)]


def _save_then_stop(store: Store, number: int) -> None:
    with store.change():
        with store.change():
            store.save([client(number), replace(CLIENT, note=Text(en="half"))])
            store.delete(Visit, VISIT.id)
        raise _StoppedError


def test_a_change_that_fails_leaves_nothing_not_even_a_finished_part(filled: Store) -> None:
    with pytest.raises(_StoppedError):
        _save_then_stop(filled, 1)
    assert filled.all(Client) == (CLIENT,)
    assert filled.exists(Visit, VISIT.id)
    assert filled.search("Client number") == ()


def test_a_change_inside_another_is_kept_with_it(filled: Store) -> None:
    with filled.change(), filled.change():
        filled.save([client(2)])
    assert _ids(filled) == [CLIENT.id, client(2).id]


def test_a_part_that_fails_can_be_left_out(filled: Store) -> None:
    with filled.change():
        filled.save([client(1)])
        with pytest.raises(UserError):
            filled.save([client(2), replace(client(3), industry="industry-9")])
        filled.save([client(4)])
    assert _ids(filled) == [CLIENT.id, client(1).id, client(4).id]


def test_others_see_a_change_only_when_it_is_complete(filled: Store, tmp_path: Path) -> None:
    with open_store(tmp_path) as other:
        with filled.change():
            filled.save([client(1)])
            assert _ids(other) == [CLIENT.id]
        assert _ids(other) == [CLIENT.id, client(1).id]


def test_a_store_that_another_process_writes_to_is_told_as_busy(
    filled: Store, tmp_path: Path
) -> None:
    with open_store(tmp_path, busy_seconds=0.05) as other:
        with filled.change(), pytest.raises(UserError, match="Another window or program"):
            other.save([client(1)])
        other.save([client(1)])
    assert _ids(filled) == [CLIENT.id, client(1).id]


def test_a_writer_waits_for_a_short_change(filled: Store, tmp_path: Path) -> None:
    with open_store(tmp_path, busy_seconds=10) as other:
        began = threading.Event()

        def write() -> None:
            with open_store(tmp_path) as third, third.change():
                third.save([client(1)])
                began.set()
                time.sleep(0.1)

        thread = threading.Thread(target=write)
        thread.start()
        assert began.wait(10)
        other.save([client(2)])
        thread.join()
    assert _ids(filled) == [CLIENT.id, client(1).id, client(2).id]


def test_a_full_disk_is_told_and_loses_nothing(filled: Store) -> None:
    pages = filled._connection.pragma("page_count")
    filled._connection.pragma(f"max_page_count={pages}")
    with pytest.raises(UserError, match="is full"):
        filled.save(replace(client(number), note=Text("满" * 2_000)) for number in range(200))
    assert filled.all(Client) == (CLIENT,)
    filled._connection.pragma("max_page_count=1000000")
    filled.save([client(1)])
    assert _ids(filled) == [CLIENT.id, client(1).id]


def test_nothing_is_written_after_the_disk_undid_a_change(filled: Store) -> None:
    with pytest.raises(RuntimeError, match="outside of a transaction"):
        _write_after_undoing(filled._connection)
    assert filled.all(FollowUp)


def _write_after_undoing(connection: Connection) -> None:
    with connection.transaction():
        connection.control("ROLLBACK")  # as SQLite does by itself when the disk is full
        connection.run("DELETE FROM follow_up")


def test_a_killed_writer_loses_no_finished_change_and_keeps_no_half_one(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        store.save([INDUSTRY])
    for start, lines in ((0, 7), (100_000, 30), (200_000, 1)):
        command = [sys.executable, "-c", WRITER, str(tmp_path), str(start)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
            told = [int(writer.stdout.readline()) for _ in range(lines)]
            writer.kill()
            told += [int(line) for line in writer.stdout if line.endswith("\n")]
        with open_store(tmp_path) as store:
            kept = {int(each.id[-6:]) for each in store.all(Client)}
            assert set(told) <= kept
            assert all(number ^ 1 in kept for number in kept)
            assert store._connection.pragma("integrity_check") == "ok"
            assert len(store.search("Client", limit=100_000)) == len(kept)


def test_two_programs_may_create_the_same_store_at_once(tmp_path: Path) -> None:
    openers = [
        subprocess.Popen(
            [sys.executable, "-c", OPENER, str(tmp_path)], stdin=subprocess.PIPE, text=True
        )
        for _ in range(3)
    ]
    for opener in openers:
        opener.stdin.write("now\n")
        opener.stdin.flush()
    for opener in openers:
        opener.communicate()
    assert [opener.returncode for opener in openers] == [0, 0, 0]
    assert (tmp_path / DATABASE).exists()


def test_long_and_odd_words_come_back_as_they_were(filled: Store) -> None:
    words = "“引号”\x00'--\n" + "长" * 100_000 + "👩‍👩‍👧"
    filled.save([replace(CLIENT, note=Text(words, words), situation=Text(words, words))])
    stored = filled.get(Client, CLIENT.id)
    assert (stored.note, stored.situation.en) == (Text(words, words), words)
