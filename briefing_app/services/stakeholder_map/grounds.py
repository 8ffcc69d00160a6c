"""What a fact about a person rests on: whether somebody made sure of it, who said it, since when.

A visit that is closed confirms what was learnt there by itself; these acts are for what the team
hears in between, on the telephone or from a champion.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from briefing_app.domain.ids import OpportunityId, PersonId
from briefing_app.domain.labels import N_, Labelled
from briefing_app.domain.message import Message, say
from briefing_app.domain.stakeholder import Coverage, Influence, Stakeholder, Support
from briefing_app.domain.text import Text
from briefing_app.domain.values import Certainty, Evidence
from briefing_app.errors import UserError
from briefing_app.services.changes import Change
from briefing_app.services.stakeholder_map.known import change_known, name_of

if TYPE_CHECKING:  # loads on the database thread
    from briefing_app.store.store import Store


class Fact(Labelled):
    """What is held of a person on some ground; the value is the field of a `Stakeholder`."""

    SUPPORT = "support", N_("Support")
    INFLUENCE = "influence", N_("Influence")
    COVERAGE = "coverage", N_("Closeness")
    ROLES = "roles", N_("Roles")

    @property
    def evidence_field(self) -> str:
        """The field that holds what the fact rests on."""
        return f"{self.value}_evidence"

    def evidence_of(self, known: Stakeholder) -> Evidence:
        """What the fact rests on."""
        evidence: Evidence = getattr(known, self.evidence_field)
        return evidence

    def is_held(self, known: Stakeholder) -> bool:
        """True where something is believed that could be confirmed."""
        return getattr(known, self.value) not in _NOTHING_HELD


_NOTHING_HELD = (Support.UNKNOWN, Influence.UNKNOWN, Coverage.NONE, ())


def confirm(
    store: Store,
    opportunity: OpportunityId,
    person: PersonId,
    fact: Fact,
    *,
    is_confirmed: bool,
    today: date,
) -> Change:
    """Say that somebody made sure of a fact, or that it is assumed after all, since ``today``;
    who said it stays. UserError where nothing is held that could be confirmed."""
    named = _named(store, person, fact)
    certainty, label = Certainty.ASSUMED, say("{name}: {fact} only assumed", **named)
    if is_confirmed:
        certainty, label = Certainty.CONFIRMED, say("{name}: {fact} confirmed", **named)

    def settled(evidence: Evidence) -> Evidence:
        if evidence.certainty is certainty:
            return evidence
        return replace(evidence, certainty=certainty, on=today)

    return _change(store, opportunity, person, fact, label, settled)


def set_source(
    store: Store, opportunity: OpportunityId, person: PersonId, fact: Fact, source: Text
) -> Change:
    """Say who told us a fact, and where. UserError where nothing is held."""
    label = say("{name}: who said it ({fact})", **_named(store, person, fact))

    def told(evidence: Evidence) -> Evidence:
        return replace(evidence, source=source)

    return _change(store, opportunity, person, fact, label, told)


def set_day(
    store: Store,
    opportunity: OpportunityId,
    person: PersonId,
    fact: Fact,
    on: date | None,
    *,
    today: date,
) -> Change:
    """Say since when a fact is held. UserError for a day to come: what later visits find would
    count as older than it; and where nothing is held."""
    if on is not None and on > today:
        raise UserError("This day is still to come. Give the day on which you learnt it.")
    label = say("{name}: since when ({fact})", **_named(store, person, fact))

    def dated(evidence: Evidence) -> Evidence:
        return replace(evidence, on=on)

    return _change(store, opportunity, person, fact, label, dated)


def _change(
    store: Store,
    opportunity: OpportunityId,
    person: PersonId,
    fact: Fact,
    label: Message,
    changed: Callable[[Evidence], Evidence],
) -> Change:
    def grounded(known: Stakeholder) -> Stakeholder:
        if not fact.is_held(known):
            raise UserError(
                "{fact}: nothing is known yet. Say first what it is, then where you know it from.",
                fact=fact,
            )
        evidence = {fact.evidence_field: changed(fact.evidence_of(known))}
        return replace(known, **evidence)  # type: ignore[arg-type]

    return change_known(store, opportunity, person, label, grounded)


def _named(store: Store, person: PersonId, fact: Fact) -> dict[str, Text | Fact]:
    return {"name": name_of(store, person), "fact": fact}
