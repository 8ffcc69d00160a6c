"""The expected effects: a chart of what they assume, or the largest as big figures."""

from __future__ import annotations

from dataclasses import replace

from briefing_app.documents.deck.block import Change
from briefing_app.documents.deck.diagram_blocks import BigFigures
from briefing_app.documents.deck.grid import LayoutName
from briefing_app.documents.deck.offer_blocks import ValueChart
from briefing_app.documents.deck.slides import Slide
from briefing_app.documents.deck.story.telling import Telling
from briefing_app.planning.client_side import PlannedSlide, Proposal
from briefing_app.wording import Wording

_FIGURES = 4


def value(telling: Telling, planned: PlannedSlide) -> tuple[Slide, ...]:
    """The expected effects as a chart, with what they assume."""
    item, words = telling.proposal(planned), telling.words
    changes = changes_of(telling, item)
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


def changes_of(telling: Telling, item: Proposal) -> tuple[Change, ...]:
    """What a product changes here, in numbers."""
    return telling.changes(item.value.measures) if item.value else ()


def _value_titles(telling: Telling, changes: tuple[Change, ...]) -> tuple[str, ...]:
    best = strongest(changes)
    return (
        marked(telling, telling.moved(best), best),
        telling.words.phrase("What can be expected, and what it assumes"),
    )
