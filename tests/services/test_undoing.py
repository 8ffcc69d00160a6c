"""Undo, redo and the trash as a page uses them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefing_app.domain.client import Client
from briefing_app.domain.industry import IndustryPack
from briefing_app.domain.message import Message, say
from briefing_app.domain.opportunity import Need
from briefing_app.errors import UserError
from briefing_app.services import undoing
from briefing_app.services.changes import Change, TooLong
from briefing_app.services.data_folder import open_data
from briefing_app.services.helper_process import JobStopped
from briefing_app.services.samples import load_samples
from briefing_app.store import pace
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


def test_an_act_of_many_rows_is_not_taken_back_at_once(
    filled: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(undoing, "LONG", 2)
    filled.save([client(1)])
    filled.save([client(3), client(4), client(5)])
    assert undoing.undo_at_once(filled) == TooLong()
    assert filled.exists(Client, client(5).id)
    undoing.undo(filled)
    assert undoing.redo_at_once(filled) == TooLong()
    change = undoing.undo_at_once(filled)
    assert isinstance(change, Change)
    assert change.touches("client")
    assert undoing.redo_at_once(filled) == change
    assert undoing.redo_at_once(filled) == TooLong()


def test_a_large_deletion_is_restored_apart(
    filled: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled.delete(Need, NEED.id, to_trash=True)
    (deletion,) = undoing.trash(filled)
    with monkeypatch.context() as patch:
        patch.setattr(undoing, "LONG", 0)
        assert undoing.restore_at_once(filled, deletion.act) == TooLong()
    assert not filled.exists(Need, NEED.id)
    assert undoing.restore_apart(data=tmp_path, act=deletion.act).touches("need")
    assert filled.get(Need, NEED.id) == NEED
    with pytest.raises(UserError, match="no longer in the trash"):
        undoing.restore_at_once(filled, deletion.act)


class Steps:
    """Hears how far an act is, and has enough at one of the steps."""

    def __init__(self, last: int = 0) -> None:
        self.heard: list[tuple[int, int]] = []
        self._last = last

    def tell(self, message: Message, number: int, total: int) -> None:
        self.heard.append((number, total))
        if number == self._last:
            raise JobStopped


def test_a_long_act_tells_how_far_it_is_and_leaves_nothing_where_it_is_stopped(
    filled: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pace, "PART", 2)
    many = [client(number) for number in range(1, 8)]
    filled.save(many)
    for turn, is_there in ((undoing.undo, True), (undoing.redo, False)):
        steps = Steps()
        for last in (1, 4):
            with pytest.raises(JobStopped):
                turn(filled, progress=Steps(last).tell)
            assert filled.exists(Client, many[-1].id) is is_there
        turn(filled, progress=steps.tell)
        assert filled.exists(Client, many[-1].id) is not is_there
        numbers = [number for number, _ in steps.heard]
        assert numbers == sorted(numbers)
        assert numbers[0] == 1
        assert numbers[-1] <= steps.heard[0][1]
    assert [hit.id for hit in filled.search("Client number 7")] == [many[-1].id]


def test_what_is_taken_back_apart_can_be_done_again_apart(filled: Store, tmp_path: Path) -> None:
    filled.save([client(1)])
    assert undoing.undo_apart(data=tmp_path).touches("client")
    assert not filled.exists(Client, client(1).id)
    assert undoing.redo_apart(data=tmp_path).touches("client")
    assert filled.exists(Client, client(1).id)
    undoing.undo_apart(data=tmp_path)
    assert undoing.undo_apart(data=tmp_path) is None
