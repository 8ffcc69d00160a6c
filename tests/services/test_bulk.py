"""A field of many records is looked at before it is changed, and changed in one act."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from briefing_app.domain.client import Client, CompanySize, Grade
from briefing_app.domain.ids import CaseId, ColleagueId, ProductId, VisitId
from briefing_app.domain.message import Message
from briefing_app.domain.offering import Colleague, Permission, Product, SuccessCase
from briefing_app.domain.records import KIND_BY_NAME
from briefing_app.domain.text import Text
from briefing_app.domain.visit import Visit
from briefing_app.errors import UserError
from briefing_app.services import bulk, undoing
from briefing_app.services.bulk import (
    FIELDS,
    Deed,
    ManyChange,
    change_many,
    change_many_apart,
    deeds_for,
    ids_at,
    many_preview,
)
from briefing_app.services.bulk_deletion import SEEN_AT_ONCE, delete_many_apart, deletion_view
from briefing_app.services.bulk_view import many_view
from briefing_app.services.record_fields import field_words, shapes_of
from briefing_app.store.store import DATABASE, Store, open_store
from tests.store.everything import everything
from tests.store.sample import CASE, CLIENT, COLLEAGUE, PRODUCT, VISIT, client

OTHER = Colleague(id=ColleagueId("colleague-2"), name=Text("王芳", "Fang Wang"))
SECOND_VISIT = replace(VISIT, id=VisitId("visit-2"), team=(OTHER.id,))
BEFORE = datetime(2000, 1, 1, tzinfo=UTC)


class Rows:
    """A list of these ids."""

    def __init__(self, *found: str) -> None:
        self._ids = found

    def ids(self, store: Store, limit: int, offset: int) -> Sequence[str]:
        return self._ids[offset : offset + limit]


@pytest.fixture
def clients(filled: Store) -> tuple[str, ...]:
    cities = (Text("上海", "Shanghai"), Text("重庆", "Chongqing"), Text())
    made = [replace(client(n), city=city) for n, city in enumerate(cities, 1)]
    filled.save(made)
    filled.history.forget()
    return tuple(one.id for one in made)


@pytest.mark.parametrize("kind", FIELDS)
def test_every_field_that_is_offered_is_one_with_a_name_and_something_to_do(kind: str) -> None:
    record_type = KIND_BY_NAME[kind].record_type
    for name in FIELDS[kind]:
        assert name in shapes_of(record_type)
        assert field_words(record_type, name).label.msgid
        assert deeds_for(kind, name)


def test_what_can_be_done_follows_from_what_a_field_holds() -> None:
    assert deeds_for("client", "grade") == (Deed.SET,)
    assert deeds_for("client", "time_zone") == (Deed.SET,)
    assert deeds_for("client", "city") == deeds_for("client", "size") == (Deed.SET, Deed.EMPTY)
    assert deeds_for("visit", "team") == (Deed.ADD, Deed.REMOVE)
    assert deeds_for("visit", "starts_at") == (Deed.MOVE,)


def test_the_preview_counts_and_shows_what_would_differ(
    filled: Store, clients: tuple[str, ...]
) -> None:
    change = ManyChange("client", "city", value=Text("上海", "Shanghai"))
    preview = many_preview(filled, ids=clients, change=change)
    assert (preview.total, preview.changing) == (3, 2)
    assert [one.before for one in preview.examples] == [Text("重庆", "Chongqing"), Text()]
    assert {one.after for one in preview.examples} == {Text("上海", "Shanghai")}
    done = change_many(filled, ids=clients, change=change)
    assert len(done.records) == preview.changing
    assert many_preview(filled, ids=clients, change=change).changing == 0


def test_an_industry_is_shown_by_its_name(filled: Store, clients: tuple[str, ...]) -> None:
    packs = KIND_BY_NAME["industry"].record_type
    pack = replace(filled.all(packs)[0], id="industry-9", name=Text("游戏", "Games"))
    filled.save([pack])
    change = ManyChange("client", "industry", value="industry-9")
    assert many_preview(filled, ids=clients, change=change).examples[0].after == pack.name


def test_a_field_is_emptied(filled: Store, clients: tuple[str, ...]) -> None:
    change_many(filled, ids=clients, change=ManyChange("client", "city", Deed.EMPTY))
    assert not any(filled.get(Client, one).city for one in clients)
    change_many(filled, ids=clients, change=ManyChange("client", "size", value=CompanySize.LARGE))
    change_many(filled, ids=clients, change=ManyChange("client", "size", Deed.EMPTY))
    assert {filled.get(Client, one).size for one in clients} == {None}


def test_visits_move_by_days_and_keep_the_clients_hour(filled: Store) -> None:
    filled.save([replace(CLIENT, time_zone="Europe/Berlin")])
    in_winter = replace(VISIT, starts_at=datetime(2026, 3, 27, 8, tzinfo=UTC))  # 9:00 in Berlin
    filled.save([in_winter])
    change = ManyChange("visit", "starts_at", Deed.MOVE, 3)
    (example,) = many_preview(filled, ids=(VISIT.id,), change=change).examples
    assert (example.before.hour, example.after.hour) == (9, 9)
    assert example.owner == CLIENT.display_name
    change_many(filled, ids=(VISIT.id,), change=change)
    assert filled.get(Visit, VISIT.id).starts_at == datetime(2026, 3, 30, 7, tzinfo=UTC)
    change_many(filled, ids=(VISIT.id,), change=replace(change, value=-3))
    assert filled.get(Visit, VISIT.id) == in_winter


def test_a_move_out_of_the_calendar_is_told(filled: Store) -> None:
    change = ManyChange("visit", "starts_at", Deed.MOVE, 10_000_000)
    with pytest.raises(UserError, match="fewer days"):
        change_many(filled, ids=(VISIT.id,), change=change)


def test_a_colleague_joins_visits_and_leaves_them(filled: Store) -> None:
    filled.save([OTHER, SECOND_VISIT])
    ids = (VISIT.id, SECOND_VISIT.id)
    add = ManyChange("visit", "team", Deed.ADD, (COLLEAGUE.id,))
    assert many_preview(filled, ids=ids, change=add).changing == 1
    change_many(filled, ids=ids, change=add)
    assert filled.get(Visit, SECOND_VISIT.id).team == (OTHER.id, COLLEAGUE.id)
    assert filled.get(Visit, VISIT.id) == VISIT
    change_many(filled, ids=ids, change=replace(add, deed=Deed.REMOVE))
    assert [filled.get(Visit, one).team for one in ids] == [(), (OTHER.id,)]


def test_products_and_cases_change_together(filled: Store) -> None:
    product, case = replace(PRODUCT, id=ProductId("product-2")), replace(CASE, id=CaseId("case-2"))
    filled.save([product, case])
    add = ManyChange("product", "topics", Deed.ADD, ("retention",))
    change_many(filled, ids=(PRODUCT.id, product.id), change=add)
    assert all("retention" in one.topics for one in filled.all(Product))
    named = ManyChange("case", "permission", value=Permission.NAMED)
    change_many(filled, ids=(CASE.id, case.id), change=named)
    ends = ManyChange("case", "permission_expires", value=date(2027, 1, 1))
    change_many(filled, ids=(CASE.id, case.id), change=ends)
    found = filled.all(SuccessCase)
    assert {(one.permission, one.permission_expires) for one in found} == {
        (Permission.NAMED, date(2027, 1, 1))
    }


def test_a_value_that_cannot_be_changes_none(filled: Store, clients: tuple[str, ...]) -> None:
    before = everything(filled)
    change = ManyChange("client", "time_zone", value="Asia/Shanghei")
    for act in (many_preview, change_many):
        with pytest.raises(UserError, match="Asia/Shanghai"):
            act(filled, ids=clients, change=change)
    with pytest.raises(UserError, match="may have been deleted"):
        change_many(filled, ids=("client-99",), change=ManyChange("client", "grade", value=Grade.S))
    assert everything(filled) == before


class Stopped(Exception):
    """What a user's wish to stop raises."""


def test_a_change_that_is_stopped_on_its_way_changed_nothing(
    filled: Store, monkeypatch: pytest.MonkeyPatch, clients: tuple[str, ...]
) -> None:
    monkeypatch.setattr(bulk, "_PART", 1)
    before, told = everything(filled), []

    def tell(step: Message, number: int, total: int) -> None:
        told.append((number, total))
        if number == 2:
            raise Stopped

    change = ManyChange("client", "grade", value=Grade.S)
    with pytest.raises(Stopped):
        change_many(filled, ids=clients, change=change, progress=tell)
    assert told == [(1, 3), (2, 3)]
    assert everything(filled) == before
    assert undoing.undo_state(filled).undoable is None


def test_places_of_a_list_become_ids_up_to_a_limit(
    filled: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = Rows(*"abcdefgh")
    assert ids_at(filled, rows, ((1, 2), (6, 1))) == ("b", "c", "g")
    monkeypatch.setattr(bulk, "MOST_AT_ONCE", 2)
    with pytest.raises(UserError, match="at most 2"):
        ids_at(filled, rows, ((0, 2), (5, 1)))


def test_what_is_held_can_be_taken_out(filled: Store) -> None:
    filled.save([OTHER, SECOND_VISIT])
    rows = Rows(VISIT.id, SECOND_VISIT.id)
    view = many_view(filled, kind="visit", listed=rows, ranges=((0, 2),))
    assert dict(view.held["team"]) == {COLLEAGUE.id: COLLEAGUE.name, OTHER.id: OTHER.name}
    assert {one.id for one in view.choices["colleague"]} == {COLLEAGUE.id, OTHER.id}


def test_a_deletion_is_worth_a_question_where_more_goes_than_is_seen(filled: Store) -> None:
    rows = Rows(CLIENT.id)
    ahead = deletion_view(filled, kind="client", listed=rows, ranges=((0, 1),), now=BEFORE)
    assert (ahead.visits_ahead, ahead.is_worth_a_question) == (1, True)
    past = deletion_view(
        filled,
        kind="client",
        listed=rows,
        ranges=((0, 1),),
        now=datetime.now(UTC).replace(year=2099),
    )
    assert not past.is_worth_a_question
    many = [client(n) for n in range(100, 101 + SEEN_AT_ONCE)]
    filled.save(many)
    listed = Rows(*(one.id for one in many))
    view = deletion_view(filled, kind="client", listed=listed, ranges=((0, len(many)),), now=BEFORE)
    assert view.is_worth_a_question
    visits = deletion_view(
        filled, kind="visit", listed=Rows(VISIT.id), ranges=((0, 1),), now=BEFORE
    )
    assert (visits.visits_ahead, visits.is_worth_a_question) == (1, False)


@pytest.fixture
def folder(filled: Store, tmp_path: Path) -> Path:
    """A data folder that nobody has open."""
    filled.close()
    assert (tmp_path / DATABASE).exists()
    return tmp_path


def test_what_is_done_apart_is_one_act_that_can_be_undone(folder: Path) -> None:
    change = ManyChange("client", "grade", value=Grade.B)
    assert CLIENT.grade is not Grade.B
    done = change_many_apart(data=folder, ids=(CLIENT.id,), change=change)
    assert done.touches("client")
    gone = delete_many_apart(data=folder, kind="client", ids=(CLIENT.id,))
    assert gone.touches("client", "visit")
    with open_store(folder) as store:
        assert store.all(Client) == ()
        undoing.undo(store)
        assert store.get(Client, CLIENT.id).grade is Grade.B
        undoing.undo(store)
        assert store.get(Client, CLIENT.id) == CLIENT
