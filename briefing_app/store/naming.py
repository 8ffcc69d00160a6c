"""What a record is called: the fields that name it, for finding, listing and complaining."""

from __future__ import annotations

from collections.abc import Mapping

from briefing_app.domain.client import Client, Person
from briefing_app.domain.industry import IndustryPack
from briefing_app.domain.offering import Colleague, OwnCompany, Product, SuccessCase
from briefing_app.domain.opportunity import Competitor, Need, Opportunity
from briefing_app.domain.records import Record
from briefing_app.domain.text import Text
from briefing_app.domain.visit import FollowUp, Visit

NAMING_FIELDS: Mapping[type, tuple[str, ...]] = {
    OwnCompany: ("name", "short_name"),
    Colleague: ("name",),
    IndustryPack: ("name",),
    Product: ("name",),
    Client: ("name", "short_name"),
    Person: ("name",),
    SuccessCase: ("customer", "anonymous_name"),
    Opportunity: ("name",),
    Need: ("statement",),
    Competitor: ("name",),
    Visit: ("purpose",),
    FollowUp: ("what",),
}
"""Stakeholders and lines have no name: they are called by their ids."""


def names_of(record: Record) -> tuple[Text, ...]:
    """All names that a record goes by."""
    values = (getattr(record, field) for field in NAMING_FIELDS.get(type(record), ()))
    return tuple(value for value in values if value)


def name_of(record: Record) -> Text:
    """The name to show; the id where a record has none."""
    return next(iter(names_of(record)), Text.same(record.id))
