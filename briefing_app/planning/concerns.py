"""What each person wants to hear about: as recorded, else what the roles usually want.

Role defaults are PRACTICE section 2's table; those of the other roles follow what such a
person is measured by.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest

from briefing_app.domain.stakeholder import BuyingRole, ConcernTopic
from briefing_app.domain.text import Text
from briefing_app.planning.facts import Contact

WANTED_BY_ROLE: Mapping[BuyingRole, tuple[ConcernTopic, ...]] = {
    BuyingRole.DECIDER: (ConcernTopic.MUTUAL_GAIN, ConcernTopic.REFERENCES, ConcernTopic.RISK),
    BuyingRole.BUDGET_HOLDER: (ConcernTopic.COST, ConcernTopic.SAVINGS),
    BuyingRole.SIGNATORY: (ConcernTopic.COMPLIANCE, ConcernTopic.PROCESS),
    BuyingRole.EVALUATOR: (
        ConcernTopic.FEATURES,
        ConcernTopic.INTEGRATION,
        ConcernTopic.RELIABILITY,
    ),
    BuyingRole.USER: (ConcernTopic.DAILY_WORK, ConcernTopic.TRAINING),
    BuyingRole.INITIATOR: (ConcernTopic.FEATURES, ConcernTopic.SAVINGS),
    BuyingRole.INFLUENCER: (ConcernTopic.REFERENCES, ConcernTopic.VENDOR),
    BuyingRole.GATEKEEPER: (ConcernTopic.PROCESS, ConcernTopic.SECURITY),
}
"""In the order in which roles weigh when one person holds several."""


@dataclass(frozen=True, slots=True)
class Concerns:
    """A person's concerns, the first weighs most; ``assumed`` from the roles or recorded."""

    topics: tuple[tuple[ConcernTopic, Text], ...]
    assumed: bool

    @property
    def first(self) -> ConcernTopic | None:
        """What weighs most, if anything is known."""
        return self.topics[0][0] if self.topics else None


def concerns_of(contact: Contact) -> Concerns:
    """The recorded concerns, each topic once, or those that the roles usually have."""
    if contact.stakeholder and contact.stakeholder.concerns:
        recorded: dict[ConcernTopic, Text] = {}
        for concern in contact.stakeholder.concerns:
            recorded[concern.topic] = recorded.get(concern.topic) or concern.detail
        return Concerns(tuple(recorded.items()), assumed=False)
    topics = role_concerns(contact.roles)
    return Concerns(tuple((topic, Text()) for topic in topics), assumed=bool(topics))


@lru_cache
def role_concerns(roles: tuple[BuyingRole, ...]) -> tuple[ConcernTopic, ...]:
    """The concerns of the roles, the first of each role before the second of any."""
    lists = [topics for role, topics in WANTED_BY_ROLE.items() if role in roles]
    ranked = [topic for rank in zip_longest(*lists) for topic in rank if topic is not None]
    return tuple(dict.fromkeys(ranked))
