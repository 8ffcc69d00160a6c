"""Adding records with as little typed as possible: a name, and whose it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from briefing_app.domain.client import Client, Department, Person
from briefing_app.domain.ids import (
    CaseId,
    ClientId,
    ColleagueId,
    CompetitorId,
    FollowUpId,
    IndustryId,
    NeedId,
    OpportunityId,
    PersonId,
    ProductId,
    VisitId,
    new_id,
)
from briefing_app.domain.message import Message, say
from briefing_app.domain.offering import (
    AdoptionProfile,
    Colleague,
    Integration,
    Product,
    ProductSurface,
    RunningDependence,
    SuccessCase,
)
from briefing_app.domain.opportunity import Competitor, Need, NeedLevel, Opportunity, Stage
from briefing_app.domain.records import Record
from briefing_app.domain.text import Language, Text
from briefing_app.domain.visit import FollowUp, Visit
from briefing_app.services.changes import Change
from briefing_app.services.checking import check, tidied
from briefing_app.store.store import Store
from briefing_app.wording import wording_in

_MORNING = time(10)
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Created:
    """A new record: what the act changed, and its id."""

    change: Change
    record_id: str


def create_client(store: Store, *, name: Text | str, industry: str) -> Created:
    """A client by its name and the id of its industry."""
    return _added(
        store, Client(id=ClientId(new_id()), name=as_text(name), industry=IndustryId(industry))
    )


def create_person(
    store: Store,
    *,
    client: str,
    name: Text | str,
    title: Text | str = "",
    department: Department = Department.OTHER,
) -> Created:
    """Somebody who works at a client."""
    person = Person(
        id=PersonId(new_id()),
        client=ClientId(client),
        name=as_text(name),
        title=as_text(title),
        department=department,
    )
    return _added(store, person)


def create_opportunity(store: Store, *, client: str, name: Text | str) -> Created:
    """A project at a client, at its first contact."""
    project = Opportunity(id=OpportunityId(new_id()), client=ClientId(client), name=as_text(name))
    return _added(store, project)


def create_visit(
    store: Store,
    *,
    opportunity: str,
    now: datetime,
    starts_at: datetime | None = None,
    purpose: Text | str = "",
    user: str = "",
) -> Created:
    """A visit about where the project stands.

    Without ``starts_at`` it begins in the morning of the client's next working day after ``now``;
    both are aware. Without a purpose it is called by the project's stage. ``user`` is the id of
    the colleague who goes, if any.
    """
    project = store.get(Opportunity, opportunity)
    zone = store.get(Client, project.client).time_zone
    visit = Visit(
        id=VisitId(new_id()),
        opportunity=project.id,
        starts_at=starts_at or _next_morning(now, zone),
        stage=project.stage,
        purpose=as_text(purpose) or _called_like(project.stage),
        team=(ColleagueId(user),) if user else (),
    )
    return _added(store, visit)


def create_need(
    store: Store, *, opportunity: str, statement: Text | str, level: NeedLevel = NeedLevel.L2
) -> Created:
    """Something that the client needs in a project; assumed until somebody confirms it."""
    need = Need(
        id=NeedId(new_id()),
        opportunity=OpportunityId(opportunity),
        statement=as_text(statement),
        level=level,
    )
    return _added(store, need)


def create_competitor(store: Store, *, opportunity: str, name: Text | str) -> Created:
    """Another vendor in a project."""
    rival = Competitor(
        id=CompetitorId(new_id()), opportunity=OpportunityId(opportunity), name=as_text(name)
    )
    return _added(store, rival)


def create_follow_up(
    store: Store,
    *,
    visit: str,
    what: Text | str,
    due: date | None = None,
    owner: Text | str = "",
    is_for_client: bool = False,
) -> Created:
    """Something to be done after a visit."""
    step = FollowUp(
        id=FollowUpId(new_id()),
        visit=VisitId(visit),
        what=as_text(what),
        owner=as_text(owner),
        due=due,
        is_for_client=is_for_client,
    )
    return _added(store, step)


def create_product(store: Store, *, name: Text | str, essence: Text | str) -> Created:
    """A product with what it does in one sentence. Its adoption profile is that of a project
    which the client's engineers support now and then, until somebody says better."""
    usual = AdoptionProfile(
        integration=Integration.PROJECT,
        running_dependence=RunningDependence.OCCASIONAL,
        on_core_flow=False,
        surface=ProductSurface.NONE,
        has_visible_demand=True,
        improves=(),
    )
    product = Product(
        id=ProductId(new_id()), name=as_text(name), essence=as_text(essence), adoption=usual
    )
    return _added(store, product)


def create_case(store: Store, *, customer: Text | str, industry: str) -> Created:
    """A success case; not to be shown until the customer permits it."""
    case = SuccessCase(
        id=CaseId(new_id()), customer=as_text(customer), industry=IndustryId(industry)
    )
    return _added(store, case)


def create_colleague(store: Store, *, name: Text | str, title: Text | str = "") -> Created:
    """Somebody of our own team."""
    return _added(
        store, Colleague(id=ColleagueId(new_id()), name=as_text(name), title=as_text(title))
    )


def add_records(store: Store, label: Message, *records: Record) -> Change:
    """Save new records in one act; UserError for what may not be stored."""
    for record in records:
        check(record)
    with store.act(label) as act:
        store.save(records)
    return Change(label, act.records)


def as_text(words: Text | str) -> Text:
    """Typed words, a plain string on the side of its language."""
    text: Text = tidied(words if isinstance(words, Text) else Text.of(words))
    return text


def _added(store: Store, record: Record) -> Created:
    label = say("Add “{name}”", name=store.shown_name(record))
    return Created(add_records(store, label, record), record.id)


def _next_morning(now: datetime, zone: str) -> datetime:
    """When a meeting would begin at the earliest, by the client's clock; in UTC."""
    day = now.astimezone(ZoneInfo(zone)).date() + timedelta(days=1)
    while day.weekday() >= _SATURDAY:
        day += timedelta(days=1)
    return datetime.combine(day, _MORNING, ZoneInfo(zone)).astimezone(UTC)


def _called_like(stage: Stage) -> Text:
    return Text(*(wording_in(language).label(stage) for language in (Language.ZH, Language.EN)))
