"""How needs are met week by week, once the products that answer them are in use."""

from __future__ import annotations

from math import ceil

from briefing_app.documents.deck.block import Point
from briefing_app.documents.deck.chart_blocks import Growth
from briefing_app.documents.deck.grid import LayoutName
from briefing_app.documents.deck.slides import Slide
from briefing_app.documents.deck.story.telling import Telling
from briefing_app.planning.client_side import PlannedSlide, Proposal

_MOST_STEPS = 11
"""So many steps after the start have room for their numbers along the line."""

_FEWEST_MILESTONES = 2
_HALF = 0.5


def needs_in_use(telling: Telling, planned: PlannedSlide) -> tuple[Slide, ...]:
    """The needs that are met by each week; nothing where fewer than two weeks bring something."""
    weeks = _weeks(telling)
    if len(set(weeks.values())) < _FEWEST_MILESTONES:
        return ()
    return (
        Slide(
            key=planned.key,
            kicker=telling.words.phrase("Needs met over time"),
            titles=_titles(telling, weeks),
            layout=LayoutName.CHART,
            body=_growth(telling, weeks),
        ),
    )


def _weeks(telling: Telling) -> dict[int, int]:
    """The week from which each need is met: when the first product that answers it is in use."""
    weeks: dict[int, int] = {}
    for item in telling.side.proposals:
        week = item.product.adoption.typical_weeks
        for need in item.answers if week else ():
            weeks[need] = min(week, weeks.get(need, week))
    return weeks


def _met(weeks: dict[int, int], by: int) -> int:
    return sum(week <= by for week in weeks.values())


def _growth(telling: Telling, weeks: dict[int, int]) -> Growth:
    words, last = telling.words, max(weeks.values())
    step = ceil(last / _MOST_STEPS)
    points = range(0, ceil(last / step) * step + 1, step)
    return Growth(
        steps=tuple(
            words.phrase("Week {week}", week=week) if week else words.phrase("Start")
            for week in points
        ),
        counts=tuple(_met(weeks, week) for week in points),
        measure=words.phrase("Needs met, of {total}", total=len(telling.side.needs)),
        milestones=tuple(_milestone(telling, weeks, week) for week in sorted({*weeks.values()})),
        note=words.phrase("Typical times when all start together; the plan follows your calendar."),
        chart_name=words.phrase("Needs met over time"),
        alt=words.phrase("Chart: {readings}", readings=words.listing(_readings(telling, weeks))),
    )


def _readings(telling: Telling, weeks: dict[int, int]) -> list[str]:
    return [
        telling.words.phrase("week {week}: {count}", week=week, count=_met(weeks, week))
        for week in sorted({*weeks.values()})
    ]


def _milestone(telling: Telling, weeks: dict[int, int], week: int) -> Point:
    """A week with the products that go live then, and how many needs they newly meet."""
    words = telling.words
    added = sum(at == week for at in weeks.values())
    names = words.listing(
        telling.read(item.product.name)
        for item in telling.side.proposals
        if _brings(item, weeks, week)
    )
    return Point(
        words.phrase("Week {week}", week=week),
        words.counted(
            "{products} in use: one need more",
            "{products} in use: {count} needs more",
            added,
            products=names,
        ),
    )


def _brings(item: Proposal, weeks: dict[int, int], week: int) -> bool:
    is_due = item.product.adoption.typical_weeks == week
    return is_due and any(weeks[need] == week for need in item.answers)


def _titles(telling: Telling, weeks: dict[int, int]) -> tuple[str, ...]:
    """The week by which half of all needs are met, else the last one."""
    words, total, last = telling.words, len(telling.side.needs), max(weeks.values())
    reached = (week for week in sorted(weeks.values()) if _met(weeks, week) >= total * _HALF)
    week = next(reached, last)
    return (
        words.phrase(
            "By week {week}, {count} of the {total} needs of {client} are met in daily use",
            week=week,
            count=_met(weeks, week),
            total=total,
            client=telling.client,
        ),
        words.phrase("Needs are met step by step, not all at the end"),
    )
