"""What lists show of many records, and what they are asked for: a row tells what decides.

Moments are aware, at the time where the client is; in UTC where its time zone does not exist.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from briefing_app.domain.client import Department, Grade
from briefing_app.domain.ids import (
    CaseId,
    ClientId,
    ColleagueId,
    FollowUpId,
    IndustryId,
    OpportunityId,
    PersonId,
    ProductId,
    VisitId,
)
from briefing_app.domain.labels import N_, Labelled
from briefing_app.domain.offering import Permission
from briefing_app.domain.opportunity import Stage
from briefing_app.domain.text import Language, Text

MOST_FOUND = 2_000
"""So many clients, or past visits, are listed at most of what a search finds; who finds more
types on."""


class ClientOrder(Labelled):
    """What a list of clients is sorted by."""

    NAME = "name", N_("By name")
    GRADE = "grade", N_("By grade")
    NEXT_VISIT = "next-visit", N_("By next visit")
    LAST_CHANGED = "last-changed", N_("By last change")


@dataclass(frozen=True, kw_only=True, slots=True)
class ClientFilters:
    """Which clients a list shows; what is empty lets all pass.

    ``stale_days`` keeps those with whom there was contact, but none for so many days, and with
    whom no visit is planned. ``cities`` are written as the clients have them.
    """

    grades: tuple[Grade, ...] = ()
    industries: tuple[IndustryId, ...] = ()
    cities: tuple[str, ...] = ()
    has_next_visit: bool = False
    stale_days: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ClientQuery:
    """A list of clients: what is searched, filtered and how it is sorted; names by ``language``.

    A search looks at names, as they are written or by pinyin; `MOST_FOUND` are listed at most.
    """

    search: str = ""
    filters: ClientFilters = field(default_factory=ClientFilters)
    order: ClientOrder = ClientOrder.NAME
    language: Language


@dataclass(frozen=True, kw_only=True, slots=True)
class ClientRow:
    """A client in a list. Open opportunities are those that no visit's record calls stopped."""

    id: ClientId
    name: Text
    industry: Text
    city: Text
    grade: Grade
    next_visit: datetime | None
    last_visit: datetime | None
    last_contact: date | None
    open_opportunities: int
    open_follow_ups: int


@dataclass(frozen=True, kw_only=True, slots=True)
class VisitQuery:
    """A list of visits: the coming ones, the next one first, or the past ones, the last one first.

    ``colleague`` keeps those with that one in our team, ``needs_record`` those of which nothing
    was written down, ``within_days`` those that begin at most so many days from now.
    """

    search: str = ""
    is_past: bool = False
    client: ClientId | None = None
    stages: tuple[Stage, ...] = ()
    colleague: ColleagueId | None = None
    needs_record: bool = False
    within_days: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class VisitRow:
    """A visit in a list."""

    id: VisitId
    client: ClientId
    opportunity: OpportunityId
    client_name: Text
    opportunity_name: Text
    purpose: Text
    grade: Grade
    starts_at: datetime
    minutes: int
    stage: Stage
    place: Text
    attendees: int
    is_recorded: bool
    open_follow_ups: int


@dataclass(frozen=True, kw_only=True, slots=True)
class FollowUpRow:
    """An open follow-up, with the visit and the client it comes from."""

    id: FollowUpId
    visit: VisitId
    client: ClientId
    client_name: Text
    what: Text
    owner: Text
    due: date | None
    is_for_client: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class PersonRow:
    """Somebody at a client, in a list; ``opportunities`` counts those where he has a part."""

    id: PersonId
    client: ClientId
    client_name: Text
    name: Text
    title: Text
    department: Department
    last_contact: date | None
    opportunities: int


@dataclass(frozen=True, kw_only=True, slots=True)
class ProductRow:
    """A product in the library: for how many industries its value is written, how many cases it
    has, and how many projects ask for it."""

    id: ProductId
    name: Text
    essence: Text
    industries: int
    cases: int
    requests: int


@dataclass(frozen=True, kw_only=True, slots=True)
class LibraryQuery:
    """A list of products, cases or industry packs, sorted by their names in ``language``."""

    search: str = ""
    language: Language


@dataclass(frozen=True, kw_only=True, slots=True)
class CaseQuery(LibraryQuery):
    """A list of success cases; ``expires_before`` keeps those whose permission ends before it."""

    permissions: tuple[Permission, ...] = ()
    industries: tuple[IndustryId, ...] = ()
    expires_before: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class CaseRow:
    """A success case in the library. ``customer`` is its real name, for our own people."""

    id: CaseId
    customer: Text
    anonymous_name: Text
    industry: Text
    products: tuple[Text, ...]
    permission: Permission
    permission_expires: date | None
    is_industry_leader: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class IndustryRow:
    """An industry pack in the library, with how much it holds and how much rests on it."""

    id: IndustryId
    name: Text
    summary: Text
    questions: int
    objections: int
    clients: int
    cases: int
