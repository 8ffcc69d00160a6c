"""What is negotiated: ways to start, what each side brings, the way to the signature and on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from briefing_app.documents.deck.block import Point
from briefing_app.documents.deck.diagram_blocks import Comparison, Criterion
from briefing_app.documents.deck.grid import LayoutName
from briefing_app.documents.deck.offer_blocks import Process
from briefing_app.documents.deck.slides import Slide
from briefing_app.documents.deck.story.adoption import weeks_words
from briefing_app.documents.deck.story.adoption_words import connected
from briefing_app.documents.deck.story.telling import Telling
from briefing_app.documents.deck.story_blocks import RuledList, RuledLists
from briefing_app.planning.client_side import PlannedSlide, Proposal, SharedFollowUp

_SEVERAL = 2


def options(telling: Telling, planned: PlannedSlide) -> tuple[Slide, ...]:
    """Starting with the product that answers most, beside starting with all of them."""
    words, proposals = telling.words, telling.side.proposals
    if len(proposals) < _SEVERAL:
        return ()
    first = max(proposals, key=lambda item: len(item.answers))
    body = Comparison(
        criterion_label=words.phrase("Two ways to start"),
        options=(
            words.phrase("Start with {product}", product=first.product.name),
            words.phrase("Start with everything"),
        ),
        recommended=0,
        recommended_label=words.phrase("Lightest start"),
        criteria=tuple(_criteria(telling, ((first,), proposals))),
        alt=words.phrase("Table of two ways to start, side by side"),
    )
    return (
        Slide(
            key=planned.key,
            kicker=words.phrase("Options"),
            titles=(
                words.phrase(
                    "{client} can start with one product or with all", client=telling.client
                ),
                words.phrase("Two ways to start, side by side"),
            ),
            layout=LayoutName.TABLE,
            body=body,
        ),
    )


def _criteria(
    telling: Telling, ways: tuple[tuple[Proposal, ...], tuple[Proposal, ...]]
) -> Iterator[Criterion]:
    words = telling.words
    rows: tuple[tuple[str, Callable[[Telling, tuple[Proposal, ...]], str]], ...] = (
        (words.phrase("It includes"), _names),
        (words.phrase("It answers"), _answered),
        (words.phrase("To connect"), _heaviest),
        (words.phrase("Time to go live"), _longest),
    )
    for name, said in rows:
        answers = tuple(said(telling, way) for way in ways)
        if any(answers):
            yield Criterion(name, answers)


def _names(telling: Telling, chosen: tuple[Proposal, ...]) -> str:
    return telling.words.listing(telling.read(item.product.name) for item in chosen)


def _answered(telling: Telling, chosen: tuple[Proposal, ...]) -> str:
    answered = len({need for item in chosen for need in item.answers})
    total = len(telling.side.needs)
    return telling.words.phrase("{answered} of {total} needs", answered=answered, total=total)


def _heaviest(telling: Telling, chosen: tuple[Proposal, ...]) -> str:
    order = list(type(chosen[0].product.adoption.integration))
    heaviest = max((item.product.adoption.integration for item in chosen), key=order.index)
    return connected(telling.words, heaviest)


def _longest(telling: Telling, chosen: tuple[Proposal, ...]) -> str:
    return weeks_words(telling, max(chosen, key=lambda it: it.product.adoption.typical_weeks))


def give_and_take(telling: Telling, planned: PlannedSlide) -> tuple[Slide, ...]:
    """What each side puts in."""
    words, side = telling.words, telling.side
    ours = tuple(Point("", telling.read(service)) for service in side.company.service)
    theirs = tuple(
        Point(telling.read(item.product.name), effort)
        for item in side.proposals
        if (effort := telling.read(item.product.adoption.client_effort))
    )
    lists = (
        RuledList(words.phrase("{name} brings", name=telling.company), ours),
        RuledList(words.phrase("{name} brings", name=telling.client), theirs),
    )
    kept = tuple(one for one in lists if one.points)
    if not kept:
        return ()
    return (
        Slide(
            key=planned.key,
            kicker=words.phrase("What both sides give"),
            titles=(
                words.phrase(
                    "What {company} and {client} each bring",
                    company=telling.company,
                    client=telling.client,
                ),
                words.phrase("What each side brings"),
            ),
            layout=LayoutName.TITLE_AND_CONTENT,
            body=RuledLists(lists=kept),
        ),
    )


def timing(telling: Telling, planned: PlannedSlide) -> tuple[Slide, ...]:
    """From the agreed steps over approval and signature to everyday use.

    The date of the signature is the client's to set: what comes after it is counted from it.
    """
    words = telling.words
    dated = [(step.due, step) for step in telling.side.next_steps if step.due]
    if not (dated and telling.weeks):
        return ()
    steps = (
        _agreed(telling, dated),
        Point(
            words.phrase("Your approval"),
            words.phrase("Who must agree, and how long does each take?"),
        ),
        Point(words.phrase("Signature"), words.phrase("You set the date; the rest follows it.")),
        *_live(telling),
    )
    return (
        Slide(
            key=planned.key,
            kicker=words.phrase("Timing"),
            titles=(
                words.counted(
                    "One week after the signature {client} uses all of it",
                    "{count} weeks after the signature {client} uses all of it",
                    telling.weeks,
                    client=telling.client,
                ),
                words.phrase("From today to the signature, and on to everyday use"),
            ),
            layout=LayoutName.TITLE_ONLY,
            body=Process(steps=steps, notes=()),
        ),
    )


def _agreed(telling: Telling, dated: list[tuple[date, SharedFollowUp]]) -> Point:
    """Until when the agreed steps are done, and which one is the last."""
    words = telling.words
    last, step = max(dated, key=lambda item: item[0])
    what = telling.read(step.what).rstrip("。.")
    if len(dated) > 1:
        what = words.phrase("{count} steps, the last: {what}", count=len(dated), what=what)
    return Point(words.phrase("Until {day}", day=words.short_day(last)), what)


def _live(telling: Telling) -> Iterator[Point]:
    """The first and the last week, counted from the signature, at which products are in use."""
    words, proposals = telling.words, telling.side.proposals
    weeks = sorted({w for item in proposals if (w := item.product.adoption.typical_weeks)})
    for week in dict.fromkeys((weeks[0], weeks[-1])):
        ready = tuple(item for item in proposals if item.product.adoption.typical_weeks <= week)
        is_all = len(ready) == len(proposals) > 1
        yield Point(
            words.counted("One week after signing", "{count} weeks after signing", week),
            words.phrase("All {count} products in use", count=len(ready))
            if is_all
            else words.phrase("{names} in use", names=_names(telling, ready)),
        )
