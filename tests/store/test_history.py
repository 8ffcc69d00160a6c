"""Whatever the user did can be taken back and done again, act by act, also after a restart."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import fields, replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from briefing_app.domain.client import Client, Grade
from briefing_app.domain.lists import ClientQuery
from briefing_app.domain.message import Message, say, say_count
from briefing_app.domain.offering import Product
from briefing_app.domain.opportunity import Need
from briefing_app.domain.records import KINDS
from briefing_app.domain.text import Language, Text
from briefing_app.domain.values import Money
from briefing_app.domain.visit import FollowUp, Visit
from briefing_app.domain.visit_record import VisitRecord
from briefing_app.errors import UserError
from briefing_app.store import journal
from briefing_app.store.driver import driver
from briefing_app.store.history import Act
from briefing_app.store.store import DATABASE, Store, open_store
from tests.store.arbitrary import WORDS
from tests.store.everything import everything
from tests.store.sample import (
    CLIENT,
    CONTENT,
    EXPORT,
    FOLLOW_UP,
    NEED,
    PERSON,
    PRODUCT,
    RECORDS,
    VISIT,
    VISIT_RECORD,
    client,
)

NOW = datetime(2026, 4, 1, tzinfo=UTC)
RENAME = say("Rename {name}", name=CLIENT.name)
RENAMED = replace(CLIENT, name=Text("南岸农商行", "Nan'an"), short_name=Text())


def _rename(store: Store) -> None:
    with store.act(RENAME):
        store.save([RENAMED])


def test_nothing_is_undone_where_nothing_was_done(store: Store) -> None:
    assert (store.history.undo(), store.history.redo()) == (None, None)
    assert (store.history.undoable(), store.history.redoable()) == (None, None)


def test_an_act_tells_what_it_touched(filled: Store) -> None:
    with filled.act(RENAME) as act:
        filled.save([RENAMED, replace(VISIT, team=())])
        with filled.change() as part:
            filled.save([replace(FOLLOW_UP, owner=Text("李雷"))])
    assert act.records == (("client", CLIENT.id), ("visit", VISIT.id), ("follow_up", FOLLOW_UP.id))
    assert part.records == (("follow_up", FOLLOW_UP.id),)


def test_an_act_is_taken_back_and_done_again(filled: Store) -> None:
    before = everything(filled)
    _rename(filled)
    after = everything(filled)
    assert filled.history.undoable() == RENAME
    assert filled.history.undo() == Act(RENAME, (("client", CLIENT.id),))
    assert everything(filled) == before
    assert (filled.history.redoable(), filled.history.undoable()) != (None, RENAME)
    assert filled.history.redo() == Act(RENAME, (("client", CLIENT.id),))
    assert everything(filled) == after


def test_an_act_is_taken_back_after_a_restart_by_whoever_opens_the_folder(
    filled: Store, tmp_path: Path
) -> None:
    before = everything(filled)
    _rename(filled)
    with open_store(tmp_path) as other:
        assert other.history.undo()
        assert everything(other) == before
    assert filled.get(Client, CLIENT.id) == CLIENT
    assert filled.history.redoable() == RENAME


def test_visits_are_found_by_the_name_that_counts_now(filled: Store) -> None:
    _rename(filled)
    filled.history.undo()
    assert {hit.record_type for hit in filled.search("江北银行")} == {Client, Visit}
    assert filled.search("南岸") == ()
    filled.history.redo()
    assert {hit.record_type for hit in filled.search("南岸")} == {Client, Visit}


def test_lists_show_what_counts_now(filled: Store) -> None:
    def grades() -> list[Grade]:
        query = ClientQuery(language=Language.EN)
        return [row.grade for row in filled.lists.client_rows(query, now=NOW, limit=9, offset=0)]

    filled.save([replace(CLIENT, grade=Grade.B)])
    assert grades() == [Grade.B]
    filled.history.undo()
    assert grades() == [CLIENT.grade]
    filled.delete(Client, CLIENT.id)
    assert grades() == []
    filled.history.undo()
    assert grades() == [CLIENT.grade]


def test_what_goes_with_a_deleted_record_comes_back_with_it(filled: Store) -> None:
    filled.add_export(EXPORT, CONTENT)
    before = everything(filled)
    filled.delete(Client, CLIENT.id)
    assert filled.export_content(EXPORT.id) is None
    undone = filled.history.undo()
    assert undone
    assert {kind for kind, _ in undone.records} >= {"client", "person", "visit", "case", "need"}
    assert everything(filled) == before
    assert filled.export_content(EXPORT.id) == CONTENT


@pytest.mark.parametrize("record", [NEED, PERSON], ids=["need", "person"])
def test_a_gap_in_what_was_recorded_is_filled_again(filled: Store, record) -> None:
    filled.save([replace(VISIT, attendees=())])
    before = everything(filled)
    filled.delete(type(record), record.id)
    assert filled.get(VisitRecord, VISIT_RECORD.id) != VISIT_RECORD
    assert filled.history.undo()
    assert filled.get(VisitRecord, VISIT_RECORD.id) == VISIT_RECORD
    assert filled.get(Need, NEED.id).raised_by == PERSON.id
    assert everything(filled) == before


def test_a_new_act_ends_what_could_be_done_again(filled: Store) -> None:
    _rename(filled)
    filled.history.undo()
    filled.save([replace(CLIENT, grade=Grade.A)])
    assert (filled.history.redoable(), filled.history.redo()) == (None, None)


def test_an_act_that_writes_nothing_leaves_no_trace(filled: Store) -> None:
    _rename(filled)
    filled.history.undo()
    with filled.act(say("Look around")) as act:
        filled.search("江北")
        with pytest.raises(UserError):
            filled.delete(Product, PRODUCT.id)
    filled.save([CLIENT])
    filled.rebuild_search()
    assert act.records == ()
    assert filled.history.redoable() == RENAME


def test_exports_are_history_and_stay(filled: Store) -> None:
    _rename(filled)
    filled.add_export(EXPORT, CONTENT)
    assert filled.history.undoable() == RENAME
    filled.history.undo()
    assert filled.exports(VISIT.id) == (EXPORT,)


def test_a_part_that_failed_is_not_done_again(filled: Store) -> None:
    before = everything(filled)
    with filled.act(RENAME):
        with pytest.raises(UserError):
            filled.save([client(1), replace(client(2), industry="industry-9")])
        filled.save([RENAMED])
    after = everything(filled)
    filled.history.undo()
    assert everything(filled) == before
    filled.history.redo()
    assert everything(filled) == after


def test_a_first_act_that_failed_does_not_keep_the_next_from_being_undone(filled: Store) -> None:
    with pytest.raises(UserError):
        filled.save([replace(client(1), industry="industry-9")])
    with pytest.raises(UserError):
        _save_then_delete(filled, Product, PRODUCT.id)
    _rename(filled)
    filled.history.undo()
    assert filled.all(Client) == (CLIENT,)


def _save_then_delete(store: Store, record_type: type, record_id: str) -> None:
    with store.change():
        store.save([client(1)])
        store.delete(record_type, record_id)


def test_nothing_is_written_past_the_journal(filled: Store) -> None:
    _rename(filled)
    with pytest.raises(driver().IntegrityError, match="NOT NULL"), filled.change():
        filled._connection.run("DELETE FROM follow_up")
    assert filled.all(FollowUp) == (FOLLOW_UP,)


def test_the_outer_act_gives_the_name(filled: Store) -> None:
    with filled.act(RENAME), filled.act(say("Something else")):
        filled.save([RENAMED])
    assert filled.history.undoable() == RENAME


def test_nothing_is_undone_in_the_middle_of_an_act(filled: Store) -> None:
    with pytest.raises(RuntimeError, match="within an act"), filled.act(RENAME):
        filled.history.undo()


@pytest.mark.parametrize(
    "label",
    [
        say("Change data"),
        say("Rename {name} to {words}", name=Text("江北", ""), words="{name}"),
        say_count("Delete {count} client", "Delete {count} clients", 3),
        say("Change {field}", field=Message("Grade")),
    ],
    ids=str,
)
def test_a_label_comes_back_in_both_languages(filled: Store, label: Message) -> None:
    with filled.act(label):
        filled.save([RENAMED])
    assert filled.history.undoable() == label


def test_a_label_keeps_the_word_of_a_choice(filled: Store) -> None:
    with filled.act(say("Set grade {grade}", grade=Grade.S)):
        filled.save([RENAMED])
    assert filled.history.undoable() == say("Set grade {grade}", grade=Message(Grade.S.label))


@pytest.mark.parametrize("value", [1.5, Money(1), ("a", "b"), say("in {city}", city="x")], ids=str)
def test_a_label_refuses_what_it_could_not_keep(filled: Store, value) -> None:
    with pytest.raises(TypeError, match="cannot keep"), filled.act(say("Set {value}", value=value)):
        filled.save([RENAMED])
    assert filled.get(Client, CLIENT.id) == CLIENT


def test_what_another_program_changed_is_not_overwritten(filled: Store, tmp_path: Path) -> None:
    _rename(filled)
    foreign = driver().connect(str(tmp_path / DATABASE))
    foreign.execute("UPDATE client SET name_zh = '别的程序'")
    foreign.commit()
    foreign.close()
    with pytest.raises(UserError, match="another program changed the same data"):
        filled.history.undo()
    assert filled.get(Client, CLIENT.id).name.zh == "别的程序"
    assert filled.history.undoable() == RENAME


def test_a_row_that_another_program_took_is_told(filled: Store, tmp_path: Path) -> None:
    filled.delete(FollowUp, FOLLOW_UP.id)
    foreign = driver().connect(str(tmp_path / DATABASE))
    foreign.execute("DELETE FROM visit")
    foreign.commit()
    foreign.close()
    with pytest.raises(UserError, match="another program changed the same data"):
        filled.history.undo()


def test_old_acts_are_forgotten(filled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal, "KEPT_ACTS", 3)
    for number in range(6):
        with filled.act(say("Add {count}", count=number)):
            filled.save([client(number)])
    undone = [filled.history.undo() for _ in range(4)]
    assert [act and act.label.by_name["count"] for act in undone] == [5, 4, 3, None]
    assert filled._connection.rows("SELECT count(*) FROM act") == [(3,)]


class Editing(RuleBasedStateMachine):
    """Saves, deletions, restorings, undos, redos and restarts in any order, on a real database.

    ``states`` holds all that was stored after each act, ``now`` says which of them counts.
    """

    @initialize()
    def begin(self) -> None:
        self.folder = TemporaryDirectory()
        self.store = open_store(Path(self.folder.name))
        self.store.save(RECORDS)
        self.store.add_export(EXPORT, CONTENT)
        self.states: list[dict[str, list[tuple]] | None] = [None]
        self.now = 0

    def teardown(self) -> None:
        self.store.close()
        self.folder.cleanup()

    @rule(which=st.sampled_from(RECORDS))
    def add_what_may_be_gone(self, which) -> None:
        self._attempt(lambda: self.store.save([which]))

    @rule(kind=st.sampled_from(KINDS), place=st.integers(0, 5), field=st.integers(0), words=WORDS)
    def change_words(self, kind, place: int, field: int, words: str) -> None:
        found = self.store.all(kind.record_type)
        names = [f.name for f in fields(kind.record_type) if f.type in ("Text", Text)]
        if found and names:
            record, name = found[place % len(found)], names[field % len(names)]
            self._attempt(lambda: self.store.save([replace(record, **{name: Text(words, "x")})]))

    @rule(ids=st.permutations([PERSON.id, "person-2"]), count=st.integers(0, 2))
    def change_who_attends(self, ids: list[str], count: int) -> None:
        for visit in self.store.all(Visit):
            changed = replace(visit, attendees=tuple(ids[:count]))
            self._attempt(lambda: self.store.save([changed]))  # noqa: B023 - called at once

    @rule(kind=st.sampled_from(KINDS), place=st.integers(0, 5), to_trash=st.booleans())
    def delete(self, kind, place: int, to_trash: bool) -> None:
        found = self.store.all(kind.record_type)
        if found:
            record_id = found[place % len(found)].id
            self._attempt(lambda: self.store.delete(kind.record_type, record_id, to_trash=to_trash))

    @rule(place=st.integers(0, 9))
    def restore(self, place: int) -> None:
        deletions = self.store.trash.deletions()
        if deletions:
            chosen = deletions[place % len(deletions)]
            self._attempt(lambda: self.store.trash.restore(chosen.act))
            if chosen not in self.store.trash.deletions():
                assert all(
                    self.store.exists(_TYPES[record.kind], record.id) for record in chosen.records
                )

    def _attempt(self, act) -> None:
        """Try something that may be refused, and may turn out to change nothing."""
        last = self._last_act()
        with suppress(UserError):
            act()
        if self._last_act() != last:
            self.now += 1
            self.states[self.now :] = [None]

    def _last_act(self) -> object:
        return self.store._connection.rows("SELECT max(id) FROM act")

    @rule()
    def undo(self) -> None:
        if self.now:
            assert self.store.history.undo()
            self.now -= 1

    @rule()
    def redo(self) -> None:
        is_last = self.now == len(self.states) - 1
        assert (self.store.history.redo() is None) is is_last
        self.now += not is_last

    @rule()
    def restart(self) -> None:
        self.store.close()
        self.store = open_store(Path(self.folder.name))

    @invariant()
    def all_is_as_it_was(self) -> None:
        found = everything(self.store)
        assert found == (self.states[self.now] or found)
        self.states[self.now] = found
        assert self.store._connection.pragma("foreign_key_check") is None


_TYPES = {kind.name: kind.record_type for kind in KINDS}
TestEditing = Editing.TestCase
TestEditing.settings = settings(max_examples=15, stateful_step_count=25, deadline=None)
