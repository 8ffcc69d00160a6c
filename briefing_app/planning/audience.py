"""Whom a meeting speaks to: read off the roles at the table, else off the departments."""

from __future__ import annotations

from collections.abc import Mapping

from briefing_app.domain.audience import Audience
from briefing_app.domain.client import Department
from briefing_app.domain.stakeholder import BuyingRole
from briefing_app.planning.facts import Contact, Facts

_BY_ROLE: Mapping[BuyingRole, Audience] = {  # the weightiest role of a person counts
    BuyingRole.DECIDER: Audience.EXECUTIVE,
    BuyingRole.BUDGET_HOLDER: Audience.PURCHASING,
    BuyingRole.SIGNATORY: Audience.PURCHASING,
    BuyingRole.EVALUATOR: Audience.TECHNICAL,
    BuyingRole.USER: Audience.USERS,
}

_BY_DEPARTMENT: Mapping[Department, Audience] = {
    Department.GENERAL_MANAGEMENT: Audience.EXECUTIVE,
    Department.TECHNOLOGY: Audience.TECHNICAL,
    Department.DATA: Audience.TECHNICAL,
    Department.SECURITY: Audience.TECHNICAL,
    Department.FINANCE: Audience.PURCHASING,
    Department.PURCHASING: Audience.PURCHASING,
    Department.LEGAL: Audience.PURCHASING,
    Department.OPERATIONS: Audience.USERS,
    Department.PRODUCT: Audience.USERS,
    Department.MARKETING: Audience.USERS,
    Department.SALES: Audience.USERS,
    Department.CUSTOMER_SERVICE: Audience.USERS,
}


def audience_of(facts: Facts) -> Audience:
    """The one kind of audience that all attendees belong to, else a mixed one."""
    groups = {group_of(contact) for contact in facts.attending} - {None}
    only = groups.pop() if len(groups) == 1 else None
    return only or Audience.MIXED


def group_of(contact: Contact) -> Audience | None:
    """The audience that one person belongs to; ``None`` where nothing tells."""
    by_role = next((group for role, group in _BY_ROLE.items() if role in contact.roles), None)
    return by_role or _BY_DEPARTMENT.get(contact.person.department)
