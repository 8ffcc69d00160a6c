"""Undo, redo and the trash as a page uses them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefing_app.domain.client import Client
from briefing_app.domain.industry import IndustryPack
from briefing_app.domain.message import say
from briefing_app.domain.opportunity import Need
from briefing_app.services import undoing
from briefing_app.services.data_folder import open_data
from briefing_app.services.samples import load_samples
from briefing_app.store.store import Store
from tests.store.sample import CLIENT, NEED, client

LABEL = say("Rename {name}", name=CLIENT.name)


def test_an_act_is_taken_back_and_done_again(filled: Store) -> None:
    with filled.act(LABEL):
        filled.save([replace(CLIENT, city=CLIENT.name)])
    assert undoing.undo_state(filled).undoable == LABEL
    undone = undoing.undo(filled)
    assert undone
    assert (undone.label, undone.records) == (LABEL, (("client", CLIENT.id),))
    assert undoing.undo_state(filled).redoable == LABEL
    assert undoing.redo(filled) == undone
    assert undoing.redo(filled) is None


def test_a_deletion_is_restored_from_the_trash(filled: Store) -> None:
    filled.delete(Need, NEED.id, to_trash=True)
    (deletion,) = undoing.trash(filled)
    change = undoing.restore(filled, deletion.act)
    assert change.touches("need")
    assert filled.get(Need, NEED.id) == NEED
    assert undoing.trash(filled) == ()


def test_an_emptied_trash_is_empty(filled: Store) -> None:
    filled.delete(Need, NEED.id, to_trash=True)
    assert undoing.empty_trash(filled).records == ()
    assert undoing.trash(filled) == ()
    assert undoing.undo(filled) is None


def test_the_sample_data_are_taken_back_as_one(tmp_path: Path) -> None:
    with open_data(tmp_path / "new") as opened:
        load_samples(opened)
        assert len(opened.all(Client)) > 1
        undone = undoing.undo(opened)
        assert undone
        assert undone.label == say("Load the sample data")
        assert opened.all(Client) == ()
        assert opened.all(IndustryPack)


def test_a_new_folder_has_nothing_to_take_back(tmp_path: Path) -> None:
    with open_data(tmp_path / "new") as opened:
        assert undoing.undo_state(opened) == undoing.UndoState(None, None)
        assert opened.all(IndustryPack)


def test_an_act_of_many_rows_is_long_to_take_back_and_to_do_again(
    filled: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(undoing, "LONG", 2)
    assert not undoing.undo_state(filled).undo_is_long
    filled.save([client(1)])
    assert not undoing.undo_state(filled).undo_is_long
    filled.save([client(3), client(4), client(5)])
    assert undoing.undo_state(filled).undo_is_long
    undoing.undo(filled)
    state = undoing.undo_state(filled)
    assert (state.undo_is_long, state.redo_is_long) == (False, True)


def test_what_is_taken_back_apart_can_be_done_again_apart(filled: Store, tmp_path: Path) -> None:
    filled.save([client(1)])
    assert undoing.undo_apart(data=tmp_path).touches("client")
    assert not filled.exists(Client, client(1).id)
    assert undoing.redo_apart(data=tmp_path).touches("client")
    assert filled.exists(Client, client(1).id)
    undoing.undo_apart(data=tmp_path)
    assert undoing.undo_apart(data=tmp_path) is None
