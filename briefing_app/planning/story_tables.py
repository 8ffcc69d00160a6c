"""The storyline as tables: what each stage tells, what each audience came for, what answers what.

A stage names its candidates; an audience puts them in order and says what it can do
without. The tables hold the practice (PRACTICE sections 2 to 4); `storyline` applies them.
"""

from __future__ import annotations

from collections.abc import Mapping

from briefing_app.domain.audience import Audience
from briefing_app.domain.opportunity import Stage
from briefing_app.domain.stakeholder import ConcernTopic
from briefing_app.planning.client_side import SlideKind as Kind

_TERMS = (Kind.OPTIONS, Kind.GIVE_AND_TAKE, Kind.TIMING)
"""What is negotiated, besides the frame of prices."""

TOLD_AT_STAGE: Mapping[Stage, frozenset[Kind]] = {
    Stage.FIRST_CONTACT: frozenset(
        {
            Kind.INTRODUCTION,
            Kind.UNDERSTANDING,
            Kind.PRESSURES,
            Kind.PROPOSAL,
            Kind.CASE,
            Kind.TRUST,
            Kind.QUESTIONS,
        }
    ),
    Stage.NEEDS: frozenset(
        {
            Kind.UNDERSTANDING,
            Kind.PRIORITIES,
            Kind.NEEDS_AND_ANSWERS,
            Kind.DAY_BEFORE_AFTER,
            Kind.CASE,
            Kind.QUESTIONS,
        }
    ),
    Stage.SOLUTION: frozenset(
        {
            Kind.UNDERSTANDING,
            Kind.NEEDS_AND_ANSWERS,
            Kind.PROPOSAL,
            Kind.PRODUCT,
            Kind.DAY_BEFORE_AFTER,
            Kind.ARCHITECTURE,
            Kind.EFFORT,
            Kind.VALUE,
            Kind.CASE,
            Kind.TRUST,
            Kind.ROLLOUT,
            Kind.TRAINING,
            Kind.COMPLIANCE,
        }
    ),
    Stage.NEGOTIATION: frozenset(
        {
            Kind.NEEDS_AND_ANSWERS,
            Kind.PROPOSAL,
            Kind.VALUE,
            Kind.EFFORT,
            Kind.CASE,
            Kind.ROLLOUT,
            Kind.COMPLIANCE,
            *_TERMS,
            Kind.COMMERCIAL,
        }
    ),
    Stage.DELIVERY_REVIEW: frozenset(
        {
            Kind.PROGRESS,
            Kind.NEEDS_AND_ANSWERS,
            Kind.VALUE,
            Kind.DAY_BEFORE_AFTER,
            Kind.TRAINING,
            Kind.ROLLOUT,
        }
    ),
}
"""Candidates besides the cover and the next steps, which every deck has."""

ALWAYS_FOR: Mapping[Audience, frozenset[Kind]] = {
    Audience.EXECUTIVE: frozenset({Kind.VALUE}),
    Audience.TECHNICAL: frozenset({Kind.ARCHITECTURE}),
    Audience.USERS: frozenset({Kind.DAY_BEFORE_AFTER, Kind.TRAINING}),
    Audience.PURCHASING: frozenset({Kind.COMMERCIAL}),
    Audience.MIXED: frozenset(),
}
"""What an audience came for, whatever the stage."""

_OF_A_STAGE = (Kind.INTRODUCTION, Kind.PROGRESS, *_TERMS, Kind.PRIORITIES, Kind.QUESTIONS)
"""What belongs to one stage alone: it is what that meeting is about, so it is given up late."""
_OF_A_STAGE_WITHOUT_TERMS = tuple(kind for kind in _OF_A_STAGE if kind not in _TERMS)

INTERESTS: Mapping[Audience, tuple[Kind, ...]] = {
    Audience.EXECUTIVE: (
        Kind.VALUE,
        Kind.CASE,
        *_OF_A_STAGE,
        Kind.PROPOSAL,
        Kind.UNDERSTANDING,
        Kind.COMMERCIAL,
        Kind.TRUST,
        Kind.NEEDS_AND_ANSWERS,
        Kind.PRESSURES,
        Kind.ROLLOUT,
    ),
    Audience.TECHNICAL: (
        Kind.NEEDS_AND_ANSWERS,
        Kind.ARCHITECTURE,
        *_OF_A_STAGE_WITHOUT_TERMS,
        Kind.PRODUCT,
        Kind.EFFORT,
        Kind.CASE,
        Kind.PROPOSAL,
        Kind.UNDERSTANDING,
        Kind.ROLLOUT,
        Kind.TIMING,
        Kind.COMPLIANCE,
        Kind.TRAINING,
        Kind.PRESSURES,
        Kind.TRUST,
    ),
    Audience.USERS: (
        Kind.DAY_BEFORE_AFTER,
        Kind.TRAINING,
        *_OF_A_STAGE_WITHOUT_TERMS,
        Kind.PRODUCT,
        Kind.NEEDS_AND_ANSWERS,
        Kind.UNDERSTANDING,
        Kind.PROPOSAL,
        Kind.CASE,
        Kind.ROLLOUT,
        Kind.PRESSURES,
        Kind.TRUST,
    ),
    Audience.PURCHASING: (
        Kind.COMMERCIAL,
        Kind.VALUE,
        *_OF_A_STAGE,
        Kind.PROPOSAL,
        Kind.COMPLIANCE,
        Kind.ROLLOUT,
        Kind.EFFORT,
        Kind.CASE,
        Kind.TRUST,
        Kind.UNDERSTANDING,
        Kind.NEEDS_AND_ANSWERS,
        Kind.PRESSURES,
    ),
    Audience.MIXED: (
        Kind.NEEDS_AND_ANSWERS,
        Kind.VALUE,
        *_OF_A_STAGE,
        Kind.PROPOSAL,
        Kind.PRODUCT,
        Kind.CASE,
        Kind.EFFORT,
        Kind.ARCHITECTURE,
        Kind.UNDERSTANDING,
        Kind.COMMERCIAL,
        Kind.DAY_BEFORE_AFTER,
        Kind.ROLLOUT,
        Kind.TRUST,
        Kind.COMPLIANCE,
        Kind.TRAINING,
        Kind.PRESSURES,
    ),
}
"""What an audience takes an interest in, the strongest first; the last is given up first."""

_USUAL_ORDER = (
    Kind.COVER,
    Kind.INTRODUCTION,
    Kind.PROGRESS,
    Kind.UNDERSTANDING,
    Kind.PRESSURES,
    Kind.NEEDS_AND_ANSWERS,
    Kind.PROPOSAL,
    Kind.PRODUCT,
    Kind.DAY_BEFORE_AFTER,
    Kind.ARCHITECTURE,
    Kind.EFFORT,
    Kind.VALUE,
    Kind.CASE,
    Kind.TRUST,
    Kind.ROLLOUT,
    Kind.TRAINING,
    Kind.COMPLIANCE,
    *_TERMS,
    Kind.COMMERCIAL,
    Kind.PRIORITIES,
    Kind.QUESTIONS,
    Kind.NEXT_STEPS,
)


def _ahead(*first: Kind) -> tuple[Kind, ...]:
    """The usual order with some kinds told right after the opening."""
    head = (Kind.COVER, Kind.INTRODUCTION, Kind.PROGRESS, Kind.UNDERSTANDING, *first)
    return head + tuple(kind for kind in _USUAL_ORDER if kind not in head)


ORDER_FOR: Mapping[Audience, tuple[Kind, ...]] = {
    Audience.EXECUTIVE: _ahead(Kind.PRESSURES, Kind.VALUE, Kind.PROPOSAL),
    Audience.TECHNICAL: _USUAL_ORDER,
    Audience.USERS: _ahead(Kind.DAY_BEFORE_AFTER, Kind.NEEDS_AND_ANSWERS),
    Audience.PURCHASING: _ahead(
        Kind.PRESSURES, Kind.PROPOSAL, Kind.COMMERCIAL, Kind.VALUE, Kind.EFFORT, Kind.ROLLOUT
    ),
    Audience.MIXED: _USUAL_ORDER,
}
"""In which order an audience is told."""

REVIEW_ORDER = _ahead(Kind.VALUE, Kind.DAY_BEFORE_AFTER)
"""A delivery review opens with results, whoever listens."""

ANSWERED_BY: Mapping[ConcernTopic, tuple[Kind, ...]] = {
    ConcernTopic.DAILY_WORK: (Kind.DAY_BEFORE_AFTER,),
    ConcernTopic.TRAINING: (Kind.TRAINING,),
    ConcernTopic.FEATURES: (Kind.NEEDS_AND_ANSWERS, Kind.PRODUCT, Kind.PROPOSAL),
    ConcernTopic.INTEGRATION: (Kind.EFFORT, Kind.ARCHITECTURE),
    ConcernTopic.RELIABILITY: (Kind.EFFORT, Kind.ARCHITECTURE, Kind.TRUST),
    ConcernTopic.SECURITY: (Kind.COMPLIANCE, Kind.TRUST),
    ConcernTopic.COST: (Kind.COMMERCIAL,),
    ConcernTopic.SAVINGS: (Kind.VALUE,),
    ConcernTopic.MUTUAL_GAIN: (Kind.VALUE, Kind.TRUST),
    ConcernTopic.REFERENCES: (Kind.CASE, Kind.TRUST),
    ConcernTopic.RISK: (Kind.CASE, Kind.EFFORT, Kind.ROLLOUT),
    ConcernTopic.COMPLIANCE: (Kind.COMPLIANCE, Kind.TRUST),
    ConcernTopic.PROCESS: (Kind.ROLLOUT, Kind.COMPLIANCE, Kind.TIMING),
    ConcernTopic.VENDOR: (Kind.TRUST,),
}
"""Which slides can answer a concern, the best first; whether one does depends on its content."""
