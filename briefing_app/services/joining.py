"""What a merge would make twice, made once: stakeholders, lines, pictures, entries of lists."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from briefing_app.domain.logo import Logo
from briefing_app.domain.offering import Capability, IndustryValue, Objection
from briefing_app.domain.photo import Photo
from briefing_app.domain.records import Record
from briefing_app.domain.stakeholder import (
    Concern,
    Coverage,
    Influence,
    Line,
    LineKind,
    Stakeholder,
    Support,
)
from briefing_app.domain.text import Text
from briefing_app.domain.values import Measure
from briefing_app.store.store import Store


def sorted_out(
    store: Store, keep: str, moved: Iterable[Record]
) -> tuple[list[Record], list[Record]]:
    """Of records that refer to ``keep`` from now on, those to be saved and those to be deleted,
    because what they say is said already, or was joined to what is there."""
    changed: list[Record] = []
    superfluous: list[Record] = []
    for record in moved:
        match record:
            case Stakeholder():
                held = _held(store, keep, record)
                changed.append(_joined(held, record) if held else record)
                superfluous += [record] if held else []
            case Line():
                is_told = record.source == record.target or _is_told(store, record, changed)
                (superfluous if is_told else changed).append(record)
            case Logo():
                (superfluous if _has_logo(store, keep, record) else changed).append(record)
            case Photo():
                has_one = bool(store.referring(Photo, "person", keep))
                (superfluous if has_one else changed).append(record)
            case _:
                changed.append(record)
    return changed, superfluous


def joined(one: tuple[Any, ...], other: tuple[Any, ...]) -> tuple[Any, ...]:
    """What two lists say, each thing once: the first one's words where both speak of the same."""
    known = set(map(_subject, one))
    return (*one, *(item for item in dict.fromkeys(other) if _subject(item) not in known))


def _subject(item: Any) -> Any:
    """What a part of a product or a case speaks of; any other item speaks for itself."""
    match item:
        case IndustryValue():
            return item.industry
        case Capability():
            return item.name
        case Objection():
            return item.says
        case Measure():
            return item.label
        case _:
            return item


def _held(store: Store, person: str, moved: Stakeholder) -> Stakeholder | None:
    """What is known of a person in the same project."""
    held = store.referring(Stakeholder, "person", person)
    same = (one for one in held if one.opportunity == moved.opportunity and one.id != moved.id)
    return next(same, None)


def _joined(one: Stakeholder, other: Stakeholder) -> Stakeholder:
    """What is known of somebody in two entries; where they contradict the first one counts."""
    roles = one if one.roles else other
    influence = one if one.influence is not Influence.UNKNOWN else other
    support = one if one.support is not Support.UNKNOWN else other
    coverage = one if one.coverage is not Coverage.NONE else other
    return replace(
        one,
        roles=tuple(dict.fromkeys((*one.roles, *other.roles))),
        roles_evidence=roles.roles_evidence,
        influence=influence.influence,
        influence_evidence=influence.influence_evidence,
        support=support.support,
        support_evidence=support.support_evidence,
        coverage=coverage.coverage,
        coverage_evidence=coverage.coverage_evidence,
        covered_by=one.covered_by or other.covered_by,
        concerns=_concerns(one, other),
        note=Text(*map(_one_below, one.note.both, other.note.both)),
    )


def _concerns(one: Stakeholder, other: Stakeholder) -> tuple[Concern, ...]:
    """Each topic once, with what was told of it first."""
    by_topic = {concern.topic: concern for concern in (*other.concerns, *one.concerns)}
    topics = dict.fromkeys(concern.topic for concern in (*one.concerns, *other.concerns))
    return tuple(by_topic[topic] for topic in topics)


def _one_below(words: str, other: str) -> str:
    return "\n".join(dict.fromkeys(filter(None, (words, other))))


def _is_told(store: Store, line: Line, changed: Iterable[Record]) -> bool:
    stored = store.referring(Line, "opportunity", line.opportunity)
    told = [*stored, *(one for one in changed if isinstance(one, Line))]
    return any(
        one.id != line.id and one.opportunity == line.opportunity and _says_the_same(one, line)
        for one in told
    )


def _says_the_same(one: Line, other: Line) -> bool:
    """Two people in conflict are so in both directions."""
    ends, others = (one.source, one.target), (other.source, other.target)
    is_turned = one.kind is LineKind.CONFLICTS_WITH and ends == others[::-1]
    return one.kind is other.kind and (ends == others or is_turned)


def _has_logo(store: Store, client: str, logo: Logo) -> bool:
    held = store.referring(Logo, "client", client)
    return any(one.is_for_dark is logo.is_for_dark for one in held)
