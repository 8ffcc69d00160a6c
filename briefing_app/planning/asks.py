"""What a deck asks the client: questions anybody may be asked, chosen by what we do not know.

A question names a gap in our knowledge and nothing that we think of somebody: the words are
the product's own, and no record goes into them.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing_app.domain.opportunity import Stage
from briefing_app.domain.stakeholder import DECISION_CHAIN, BuyingRole
from briefing_app.planning.client_questions import ClientQuestion
from briefing_app.planning.facts import Facts

_MOST = 3


def client_questions(facts: Facts) -> tuple[ClientQuestion, ...]:
    """Three questions, those first whose answers we lack; a first talk asks wider than later."""
    is_first = facts.stage is Stage.FIRST_CONTACT
    wished = _of_a_first_talk(facts) if is_first else _of_a_later_talk(facts)
    return tuple(dict.fromkeys(wished))[:_MOST]


def _of_a_first_talk(facts: Facts) -> Iterator[ClientQuestion]:
    yield ClientQuestion.NEEDS if facts.needs else ClientQuestion.RESULT
    yield ClientQuestion.TRIED
    if any(_is_open(facts, role) for role in DECISION_CHAIN):
        yield ClientQuestion.NEXT_TALK
    yield ClientQuestion.WORTH


def _of_a_later_talk(facts: Facts) -> Iterator[ClientQuestion]:
    if not facts.needs:
        yield ClientQuestion.RESULT
    elif not all(need.evidence.is_confirmed for need in facts.needs):
        yield ClientQuestion.NEEDS
    if _is_open(facts, BuyingRole.DECIDER) or _is_open(facts, BuyingRole.SIGNATORY):
        yield ClientQuestion.DECISION
    if _is_open(facts, BuyingRole.BUDGET_HOLDER):
        yield ClientQuestion.BUDGET
    if facts.dossier.opportunity.expected_decision is None:
        yield ClientQuestion.DATE
    if _is_open(facts, BuyingRole.EVALUATOR):
        yield ClientQuestion.CHECK
    if _is_open(facts, BuyingRole.USER):
        yield ClientQuestion.DAILY_WORK
    yield ClientQuestion.WORTH
    if facts.needs:
        yield ClientQuestion.FIRST_NEED
    yield ClientQuestion.TRIED
    yield ClientQuestion.NEXT_TALK


def _is_open(facts: Facts, role: BuyingRole) -> bool:
    named = (contact for contact in facts.contacts if not contact.person.is_placeholder)
    return not any(role in contact.roles for contact in named)
