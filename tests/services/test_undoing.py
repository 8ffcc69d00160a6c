"""Undo, redo and the trash as a page uses them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefing_app.domain.message import say
from briefing_app.domain.opportunity import Need
from briefing_app.services import undoing
from briefing_app.store.store import Store, open_store
from tests.store.sample import CLIENT, NEED, RECORDS

LABEL = say("Rename {name}", name=CLIENT.name)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path) as opened:
        opened.save(RECORDS)
        yield opened


def test_an_act_is_taken_back_and_done_again(store: Store) -> None:
    with store.act(LABEL):
        store.save([replace(CLIENT, city=CLIENT.name)])
    assert undoing.undo_state(store).undoable == LABEL
    undone = undoing.undo(store)
    assert undone
    assert (undone.label, undone.records) == (LABEL, (("client", CLIENT.id),))
    assert undoing.undo_state(store).redoable == LABEL
    assert undoing.redo(store) == undone
    assert undoing.redo(store) is None


def test_a_deletion_is_restored_from_the_trash(store: Store) -> None:
    store.delete(Need, NEED.id, to_trash=True)
    (deletion,) = undoing.trash(store)
    change = undoing.restore(store, deletion.act)
    assert change.touches("need")
    assert store.get(Need, NEED.id) == NEED
    assert undoing.trash(store) == ()


def test_an_emptied_trash_is_empty(store: Store) -> None:
    store.delete(Need, NEED.id, to_trash=True)
    assert undoing.empty_trash(store).records == ()
    assert undoing.trash(store) == ()
    assert undoing.undo(store) is None
