"""A day begins with what is next, what is owed and what was forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from briefing_app.domain.client import Client, Grade, Person
from briefing_app.domain.ids import VisitId
from briefing_app.domain.text import Language, Text
from briefing_app.domain.visit import FollowUp, Visit
from briefing_app.services.samples import DEMO_VISITS, load_samples
from briefing_app.services.today import TodayView, today_view
from briefing_app.store.store import Store, open_store

NOW = datetime(2026, 11, 26, 9, tzinfo=UTC)
GAMES = DEMO_VISITS[0]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path) as opened:
        load_samples(opened)
        yield opened


def _today(store: Store, now: datetime = NOW) -> TodayView:
    return today_view(store, today=now.date(), now=now, language=Language.EN)


def test_the_next_visits_come_first(store: Store) -> None:
    view = _today(store)
    assert [one.id for one in view.visits] == list(DEMO_VISITS)
    assert view.total.visits == 2


def test_a_visit_of_today_stays_until_the_day_is_over(store: Store) -> None:
    start = store.get(Visit, GAMES).starts_at
    evening = start + timedelta(hours=9)
    assert GAMES in [one.id for one in _today(store, evening).visits]
    assert GAMES not in [one.id for one in _today(store, start + timedelta(days=1)).visits]


def test_follow_ups_are_overdue_or_due_soon(store: Store) -> None:
    owed, *others = store.all(FollowUp)
    days = {owed: -1, others[0]: 0, others[1]: 7}
    store.save(replace(step, due=date(2027, 12, 31)) for step in others[2:])
    store.save(
        replace(step, due=NOW.date() + timedelta(days=ahead)) for step, ahead in days.items()
    )
    view = _today(store)
    assert [step.id for step in view.overdue] == [owed.id]
    assert [step.id for step in view.due] == [others[0].id, others[1].id]
    assert view.total.follow_ups == 3


def test_a_past_visit_without_a_record_is_asked_about_for_some_weeks(store: Store) -> None:
    start = store.get(Visit, GAMES).starts_at
    soon, late = _today(store, start + timedelta(days=2)), _today(store, start + timedelta(days=99))
    assert [visit.id for visit in soon.unrecorded] == [GAMES]
    assert GAMES not in [visit.id for visit in late.unrecorded]


def test_clients_gone_stale_are_told_by_their_weight(store: Store) -> None:
    model = store.all(Client)[0]
    for number, grade in enumerate([Grade.B, Grade.S, Grade.C]):
        client = replace(model, id=f"quiet-{number}", grade=grade, name=Text(f"静{number}"))
        person = Person(id=f"p-{number}", client=client.id, name=Text("甲"))
        store.save([client, replace(person, last_contact=date(2026, 9, 1))])
    assert [client.id for client in _today(store).stale] == ["quiet-1", "quiet-0"]


def test_an_empty_store_has_nothing_to_show(tmp_path: Path) -> None:
    with open_store(tmp_path) as empty:
        view = _today(empty)
    assert not view.has_clients
    assert (view.visits, view.overdue, view.unrecorded, view.stale) == ((), (), (), ())


def test_only_so_many_visits_are_shown(store: Store) -> None:
    model = store.get(Visit, GAMES)
    store.save(replace(model, id=VisitId(f"more-{number}")) for number in range(25))
    view = _today(store)
    assert len(view.visits) == 20
    assert view.total.visits == 27
