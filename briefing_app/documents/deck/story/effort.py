"""What adopting the products takes: gauges, a comparison, or a 2x2 with the needs answered."""

from __future__ import annotations

from briefing_app.documents.deck.block import Block, Point
from briefing_app.documents.deck.diagram_blocks import (
    Axis,
    Comparison,
    Criterion,
    Quadrants,
    Spot,
)
from briefing_app.documents.deck.grid import LayoutName
from briefing_app.documents.deck.offer_blocks import Gauge, Rated, Ratings
from briefing_app.documents.deck.slides import Slide
from briefing_app.documents.deck.story.adoption import weeks_words
from briefing_app.documents.deck.story.adoption_words import connected, kept_running, touched
from briefing_app.documents.deck.story.telling import Telling
from briefing_app.documents.icon_choice import Effort
from briefing_app.domain.audience import Audience
from briefing_app.domain.offering import Integration, ProductSurface, RunningDependence
from briefing_app.planning.client_side import PlannedSlide, Proposal

_INTEGRATION = {Integration.ONE_OFF: 1, Integration.PROJECT: 2, Integration.CONTINUOUS: 3}
_RUNNING = {
    RunningDependence.NONE: 1,
    RunningDependence.OCCASIONAL: 2,
    RunningDependence.STANDING: 3,
}
_SURFACE = {
    ProductSurface.NONE: 1,
    ProductSurface.ENTRANCE: 2,
    ProductSurface.USER_SYSTEM: 2,
    ProductSurface.ENTRANCE_AND_USER_SYSTEM: 3,
}
_TIMES = 4


def effort(telling: Telling, planned: PlannedSlide) -> tuple[Slide, ...]:
    """What adopting each product takes: gauges of one, else as the audience weighs several."""
    if not telling.side.proposals:
        return ()
    body = _effort_body(telling)
    first = _first_choice(telling, body) if isinstance(body, Quadrants) else ""
    return (
        Slide(
            key=planned.key,
            kicker=telling.words.phrase("Effort to adopt"),
            titles=(first, *_effort_titles(telling)),
            layout=LayoutName.TITLE_ONLY if first else LayoutName.TABLE,
            body=body,
        ),
    )


def _effort_body(telling: Telling) -> Block:
    """Gauges for one product; a comparison for those who check, a 2x2 for those who decide."""
    proposals = telling.side.proposals
    if len(proposals) == 1:
        return _gauges(telling, proposals[0])
    if telling.side.audience in (Audience.TECHNICAL, Audience.PURCHASING):
        return _compared(telling)
    spots = _spots(telling)
    if len({(spot.is_right, spot.is_high) for spot in spots}) == 1:
        return _compared(telling)
    return _quadrants(telling, spots)


def _gauges(telling: Telling, item: Proposal) -> Ratings:
    words, adoption = telling.words, item.product.adoption
    labels = (words.phrase("To connect"), words.phrase("In operation"))
    gauges = (
        Gauge(
            labels[0],
            _INTEGRATION[adoption.integration],
            connected(words, adoption.integration),
            Effort.CONNECT.value,
        ),
        Gauge(
            labels[1],
            _RUNNING[adoption.running_dependence],
            kept_running(words, adoption.running_dependence),
            Effort.RUN.value,
        ),
        Gauge(
            words.phrase("In your product"),
            _SURFACE[adoption.surface],
            touched(words, adoption.surface),
            Effort.IN_THE_PRODUCT.value,
        ),
    )
    return Ratings(
        weeks_label=words.phrase("Time to go live"),
        effort_label=words.phrase("What your team does"),
        rated=Rated(
            name=telling.read(item.product.name),
            gauges=gauges,
            time=weeks_words(telling, item),
            effort=telling.read(adoption.client_effort),
        ),
    )


def _compared(telling: Telling) -> Comparison:
    """The adoption profiles side by side; the lightest stands out."""
    words, proposals = telling.words, telling.side.proposals
    profiles = [item.product.adoption for item in proposals]
    rows = (
        Criterion(
            words.phrase("To connect"),
            tuple(connected(words, profile.integration) for profile in profiles),
        ),
        Criterion(
            words.phrase("In operation"),
            tuple(kept_running(words, profile.running_dependence) for profile in profiles),
        ),
        Criterion(
            words.phrase("In your product"),
            tuple(touched(words, profile.surface) for profile in profiles),
        ),
        Criterion(
            words.phrase("Time to go live"),
            tuple(weeks_words(telling, item) for item in proposals),
        ),
    )
    efforts = [_effort_of(item) for item in proposals]
    return Comparison(
        criterion_label=words.phrase("What it takes"),
        options=tuple(telling.read(item.product.name) for item in proposals),
        recommended=efforts.index(min(efforts)),
        recommended_label=words.phrase("Lightest start"),
        criteria=tuple(row for row in rows if any(row.answers)),
        alt=words.phrase("Table of what it takes to adopt each product"),
    )


def _spots(telling: Telling) -> tuple[Spot, ...]:
    """Each product against the average of all: in effort to the right, in needs answered up."""
    proposals = telling.side.proposals
    efforts = [_effort_of(item) for item in proposals]
    answers = [len(item.answers) for item in proposals]
    words = telling.words
    return tuple(
        Spot(
            telling.read(item.product.name),
            words.counted("Answers one need", "Answers {count} needs", answered)
            if answered
            else "",
            effort * len(efforts) > sum(efforts),
            answered * len(answers) >= sum(answers),
        )
        for item, effort, answered in zip(proposals, efforts, answers, strict=True)
    )


def _quadrants(telling: Telling, spots: tuple[Spot, ...]) -> Quadrants:
    words = telling.words
    times = tuple(
        Point(time, telling.read(item.product.name))
        for item in telling.side.proposals
        if (time := weeks_words(telling, item))
    )
    return Quadrants(
        across=Axis(
            words.phrase("Effort to adopt"), words.phrase("lighter"), words.phrase("heavier")
        ),
        up=Axis(words.phrase("Needs answered"), words.phrase("fewer"), words.phrase("more")),
        names=(
            words.phrase("Start here"),
            words.phrase("Plan together"),
            words.phrase("Add alongside"),
            words.phrase("Follow later"),
        ),
        spots=spots,
        aside_label=words.phrase("Time to go live"),
        aside=times[:_TIMES],
    )


def _first_choice(telling: Telling, body: Quadrants) -> str:
    """The one product to start with; empty where there are several or none."""
    first = [spot.name for spot in body.spots if spot.is_high and not spot.is_right]
    if len(first) != 1:
        return ""
    return telling.words.phrase(
        "Start with {product}: more needs answered, less effort", product=first[0]
    )


def _effort_of(item: Proposal) -> int:
    """From 3 (light in all respects) to 9."""
    adoption = item.product.adoption
    return (
        _INTEGRATION[adoption.integration]
        + _RUNNING[adoption.running_dependence]
        + _SURFACE[adoption.surface]
    )


def _effort_titles(telling: Telling) -> tuple[str, ...]:
    words, fixed = telling.words, telling.words.phrase("What adopting it asks of you")
    if not telling.weeks:
        return (
            words.phrase(
                "What adopting {products} asks of {client}",
                products=telling.products,
                client=telling.client,
            ),
            fixed,
        )
    slowest = max(telling.side.proposals, key=lambda p: p.product.adoption.typical_weeks)
    several = len(telling.side.proposals) > 1
    return (
        words.counted(
            "About one week to go live; {product} takes the longest",
            "About {count} weeks to go live; {product} takes the longest",
            telling.weeks,
            product=slowest.product.name,
        )
        if several
        else "",
        words.counted(
            "{client} can go live within about one week",
            "{client} can go live within about {count} weeks",
            telling.weeks,
            client=telling.client,
        ),
        fixed,
    )
