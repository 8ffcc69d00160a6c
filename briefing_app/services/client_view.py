"""A client with all that belongs to it, as its page shows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from briefing_app.domain.client import Client, Person
from briefing_app.domain.industry import IndustryPack
from briefing_app.domain.lists import PersonRow, VisitRow
from briefing_app.domain.logo import Logo
from briefing_app.domain.offering import Product
from briefing_app.domain.opportunity import Competitor, Need, Opportunity
from briefing_app.domain.stakeholder import Stakeholder
from briefing_app.domain.text import Language
from briefing_app.domain.visit import FollowUp, Visit
from briefing_app.domain.visit_record import Continuation, VisitRecord
from briefing_app.services.picking import Choice
from briefing_app.services.topics import topics_to_choose
from briefing_app.store.store import Store


@dataclass(frozen=True, kw_only=True, slots=True)
class OpportunityView:
    """A project with what is known of it; ``is_stopped`` where its last visit's record says so.
    ``choices`` are what it can refer to, by kind: people of the client, products, ``topics``."""

    opportunity: Opportunity
    needs: tuple[Need, ...]
    competitors: tuple[Competitor, ...]
    stakeholders: int
    is_stopped: bool
    choices: Mapping[str, tuple[Choice, ...]]


@dataclass(frozen=True, kw_only=True, slots=True)
class ClientView:
    """What a client's page shows at once. Of ``visits`` the latest comes first, of ``follow_ups``
    what is open, by the day it is due. Documents and timeline: see `client_history`."""

    client: Client
    industry: IndustryPack
    people: tuple[PersonRow, ...]
    opportunities: tuple[OpportunityView, ...]
    visits: tuple[VisitRow, ...]
    follow_ups: tuple[FollowUp, ...]
    logos: tuple[Logo, ...]


def client_view(store: Store, client_id: str, *, language: Language) -> ClientView:
    """The view of a client, people sorted by their names in ``language``.

    UserError for a client that is not there.
    """
    client = store.get(Client, client_id)
    projects = store.referring(Opportunity, "client", client.id)
    visits = visits_of(store, projects)
    steps = [step for visit in visits for step in store.referring(FollowUp, "visit", visit.id)]
    people = store.lists.people_rows(client.id, language)
    choices = {
        "person": tuple(Choice(one.id, one.name) for one in people),
        "product": tuple(Choice(one.id, one.name) for one in store.all(Product)),
        "topics": topics_to_choose(store, client.industry),
    }
    return ClientView(
        client=client,
        industry=store.get(IndustryPack, client.industry),
        people=people,
        opportunities=tuple(_opportunity(store, one, visits, choices) for one in projects),
        visits=store.lists.visits_named(visit.id for visit in visits),
        follow_ups=tuple(sorted(steps, key=_by_urgency)),
        logos=store.referring(Logo, "client", client.id),
    )


def visits_of(store: Store, projects: Iterable[Opportunity]) -> tuple[Visit, ...]:
    """All visits of some projects, the latest first."""
    found = [
        visit for project in projects for visit in store.referring(Visit, "opportunity", project.id)
    ]
    return tuple(sorted(found, key=lambda visit: visit.starts_at, reverse=True))


def _by_urgency(step: FollowUp) -> tuple[bool, date]:
    """What is open first, by the day it is due."""
    return step.done_on is not None, step.due or date.max


def _opportunity(
    store: Store,
    project: Opportunity,
    visits: Iterable[Visit],
    choices: Mapping[str, tuple[Choice, ...]],
) -> OpportunityView:
    needs = store.referring(Need, "opportunity", project.id)
    return OpportunityView(
        opportunity=project,
        needs=tuple(sorted(needs, key=lambda need: need.level)),
        competitors=store.referring(Competitor, "opportunity", project.id),
        stakeholders=len(store.referring(Stakeholder, "opportunity", project.id)),
        is_stopped=_is_stopped(store, project, visits),
        choices=choices,
    )


def _is_stopped(store: Store, project: Opportunity, visits: Iterable[Visit]) -> bool:
    """Of ``visits``, the latest first, the last one that was recorded tells."""
    for visit in visits:
        if visit.opportunity == project.id:
            for record in store.referring(VisitRecord, "visit", visit.id):
                return record.continuation is Continuation.STOPPED
    return False


def client_of(store: Store, record_id: str) -> str:
    """The id of the client that an id names: its own, or that of a person, a stakeholder, a
    project or a visit.

    UserError where there is no such record.
    """
    if store.exists(Stakeholder, record_id):
        record_id = store.get(Stakeholder, record_id).person
    if store.exists(Person, record_id):
        return store.get(Person, record_id).client
    if store.exists(Visit, record_id):
        record_id = store.get(Visit, record_id).opportunity
    if store.exists(Opportunity, record_id):
        return store.get(Opportunity, record_id).client
    return store.get(Client, record_id).id
