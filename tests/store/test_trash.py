"""The trash puts back what was deleted, long after other things were done."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing_app.domain.client import Grade, Person
from briefing_app.domain.deletion import TrashedRecord
from briefing_app.domain.ids import CaseId, LineId, SlideListId
from briefing_app.domain.message import say
from briefing_app.domain.offering import SuccessCase
from briefing_app.domain.opportunity import Need, Opportunity
from briefing_app.domain.records import Record, kind_of
from briefing_app.domain.slide_list import SlideList
from briefing_app.domain.stakeholder import Line, Stakeholder
from briefing_app.domain.text import Text
from briefing_app.domain.visit import FollowUp
from briefing_app.domain.visit_record import VisitRecord
from briefing_app.errors import UserError
from briefing_app.store import journal
from briefing_app.store.store import Store
from tests.store.everything import everything
from tests.store.sample import (
    CASE,
    CLIENT,
    COLLEAGUE,
    FOLLOW_UP,
    LINE,
    NEED,
    OPPORTUNITY,
    PERSON,
    SLIDE_LIST,
    STAKEHOLDER,
    SUPERIOR,
    VISIT,
    VISIT_RECORD,
    client,
)

OWNER = CLIENT.display_name


def _discard(store: Store, *records: Record) -> int:
    with store.act(say("Delete")):
        for record in records:
            store.delete(type(record), record.id, to_trash=True)
    return store.trash.deletions()[0].act


@pytest.mark.parametrize(
    ("record", "name", "owner"),
    [
        (CLIENT, CLIENT.name, Text()),
        (CASE, CASE.customer, Text()),
        (OPPORTUNITY, OPPORTUNITY.name, OWNER),
        (NEED, NEED.statement, OWNER),
        (STAKEHOLDER, PERSON.name, OWNER),
        (LINE, Text("曾伟 – 单静", "Zeng Wei – Shan Jing"), OWNER),
        (VISIT, VISIT.purpose, OWNER),
        (FOLLOW_UP, FOLLOW_UP.what, OWNER),
        (SLIDE_LIST, VISIT.purpose, OWNER),
        (VISIT_RECORD, VISIT.purpose, OWNER),
    ],
    ids=lambda value: getattr(value, "id", ""),
)
def test_the_trash_says_what_was_deleted_and_whose_it_was(
    filled: Store, record, name: Text, owner: Text
) -> None:
    before = everything(filled)
    act = _discard(filled, record)
    (deletion,) = filled.trash.deletions()
    filled.trash.restore(act)
    assert deletion.records == (TrashedRecord(kind_of(record).name, record.id, name, owner),)
    assert everything(filled) == before
    assert filled.trash.deletions() == ()


def test_what_is_deleted_in_passing_is_not_in_the_trash(filled: Store) -> None:
    filled.delete(FollowUp, FOLLOW_UP.id)
    assert filled.trash.deletions() == ()
    assert filled.history.undo()


def test_a_deletion_that_is_refused_is_not_in_the_trash(filled: Store) -> None:
    with filled.act(say("Delete")):
        with pytest.raises(UserError):
            filled.delete(Person, PERSON.id, to_trash=True)
        filled.delete(FollowUp, FOLLOW_UP.id, to_trash=True)
    (deletion,) = filled.trash.deletions()
    assert [record.id for record in deletion.records] == [FOLLOW_UP.id]


def test_several_are_restored_as_they_were_deleted_together(filled: Store) -> None:
    act = _discard(filled, FOLLOW_UP, NEED)
    assert len(filled.trash.deletions()[0].records) == 2
    restored = filled.trash.restore(act)
    assert str(restored.label) == "Restore 2 records"
    assert filled.exists(Need, NEED.id)
    assert filled.exists(FollowUp, FOLLOW_UP.id)


def test_the_last_deleted_comes_first(filled: Store) -> None:
    _discard(filled, FOLLOW_UP)
    _discard(filled, NEED)
    assert [one.records[0].id for one in filled.trash.deletions()] == [NEED.id, FOLLOW_UP.id]
    moments = [one.deleted_at for one in filled.trash.deletions()]
    assert moments == sorted(moments, reverse=True)


def test_restoring_leaves_what_was_changed_since(filled: Store) -> None:
    filled.save([replace(VISIT, attendees=())])
    act = _discard(filled, PERSON)
    other = replace(SUPERIOR, title=Text("行长", "President"))
    filled.save([other, replace(NEED, raised_by=SUPERIOR.id)])
    filled.trash.restore(act)
    assert filled.get(Person, SUPERIOR.id) == other
    assert filled.get(Need, NEED.id).raised_by == SUPERIOR.id
    assert filled.get(VisitRecord, VISIT_RECORD.id) == VISIT_RECORD
    assert filled.exists(Stakeholder, STAKEHOLDER.id)
    assert filled.search("曾伟")


def test_a_list_gets_its_lost_member_again_beside_those_that_came_since(filled: Store) -> None:
    act = _discard(filled, CLIENT)
    filled.save([client(1), replace(CASE, competes_with=(client(1).id,))])
    filled.trash.restore(act)
    assert filled.get(SuccessCase, CASE.id).competes_with == (client(1).id, CLIENT.id)


def test_a_list_that_is_gone_or_complete_is_left_alone(filled: Store) -> None:
    other = replace(CASE, id=CaseId("case-2"), competes_with=(CLIENT.id,))
    filled.save([other])
    act = _discard(filled, CLIENT)
    filled.delete(SuccessCase, CASE.id)
    filled.trash.restore(act)
    assert filled.all(SuccessCase) == (other,)


def test_a_restored_deletion_can_be_taken_back_and_is_in_the_trash_again(filled: Store) -> None:
    act = _discard(filled, FOLLOW_UP)
    filled.save([replace(CLIENT, grade=Grade.B)])
    restored = filled.trash.restore(act)
    assert restored.label == say("Restore “{name}”", name=FOLLOW_UP.what)
    assert filled.trash.deletions() == ()
    filled.history.undo()
    assert not filled.exists(FollowUp, FOLLOW_UP.id)
    assert [one.act for one in filled.trash.deletions()] == [act]
    filled.history.redo()
    assert filled.trash.deletions() == ()


def test_a_deletion_that_was_undone_is_not_in_the_trash(filled: Store) -> None:
    act = _discard(filled, FOLLOW_UP)
    filled.history.undo()
    assert filled.trash.deletions() == ()
    with pytest.raises(UserError, match="no longer in the trash"):
        filled.trash.restore(act)


def test_what_belongs_to_a_deleted_record_is_restored_after_it(filled: Store) -> None:
    part = _discard(filled, NEED)
    whole = _discard(filled, CLIENT)
    after = everything(filled)
    with pytest.raises(UserError, match="“Lose fewer users” cannot be restored before “Jiangbei"):
        filled.trash.restore(part)
    assert everything(filled) == after
    filled.trash.restore(whole)
    filled.trash.restore(part)
    assert filled.get(Need, NEED.id) == NEED


def test_what_belonged_to_something_gone_for_good_is_told(filled: Store) -> None:
    part = _discard(filled, NEED)
    filled.delete(Opportunity, OPPORTUNITY.id)
    with pytest.raises(UserError, match="under “Opportunities” is no longer there"):
        filled.trash.restore(part)


def test_what_would_stand_in_the_place_of_another_is_told(filled: Store) -> None:
    act = _discard(filled, SLIDE_LIST)
    filled.save([replace(SLIDE_LIST, id=SlideListId("slide-list-2"))])
    with pytest.raises(UserError, match="something else took its place since, under “Slide lists”"):
        filled.trash.restore(act)
    assert [one.id for one in filled.all(SlideList)] == ["slide-list-2"]


def test_a_restored_line_makes_no_circle(filled: Store) -> None:
    act = _discard(filled, LINE)
    back = replace(LINE, id=LineId("line-2"), source=LINE.target, target=LINE.source)
    filled.save([back])
    with pytest.raises(UserError, match="report to each other in a circle"):
        filled.trash.restore(act)
    assert filled.all(Line) == (back,)


def test_a_mention_of_somebody_who_went_later_waits_for_him(filled: Store) -> None:
    act = _discard(filled, STAKEHOLDER)
    filled.save([replace(VISIT, team=()), replace(VISIT_RECORD, team=())])
    colleague = _discard(filled, COLLEAGUE)
    with pytest.raises(UserError, match="cannot be restored before “Wang Fang”"):
        filled.trash.restore(act)
    filled.trash.restore(colleague)
    filled.trash.restore(act)
    assert filled.get(Stakeholder, STAKEHOLDER.id).covered_by == COLLEAGUE.id


def test_an_emptied_trash_restores_nothing_and_keeps_what_was_done_after(filled: Store) -> None:
    act = _discard(filled, FOLLOW_UP)
    filled.save([replace(CLIENT, grade=Grade.B)])
    filled.save([replace(CLIENT, grade=Grade.C)])
    filled.history.undo()
    assert (filled.trash.empty(), filled.trash.empty()) == (1, 0)
    assert filled.trash.deletions() == ()
    with pytest.raises(UserError, match="no longer in the trash"):
        filled.trash.restore(act)
    assert filled.history.redo() is None
    assert filled.history.undo()
    assert filled.history.undo() is None
    assert not filled.exists(FollowUp, FOLLOW_UP.id)
    steps = filled._connection.rows("SELECT cells FROM act_step")
    assert not any(str(FOLLOW_UP.what) in str(cells) for (cells,) in steps)


def _much_later(store: Store) -> None:
    for number in range(journal.KEPT_ACTS + 1):
        store.save([client(number, Text(f"新{number}"))])


def test_old_deletions_stay_in_the_trash(filled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal, "KEPT_ACTS", 2)
    act = _discard(filled, FOLLOW_UP)
    _much_later(filled)
    assert [one.act for one in filled.trash.deletions()] == [act]
    while filled.history.undo():
        pass
    assert not filled.exists(FollowUp, FOLLOW_UP.id)
    filled.trash.restore(act)
    assert filled.get(FollowUp, FOLLOW_UP.id) == FOLLOW_UP


def test_old_restored_deletions_do_not_return_to_the_trash(
    filled: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "KEPT_ACTS", 2)
    filled.trash.restore(_discard(filled, FOLLOW_UP))
    filled.save([client(900)])
    filled.save([client(901)])
    assert filled.trash.deletions() == ()
    _much_later(filled)
    assert filled.trash.deletions() == ()
    assert filled.exists(FollowUp, FOLLOW_UP.id)
    assert filled._connection.rows("SELECT count(*) FROM act") == [(2,)]
