"""What it takes: effort to adopt, rollout and service, training."""

from __future__ import annotations

from briefing_app.documents.deck.block import Point
from briefing_app.documents.deck.grid import LayoutName
from briefing_app.documents.deck.offer_blocks import Gauge, Rated, Ratings, Understanding
from briefing_app.documents.deck.slides import Slide
from briefing_app.documents.deck.story.telling import Telling
from briefing_app.documents.deck.story_blocks import Phases, Timeline
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
_LEARNT = 3


def effort(telling: Telling, planned: PlannedSlide) -> tuple[Slide, ...]:
    """Each product's adoption profile in ratings (PRACTICE section 2)."""
    if not telling.side.proposals:
        return ()
    words = telling.words
    block = Ratings(
        product_label=words.phrase("Product"),
        weeks_label=words.phrase("Time to go live"),
        effort_label=words.phrase("What your team does"),
        rated=tuple(_rated(telling, item) for item in telling.side.proposals),
        legend=words.phrase("●○○ light   ●●○ medium   ●●● heavy"),
        alt=words.phrase("Table of what it takes to adopt each product"),
    )
    return (
        Slide(
            key=planned.key,
            kicker=words.phrase("Effort to adopt"),
            titles=_effort_titles(telling),
            layout=LayoutName.TABLE,
            body=block,
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
    )


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
            words.phrase("We agree who learns what and set up the assessment with you."),
        ),
        Point(
            words.phrase("During the training"),
            words.phrase("People work with the product themselves, step by step."),
        ),
        Point(
            words.phrase("After the training"),
            words.phrase("The assessment shows who is ready; problems become new questions."),
        ),
    )
    block = Phases(
        phases=phases,
        aside_label=words.phrase("What people learn"),
        aside=tuple(filter(None, (_learnt(telling, item) for item in telling.side.proposals))),
    )
    return (
        Slide(
            key=planned.key,
            kicker=words.phrase("Training and getting started"),
            titles=(
                words.phrase(
                    "Training ends with an assessment that we set up together with {client}",
                    client=telling.client,
                ),
                words.phrase("Training ends with an assessment that we set up together"),
            ),
            layout=LayoutName.TITLE_ONLY,
            body=block,
        ),
    )


def weeks_words(telling: Telling, item: Proposal) -> str:
    """A product's typical time as ``2 weeks``; empty where it is not known."""
    weeks = item.product.adoption.typical_weeks
    return telling.words.counted("{count} week", "{count} weeks", weeks) if weeks else ""


def _rated(telling: Telling, item: Proposal) -> Rated:
    words, adoption = telling.words, item.product.adoption
    gauges = (
        Gauge(
            words.phrase("To connect"),
            _INTEGRATION[adoption.integration],
            words.label(adoption.integration),
        ),
        Gauge(
            words.phrase("In operation"),
            _RUNNING[adoption.running_dependence],
            words.label(adoption.running_dependence),
        ),
        Gauge(
            words.phrase("In your product"),
            _SURFACE[adoption.surface],
            words.label(adoption.surface),
        ),
    )
    return Rated(
        name=telling.read(item.product.name),
        gauges=gauges,
        time=weeks_words(telling, item),
        effort=telling.read(adoption.client_effort),
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


def _learnt(telling: Telling, item: Proposal) -> str:
    names = [telling.read(c.name) for c in item.product.capabilities[:_LEARNT]]
    if not names:
        return ""
    return telling.words.phrase(
        "{product}: {capabilities}",
        product=item.product.name,
        capabilities=telling.words.listing(names),
    )
