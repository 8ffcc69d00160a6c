"""The register of record kinds: one row a kind, in an order in which each refers to earlier ones.

Store, workbook and JSON walk it, so that a new kind or field is covered everywhere at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from briefing_app.domain.client import Client, Person
from briefing_app.domain.industry import IndustryPack
from briefing_app.domain.labels import N_
from briefing_app.domain.logo import Logo
from briefing_app.domain.offering import Colleague, OwnCompany, Product, SuccessCase
from briefing_app.domain.opportunity import Competitor, Need, Opportunity
from briefing_app.domain.photo import Photo
from briefing_app.domain.slide_list import SlideList
from briefing_app.domain.stakeholder import Line, Stakeholder
from briefing_app.domain.visit import FollowUp, Visit
from briefing_app.domain.visit_record import VisitRecord

Record: TypeAlias = (
    OwnCompany
    | Colleague
    | IndustryPack
    | Product
    | Client
    | Person
    | SuccessCase
    | Opportunity
    | Need
    | Competitor
    | Stakeholder
    | Line
    | Visit
    | FollowUp
    | SlideList
    | VisitRecord
    | Logo
    | Photo
)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record. ``references`` maps each field that holds ids to the kind it names."""

    name: str
    label: str
    record_type: type[Record]
    references: tuple[tuple[str, str], ...] = ()


KINDS: tuple[Kind, ...] = (
    Kind("company", N_("Own company"), OwnCompany),
    Kind("colleague", N_("Colleagues"), Colleague),
    Kind("industry", N_("Industry packs"), IndustryPack),
    Kind("product", N_("Products"), Product),
    Kind("client", N_("Clients"), Client, (("industry", "industry"),)),
    Kind("person", N_("People"), Person, (("client", "client"),)),
    Kind(
        "case",
        N_("Success cases"),
        SuccessCase,
        (("industry", "industry"), ("products", "product"), ("competes_with", "client")),
    ),
    Kind(
        "opportunity",
        N_("Opportunities"),
        Opportunity,
        (("client", "client"), ("requested_products", "product")),
    ),
    Kind("need", N_("Needs"), Need, (("opportunity", "opportunity"), ("raised_by", "person"))),
    Kind("competitor", N_("Competitors"), Competitor, (("opportunity", "opportunity"),)),
    Kind(
        "stakeholder",
        N_("Stakeholders"),
        Stakeholder,
        (("opportunity", "opportunity"), ("person", "person"), ("covered_by", "colleague")),
    ),
    Kind(
        "line",
        N_("Lines between people"),
        Line,
        (("opportunity", "opportunity"), ("source", "person"), ("target", "person")),
    ),
    Kind(
        "visit",
        N_("Visits"),
        Visit,
        (("opportunity", "opportunity"), ("attendees", "person"), ("team", "colleague")),
    ),
    Kind("follow_up", N_("Follow-ups"), FollowUp, (("visit", "visit"),)),
    Kind("slide_list", N_("Slide lists"), SlideList, (("visit", "visit"),)),
    Kind(
        "visit_record",
        N_("Visit records"),
        VisitRecord,
        (("visit", "visit"), ("team", "colleague")),
    ),
    Kind("logo", N_("Logos"), Logo, (("client", "client"),)),
    Kind("photo", N_("Photos"), Photo, (("person", "person"),)),
)

KIND_BY_NAME = {kind.name: kind for kind in KINDS}
KIND_BY_TYPE = {kind.record_type: kind for kind in KINDS}


def kind_of(record: Record) -> Kind:
    """The kind that a record is of."""
    return KIND_BY_TYPE[type(record)]
