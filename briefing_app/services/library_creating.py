"""Adding to the library with as little typed as possible."""

from __future__ import annotations

from briefing_app.domain.ids import CompanyId, IndustryId, new_id
from briefing_app.domain.industry import DiscoveryQuestion, IndustryPack
from briefing_app.domain.message import say
from briefing_app.domain.offering import Objection, OwnCompany
from briefing_app.domain.records import KIND_BY_NAME
from briefing_app.domain.text import Text
from briefing_app.services.creating import Created, add_records
from briefing_app.services.library_rows import part_id
from briefing_app.services.parts import add_at, value_at
from briefing_app.store.store import Store


def create_industry(store: Store, *, name: Text, summary: Text) -> Created:
    """An industry pack by its name and what the industry is, in two or three sentences."""
    pack = IndustryPack(id=IndustryId(new_id()), name=name, summary=summary)
    return Created(add_records(store, say("Add “{name}”", name=name), pack), pack.id)


def describe_company(store: Store, *, name: Text) -> Created:
    """Our own company, where it was not described yet."""
    company = OwnCompany(id=CompanyId(new_id()), name=name)
    return Created(add_records(store, say("Add “{name}”", name=name), company), company.id)


def add_question(store: Store, *, industry: str, question: Text, purpose: Text) -> Created:
    """Something to ask in an industry; the id is that of its row."""
    part = DiscoveryQuestion(question=question, purpose=purpose)
    return _added(store, "industry", industry, "questions", part)


def add_objection(store: Store, *, owner: tuple[str, str], objection: Objection) -> Created:
    """An objection and our answer; ``owner`` is the kind and the id of a product or an industry."""
    kind, record_id = owner
    return _added(store, kind, record_id, "objections", objection)


def _added(store: Store, kind: str, record_id: str, field: str, part: object) -> Created:
    change = add_at(store, kind=kind, record_id=record_id, path=(field,), part=part)
    record = store.get(KIND_BY_NAME[kind].record_type, record_id)
    position = len(value_at(record, (field,))) - 1
    return Created(change, part_id(record_id, (field, position)))
