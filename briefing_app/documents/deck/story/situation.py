"""The opening and the client's own situation: cover, what we understood, pressures, needs."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from briefing_app.documents.deck.block import Point
from briefing_app.documents.deck.grid import LayoutName
from briefing_app.documents.deck.offer_blocks import (
    Card,
    Cards,
    Opening,
    Understanding,
)
from briefing_app.documents.deck.slides import Slide
from briefing_app.documents.deck.story.telling import Telling, brief
from briefing_app.documents.logos import Mark
from briefing_app.domain.opportunity import Stage
from briefing_app.planning.client_side import PlannedSlide, SharedPressure, SlideKind

_FIRST_NEEDS = 3
"""So many needs open the deck where a slide of their own lists them all."""

_FIRST_PRESSURES = 3
"""So many pressures stand on a slide, the weightiest ones; the brochure has all."""


def cover(telling: Telling, planned: PlannedSlide) -> tuple[Slide, ...]:
    """Client, purpose, time and place, who presents."""
    words, side = telling.words, telling.side
    moment = words.clock(side.visit.starts_at, side.time_zone)
    when = words.phrase("{day}, {time}", day=_local_day(telling), time=moment)
    presenters = words.listing(telling.read(colleague.name) for colleague in side.team)
    facts = (
        " · ".join(filter(None, (when, telling.read(side.visit.place)))),
        words.phrase("Presented by {names}", names=presenters) if presenters else "",
    )
    return (
        Slide(
            key=planned.key,
            kicker=" · ".join((telling.read(side.company.name), _aim(telling))),
            titles=(
                telling.read(side.client.name),
                telling.read(side.opportunity.name),
                words.phrase("What we bring to this meeting"),
            ),
            layout=LayoutName.COVER,
            body=Opening(
                facts=tuple(fact for fact in facts if fact),
                marks=(
                    Mark(telling.read(side.company.display_name), side.own_logos),
                    Mark(telling.read(side.client.display_name), side.client_logos),
                ),
            ),
            subtitle=telling.read(side.visit.purpose),
        ),
    )


def understanding(telling: Telling, planned: PlannedSlide) -> tuple[Slide, ...]:
    """The situation in the client's words and the needs that follow from it."""
    quote = telling.read(telling.side.client.situation)
    if not (quote or telling.side.needs):
        quote = telling.read(telling.side.visit.purpose)
    needs = numbered_needs(telling)
    label = telling.needs_label(telling.words.phrase("Your needs, in your words"))
    if len(needs) > _FIRST_NEEDS and telling.has(SlideKind.NEEDS_AND_ANSWERS):
        needs, total = needs[:_FIRST_NEEDS], len(telling.side.needs)
        label = telling.words.phrase(
            "Your needs, the first {shown} of {total}", shown=_FIRST_NEEDS, total=total
        )
    block = Understanding(quote=brief(quote, telling.language), points_label=label, points=needs)
    return (
        Slide(
            key=planned.key,
            kicker=telling.words.phrase("What we understood"),
            titles=(
                _understanding_title(telling),
                telling.words.phrase("This is how we understand your situation today"),
            ),
            layout=LayoutName.STATEMENT,
            body=block,
        ),
    )


def pressures(telling: Telling, planned: PlannedSlide) -> tuple[Slide, ...]:
    """The forces on the industry; a statistic keeps its source."""
    total, shown = len(telling.side.pressures), telling.side.pressures[:_FIRST_PRESSURES]
    if not shown:
        return ()
    words = telling.words
    titles = (
        words.counted(
            "One pressure on the industry reaches {client} now",
            "{count} pressures on the industry reach {client} at the same time",
            total,
            client=telling.client,
        ),
        words.phrase("Your industry is under pressure, and it shows in your business"),
    )
    kicker = words.phrase("Pressures on the industry")
    if len(shown) < total:
        kicker = words.phrase(
            "Pressures on the industry, the first {shown} of {total}",
            shown=len(shown),
            total=total,
        )
    return (
        Slide(
            key=planned.key,
            kicker=kicker,
            titles=titles,
            layout=LayoutName.TITLE_AND_CONTENT,
            body=Cards(cards=tuple(_pressure(telling, pressure) for pressure in shown)),
        ),
    )


def _pressure(telling: Telling, pressure: SharedPressure) -> Card:
    source = pressure.source
    return Card(
        title=telling.read(pressure.title),
        detail=telling.read(pressure.detail),
        figure=telling.read(pressure.statistic),
        source=telling.words.phrase("Source: {source}", source=source) if source else "",
    )


def _aim(telling: Telling) -> str:
    """What a meeting at this stage is for, in the client's terms."""
    words = telling.words
    match telling.side.stage:
        case Stage.FIRST_CONTACT:
            return words.phrase("Getting to know each other")
        case Stage.NEEDS:
            return words.phrase("What you need")
        case Stage.SOLUTION:
            return words.phrase("The solution for you")
        case Stage.NEGOTIATION:
            return words.phrase("Terms and timing")
        case Stage.DELIVERY_REVIEW:
            return words.phrase("What was delivered, and what is next")


def _local_day(telling: Telling) -> str:
    moment = telling.side.visit.starts_at.astimezone(ZoneInfo(telling.side.time_zone))
    return telling.words.day(moment.date())


def numbered_needs(telling: Telling) -> tuple[Point, ...]:
    """The needs that a slide lists, each named by its number."""
    statements = (telling.read(need.statement) for need in telling.side.listed_needs)
    return tuple(Point(f"{number}", words) for number, words in enumerate(statements, start=1))


def _understanding_title(telling: Telling) -> str:
    words, count, client = telling.words, len(telling.side.needs), telling.client
    if not count:
        return words.phrase("This is how we understand {client} today", client=client)
    match telling.side.stage:
        case Stage.FIRST_CONTACT | Stage.NEEDS:
            return words.counted(
                "We heard one need from {client}, and would like to confirm it today",
                "We heard {count} needs from {client}, and would like to confirm them today",
                count,
                client=client,
            )
        case Stage.DELIVERY_REVIEW:
            return words.counted(
                "The delivery to {client} is measured by one need",
                "The delivery to {client} is measured by {count} needs",
                count,
                client=client,
            )
        case _:
            return words.counted(
                "What is right for {client} depends on one need",
                "What is right for {client} depends on {count} needs",
                count,
                client=client,
            )
