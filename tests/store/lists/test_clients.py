"""A page of clients holds those that a look through all of them would hold, in that order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_app.domain.client import Client, Grade, Person
from briefing_app.domain.ids import (
    ClientId,
    FollowUpId,
    OpportunityId,
    PersonId,
    VisitId,
    VisitRecordId,
)
from briefing_app.domain.lists import ClientFilters, ClientOrder, ClientQuery, ClientRow
from briefing_app.domain.opportunity import Opportunity
from briefing_app.domain.text import Language, Text
from briefing_app.domain.visit import FollowUp, Visit
from briefing_app.domain.visit_record import Continuation, VisitRecord
from briefing_app.store.lists import clients as room
from briefing_app.store.store import Store
from tests.store.sample import CLIENT, INDUSTRY, NEED, OPPORTUNITY, PERSON, VISIT

NOW = datetime(2026, 11, 23, 1, tzinfo=UTC)
ZH = ClientQuery(language=Language.ZH)


def company(number: int, zh: str = "", **changes: object) -> Client:
    name = Text(zh or f"公司{number}", f"Company {number}")
    plain = Client(id=ClientId(f"c-{number}"), name=name, industry=INDUSTRY.id)
    return replace(plain, **changes)


def project_of(client: Client) -> Opportunity:
    own = OpportunityId(f"p-{client.id}")
    return replace(OPPORTUNITY, id=own, client=client.id, requested_products=())


def visit_to(client: Client, days: float, name: str = "v") -> Visit:
    return replace(
        VISIT,
        id=VisitId(f"{name}-{client.id}"),
        opportunity=project_of(client).id,
        starts_at=NOW + timedelta(days=days),
        attendees=(),
        team=(),
    )


def met(client: Client, days_ago: int) -> Person:
    day = (NOW - timedelta(days=days_ago)).date()
    return replace(PERSON, id=PersonId(f"m-{client.id}"), client=client.id, last_contact=day)


def rows(store: Store, query: ClientQuery = ZH, limit: int = 100, offset: int = 0):
    return store.lists.client_rows(query, now=NOW, limit=limit, offset=offset)


def names(store: Store, query: ClientQuery = ZH, **page: int) -> list[str]:
    return [row.name.zh for row in rows(store, query, **page)]


def filtered(**filters: object) -> ClientQuery:
    return replace(ZH, filters=ClientFilters(**filters))  # type: ignore[arg-type]


def row_of(store: Store, client: Client) -> ClientRow:
    return next(row for row in rows(store) if row.id == client.id)


def test_chinese_names_stand_by_their_sound_and_latin_names_among_them(store: Store) -> None:
    zh = ["张三科技", "章三科技", "张四科技", "Acme", "北京银河", "曾都", "华为", "“青禾”数据"]
    store.save([INDUSTRY, *(company(number, name) for number, name in enumerate(zh))])
    assert names(store) == [
        "Acme", "北京银河", "曾都", "华为", "“青禾”数据", "张三科技", "张四科技", "章三科技",
    ]  # fmt: skip


def test_each_language_has_its_own_order(store: Store) -> None:
    one = company(1, name=Text("安", "Zebra"))
    two = company(2, name=Text("周", "Apple"))
    three = company(3, name=Text("", "Middle"))  # has no Chinese name: stands by the English one
    store.save([INDUSTRY, one, two, three])
    order = [[row.id for row in rows(store, ClientQuery(language=one))] for one in Language]
    assert order == [["c-1", "c-3", "c-2"], ["c-2", "c-3", "c-1"]]


def test_the_short_name_decides_where_there_is_one(store: Store) -> None:
    store.save([INDUSTRY, company(1, "北京华云"), company(2, "重庆江北", short_name=Text("安江"))])
    assert names(store) == ["安江", "北京华云"]


def test_a_renamed_client_moves_at_once(store: Store) -> None:
    store.save([INDUSTRY, company(1, "安"), company(2, "周")])
    store.save([company(1, "赵")])
    assert names(store) == ["赵", "周"]


def test_grades_stand_from_s_to_c_and_names_within(store: Store) -> None:
    grades = {"丙": Grade.C, "乙": Grade.S, "丁": Grade.S, "甲": Grade.A, "戊": Grade.B}
    store.save([INDUSTRY, *(company(i, n, grade=g) for i, (n, g) in enumerate(grades.items()))])
    assert names(store, replace(ZH, order=ClientOrder.GRADE)) == ["丁", "乙", "甲", "戊", "丙"]


def test_the_next_visit_comes_first_and_clients_without_one_at_the_end(store: Store) -> None:
    late, soon, never, past = (company(i, n) for i, n in enumerate(["甲", "乙", "丙", "丁"]))
    planned = [visit_to(late, 20), visit_to(soon, 3), visit_to(soon, 30, "w"), visit_to(past, -3)]
    of_projects = map(project_of, (late, soon, never, past))
    store.save([INDUSTRY, late, soon, never, past, *of_projects, *planned])
    by_visit = replace(ZH, order=ClientOrder.NEXT_VISIT)
    assert names(store, by_visit) == ["乙", "甲", "丙", "丁"]
    pages = [names(store, by_visit, limit=1, offset=place) for place in range(5)]
    assert pages == [["乙"], ["甲"], ["丙"], ["丁"], []]


CHANGES = {
    "its own field": lambda: company(1, city=Text("上海", "Shanghai")),
    "a person": lambda: met(company(1), 4),
    "a project": lambda: project_of(company(1)),
    "a need": lambda: replace(NEED, opportunity=project_of(company(1)).id, raised_by=None),
    "a visit": lambda: visit_to(company(1), 5),
}


@pytest.mark.parametrize("what", CHANGES)
def test_what_was_changed_last_comes_first(store: Store, what: str) -> None:
    store.save([INDUSTRY, company(1), project_of(company(1)), company(2)])
    by_change = replace(ZH, order=ClientOrder.LAST_CHANGED)
    assert [row.id for row in rows(store, by_change)] == ["c-2", "c-1"]
    store.save([CHANGES[what]()])
    assert [row.id for row in rows(store, by_change)] == ["c-1", "c-2"]


def test_deleting_what_belongs_to_a_client_is_a_change_of_it(store: Store) -> None:
    planned = visit_to(company(1), 5)
    store.save([INDUSTRY, company(1), project_of(company(1)), planned, company(2)])
    store.delete(Visit, planned.id)
    assert rows(store, replace(ZH, order=ClientOrder.LAST_CHANGED))[0].id == "c-1"
    assert names(store, filtered(has_next_visit=True)) == []


def test_a_row_tells_what_decides(filled: Store) -> None:
    project = replace(OPPORTUNITY, id=OpportunityId("second"))
    dropped = VisitRecord(
        id=VisitRecordId("r"), visit=VisitId("past"), continuation=Continuation.STOPPED
    )
    past = replace(VISIT, id=VisitId("past"), opportunity=project.id, starts_at=NOW, attendees=())
    past = replace(past, starts_at=NOW - timedelta(days=9))
    ahead = replace(VISIT, id=VisitId("ahead"), starts_at=NOW + timedelta(days=9, hours=23))
    open_step = FollowUp(id=FollowUpId("open"), visit=ahead.id, what=Text("报价"))
    done_step = replace(open_step, id=FollowUpId("done"), done_on=date(2026, 1, 1))
    met_last = replace(PERSON, last_contact=date(2026, 11, 2))
    already_open = sum(step.done_on is None for step in filled.all(FollowUp))
    filled.save([project, past, ahead, dropped, open_step, done_step, met_last])
    row = row_of(filled, CLIENT)
    assert (row.name, row.city) == (Text("江北银行", "Jiangbei Bank"), CLIENT.city)
    assert (row.industry, row.grade) == (INDUSTRY.name, Grade.S)
    assert row.next_visit is not None
    assert row.next_visit.date() == date(2026, 12, 3)  # 00:00 UTC is the morning in Chongqing
    assert row.last_visit == past.starts_at
    assert row.last_contact == date(2026, 11, 2)
    assert row.open_opportunities == 1  # the second one was stopped
    assert row.open_follow_ups == already_open + 1


@pytest.mark.parametrize(
    ("visits", "contact", "is_stale"),
    [
        ((-91,), None, True),
        ((-89,), None, False),
        ((-400, -91), 91, True),
        ((-400,), 89, False),
        ((-91, 30), None, False),  # is visited soon
        ((), 200, True),
        ((), None, False),  # was never met: not stale but new
    ],
)
def test_stale_is_whom_nobody_met_for_so_long(
    store: Store, visits: Sequence[int], contact: int | None, is_stale: bool
) -> None:
    one = company(1, "甲")
    store.save([INDUSTRY, one, project_of(one)])
    store.save(visit_to(one, days, f"v{days}") for days in visits)
    store.save([met(one, contact)] if contact is not None else [])
    assert names(store, filtered(stale_days=90)) == (["甲"] if is_stale else [])


def test_a_city_is_offered_with_how_many_clients_are_there(store: Store) -> None:
    cities = ["上海", "上海", "", "北京"]
    store.save([INDUSTRY, *(company(i, city=Text(city)) for i, city in enumerate(cities))])
    assert store.lists.cities() == (("上海", 2), ("北京", 1))


def test_what_goes_with_a_deleted_client_is_listed_no_more(filled: Store) -> None:
    filled.delete(Client, CLIENT.id)
    assert CLIENT.id not in [row.id for row in rows(filled)]
    assert filled.lists.count_clients(ZH, now=NOW) == len(rows(filled))


def test_a_rebuilt_index_lists_the_same(filled: Store) -> None:
    before = rows(filled)
    filled.rebuild_search()
    assert rows(filled) == before


@dataclass(frozen=True)
class Fact:
    """What a client of the property test is like."""

    name: str
    grade: Grade
    city: str
    visit: int | None
    contact: int | None


FACTS = st.builds(
    Fact,
    name=st.text("江北银科abc", min_size=1, max_size=4),
    grade=st.sampled_from(Grade),
    city=st.sampled_from(["上海", "北京", ""]),
    visit=st.none() | st.integers(-120, 20),
    contact=st.none() | st.integers(0, 120),
)
QUERIES = st.builds(
    ClientQuery,
    search=st.sampled_from(["", "江", "b", "银科", "-"]),
    order=st.sampled_from(ClientOrder),
    language=st.sampled_from(Language),
    filters=st.builds(
        ClientFilters,
        grades=st.lists(st.sampled_from(Grade), max_size=2, unique=True).map(tuple),
        cities=st.lists(st.sampled_from(["上海", "北京"]), max_size=2, unique=True).map(tuple),
        has_next_visit=st.booleans(),
        stale_days=st.none() | st.just(60),
    ),
)


def _passes(fact: Fact, filters: ClientFilters) -> bool:
    is_known = fact.visit is not None or fact.contact is not None
    quiet = (fact.visit is None or fact.visit < -60) and (fact.contact is None or fact.contact > 60)
    return (
        (not filters.grades or fact.grade in filters.grades)
        and (not filters.cities or fact.city in filters.cities)
        and (not filters.has_next_visit or (fact.visit is not None and fact.visit >= 0))
        and (filters.stale_days is None or (is_known and quiet))
    )


@settings(max_examples=80)
@given(facts=st.lists(FACTS, max_size=6), query=QUERIES, near=st.sampled_from([0, 2_000]))
def test_a_list_agrees_with_a_look_through_all_clients(
    filled: Store, facts: list[Fact], query: ClientQuery, near: int
) -> None:
    with pytest.MonkeyPatch.context() as patch, filled.change():
        patch.setattr(room, "NEAR", near)  # walked to, and looked up along the way that was kept
        filled.delete(Client, CLIENT.id)
        for number, fact in enumerate(facts):
            one = company(number, name=Text(fact.name), grade=fact.grade, city=Text(fact.city))
            filled.save([one, project_of(one)])
            filled.save([visit_to(one, fact.visit)] if fact.visit is not None else [])
            filled.save([met(one, fact.contact)] if fact.contact is not None else [])
        found = {hit.id for hit in filled.search(query.search, [Client], 100)}
        wanted = {
            f"c-{number}"
            for number, fact in enumerate(facts)
            if _passes(fact, query.filters)
            and (query.search in ("", "-") or f"c-{number}" in found)
        }
        whole = [row.id for row in rows(filled, query)]
        paged = [rows(filled, query, limit=2, offset=place) for place in range(0, 8, 2)]
        count = filled.lists.count_clients(query, now=NOW)
        for client in filled.all(Client):
            filled.delete(Client, client.id)
        filled.save([CLIENT])
    assert set(whole) == wanted
    assert len(whole) == count == len(wanted)
    assert [row.id for page in paged for row in page] == whole
