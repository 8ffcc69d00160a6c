"""Visits come in order of time from now, and a page holds what its filters ask."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from briefing_app.domain.ids import FollowUpId, VisitId, VisitRecordId
from briefing_app.domain.lists import VisitQuery
from briefing_app.domain.opportunity import Stage
from briefing_app.domain.text import Text
from briefing_app.domain.visit import FollowUp, Visit
from briefing_app.domain.visit_record import VisitRecord
from briefing_app.store.store import Store
from tests.store.lists.test_clients import NOW, company, project_of
from tests.store.sample import CLIENT, COLLEAGUE, OPPORTUNITY, VISIT

AHEAD, PAST = VisitQuery(), VisitQuery(is_past=True)


def _visit(name: str, days: float, **changes: object) -> Visit:
    when = NOW + timedelta(days=days)
    plain = replace(VISIT, id=VisitId(name), starts_at=when, attendees=(), team=())
    return replace(plain, **changes)


@pytest.fixture
def store(filled: Store) -> Store:
    """Visits before and after now, and none else."""
    filled.delete(Visit, VISIT.id)
    other = company(7, "乙公司")
    filled.save([other, project_of(other)])
    filled.save(
        [
            _visit("next", 1, stage=Stage.NEEDS, team=(COLLEAGUE.id,)),
            _visit("later", 30, stage=Stage.SOLUTION),
            _visit("last", -1, stage=Stage.NEEDS),
            _visit("before", -90, stage=Stage.SOLUTION, team=(COLLEAGUE.id,)),
            _visit("theirs", -40, opportunity=project_of(other).id, purpose=Text("培训")),
            VisitRecord(id=VisitRecordId("r"), visit=VisitId("before")),
        ]
    )
    return filled


def found(store: Store, query: VisitQuery) -> list[str]:
    rows = store.lists.visit_rows(query, now=NOW, limit=100)
    assert store.lists.count_visits(query, now=NOW) == len(rows)
    return [row.id for row in rows]


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        (AHEAD, ["next", "later"]),
        (PAST, ["last", "theirs", "before"]),
        (replace(AHEAD, within_days=14), ["next"]),
        (replace(PAST, within_days=60), ["last", "theirs"]),
        (replace(PAST, needs_record=True), ["last", "theirs"]),
        (replace(PAST, client=CLIENT.id), ["last", "before"]),
        (replace(PAST, stages=(Stage.SOLUTION,)), ["before"]),
        (replace(PAST, colleague=COLLEAGUE.id), ["before"]),
        (replace(AHEAD, colleague=COLLEAGUE.id), ["next"]),
        (replace(PAST, search="peixun"), ["theirs"]),
        (replace(PAST, search="江北"), ["last", "before"]),
        (replace(AHEAD, search="江北"), ["next", "later"]),
        (replace(AHEAD, search="培训"), []),
        (replace(AHEAD, search="-"), ["next", "later"]),
    ],
)
def test_a_list_of_visits_holds_what_is_asked(
    store: Store, query: VisitQuery, ids: list[str]
) -> None:
    assert found(store, query) == ids


def test_pages_follow_one_another(store: Store) -> None:
    pages = [
        store.lists.visit_rows(PAST, now=NOW, limit=1, offset=place)[0].id for place in range(3)
    ]
    assert pages == ["last", "theirs", "before"]


def test_a_row_tells_when_it_is_at_the_client_and_what_is_open(store: Store) -> None:
    step = FollowUp(id=FollowUpId("open"), visit=VisitId("before"), what=Text("报价"))
    store.save([step])
    row = store.lists.visits_named([VisitId("before")])[0]
    assert (row.client_name, row.opportunity_name) == (
        Text("江北银行", "Jiangbei Bank"),
        OPPORTUNITY.name,
    )
    assert row.starts_at.hour == 9  # 01:00 UTC
    assert (row.is_recorded, row.open_follow_ups) == (True, 1)


def test_follow_ups_are_told_up_to_a_day_the_earliest_first(store: Store) -> None:
    for old in store.all(FollowUp):
        store.delete(FollowUp, old.id)
    days = {"b": date(2026, 11, 30), "a": date(2026, 11, 2), "c": date(2026, 12, 30), "d": None}
    plain = FollowUp(id=FollowUpId(""), visit=VisitId("last"), what=Text("报价"))
    store.save(replace(plain, id=FollowUpId(name), due=due) for name, due in days.items())
    store.save([replace(plain, id=FollowUpId("z"), due=days["a"], done_on=days["b"])])
    rows = store.lists.follow_ups_due(date(2026, 11, 30), 10)
    assert [row.id for row in rows] == ["a", "b"]
    assert store.lists.count_follow_ups_due(date(2026, 11, 30)) == 2
    assert rows[0].client == CLIENT.id
