"""The calendar holds the visits of all clients, by the days where they are."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from briefing_app.domain.ids import OpportunityId, VisitId
from briefing_app.domain.text import Text
from briefing_app.domain.visit import Visit
from briefing_app.store.store import Store
from tests.store.sample import CLIENT, OPPORTUNITY, VISIT, client


def _at(number: int, *moment: int) -> Visit:
    return replace(VISIT, id=VisitId(f"at-{number}"), starts_at=datetime(*moment, tzinfo=UTC))


def _found(store: Store, first: date, last: date) -> list[str]:
    return [one.visit for one in store.appointments(first, last) if one.visit.startswith("at-")]


def test_visits_come_in_order_of_time_both_days_included(filled: Store) -> None:
    filled.save([_at(1, 2030, 5, 3, 9), _at(2, 2030, 5, 2, 9), _at(3, 2030, 5, 4, 9)])
    assert _found(filled, date(2030, 5, 2), date(2030, 5, 3)) == ["at-2", "at-1"]
    assert _found(filled, date(2030, 5, 2), date.max) == ["at-2", "at-1", "at-3"]
    assert _found(filled, date.min, date(2030, 5, 1)) == []


@pytest.mark.parametrize(
    ("zone", "days"),
    [
        ("Pacific/Kiritimati", [4, 5]),  # UTC+14
        ("Pacific/Pago_Pago", [3, 4]),  # UTC-11
        ("no zone", [4, 4]),
    ],
)
def test_the_days_are_those_of_the_client(filled: Store, zone: str, days: list[int]) -> None:
    filled.save([replace(CLIENT, time_zone=zone)])
    filled.save([_at(1, 2030, 5, 4, 9, 59), _at(2, 2030, 5, 4, 11)])
    for number, day in enumerate(days, start=1):
        assert f"at-{number}" in _found(filled, date(2030, 5, day), date(2030, 5, day))
        assert f"at-{number}" not in _found(filled, date(2030, 5, day + 1), date.max)
        assert f"at-{number}" not in _found(filled, date.min, date(2030, 5, day - 1))


def test_an_appointment_names_the_client_as_documents_do(filled: Store) -> None:
    long_named = replace(client(1), short_name=Text("", "Short"))
    project = replace(OPPORTUNITY, id=OpportunityId("theirs"), client=long_named.id)
    filled.save([long_named, project, replace(_at(1, 2030, 5, 4), opportunity=project.id)])
    (one,) = filled.appointments(date(2030, 5, 4), date(2030, 5, 4))
    assert one.client_name == Text(long_named.name.zh, "Short")
    assert one.time_zone == long_named.time_zone
