"""One record of the library with what its form shows beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from briefing_app.domain.client import Client, Department
from briefing_app.domain.ids import IndustryId
from briefing_app.domain.industry import IndustryPack
from briefing_app.domain.logo import Logo
from briefing_app.domain.message import Message, say
from briefing_app.domain.offering import OwnCompany, Permission, Product, SuccessCase
from briefing_app.domain.records import KIND_BY_NAME, Record
from briefing_app.planning.adoption import kdm_expectation
from briefing_app.services.picking import Choice
from briefing_app.services.topics import topics_to_choose
from briefing_app.store.store import Store


@dataclass(frozen=True, slots=True)
class KdmView:
    """Who is likely to decide on a product, and why: departments that carry it, must agree and
    may resist, and the reasons."""

    departments: tuple[Department, ...]
    must_agree: tuple[Department, ...]
    may_resist: tuple[Department, ...]
    one_person_can_carry_it: bool
    reasons: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class LibraryView:
    """A record; what its references can be chosen from, by kind, of clients only those that it
    names; its ``topics``, as its industry calls them; and what follows from it: of a product
    who decides, of a case whether documents show it."""

    kind: str
    record: Record
    choices: Mapping[str, tuple[Choice, ...]]
    kdm: KdmView | None = None
    standing: Message | None = None
    is_shown: bool = False
    logos: tuple[Logo, ...] = field(default=())


def library_view(store: Store, kind: str, record_id: str, today: date) -> LibraryView:
    """A record of the library; UserError where it is gone."""
    record = store.get(KIND_BY_NAME[kind].record_type, record_id)
    is_own = isinstance(record, OwnCompany)
    return LibraryView(
        kind=kind,
        record=record,
        choices=_choices(store, record),
        kdm=_kdm(record) if isinstance(record, Product) else None,
        standing=_standing(record, today) if isinstance(record, SuccessCase) else None,
        is_shown=isinstance(record, SuccessCase) and _is_shown(record, today),
        logos=tuple(one for one in store.all(Logo) if one.client is None) if is_own else (),
    )


def industries_to_choose(store: Store) -> tuple[Choice, ...]:
    """All industry packs."""
    return tuple(Choice(one.id, one.name) for one in store.all(IndustryPack))


def choices_of_library(store: Store) -> dict[str, tuple[Choice, ...]]:
    """All industry packs and products, by kind, and all topics."""
    return {
        "industry": industries_to_choose(store),
        "product": tuple(Choice(one.id, one.name) for one in store.all(Product)),
        "topics": topics_to_choose(store),
    }


def _choices(store: Store, record: Record) -> Mapping[str, tuple[Choice, ...]]:
    clients = record.competes_with if isinstance(record, SuccessCase) else ()
    return {
        **choices_of_library(store),
        "topics": topics_to_choose(store, _industry_of(record)),
        "client": tuple(Choice(one, store.get(Client, one).display_name) for one in clients),
    }


def _industry_of(record: Record) -> IndustryId | None:
    """Whose words a record uses; a product speaks to several industries."""
    if isinstance(record, IndustryPack):
        return record.id
    return record.industry if isinstance(record, SuccessCase) else None


def _kdm(product: Product) -> KdmView:
    found = kdm_expectation(product)
    return KdmView(
        found.departments,
        found.must_agree,
        found.may_resist,
        found.one_person_can_carry_it,
        tuple(reason.message for reason in found.because),
    )


def _standing(case: SuccessCase, today: date) -> Message:
    """What the permission means for documents."""
    if case.permission is Permission.NONE:
        return say("No document shows this case: the customer has not agreed to it.")
    ends = case.permission_expires
    if ends is not None and ends < today:
        return say("No document shows this case any more: the permission ended on {day}.", day=ends)
    if not case.public_name:
        return say("No document can show this case yet: write its anonymous name.")
    if ends is None:
        return _shown(case)
    if case.may_be_named:
        return say("Documents name {name} until {day}.", name=case.customer, day=ends)
    return say(
        "Documents call it “{name}” until {day}, never by its real name.",
        name=case.anonymous_name,
        day=ends,
    )


def _is_shown(case: SuccessCase, today: date) -> bool:
    return case.may_be_shown_on(today) and bool(case.public_name)


def _shown(case: SuccessCase) -> Message:
    if case.may_be_named:
        return say("Documents name {name}; the permission has no end.", name=case.customer)
    return say(
        "Documents call it “{name}”, never by its real name; the permission has no end.",
        name=case.anonymous_name,
    )
