"""A record is added with a name and whose it is; the rest has usual values."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from briefing_app.domain.client import Client, Department, Person
from briefing_app.domain.message import say
from briefing_app.domain.offering import Colleague, Permission, Product, SuccessCase
from briefing_app.domain.opportunity import Competitor, Need, NeedLevel, Opportunity, Stage
from briefing_app.domain.text import Text
from briefing_app.domain.visit import FollowUp, Visit
from briefing_app.errors import UserError
from briefing_app.services import creating, undoing
from briefing_app.services.creating import Created
from briefing_app.store.store import Store
from tests.store.sample import CLIENT, COLLEAGUE, INDUSTRY, OPPORTUNITY, VISIT

NOW = datetime(2026, 4, 1, 6, 40, 12, 5, tzinfo=UTC)
BY_NAME = [
    (Client, "client", lambda s: creating.create_client(s, name=" 新客户 ", industry=INDUSTRY.id)),
    (Person, "person", lambda s: creating.create_person(s, client=CLIENT.id, name="李雷")),
    (
        Opportunity,
        "opportunity",
        lambda s: creating.create_opportunity(s, client=CLIENT.id, name="Data lake"),
    ),
    (
        Visit,
        "visit",
        lambda s: creating.create_visit(s, opportunity=OPPORTUNITY.id, now=NOW, purpose="Meet"),
    ),
    (Need, "need", lambda s: creating.create_need(s, opportunity=OPPORTUNITY.id, statement="省时")),
    (
        Competitor,
        "competitor",
        lambda s: creating.create_competitor(s, opportunity=OPPORTUNITY.id, name="Rival"),
    ),
    (FollowUp, "follow_up", lambda s: creating.create_follow_up(s, visit=VISIT.id, what="打电话")),
    (Product, "product", lambda s: creating.create_product(s, name="P", essence="It does it")),
    (
        SuccessCase,
        "case",
        lambda s: creating.create_case(s, customer="蓝天", industry=INDUSTRY.id),
    ),
    (Colleague, "colleague", lambda s: creating.create_colleague(s, name="Han Mei")),
]


@pytest.mark.parametrize(
    ("record_type", "kind", "create"), BY_NAME, ids=[kind for _, kind, _ in BY_NAME]
)
def test_a_new_record_is_one_act_that_names_it(
    filled: Store, record_type, kind: str, create
) -> None:
    created = create(filled)
    record = filled.get(record_type, created.record_id)
    assert created.change.records == ((kind, created.record_id),)
    assert created.change.label == say("Add “{name}”", name=filled.shown_name(record))
    undoing.undo(filled)
    assert not filled.exists(record_type, created.record_id)


def test_typed_words_go_to_the_side_of_their_language(filled: Store) -> None:
    created = creating.create_client(filled, name="  Nan'an Bank ", industry=INDUSTRY.id)
    assert filled.get(Client, created.record_id).name == Text(en="Nan'an Bank")
    created = creating.create_client(filled, name=Text("南岸 ", "Nan'an"), industry=INDUSTRY.id)
    assert filled.get(Client, created.record_id).name == Text("南岸", "Nan'an")


@pytest.mark.parametrize(
    ("create", "told"),
    [
        (lambda s: creating.create_client(s, name=" ", industry=INDUSTRY.id), "a value is needed"),
        (lambda s: creating.create_client(s, name="x", industry="industry-9"), "no such record"),
        (lambda s: creating.create_person(s, client=CLIENT.id, name="\x07"), "control character"),
        (lambda s: creating.create_product(s, name="P", essence=""), "a value is needed"),
        (lambda s: creating.create_visit(s, opportunity="none", now=NOW), "may have been deleted"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_added(filled: Store, create, told: str) -> None:
    with pytest.raises(UserError, match=told):
        create(filled)
    assert undoing.undo_state(filled).undoable is None


@pytest.mark.parametrize(
    ("zone", "now", "begins"),
    [
        ("Asia/Shanghai", "2026-04-01T06:20Z", "2026-04-02T02:00Z"),
        ("America/New_York", "2026-04-01T06:20Z", "2026-04-02T14:00Z"),
        ("Asia/Shanghai", "2026-04-01T20:20Z", "2026-04-03T02:00Z"),  # there it is the 2nd
        ("Asia/Shanghai", "2026-04-03T06:20Z", "2026-04-06T02:00Z"),  # a Friday
        ("Europe/Berlin", "2026-03-27T12:00Z", "2026-03-30T08:00Z"),  # clocks are put forward
    ],
)
def test_a_visit_begins_in_the_morning_of_the_clients_next_working_day(
    filled: Store, zone: str, now: str, begins: str
) -> None:
    filled.save([replace(CLIENT, time_zone=zone), replace(OPPORTUNITY, stage=Stage.SOLUTION)])
    created = creating.create_visit(
        filled,
        opportunity=OPPORTUNITY.id,
        now=datetime.fromisoformat(now),
        user=COLLEAGUE.id,
    )
    visit = filled.get(Visit, created.record_id)
    assert visit.starts_at == datetime.fromisoformat(begins)
    assert (visit.stage, visit.team) == (Stage.SOLUTION, (COLLEAGUE.id,))
    assert visit.purpose == Text("方案", "Solution")


def test_a_visit_may_begin_when_it_was_said_to(filled: Store) -> None:
    moment = datetime(2026, 5, 1, 1, 15, tzinfo=UTC)
    created = creating.create_visit(
        filled, opportunity=OPPORTUNITY.id, now=NOW, starts_at=moment, purpose="谈价"
    )
    visit = filled.get(Visit, created.record_id)
    assert (visit.starts_at, visit.purpose, visit.team) == (moment, Text("谈价"), ())


def test_what_is_known_of_a_new_record_is_kept(filled: Store) -> None:
    def kept(record_type, created: Created):
        return filled.get(record_type, created.record_id)

    person = creating.create_person(
        filled, client=CLIENT.id, name="李雷", title="CFO", department=Department.FINANCE
    )
    assert kept(Person, person).title == Text(en="CFO")
    need = creating.create_need(
        filled, opportunity=OPPORTUNITY.id, statement="省时", level=NeedLevel.L1
    )
    assert kept(Need, need).level is NeedLevel.L1
    assert not kept(Need, need).evidence.is_confirmed
    step = creating.create_follow_up(
        filled, visit=VISIT.id, what="报价", due=date(2026, 4, 9), owner="王芳", is_for_client=True
    )
    assert kept(FollowUp, step).due == date(2026, 4, 9)
    case = creating.create_case(filled, customer="蓝天", industry=INDUSTRY.id)
    assert kept(SuccessCase, case).permission is Permission.NONE
