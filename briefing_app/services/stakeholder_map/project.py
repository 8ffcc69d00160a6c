"""The facts of a project, seen from its next visit; a project without one has a map as well."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from briefing_app.domain.client import Client, Person
from briefing_app.domain.dossier import Dossier
from briefing_app.domain.ids import CompanyId, OpportunityId, VisitId
from briefing_app.domain.industry import IndustryPack
from briefing_app.domain.offering import Colleague, OwnCompany, Product, SuccessCase
from briefing_app.domain.opportunity import Competitor, Need, Opportunity
from briefing_app.domain.stakeholder import Line, Stakeholder
from briefing_app.domain.text import Text
from briefing_app.domain.visit import FollowUp, Visit
from briefing_app.planning.days import local_day
from briefing_app.store.store import Store

NOT_PLANNED = VisitId("")
"""The id of the visit of a dossier whose project has none to come."""


def project_dossier(store: Store, opportunity_id: OpportunityId, today: date) -> Dossier:
    """What the map of a project is drawn and judged from, as it is at one moment.

    Its visit is the next one from ``today`` (a local day) on; where none is planned, one without
    attendees at the stage of the project. Our own company may not be described yet. UserError
    where there is no such project.
    """
    with store.snapshot():
        opportunity = store.get(Opportunity, opportunity_id)
        client = store.get(Client, opportunity.client)
        visits = store.referring(Visit, "opportunity", opportunity.id)
        steps = (store.referring(FollowUp, "visit", visit.id) for visit in visits)
        return Dossier(
            visit=_next(visits, client, today) or _not_planned(opportunity, client, today),
            opportunity=opportunity,
            client=client,
            industry=store.get(IndustryPack, client.industry),
            company=_company(store),
            people=store.referring(Person, "client", client.id),
            stakeholders=store.referring(Stakeholder, "opportunity", opportunity.id),
            lines=store.referring(Line, "opportunity", opportunity.id),
            needs=store.referring(Need, "opportunity", opportunity.id),
            competitors=store.referring(Competitor, "opportunity", opportunity.id),
            colleagues=store.all(Colleague),
            products=store.all(Product),
            cases=store.all(SuccessCase),
            visits=visits,
            follow_ups=tuple(step for of_visit in steps for step in of_visit),
            photos=store.photos(client.id),
        )


def _next(visits: tuple[Visit, ...], client: Client, today: date) -> Visit | None:
    to_come = [one for one in visits if local_day(one.starts_at, client.time_zone) >= today]
    return min(to_come, key=lambda one: one.starts_at, default=None)


def _not_planned(opportunity: Opportunity, client: Client, today: date) -> Visit:
    noon = datetime.combine(today, time(12), ZoneInfo(client.time_zone))
    return Visit(
        id=NOT_PLANNED,
        opportunity=opportunity.id,
        starts_at=noon.astimezone(UTC),
        stage=opportunity.stage,
        purpose=Text(),
    )


def _company(store: Store) -> OwnCompany:
    companies = store.all(OwnCompany)
    return companies[0] if companies else OwnCompany(id=CompanyId(""), name=Text())
