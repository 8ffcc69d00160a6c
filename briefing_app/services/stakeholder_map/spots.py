"""On which map somebody stands, by the id of what is to be mended there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.domain.client import Person
from briefing_app.domain.ids import OpportunityId, PersonId
from briefing_app.domain.opportunity import Opportunity
from briefing_app.domain.stakeholder import Stakeholder
from briefing_app.domain.visit import Visit

if TYPE_CHECKING:  # loads on the database thread
    from briefing_app.store.store import Store


@dataclass(frozen=True, slots=True)
class MapSpot:
    """A person in a project."""

    opportunity: OpportunityId
    person: PersonId


def spot_of(store: Store, record_id: str) -> MapSpot | None:
    """Where a stakeholder stands, or a person: in the project of the last visit that they come
    to, else in the first one in which they are known, else in the client's first.

    ``None`` for the id of anything else, and where the client has no project.
    """
    if store.exists(Stakeholder, record_id):
        one = store.get(Stakeholder, record_id)
        return MapSpot(one.opportunity, one.person)
    if not store.exists(Person, record_id):
        return None
    person = store.get(Person, record_id)
    project = next(_projects(store, person), None)
    return MapSpot(project, person.id) if project is not None else None


def _projects(store: Store, person: Person) -> Iterator[OpportunityId]:
    visits = store.referring(Visit, "attendees", person.id)
    for visit in sorted(visits, key=lambda one: one.starts_at, reverse=True):
        yield visit.opportunity
    for known in store.referring(Stakeholder, "person", person.id):
        yield known.opportunity
    for project in store.referring(Opportunity, "client", person.client):
        yield project.id
