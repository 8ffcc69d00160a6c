"""The way to everyday use: rollout and service, training."""

from __future__ import annotations

from briefing_app.documents.deck.block import Point
from briefing_app.documents.deck.diagram_blocks import (
    Lane,
    Roadmap,
    Stretch,
    Tick,
)
from briefing_app.documents.deck.grid import LayoutName
from briefing_app.documents.deck.offer_blocks import Process, Understanding
from briefing_app.documents.deck.slides import Slide
from briefing_app.documents.deck.story.adoption_words import connected
from briefing_app.documents.deck.story.in_use import needs_in_use
from briefing_app.documents.deck.story.telling import Telling
from briefing_app.documents.deck.story_blocks import Timeline
from briefing_app.documents.icon_choice import TrainingPhase
from briefing_app.domain.opportunity import Stage
from briefing_app.planning.client_side import PlannedSlide, Proposal

_LEARNT = 2
_TAUGHT = 4
_SEVERAL = 2


def rollout(telling: Telling, planned: PlannedSlide) -> tuple[Slide, ...]:
    """The way to everyday use, and the service along it."""
    words, side = telling.words, telling.side
    steps = tuple(
        Point(telling.read(step.name), telling.read(step.detail)) for step in side.industry.rollout
    )
    promises = tuple(telling.read(service) for service in side.company.service)
    if not steps:
        return _service(telling, planned, promises)
    titles = (
        words.counted(
            "{client} gets to everyday use in one step",
            "{client} gets from kick-off to everyday use in {count} steps",
            len(steps),
            client=telling.client,
        ),
        words.counted(
            "Everyday use is one step away", "Everyday use is {count} steps away", len(steps)
        ),
    )
    block = Timeline(
        steps=steps,
        promises_label=words.phrase("What holds all along"),
        promises=promises,
    )
    return (
        Slide(
            key=planned.key,
            kicker=words.phrase("Rollout and service"),
            titles=titles,
            layout=LayoutName.TITLE_ONLY,
            body=block,
        ),
        *_over_time(telling, planned),
    )


def _over_time(telling: Telling, planned: PlannedSlide) -> tuple[Slide, ...]:
    """What it brings by when to those who weigh it or agree on it; to others who works how long."""
    stage = telling.side.stage
    weighs = telling.speaks_of_gain and stage is not Stage.DELIVERY_REVIEW
    told = needs_in_use(telling, planned) if weighs or stage is Stage.NEGOTIATION else ()
    return told or _week_by_week(telling, planned)


def _week_by_week(telling: Telling, planned: PlannedSlide) -> tuple[Slide, ...]:
    """Each product's time to go live on one axis; a single product needs no picture of it."""
    words = telling.words
    timed = [p for p in telling.side.proposals if p.product.adoption.typical_weeks]
    if len(timed) < _SEVERAL:
        return ()
    last = max(item.product.adoption.typical_weeks for item in timed)
    weeks = sorted({item.product.adoption.typical_weeks for item in timed})
    block = Roadmap(
        ticks=tuple(Tick(week / last, words.phrase("Week {week}", week=week)) for week in weeks),
        lanes=tuple(_to_go_live(telling, item, last) for item in timed),
        note=words.phrase("Typical times; the plan follows your calendar. ◆ in use"),
    )
    return (
        Slide(
            key=planned.key,
            kicker=words.phrase("Rollout and service"),
            titles=(
                words.phrase(
                    "All {count} products are in use at {client} by week {week}",
                    count=len(timed),
                    client=telling.client,
                    week=last,
                ),
                words.phrase("Week by week to everyday use"),
            ),
            layout=LayoutName.TITLE_ONLY,
            body=block,
        ),
    )


def _to_go_live(telling: Telling, item: Proposal, last: int) -> Lane:
    adoption = item.product.adoption
    stretch = Stretch(
        0.0,
        adoption.typical_weeks / last,
        weeks_words(telling, item),
        connected(telling.words, adoption.integration),
        is_ours=adoption.typical_weeks == last,
    )
    return Lane(telling.read(item.product.name), (stretch,))


def _service(
    telling: Telling, planned: PlannedSlide, promises: tuple[str, ...]
) -> tuple[Slide, ...]:
    """What we promise where no steps of a rollout are known."""
    if not promises:
        return ()
    words = telling.words
    points = tuple(Point(f"{place}", promise) for place, promise in enumerate(promises, start=1))
    return (
        Slide(
            key=planned.key,
            kicker=words.phrase("Rollout and service"),
            titles=(
                words.counted(
                    "{company} makes one promise of service to {client}",
                    "{company} makes {count} promises of service to {client}",
                    len(points),
                    client=telling.client,
                    company=telling.company,
                ),
                words.phrase("What we promise once it runs"),
            ),
            layout=LayoutName.TITLE_AND_CONTENT,
            body=Understanding(
                quote="", points_label=words.phrase("What holds all along"), points=points
            ),
        ),
    )


def training(telling: Telling, planned: PlannedSlide) -> tuple[Slide, ...]:
    """Training in three phases that ends with an assessment (PRACTICE section 7)."""
    words = telling.words
    phases = (
        Point(
            words.phrase("Before the training"),
            words.phrase("We agree with you who learns what."),
            TrainingPhase.BEFORE.value,
        ),
        Point(
            words.phrase("During the training"),
            words.phrase("People use the product themselves."),
            TrainingPhase.DURING.value,
        ),
        Point(
            words.phrase("After the training"),
            words.phrase("The assessment shows who is ready."),
            TrainingPhase.AFTER.value,
        ),
    )
    learnt = tuple(filter(None, (_learnt(telling, item) for item in telling.side.proposals)))
    return (
        Slide(
            key=planned.key,
            kicker=words.phrase("Training and getting started"),
            titles=(
                words.phrase("Training at {client} ends with an assessment", client=telling.client),
                words.phrase("Training ends with an assessment that we set up together"),
            ),
            layout=LayoutName.TITLE_ONLY,
            body=Process(steps=phases, notes=learnt[:_TAUGHT]),
        ),
    )


def weeks_words(telling: Telling, item: Proposal) -> str:
    """A product's typical time as ``2 weeks``; empty where it is not known."""
    weeks = item.product.adoption.typical_weeks
    return telling.words.counted("{count} week", "{count} weeks", weeks) if weeks else ""


def _learnt(telling: Telling, item: Proposal) -> Point | None:
    names = [telling.read(c.name) for c in item.product.capabilities[:_LEARNT]]
    if not names:
        return None
    return Point(telling.read(item.product.name), telling.words.run_on(names))
