"""On which map somebody is looked for."""

from __future__ import annotations

from dataclasses import replace

from briefing_app.domain.ids import OpportunityId, PersonId, VisitId
from briefing_app.domain.opportunity import Opportunity
from briefing_app.domain.visit import Visit
from briefing_app.services.client_view import client_of
from briefing_app.services.stakeholder_map import acts
from briefing_app.services.stakeholder_map.spots import MapSpot, spot_of
from briefing_app.store.store import Store
from tests.builders import CLIENT, OPPORTUNITY, VISIT, person
from tests.services.stakeholder_map.conftest import known

OLDER, LIN, YAN = OpportunityId("a-first"), PersonId("lin"), PersonId("yan")


def test_a_stakeholder_stands_on_the_map_of_the_project(store: Store) -> None:
    one = known(store, "lin")
    assert spot_of(store, one.id) == MapSpot(OPPORTUNITY, LIN)
    assert client_of(store, one.id) == CLIENT


def test_who_comes_to_a_visit_is_looked_for_in_the_project_of_the_last_one(store: Store) -> None:
    _older_project(store)
    earlier = store.get(Visit, VISIT)
    before = replace(
        earlier,
        id=VisitId("before"),
        opportunity=OLDER,
        starts_at=earlier.starts_at.replace(year=2020),
    )
    store.save((before,))
    acts.take_off_map(store, OPPORTUNITY, LIN)
    assert LIN in before.attendees
    assert spot_of(store, LIN) == MapSpot(OPPORTUNITY, LIN)


def test_without_a_visit_the_project_counts_in_which_somebody_is_known(store: Store) -> None:
    _older_project(store)
    store.save((person("yan"),))
    assert spot_of(store, YAN) == MapSpot(OLDER, YAN)
    acts.add_to_map(store, OPPORTUNITY, YAN)
    assert spot_of(store, YAN) == MapSpot(OPPORTUNITY, YAN)


def test_nobody_else_stands_on_a_map(store: Store) -> None:
    assert spot_of(store, CLIENT) is None
    assert spot_of(store, "nobody") is None


def _older_project(store: Store) -> None:
    """One that comes first among the client's."""
    store.save((replace(store.get(Opportunity, OPPORTUNITY), id=OLDER),))
