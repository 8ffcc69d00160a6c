"""Chooses the slides: stage and audience select, order and cap; concerns must be answered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from briefing_app.domain.audience import Audience
from briefing_app.domain.opportunity import Stage
from briefing_app.domain.stakeholder import ConcernTopic
from briefing_app.planning.client_side import ClientSide, PlannedSlide, SlideKind
from briefing_app.planning.concerns import concerns_of
from briefing_app.planning.facts import Contact
from briefing_app.planning.settings import PlanningSettings
from briefing_app.planning.slide_content import slides_of
from briefing_app.planning.story_tables import (
    ALWAYS_FOR,
    ANSWERED_BY,
    INTERESTS,
    ORDER_FOR,
    REVIEW_ORDER,
    TOLD_AT_STAGE,
)

FRAME = (SlideKind.COVER, SlideKind.NEXT_STEPS)
"""What every deck has."""
_PRODUCT_BY_PRODUCT = (SlideKind.PRODUCT, SlideKind.DAY_BEFORE_AFTER, SlideKind.ARCHITECTURE)
_NEXT_SUBJECT = 4  # places in the order of interest by which a second product or case falls back


@dataclass(frozen=True, slots=True)
class Concerned:
    """What the attendees care about: the first of each, and all that somebody recorded."""

    first: tuple[ConcernTopic, ...] = ()
    recorded: tuple[ConcernTopic, ...] = ()


def concerned(listeners: Iterable[Contact]) -> Concerned:
    """The topics that a deck for these people has to answer."""
    known = [concerns_of(contact) for contact in listeners]
    firsts = (concerns.first for concerns in known)
    recorded = (topic for concerns in known if not concerns.assumed for topic, _ in concerns.topics)
    return Concerned(
        tuple(dict.fromkeys(topic for topic in firsts if topic)), tuple(dict.fromkeys(recorded))
    )


def choose_slides(
    side: ClientSide, concerns: Concerned, settings: PlanningSettings
) -> tuple[PlannedSlide, ...]:
    """The slides of the deck in their order.

    ``side`` is complete but for its own storyline.
    """
    slides = [slide for kind in _kinds(side) for slide in slides_of(kind, side)]
    for topic in (*concerns.first, *concerns.recorded):
        slides += _answer(topic, slides, side)
    is_executive = side.audience is Audience.EXECUTIVE
    cap = settings.executive_slides if is_executive else settings.other_slides
    kept = _capped(slides, concerns, side, cap)
    return tuple(sorted(kept, key=lambda slide: place_of(slide, side)))


def _kinds(side: ClientSide) -> tuple[SlideKind, ...]:
    told = TOLD_AT_STAGE[side.stage].intersection(INTERESTS[side.audience])
    return FRAME + tuple(
        kind for kind in SlideKind if kind in told or kind in ALWAYS_FOR[side.audience]
    )


def _answer(
    topic: ConcernTopic, slides: Sequence[PlannedSlide], side: ClientSide
) -> tuple[PlannedSlide, ...]:
    """A slide to add so that the concern is answered; none if one is there or none has content."""
    if any(topic in slide.answers for slide in slides):
        return ()
    candidates = (slide for kind in ANSWERED_BY[topic] for slide in slides_of(kind, side))
    return tuple(slide for slide in candidates if topic in slide.answers)[:1]


def _capped(
    slides: list[PlannedSlide], concerns: Concerned, side: ClientSide, cap: int
) -> list[PlannedSlide]:
    """At most ``cap`` slides: what interests least goes first, sole answers to concerns last."""
    kept = list(slides)
    while len(kept) > cap:
        answered = Counter(topic for slide in kept for topic in slide.answers)
        sole = frozenset(topic for topic, count in answered.items() if count == 1)
        kept.remove(max(kept, key=partial(_dispensable, side=side, concerns=concerns, sole=sole)))
    return kept


def _dispensable(
    slide: PlannedSlide, *, side: ClientSide, concerns: Concerned, sole: frozenset[ConcernTopic]
) -> tuple[bool, bool, bool, int]:
    alone = sole.intersection(slide.answers)
    return (
        slide.kind not in FRAME,
        alone.isdisjoint(concerns.first),
        alone.isdisjoint(concerns.recorded),
        _boredom(slide, side),
    )


def _boredom(slide: PlannedSlide, side: ClientSide) -> int:
    interests = INTERESTS[side.audience]
    rank = interests.index(slide.kind) if slide.kind in interests else len(interests)
    falls_back = slide.kind is not SlideKind.PRODUCT
    return rank + _NEXT_SUBJECT * _subject_rank(slide, side) * falls_back


def _subject_rank(slide: PlannedSlide, side: ClientSide) -> int:
    subjects: list[str] = [proposal.product_id for proposal in side.proposals]
    if slide.kind is SlideKind.CASE:
        subjects = [chosen.case_id for chosen in side.cases]
    return subjects.index(slide.subject) if slide.subject else 0


def place_of(slide: PlannedSlide, side: ClientSide) -> tuple[int, int, int]:
    """Where the rules tell a slide, to sort by; what is told of one product stays together."""
    order = REVIEW_ORDER if side.stage is Stage.DELIVERY_REVIEW else ORDER_FOR[side.audience]
    position = order.index(slide.kind) if slide.kind in order else len(order)
    group = position
    if slide.kind in _PRODUCT_BY_PRODUCT:
        group = min(order.index(kind) for kind in _PRODUCT_BY_PRODUCT)
    return group, _subject_rank(slide, side), position
