"""Facts as version 1 of the data held them, whose exports kept hashes and no values.

A note for the team was one string then. Its form has changed since and its words have not: an
export of that time must not call it changed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

import msgspec

from briefing_app.domain.client import Client, Person
from briefing_app.domain.offering import Colleague, OwnCompany, Product, SuccessCase
from briefing_app.domain.opportunity import CommercialStrategy, Competitor, Need, Opportunity
from briefing_app.domain.stakeholder import Line, Stakeholder
from briefing_app.domain.text import Text
from briefing_app.domain.values import Evidence
from briefing_app.domain.visit import FollowUp, Visit

_ONE_STRING: Mapping[type, tuple[str, ...]] = {
    OwnCompany: ("note",),
    Colleague: ("note",),
    Product: ("price_note", "note"),
    Client: ("note",),
    Person: ("note",),
    SuccessCase: ("note",),
    Opportunity: ("note",),
    CommercialStrategy: ("agreed_by", "note"),
    Need: ("note",),
    Evidence: ("source",),
    Competitor: ("name", "strength", "weakness", "our_answer"),
    Stakeholder: ("note",),
    Line: ("note",),
    Visit: ("note",),
    FollowUp: ("note",),
}


def first_hash(owner: type, name: str, value: Any) -> str:
    """The SHA-256 that version 1 gave to a field's value, in hexadecimal; that of a whole
    record where ``name`` is empty."""
    held = _string_of(value) if name in _ONE_STRING.get(owner, ()) else _held(value)
    return hashlib.sha256(msgspec.json.encode(held)).hexdigest()


def _held(value: Any) -> Any:
    """The value with such texts as strings, ready to be JSON."""
    if isinstance(value, tuple):
        return [_held(item) for item in value]
    if not is_dataclass(value) or isinstance(value, type):
        return value
    strings = _ONE_STRING.get(type(value), ())
    return {
        part.name: _string_of(held) if part.name in strings else _held(held)
        for part in fields(value)
        for held in (getattr(value, part.name),)
    }


def _string_of(text: Text) -> str:
    return text.zh or text.en
