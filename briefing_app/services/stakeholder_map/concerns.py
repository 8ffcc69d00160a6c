"""What is on a person's mind: topics in the order of their weight, each with what was said.

A person has each topic once; where data hold one twice the first counts, as it does in planning.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from briefing_app.domain.ids import OpportunityId, PersonId
from briefing_app.domain.message import Message, say
from briefing_app.domain.stakeholder import Concern, ConcernTopic, Stakeholder
from briefing_app.domain.text import Text
from briefing_app.errors import UserError
from briefing_app.services.changes import Change
from briefing_app.services.stakeholder_map.known import change_known, name_of

if TYPE_CHECKING:  # loads on the database thread
    from briefing_app.store.store import Store

Concerns: TypeAlias = tuple[Concern, ...]


def each_once(concerns: Concerns) -> Concerns:
    """Each topic where it stands first, with the first details that were given of it."""
    found: dict[ConcernTopic, Concern] = {}
    for one in concerns:
        held = found.setdefault(one.topic, one)
        found[one.topic] = replace(held, detail=held.detail or one.detail)
    return tuple(found.values())


def add_concern(
    store: Store, opportunity: OpportunityId, person: PersonId, topic: ConcernTopic
) -> Change:
    """Note one more thing that somebody cares about, as the last; nothing if it is known."""
    label = say("{name} cares about: {topic}", name=name_of(store, person), topic=topic)

    def with_it(concerns: Concerns) -> Concerns:
        return each_once((*concerns, Concern(topic=topic)))

    return _change(store, opportunity, person, label, with_it)


def raise_concern(
    store: Store, opportunity: OpportunityId, person: PersonId, topic: ConcernTopic
) -> Change:
    """Let a concern weigh more than the one before it; the first stays where it is. UserError
    where the person does not have it."""
    label = say("Order of what {name} cares about", name=name_of(store, person))

    def raised(concerns: Concerns) -> Concerns:
        order = list(each_once(concerns))
        place = _place(order, topic)
        order.insert(max(0, place - 1), order.pop(place))
        return tuple(order)

    return _change(store, opportunity, person, label, raised)


def remove_concern(
    store: Store, opportunity: OpportunityId, person: PersonId, topic: ConcernTopic
) -> Change:
    """Take a concern out, with its details; nothing if it is gone already."""
    label = say("{name} no longer cares about: {topic}", name=name_of(store, person), topic=topic)

    def without(concerns: Concerns) -> Concerns:
        return tuple(one for one in concerns if one.topic is not topic)

    return _change(store, opportunity, person, label, without)


def set_concern_detail(
    store: Store,
    opportunity: OpportunityId,
    person: PersonId,
    topic: ConcernTopic,
    detail: Text,
) -> Change:
    """Write down what somebody said of a concern. UserError where the person does not have it."""
    label = say("What {name} said: {topic}", name=name_of(store, person), topic=topic)

    def told(concerns: Concerns) -> Concerns:
        order = list(each_once(concerns))
        order[_place(order, topic)] = Concern(topic=topic, detail=detail)
        return tuple(order)

    return _change(store, opportunity, person, label, told)


def _place(concerns: list[Concern], topic: ConcernTopic) -> int:
    for place, one in enumerate(concerns):
        if one.topic is topic:
            return place
    raise UserError("“{topic}” is not among the concerns any more. Add it again.", topic=topic)


def _change(
    store: Store,
    opportunity: OpportunityId,
    person: PersonId,
    label: Message,
    change: Callable[[Concerns], Concerns],
) -> Change:
    def minded(known: Stakeholder) -> Stakeholder:
        return replace(known, concerns=change(known.concerns))

    return change_known(store, opportunity, person, label, minded)
