"""The facts behind each slide, as marks that tell later whether one of them changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

from briefing_app.domain.dossier import Dossier
from briefing_app.domain.message import Message, Parameter, say
from briefing_app.domain.records import Record, kind_of
from briefing_app.planning.client_side import ABOUT_A_PRODUCT, ClientSide, PlannedSlide
from briefing_app.planning.client_side import SlideKind as Kind

_DIGITS = 12
_NEEDS = ("need", ("statement",))
_TRUST = ("company", ("trust",))
Behind = tuple[tuple[str, tuple[str, ...]], ...]

_BEHIND: Mapping[Kind, Behind] = {
    Kind.COVER: (
        ("client", ("name",)),
        ("visit", ("purpose", "starts_at", "place", "team")),
        ("opportunity", ("name",)),
    ),
    Kind.UNDERSTANDING: (("client", ("situation",)), _NEEDS),
    Kind.PRESSURES: (("industry", ("pressures",)),),
    Kind.NEEDS_AND_ANSWERS: (("need", ("statement", "topics")), ("product", ("name", "topics"))),
    Kind.PROPOSAL: (("product", ("name", "essence")), _NEEDS),
    Kind.PRODUCT: (("product", ("name", "essence", "capabilities", "values")),),
    Kind.DAY_BEFORE_AFTER: (("product", ("name", "values")),),
    Kind.ARCHITECTURE: (("product", ("name", "works_in", "adoption")),),
    Kind.EFFORT: (("product", ("name", "adoption")),),
    Kind.VALUE: (("product", ("name", "values")),),
    Kind.CASE: (
        (
            "case",
            ("customer", "anonymous_name", "permission", "situation", "what_was_done", "results"),
        ),
    ),
    Kind.TRUST: (("company", ("essence", "trust", "vision")),),
    Kind.ROLLOUT: (
        ("industry", ("rollout",)),
        ("company", ("service",)),
        ("need", ("statement", "topics")),
        ("product", ("name", "topics", "adoption")),
    ),
    Kind.TRAINING: (("product", ("name", "capabilities")),),
    Kind.COMPLIANCE: (_TRUST, ("product", ("name", "facts"))),
    Kind.COMMERCIAL: (
        ("opportunity", ("name", "commercial_frame", "pricing_is_shareable")),
        ("product", ("name", "adoption")),
    ),
    Kind.NEXT_STEPS: (("follow_up", ("what", "owner", "due", "done_on", "is_for_client")),),
    Kind.APPENDIX: (("product", ("name", "facts")),),
    Kind.INTRODUCTION: (("company", ("name", "essence", "vision")), ("visit", ("purpose",))),
    Kind.QUESTIONS: (
        ("visit", ("stage",)),
        ("need", ("evidence",)),
        ("stakeholder", ("roles",)),
        ("opportunity", ("expected_decision",)),
    ),
    Kind.PRIORITIES: (_NEEDS,),
    Kind.OPTIONS: (_NEEDS, ("product", ("name", "topics", "adoption"))),
    Kind.GIVE_AND_TAKE: (("company", ("service",)), ("product", ("name", "adoption"))),
    Kind.PROGRESS: (("follow_up", ("what", "owner", "due", "done_on", "is_for_client")),),
    Kind.TIMING: (
        ("follow_up", ("what", "due", "done_on", "is_for_client")),
        ("product", ("name", "adoption")),
    ),
    Kind.CONTACTS: (("company", ("address", "phone", "email", "website")), ("visit", ("team",))),
}
"""The fields that each kind of slide is told from, by kind of record."""


def marks(dossier: Dossier, side: ClientSide, slide: PlannedSlide) -> tuple[str, ...]:
    """A mark for each fact behind a slide: ``need/need-1/statement=0123456789ab``."""
    return tuple(
        f"{name}/{record.id}/{field}={_digest(getattr(record, field))}"
        for name, names in _BEHIND[slide.kind]
        for record in _records(dossier, side, slide, name)
        for field in names
    )


def stamp(marked: Iterable[str]) -> str:
    """All marks of a slide in one short word."""
    return hashlib.sha256("\n".join(marked).encode()).hexdigest()[:8]


def changed(dossier: Dossier, then: Sequence[str], now: Sequence[str]) -> tuple[Message, ...]:
    """What differs between two sets of marks: facts with new words, new ones, lost ones."""
    before, after = _by_fact(then), _by_fact(now)
    differing = [fact for fact in after if before.get(fact) != after[fact]]
    lost = [fact for fact in before if fact not in after]
    records = {(kind_of(record).name, str(record.id)): record for record in _all(dossier)}
    named = (_described(records, fact) for fact in (*differing, *lost))
    return tuple(dict.fromkeys(named))


def _by_fact(marked: Sequence[str]) -> dict[str, str]:
    return {fact: digest for fact, _, digest in (mark.rpartition("=") for mark in marked)}


def _described(records: Mapping[tuple[str, str], Record], fact: str) -> Message:
    kind, _, rest = fact.partition("/")
    record = records.get((kind, rest.rpartition("/")[0]))
    if record is None:
        return say("a fact that is no longer there")
    name: Parameter = next(filter(None, (getattr(record, f, "") for f in _NAMED_BY)), record.id)
    match kind:
        case "need":
            return say("the need “{name}”", name=name)
        case "product":
            return say("the product “{name}”", name=name)
        case "case":
            return say("the success case “{name}”", name=name)
        case "follow_up":
            return say("the follow-up “{name}”", name=name)
        case "client":
            return say("the client's own facts")
        case "company":
            return say("the facts of our own company")
        case "industry":
            return say("the industry pack “{name}”", name=name)
        case "visit":
            return say("the facts of the visit")
        case _:
            return say("the facts of the project")


_NAMED_BY = ("statement", "what", "name", "public_name")


def _records(
    dossier: Dossier, side: ClientSide, slide: PlannedSlide, kind: str
) -> Iterator[Record]:
    """The records of a kind that a slide is told from."""
    proposed = {proposal.product_id for proposal in side.proposals}
    match kind:
        case "need":
            yield from (need for need in dossier.needs if need.statement)
        case "product":
            wanted = {slide.subject} if slide.kind in ABOUT_A_PRODUCT else proposed
            yield from (product for product in dossier.products if product.id in wanted)
        case "case":
            yield from (case for case in dossier.cases if case.id == slide.subject)
        case "stakeholder":
            yield from dossier.stakeholders
        case "follow_up":
            yield from (step for step in dossier.follow_ups if step.is_for_client)
        case _:
            yield getattr(dossier, kind)


def _all(dossier: Dossier) -> Iterator[Record]:
    for part in fields(dossier):
        held = getattr(dossier, part.name)
        yield from held if isinstance(held, tuple) else (held,)


def _digest(value: object) -> str:
    encoded = json.dumps(_plain(value), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(encoded.encode()).hexdigest()[:_DIGITS]


def _plain(value: object) -> Any:
    """A value as JSON; what is at its default is left out, so that new fields change nothing."""
    if is_dataclass(value) and not isinstance(value, type):
        held = ((part, getattr(value, part.name)) for part in fields(value))
        return {part.name: _plain(content) for part, content in held if content != part.default}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value
