"""A field that saves itself: one act, one line when it is refused, taken back by one undo."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

import pytest

from briefing_app.domain.client import Client, Grade, Person
from briefing_app.domain.message import Message, say, say_count
from briefing_app.domain.opportunity import Need, Opportunity
from briefing_app.domain.records import KINDS
from briefing_app.domain.stakeholder import BuyingRole, Coverage, Stakeholder, Support
from briefing_app.domain.text import Text
from briefing_app.domain.values import Certainty, Evidence, Money
from briefing_app.domain.visit import FollowUp, Visit
from briefing_app.errors import UserError
from briefing_app.services import undoing
from briefing_app.services.bulk import ManyChange, change_many
from briefing_app.services.checking import field_label
from briefing_app.services.editing import change_field, change_fields, delete_records
from briefing_app.store.store import Store
from tests.store.sample import (
    CLIENT,
    FOLLOW_UP,
    NEED,
    OPPORTUNITY,
    PERSON,
    STAKEHOLDER,
    SUPERIOR,
    VISIT,
    client,
)

TODAY = date(2026, 4, 2)


def _change(store: Store, field: str, value: object):
    return change_field(store, kind="client", record_id=CLIENT.id, field=field, value=value)


def test_a_field_is_set_and_taken_back(filled: Store) -> None:
    change = _change(filled, "grade", Grade.B)
    assert change.records == (("client", CLIENT.id),)
    assert change.label == say(
        "Change “{field}” of “{name}”", field=Message("Grade"), name=CLIENT.name
    )
    assert filled.get(Client, CLIENT.id) == replace(CLIENT, grade=Grade.B)
    assert undoing.undo(filled) == change
    assert filled.get(Client, CLIENT.id) == CLIENT


def test_a_value_that_is_there_is_no_act(filled: Store) -> None:
    assert _change(filled, "city", replace(CLIENT.city)).records == ()
    assert _change(filled, "city", Text(f" {CLIENT.city.zh}\n", CLIENT.city.en)).records == ()
    assert undoing.undo_state(filled).undoable is None


def test_a_new_name_is_what_search_finds_from_then_on(filled: Store) -> None:
    change_fields(
        filled,
        kind="client",
        record_id=CLIENT.id,
        values={"name": Text(" 南岸农商行 ", "Nan'an"), "short_name": Text()},
    )
    assert filled.get(Client, CLIENT.id).name == Text("南岸农商行", "Nan'an")
    assert {hit.record_type for hit in filled.search("南岸")} == {Client, Visit}
    assert undoing.undo_state(filled).undoable == say("Change “{name}”", name=CLIENT.name)


@pytest.mark.parametrize(
    ("kind", "record_id", "field", "value", "told"),
    [
        ("client", CLIENT.id, "name", Text("  ", ""), "a value is needed here"),
        ("client", CLIENT.id, "time_zone", "Asia/Shanghei", "Asia/Shanghai"),
        ("client", CLIENT.id, "note", Text("\x07"), "invisible control character"),
        ("client", CLIENT.id, "annual_revenue", Money(1, "RMB"), "RMB is not a currency"),
        ("person", PERSON.id, "email", "zeng.wei", "E-mail: zeng.wei is not an e-mail address"),
        ("visit", VISIT.id, "minutes", 0, "between 1 and 1440 minutes"),
        ("need", NEED.id, "topics", ("a; b",), "one short word"),
        ("client", CLIENT.id, "industry", "industry-9", "no such record"),
        ("client", "client-9", "city", Text("x"), "may have been deleted"),
    ],
)
def test_a_value_that_cannot_be_is_told_in_one_line(
    filled: Store, kind: str, record_id: str, field: str, value: object, told: str
) -> None:
    with pytest.raises(UserError) as raised:
        change_field(filled, kind=kind, record_id=record_id, field=field, value=value)
    assert told in str(raised.value)
    assert "\n" not in str(raised.value)
    assert undoing.undo_state(filled).undoable is None


def test_an_old_fault_elsewhere_does_not_keep_a_field_from_being_changed(filled: Store) -> None:
    filled.save([replace(PERSON, email="nobody")])
    change_field(filled, kind="person", record_id=PERSON.id, field="phone", value="123")
    assert filled.get(Person, PERSON.id).phone == "123"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("roles", (BuyingRole.DECIDER,)),
        ("support", Support.OPPONENT),
        ("coverage", Coverage.TRUSTED),
    ],
)
def test_a_fact_about_somebody_without_its_source_is_assumed_today(
    filled: Store, field: str, value: object
) -> None:
    sure = Evidence(Certainty.CONFIRMED, Text("会议"), date(2026, 1, 1))
    filled.save([replace(STAKEHOLDER, **{f"{field}_evidence": sure})])
    change_field(
        filled,
        kind="stakeholder",
        record_id=STAKEHOLDER.id,
        field=field,
        value=value,
        today=TODAY,
    )
    stored = filled.get(Stakeholder, STAKEHOLDER.id)
    assert getattr(stored, field) == value
    assert getattr(stored, f"{field}_evidence") == Evidence(Certainty.ASSUMED, Text(), TODAY)


def test_a_fact_keeps_the_source_that_comes_with_it(filled: Store) -> None:
    sure = Evidence(Certainty.CONFIRMED, Text("会议"), TODAY)
    change_fields(
        filled,
        kind="stakeholder",
        record_id=STAKEHOLDER.id,
        values={"support": Support.NEUTRAL, "support_evidence": sure},
        today=TODAY,
    )
    assert filled.get(Stakeholder, STAKEHOLDER.id).support_evidence == sure
    label = undoing.undo_state(filled).undoable
    assert label == say("Change “{name}”", name=PERSON.name)


def test_a_fact_that_stays_keeps_its_source(filled: Store) -> None:
    sure = Evidence(Certainty.CONFIRMED, Text("会议"), TODAY)
    filled.save([replace(STAKEHOLDER, support_evidence=sure)])
    change_field(
        filled,
        kind="stakeholder",
        record_id=STAKEHOLDER.id,
        field="support",
        value=STAKEHOLDER.support,
    )
    assert filled.get(Stakeholder, STAKEHOLDER.id).support_evidence == sure


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_field_has_a_name_to_call_it_by(kind) -> None:
    names = [part.name for part in fields(kind.record_type) if part.name != "id"]
    if kind.name not in ("logo", "photo"):
        assert all(field_label(kind.record_type, name).msgid for name in names)


def test_deleted_records_are_in_the_trash(filled: Store) -> None:
    filled.save([replace(FOLLOW_UP, id="follow-up-2")])
    change = delete_records(filled, kind="follow_up", ids=(FOLLOW_UP.id, "follow-up-2"))
    assert change.label == say_count("Delete {count} record", "Delete {count} records", 2)
    assert filled.all(FollowUp) == ()
    (deletion,) = undoing.trash(filled)
    undoing.restore(filled, deletion.act)
    assert len(filled.all(FollowUp)) == 2


def test_a_deletion_says_what_went_with_it(filled: Store) -> None:
    change = delete_records(filled, kind="stakeholder", ids=(STAKEHOLDER.id,))
    assert change.label == say("Delete “{name}”", name=PERSON.name)
    assert change.records == (("stakeholder", STAKEHOLDER.id),)
    gone = delete_records(filled, kind="opportunity", ids=(OPPORTUNITY.id,))
    assert gone.touches("visit", "need", "follow_up")


def test_of_several_all_stay_where_one_cannot_go(filled: Store) -> None:
    filled.save([replace(PERSON, id="person-3")])
    with pytest.raises(UserError, match="is used by"):
        delete_records(filled, kind="person", ids=("person-3", PERSON.id))
    assert filled.exists(Person, "person-3")
    assert undoing.trash(filled) == ()


def test_many_records_are_changed_in_one_act(filled: Store) -> None:
    filled.save([client(1), client(2), replace(client(3), grade=Grade.B)])
    ids = (client(1).id, client(2).id, client(3).id)
    change = change_many(filled, ids=ids, change=ManyChange("client", "grade", value=Grade.B))
    assert change.records == (("client", ids[0]), ("client", ids[1]))
    assert {filled.get(Client, each).grade for each in ids} == {Grade.B}
    assert str(change.label) == "Change “Grade” of 3 records"
    undoing.undo(filled)
    assert filled.get(Client, ids[0]).grade is client(1).grade


def test_none_of_many_is_changed_where_one_cannot_be(filled: Store) -> None:
    with pytest.raises(UserError):
        change_many(
            filled,
            ids=(PERSON.id, "person-9"),
            change=ManyChange("person", "phone", value="1"),
        )
    with pytest.raises(UserError, match="e-mail"):
        change_many(
            filled,
            ids=(PERSON.id, SUPERIOR.id),
            change=ManyChange("person", "email", value="x"),
        )
    assert filled.get(Person, PERSON.id) == PERSON


def test_many_facts_about_people_are_assumed(filled: Store) -> None:
    change_many(
        filled,
        ids=(STAKEHOLDER.id,),
        change=ManyChange("stakeholder", "support", value=Support.NEUTRAL),
        today=TODAY,
    )
    assert filled.get(Stakeholder, STAKEHOLDER.id).support_evidence == Evidence(on=TODAY)


def test_other_records_are_left_alone(filled: Store) -> None:
    before = (filled.all(Need), filled.all(Opportunity))
    _change(filled, "website", "www.example.com")
    assert (filled.all(Need), filled.all(Opportunity)) == before
