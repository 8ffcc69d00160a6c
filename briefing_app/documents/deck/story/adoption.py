"""What it takes: effort to adopt, rollout and service, training."""

from __future__ import annotations

from briefing_app.documents.deck.block import Block, Point
from briefing_app.documents.deck.diagram_blocks import (
    Axis,
    Comparison,
    Criterion,
    Lane,
    Quadrants,
    Roadmap,
    Spot,
    Stretch,
    Tick,
)
from briefing_app.documents.deck.grid import LayoutName
from briefing_app.documents.deck.offer_blocks import Gauge, Process, Rated, Ratings, Understanding
from briefing_app.documents.deck.slides import Slide
from briefing_app.documents.deck.story.adoption_words import connected, kept_running, touched
from briefing_app.documents.deck.story.telling import Telling
from briefing_app.documents.deck.story_blocks import Timeline
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
_LEARNT = 2
_TAUGHT = 4
_TIMES = 4
_SEVERAL = 2


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
        *_week_by_week(telling, planned),
    )


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
        ),
        Point(
            words.phrase("During the training"),
            words.phrase("People use the product themselves."),
        ),
        Point(
            words.phrase("After the training"),
            words.phrase("The assessment shows who is ready."),
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


def _effort_body(telling: Telling) -> Block:
    """Gauges for one product; a comparison for those who check, a 2x2 for those who decide."""
    proposals = telling.side.proposals
    if len(proposals) == 1:
        return _gauges(telling, proposals[0])
    if telling.side.audience in (Audience.TECHNICAL, Audience.PURCHASING):
        return _compared(telling)
    spots = effort_spots(telling)
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
        ),
        Gauge(
            labels[1],
            _RUNNING[adoption.running_dependence],
            kept_running(words, adoption.running_dependence),
        ),
        Gauge(
            words.phrase("In your product"),
            _SURFACE[adoption.surface],
            touched(words, adoption.surface),
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


def effort_spots(telling: Telling) -> tuple[Spot, ...]:
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


def _learnt(telling: Telling, item: Proposal) -> Point | None:
    names = [telling.read(c.name) for c in item.product.capabilities[:_LEARNT]]
    if not names:
        return None
    return Point(telling.read(item.product.name), telling.words.listing(names))
