"""What is proposed: at a glance, product by product, how it works, what it changes."""

from __future__ import annotations

from dataclasses import replace

from briefing_app.documents.deck.block import Change, Point
from briefing_app.documents.deck.diagram_blocks import Architecture, BigFigures
from briefing_app.documents.deck.grid import LayoutName
from briefing_app.documents.deck.offer_blocks import (
    Facing,
    Hub,
    Spoke,
    ValueChart,
    WhyHere,
)
from briefing_app.documents.deck.slides import Slide
from briefing_app.documents.deck.story.adoption_words import connected, kept_running, touched
from briefing_app.documents.deck.story.telling import Telling, sentences
from briefing_app.documents.icon_choice import OF_DEPARTMENT, Effort, of_fact
from briefing_app.domain.audience import Audience
from briefing_app.domain.offering import Capability, ProductSurface
from briefing_app.planning.client_side import PlannedSlide, Proposal
from briefing_app.wording import Wording

_CAPABILITIES = 4
_EXPLAINED = 3
_FACTS = 3
"""So many are shown of a product, the first ones; the brochure has all with their details."""

_PARTS = 3
_FIGURES = 4


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
    changes = _changes(telling, item)
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
        change=strongest(changes) if (changes := _changes(telling, item)) else None,
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


def architecture(telling: Telling, planned: PlannedSlide) -> tuple[Slide, ...]:
    """What a product touches, the steps in which it works, what it stands on."""
    item, words = telling.proposal(planned), telling.words
    if not item.product.works_in:
        return ()
    name = telling.read(item.product.name)
    adoption = item.product.adoption
    block = Architecture(
        client_label=words.phrase("At {client}", client=telling.client),
        client_parts=(
            Point(
                words.phrase("Your product"),
                touched(words, adoption.surface),
                Effort.IN_THE_PRODUCT.value,
            ),
            *(
                Point(words.label(department), sign=OF_DEPARTMENT.get(department))
                for department in adoption.improves[:_PARTS]
            ),
        ),
        down=Point(words.phrase("To connect"), connected(words, adoption.integration)),
        back=Point(words.phrase("In operation"), kept_running(words, adoption.running_dependence)),
        product_label=name,
        steps=tuple(_step(telling, step) for step in item.product.works_in),
        facts=tuple(
            Point(telling.read(fact.name), telling.read(fact.detail), of_fact(fact.name))
            for fact in item.product.facts[: _FACTS - _is_explained(telling)]
        ),
    )
    return (
        Slide(
            key=planned.key,
            kicker=words.phrase("How it works · {product}", product=name),
            titles=_architecture_titles(telling, item, len(block.steps)),
            layout=LayoutName.TITLE_ONLY,
            body=block,
        ),
    )


def value(telling: Telling, planned: PlannedSlide) -> tuple[Slide, ...]:
    """The expected effects as a chart, with what they assume."""
    item, words = telling.proposal(planned), telling.words
    changes = _changes(telling, item)
    if item.value is None or not changes:
        return ()
    name = telling.read(item.product.name)
    in_several_units = len({(c.unit, c.before_text[-1:] == "%") for c in changes}) > 1
    assumptions = telling.read(item.value.assumptions)
    bases = " ".join(dict.fromkeys(change.basis for change in changes if change.basis))
    if _place_among(telling, planned) % 2:
        return (_large_value(telling, planned, changes, assumptions or bases),)
    block = ValueChart(
        before_name=words.phrase("Today"),
        change_name=words.phrase("Change"),
        after_name=words.phrase("With {product}", product=name),
        changes=changes,
        bridged=strongest(changes) if in_several_units else None,
        sources_note=_shared_source(words, changes),
        assumptions_label=words.phrase("Assumptions:"),
        assumptions=assumptions or bases,
        chart_name=words.phrase("Expected value"),
        alt=words.phrase(
            "Chart: {readings}",
            readings=words.listing(telling.moved(change) for change in changes),
        ),
    )
    return (
        Slide(
            key=planned.key,
            kicker=words.phrase("Expected value · {product}", product=name),
            titles=_value_titles(telling, changes),
            layout=LayoutName.CHART,
            body=block,
        ),
    )


def _step(telling: Telling, step: Capability) -> Point:
    detail = telling.read(step.detail) if _is_explained(telling) else ""
    return Point(telling.read(step.name), detail)


def _is_explained(telling: Telling) -> bool:
    """True for those who judge how it works."""
    return telling.side.audience is Audience.TECHNICAL


def _place_among(telling: Telling, planned: PlannedSlide) -> int:
    """The how manieth of its kind the slide is, from 0."""
    alike = [each for each in telling.side.storyline if each.kind is planned.kind]
    return alike.index(planned)


def _large_value(
    telling: Telling, planned: PlannedSlide, changes: tuple[Change, ...], basis: str
) -> Slide:
    """The effects as big figures, the strongest first: every second product's form."""
    words = telling.words
    name = telling.read(telling.proposal(planned).product.name)
    best = strongest(changes)
    kept = (best, *(change for change in changes if change is not best))[:_FIGURES]
    shared = _shared_source(words, kept)
    if shared:
        kept = tuple(replace(change, source="") for change in kept)
    assumed = words.phrase("Assumptions:")
    return Slide(
        key=planned.key,
        kicker=words.phrase("Expected value · {product}", product=name),
        titles=_value_titles(telling, changes),
        layout=LayoutName.TITLE_ONLY,
        body=BigFigures(
            changes=kept, notes=tuple(filter(None, (shared, f"{assumed} {basis}" if basis else "")))
        ),
    )


def strongest(changes: tuple[Change, ...]) -> Change:
    """The change that is largest relative to where it started."""
    return max(changes, key=lambda c: abs(c.after - c.before) / (abs(c.before) or 1.0))


def marked(telling: Telling, sentence: str, change: Change) -> str:
    """The sentence, said to be an example where the figure is one."""
    if change.source != telling.words.phrase("Example"):
        return sentence
    return telling.words.phrase("{sentence} (example)", sentence=sentence)


def _shared_source(words: Wording, changes: tuple[Change, ...]) -> str:
    """One line for the sources of all changes; empty where they differ."""
    sources = {change.source for change in changes}
    if sources == {words.phrase("Example")}:
        return words.phrase("All figures are examples.")
    return sources.pop() if len(sources) == 1 else ""


def _changes(telling: Telling, item: Proposal) -> tuple[Change, ...]:
    return telling.changes(item.value.measures) if item.value else ()


def _capabilities(telling: Telling, item: Proposal) -> tuple[Point, ...]:
    """The first capabilities; explained for those who judge the product, named for others."""
    if _is_explained(telling) or item.value is None:
        kept = item.product.capabilities[:_EXPLAINED]
        return tuple(Point(telling.read(c.name), telling.read(c.detail)) for c in kept)
    return tuple(Point(telling.read(c.name)) for c in item.product.capabilities[:_CAPABILITIES])


def _answers_note(telling: Telling, item: Proposal) -> str:
    if not item.answers:
        return ""
    return telling.words.counted("Answers one need", "Answers {count} needs", len(item.answers))


def _proposal_titles(telling: Telling) -> tuple[str, ...]:
    words, side = telling.words, telling.side
    departments = list(
        dict.fromkeys(d for item in side.proposals for d in item.product.adoption.improves)
    )
    people = words.listing(words.label(department) for department in departments[:1])
    titles: list[str] = []
    match side.audience:
        case Audience.EXECUTIVE if people:
            titles.append(
                words.counted(
                    "{products} pays off first in {departments} at {client}",
                    "{count} products pay off first in {departments} at {client}",
                    len(side.proposals),
                    products=telling.products,
                    departments=people,
                    client=telling.client,
                )
            )
        case Audience.TECHNICAL | Audience.PURCHASING if telling.weeks:
            titles.append(
                words.counted(
                    "All that we propose is in use at {client} within about one week",
                    "All that we propose is in use at {client} within about {count} weeks",
                    telling.weeks,
                    client=telling.client,
                )
            )
        case Audience.USERS if people:
            titles.append(
                words.counted(
                    "{products} takes detours out of the daily work in {departments}",
                    "{count} products take detours out of the daily work in {departments}",
                    len(side.proposals),
                    products=telling.products,
                    departments=people,
                )
            )
    titles.append(_proposal_by_needs(telling))
    titles.append(words.phrase("This is what we propose, and what each part is for"))
    return tuple(titles)


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
    words, first = telling.words, telling.side.needs[min(item.answers)]
    return (
        words.phrase(
            "{product} answers your need: {need}",
            product=name,
            need=telling.read(first.statement).rstrip("。.；;"),
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


def _architecture_titles(telling: Telling, item: Proposal, count: int) -> tuple[str, ...]:
    words, name = telling.words, telling.read(item.product.name)
    if item.product.adoption.surface is ProductSurface.NONE:
        first = words.phrase(
            "{product} leaves the product of {client} untouched",
            product=name,
            client=telling.client,
        )
    else:
        first = words.phrase(
            "{product} shows where {client} gives it room",
            product=name,
            client=telling.client,
        )
    return (
        first,
        words.phrase("{product} works in {count} steps", product=name, count=count),
        words.phrase("How it works, step by step"),
    )


def _value_titles(telling: Telling, changes: tuple[Change, ...]) -> tuple[str, ...]:
    best = strongest(changes)
    return (
        marked(telling, telling.moved(best), best),
        telling.words.phrase("What can be expected, and what it assumes"),
    )
