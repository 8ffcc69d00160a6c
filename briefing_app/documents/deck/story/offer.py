"""What is proposed: at a glance, product by product, what it changes in a day."""

from __future__ import annotations

from briefing_app.documents.deck.block import Change, Point
from briefing_app.documents.deck.grid import LayoutName
from briefing_app.documents.deck.offer_blocks import Facing, Hub, Spoke, WhyHere
from briefing_app.documents.deck.slides import Slide
from briefing_app.documents.deck.story.telling import Telling, sentences
from briefing_app.documents.deck.story.value import changes_of, marked, strongest
from briefing_app.domain.audience import Audience
from briefing_app.planning.client_side import PlannedSlide, Proposal, SlideKind

_CAPABILITIES = 4
_EXPLAINED = 3
"""So many are shown of a product, the first ones; the brochure has all with their details."""


def proposal(telling: Telling, planned: PlannedSlide) -> tuple[Slide, ...]:
    """All products around the client."""
    if not telling.side.proposals:
        return ()
    words = telling.words
    spokes = tuple(
        Spoke(
            telling.read(item.product.name),
            telling.read(item.product.essence),
            _answers_note(telling, item),
        )
        for item in telling.side.proposals
    )
    return (
        Slide(
            key=planned.key,
            kicker=words.phrase("Our proposal"),
            titles=_proposal_titles(telling),
            layout=LayoutName.TITLE_ONLY,
            body=Hub(
                centre=telling.client, centre_label=words.phrase("Proposed for"), spokes=spokes
            ),
        ),
    )


def product(telling: Telling, planned: PlannedSlide) -> tuple[Slide, ...]:
    """One product: today's pain, the value, the figure, the capabilities that matter."""
    item, words = telling.proposal(planned), telling.words
    name = telling.read(item.product.name)
    changes = changes_of(telling, item)
    value = telling.read(item.value.value) if item.value else ""
    block = WhyHere(
        today_label=words.phrase("Today"),
        pain=telling.read(item.value.pain) if item.value else "",
        value_label=words.phrase("With {product}", product=name),
        value=value or telling.read(item.product.essence),
        capabilities_label=words.phrase("What matters here"),
        capabilities=_capabilities(telling, item),
        change=changes[0] if changes else None,
    )
    if not (block.pain or block.value or block.capabilities or changes):
        return ()
    return (
        Slide(
            key=planned.key,
            kicker=words.phrase("Our proposal · {product}", product=name),
            titles=_product_titles(telling, item, changes),
            layout=LayoutName.TITLE_AND_CONTENT,
            body=block,
        ),
    )


def day_before_after(telling: Telling, planned: PlannedSlide) -> tuple[Slide, ...]:
    """The same working day twice."""
    item, words = telling.proposal(planned), telling.words
    if item.value is None or not (item.value.day_before and item.value.day_after):
        return ()
    name = telling.read(item.product.name)
    titles = (
        *(
            words.phrase(
                "The same day in {department}, before and with {product}",
                department=words.label(department),
                product=name,
            )
            for department in item.product.adoption.improves[:1]
        ),
        words.phrase(
            "The same day at {client}, before and with {product}",
            client=telling.client,
            product=name,
        ),
        words.phrase("The same working day, before and afterwards"),
    )
    block = Facing(
        left_label=words.phrase("Today"),
        left=sentences(telling.read(item.value.day_before)),
        right_label=words.phrase("With {product}", product=name),
        right=sentences(telling.read(item.value.day_after)),
        change=strongest(changes) if (changes := changes_of(telling, item)) else None,
    )
    return (
        Slide(
            key=planned.key,
            kicker=words.phrase("A working day"),
            titles=titles,
            layout=LayoutName.TWO_COLUMNS,
            body=block,
        ),
    )


def _capabilities(telling: Telling, item: Proposal) -> tuple[Point, ...]:
    """The first capabilities; explained for those who judge the product, named for others.

    Where another slide explains how the product works, step by step, names are enough here.
    """
    judged = telling.asks_how and not telling.has(SlideKind.ARCHITECTURE)
    if judged or item.value is None:
        kept = item.product.capabilities[:_EXPLAINED]
        return tuple(Point(telling.read(c.name), telling.read(c.detail)) for c in kept)
    return tuple(Point(telling.read(c.name)) for c in item.product.capabilities[:_CAPABILITIES])


def _answers_note(telling: Telling, item: Proposal) -> str:
    if not item.answers:
        return ""
    return telling.words.counted("Answers one need", "Answers {count} needs", len(item.answers))


def _proposal_titles(telling: Telling) -> tuple[str, ...]:
    return (
        _proposal_by_audience(telling),
        _proposal_by_needs(telling),
        telling.words.phrase("This is what we propose, and what each part is for"),
    )


def _proposal_by_audience(telling: Telling) -> str:
    """What the proposal means to those who listen; empty where the records do not tell."""
    words, side = telling.words, telling.side
    gaining = [d for item in side.proposals for d in item.product.adoption.improves]
    people = words.label(gaining[0]) if gaining else ""
    match side.audience:
        case Audience.EXECUTIVE if people:
            return words.counted(
                "{products} pays off first in {departments} at {client}",
                "{count} products pay off first in {departments} at {client}",
                len(side.proposals),
                products=telling.products,
                departments=people,
                client=telling.client,
            )
        case Audience.TECHNICAL | Audience.PURCHASING if telling.weeks:
            return words.counted(
                "All that we propose is in use at {client} within about one week",
                "All that we propose is in use at {client} within about {count} weeks",
                telling.weeks,
                client=telling.client,
            )
        case Audience.USERS if people:
            return words.counted(
                "{products} takes detours out of the daily work in {departments}",
                "{count} products take detours out of the daily work in {departments}",
                len(side.proposals),
                products=telling.products,
                departments=people,
            )
    return ""


def _proposal_by_needs(telling: Telling) -> str:
    words, count = telling.words, len(telling.side.proposals)
    if not telling.answered:
        return words.counted(
            "We propose one product for {client}",
            "We propose {count} products for {client} that work together",
            count,
            client=telling.client,
        )
    if len(telling.answered) == len(telling.side.needs) > 1:
        return words.counted(
            "One product answers all {total} needs of {client}",
            "{count} products together answer all {total} needs of {client}",
            count,
            total=len(telling.side.needs),
            client=telling.client,
        )
    return words.counted(
        "One product answers {answered} of the {total} needs of {client}",
        "{count} products answer {answered} of the {total} needs of {client}",
        count,
        answered=len(telling.answered),
        total=len(telling.side.needs),
        client=telling.client,
    )


def _product_titles(
    telling: Telling, item: Proposal, changes: tuple[Change, ...]
) -> tuple[str, ...]:
    words, name = telling.words, telling.read(item.product.name)
    titles: list[str] = []
    if telling.speaks_of_gain and changes:
        moved = telling.moved(changes[0])
        gain = words.phrase("With {product}: {change}", product=name, change=moved)
        titles.append(marked(telling, gain, changes[0]))
    if item.answers:
        titles.extend(_by_needs(telling, item, name))
    titles.append(
        words.phrase(
            "{product} is made for what {client} faces", product=name, client=telling.client
        )
    )
    titles.append(words.phrase("Why this product fits here"))
    return tuple(titles)


def _by_needs(telling: Telling, item: Proposal, name: str) -> tuple[str, ...]:
    words = telling.words
    return (
        words.phrase(
            "{product} answers your need: {need}",
            product=name,
            need=telling.need(min(item.answers)),
        )
        if len(item.answers) == 1
        else "",
        words.counted(
            "{product} answers one of the {total} needs of {client}",
            "{product} answers {count} of the {total} needs of {client}",
            len(item.answers),
            product=name,
            total=len(telling.side.needs),
            client=telling.client,
        ),
    )
