"""The decision chain: which roles of the purchase are filled, how surely, and whom we met."""

from __future__ import annotations

from briefing_app.domain.stakeholder import DECISION_CHAIN, BuyingRole
from briefing_app.planning.briefing import RoleSeat, SeatState
from briefing_app.planning.facts import Contact, Facts


def decision_chain(facts: Facts) -> tuple[RoleSeat, ...]:
    """A seat for each of the five roles, filled or not, then the other roles that somebody has."""
    others = tuple(
        role
        for role in BuyingRole
        if role not in DECISION_CHAIN and any(role in c.roles for c in facts.contacts)
    )
    return tuple(_seat(facts, role) for role in DECISION_CHAIN + others)


def _seat(facts: Facts, role: BuyingRole) -> RoleSeat:
    holders = tuple(contact for contact in facts.contacts if role in contact.roles)
    return RoleSeat(
        role=role,
        people=tuple(contact.person.id for contact in holders),
        state=_state(holders),
        is_met=any(contact.is_met for contact in holders),
    )


def _state(holders: tuple[Contact, ...]) -> SeatState:
    """A seat that only somebody without a name holds is still empty."""
    holders = tuple(contact for contact in holders if not contact.person.is_placeholder)
    if not holders:
        return SeatState.EMPTY
    sure = any(c.stakeholder and c.stakeholder.roles_evidence.is_confirmed for c in holders)
    return SeatState.CONFIRMED if sure else SeatState.ASSUMED
