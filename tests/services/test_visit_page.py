"""A visit's page tells what is set, what is missing and where to mend it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from briefing_app.domain.ids import VisitId
from briefing_app.domain.mend import Mend
from briefing_app.domain.records import KIND_BY_NAME
from briefing_app.domain.text import Text
from briefing_app.domain.visit import Visit
from briefing_app.errors import UserError
from briefing_app.services.samples import DEMO_VISITS, load_samples
from briefing_app.services.visit_page import visit_page
from briefing_app.store.store import Store, open_store

VISIT = VisitId(DEMO_VISITS[0])
TODAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(tmp_path_factory.mktemp("data")) as opened:
        load_samples(opened)
        yield opened


@pytest.fixture
def store(loaded: Store) -> Iterator[Store]:
    """The samples; the visit as it was before after each test."""
    visit = loaded.get(Visit, VISIT)
    yield loaded
    loaded.save([visit])


def test_times_are_those_of_the_client_and_the_agenda_fills_the_meeting(store: Store) -> None:
    page = visit_page(store, VISIT, today=TODAY)
    assert page.starts_at == page.visit.starts_at
    assert str(page.starts_at.tzinfo) == page.time_zone
    assert page.agenda[0].starts_at == page.starts_at
    assert sum(item.minutes for item in page.agenda) == page.visit.minutes


def test_attendees_come_first_in_their_order(store: Store) -> None:
    visit = store.get(Visit, VISIT)
    turned = tuple(reversed(visit.attendees))
    store.save([replace(visit, attendees=turned)])
    people = visit_page(store, VISIT, today=TODAY).people
    assert tuple(person.id for person in people[: len(turned)]) == turned
    assert len({person.id for person in people}) == len(people)


def test_what_is_missing_leads_to_a_record_that_is_there(store: Store) -> None:
    visit = store.get(Visit, VISIT)
    store.save([replace(visit, best_commitment=Text(), attendees=())])
    parts = [part for part in visit_page(store, VISIT, today=TODAY).parts if part.missing]
    mends = [part.mend for part in parts if part.mend]
    assert Mend("visit", VISIT, "best_commitment") in mends
    assert Mend("visit", VISIT, "attendees") in mends
    assert len(mends) == len(parts)
    for mend in mends:
        assert store.exists(KIND_BY_NAME[mend.kind].record_type, mend.record_id)


def test_a_visit_that_is_gone_is_refused(store: Store) -> None:
    with pytest.raises(UserError, match="gone"):
        visit_page(store, VisitId("gone"), today=TODAY)
