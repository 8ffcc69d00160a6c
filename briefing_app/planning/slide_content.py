"""What each kind of slide would stand on: a slide without content is never chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import islice

from briefing_app.domain.offering import TrustSource
from briefing_app.domain.stakeholder import ConcernTopic
from briefing_app.planning.client_side import ClientSide, PlannedSlide, Proposal, SlideKind
from briefing_app.planning.story_tables import ANSWERED_BY

_TRUST_ANSWERS: Mapping[TrustSource, tuple[ConcernTopic, ...]] = {
    TrustSource.PRODUCT_AND_SERVICE: (ConcernTopic.RELIABILITY,),
    TrustSource.STABILITY: (ConcernTopic.VENDOR,),
    TrustSource.LIGHTHOUSE_CLIENTS: (ConcernTopic.REFERENCES,),
    TrustSource.CERTIFICATION: (ConcernTopic.COMPLIANCE, ConcernTopic.SECURITY),
    TrustSource.VISION: (ConcernTopic.MUTUAL_GAIN, ConcernTopic.VENDOR),
}

Subjects = Iterator[str]


def slides_of(kind: SlideKind, side: ClientSide) -> tuple[PlannedSlide, ...]:
    """The slides of a kind that have content: one for each subject, or one, or none."""
    answers = _answers(kind, side)
    return tuple(
        PlannedSlide(kind=kind, subject=subject, answers=answers)
        for subject in _SUBJECTS[kind](side)
    )


def _answers(kind: SlideKind, side: ClientSide) -> tuple[ConcernTopic, ...]:
    possible = (topic for topic, kinds in ANSWERED_BY.items() if kind in kinds)
    if kind is not SlideKind.TRUST:
        return tuple(possible)
    stated = {topic for trust in side.company.trust for topic in _TRUST_ANSWERS[trust.source]}
    return tuple(topic for topic in possible if topic in stated)


def _always(_side: ClientSide) -> Subjects:
    yield ""


def _when(test: Callable[[ClientSide], object]) -> Callable[[ClientSide], Subjects]:
    def subjects(side: ClientSide) -> Subjects:
        if test(side):
            yield ""

    return subjects


def _for_products(test: Callable[[Proposal], object]) -> Callable[[ClientSide], Subjects]:
    def subjects(side: ClientSide) -> Subjects:
        return (proposal.product_id for proposal in side.proposals if test(proposal))

    return subjects


def _at_most(
    count: int, subjects: Callable[[ClientSide], Subjects]
) -> Callable[[ClientSide], Subjects]:
    """The first ``count``: a third slide of the same form tires a room."""
    return lambda side: islice(subjects(side), count)


def _cases(side: ClientSide) -> Subjects:
    return (chosen.case_id for chosen in side.cases)


def _has_reason_here(proposal: Proposal) -> bool:
    value = proposal.value
    return bool((value and (value.pain or value.value)) or proposal.product.capabilities)


def _has_days(proposal: Proposal) -> bool:
    return bool(proposal.value and proposal.value.day_before and proposal.value.day_after)


def _gives_and_takes(side: ClientSide) -> bool:
    asked = any(proposal.product.adoption.client_effort for proposal in side.proposals)
    return bool(side.company.service) and asked


def _has_a_way_ahead(side: ClientSide) -> bool:
    dated = any(step.due for step in side.next_steps)
    return dated and any(p.product.adoption.typical_weeks for p in side.proposals)


def _has_proof(side: ClientSide) -> bool:
    certified = any(t.source is TrustSource.CERTIFICATION for t in side.company.trust)
    return certified or any(proposal.product.facts for proposal in side.proposals)


_SUBJECTS: Mapping[SlideKind, Callable[[ClientSide], Subjects]] = {
    SlideKind.COVER: _always,
    SlideKind.UNDERSTANDING: _when(lambda side: side.client.situation or side.needs),
    SlideKind.PRESSURES: _when(lambda side: side.pressures),
    SlideKind.NEEDS_AND_ANSWERS: _when(lambda side: any(p.answers for p in side.proposals)),
    SlideKind.PROPOSAL: _when(lambda side: any(p.product.essence for p in side.proposals)),
    SlideKind.PRODUCT: _for_products(_has_reason_here),
    SlideKind.DAY_BEFORE_AFTER: _at_most(2, _for_products(_has_days)),
    SlideKind.ARCHITECTURE: _for_products(lambda proposal: proposal.product.works_in),
    SlideKind.EFFORT: _when(lambda side: side.proposals),
    SlideKind.VALUE: _for_products(lambda p: p.value and p.value.measures),
    SlideKind.CASE: _cases,
    SlideKind.TRUST: _when(lambda side: side.company.trust),
    SlideKind.ROLLOUT: _when(lambda side: side.industry.rollout or side.company.service),
    SlideKind.TRAINING: _when(lambda side: any(p.product.capabilities for p in side.proposals)),
    SlideKind.COMPLIANCE: _when(_has_proof),
    SlideKind.COMMERCIAL: _when(lambda side: side.opportunity.commercial_frame),
    SlideKind.NEXT_STEPS: _when(lambda side: side.next_steps),
    SlideKind.APPENDIX: _when(lambda side: any(p.product.facts for p in side.proposals)),
    SlideKind.INTRODUCTION: _when(lambda side: side.company.essence),
    SlideKind.QUESTIONS: _when(lambda side: side.questions),
    SlideKind.PRIORITIES: _when(lambda side: len(side.needs) > 1),
    SlideKind.OPTIONS: _when(lambda side: side.needs and len(side.proposals) > 1),
    SlideKind.GIVE_AND_TAKE: _when(_gives_and_takes),
    SlideKind.PROGRESS: _when(lambda side: side.agreed),
    SlideKind.TIMING: _when(_has_a_way_ahead),
    SlideKind.CONTACTS: _when(lambda side: side.team),
}
