"""From a block to the elements of one or more slides: fitted, divided, never cut."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from briefing_app.documents.deck.block import Block
from briefing_app.documents.deck.blocks.architecture import place_architecture
from briefing_app.documents.deck.blocks.big_figures import place_big_figures
from briefing_app.documents.deck.blocks.cards import place_cards, place_tiles
from briefing_app.documents.deck.blocks.contacts import place_contacts
from briefing_app.documents.deck.blocks.facing import place_facing
from briefing_app.documents.deck.blocks.gauges import place_ratings
from briefing_app.documents.deck.blocks.growth import place_growth
from briefing_app.documents.deck.blocks.hub import place_hub
from briefing_app.documents.deck.blocks.lists import place_ruled_lists, running_pages
from briefing_app.documents.deck.blocks.parts import Elements
from briefing_app.documents.deck.blocks.proof import place_case_story, place_value_chart
from briefing_app.documents.deck.blocks.quadrants import place_quadrants
from briefing_app.documents.deck.blocks.quote import place_quote
from briefing_app.documents.deck.blocks.roadmap import place_roadmap
from briefing_app.documents.deck.blocks.shares import place_shares
from briefing_app.documents.deck.blocks.statement import place_agreement, place_understanding
from briefing_app.documents.deck.blocks.steps import place_process, place_timeline
from briefing_app.documents.deck.blocks.tables import (
    place_comparison,
    place_facts,
    place_matrix,
    place_steps,
)
from briefing_app.documents.deck.blocks.why_here import place_why_here
from briefing_app.documents.deck.chart_blocks import Growth, Shares
from briefing_app.documents.deck.diagram_blocks import (
    Architecture,
    BigFigures,
    Comparison,
    Quadrants,
    Quote,
    Roadmap,
)
from briefing_app.documents.deck.offer_blocks import (
    Cards,
    Facing,
    Hub,
    Matrix,
    Process,
    Ratings,
    Understanding,
    ValueChart,
    WhyHere,
)
from briefing_app.documents.deck.story_blocks import (
    Agreement,
    CaseStory,
    Contacts,
    FactTable,
    RuledLists,
    Steps,
    Tiles,
    Timeline,
)
from briefing_app.documents.deck.type_scale import SCALES, TypeScale
from briefing_app.documents.fonts import DOCUMENT_TYPEFACE, Typeface
from briefing_app.documents.placed import Frame
from briefing_app.domain.text import Language

Composition: TypeAlias = Callable[[Any, Frame, TypeScale], Elements | None]

COMPOSITIONS: Mapping[type[Block], Composition] = {
    Understanding: place_understanding,
    Cards: place_cards,
    Matrix: place_matrix,
    Hub: place_hub,
    WhyHere: place_why_here,
    Facing: place_facing,
    Process: place_process,
    Ratings: place_ratings,
    ValueChart: place_value_chart,
    CaseStory: place_case_story,
    Tiles: place_tiles,
    Timeline: place_timeline,
    RuledLists: place_ruled_lists,
    Agreement: place_agreement,
    Steps: place_steps,
    Contacts: place_contacts,
    FactTable: place_facts,
    BigFigures: place_big_figures,
    Quadrants: place_quadrants,
    Architecture: place_architecture,
    Roadmap: place_roadmap,
    Comparison: place_comparison,
    Quote: place_quote,
    Shares: place_shares,
    Growth: place_growth,
}
"""How each kind of block is composed; a kind that is missing here is set as running text."""


_TIGHT = SCALES[-2:]
"""The sizes that are tried in less white, before a block is divided."""


def compose(
    block: Block, area: Frame, language: Language, typeface: Typeface = DOCUMENT_TYPEFACE
) -> tuple[Elements, ...]:
    """The elements of each slide that the block takes: as few as hold it whole.

    When not even single items fit, all is set as running text.
    """
    scale = TypeScale(language, typeface=typeface)
    whole = _all_fitted((block,), area, scale)
    if whole is not None:
        return whole
    finest = _all_fitted(block.divided(max(block.size, 1)), area, scale)
    if finest is None:
        return tuple(running_pages(block.running(), area, scale))
    for count in range(2, block.size):
        divided = _all_fitted(block.divided(count), area, scale)
        if divided is not None:
            return divided
    return finest


def _all_fitted(
    parts: Sequence[Block], area: Frame, scale: TypeScale
) -> tuple[Elements, ...] | None:
    """Every part's elements; ``None`` as soon as one of them does not fit."""
    placed: list[Elements] = []
    for part in parts:
        elements = _fitted(part, area, scale)
        if elements is None:
            return None
        placed.append(elements)
    return tuple(placed)


def _fitted(block: Block, area: Frame, scale: TypeScale) -> Elements | None:
    """The block at the largest scale at which it fits, in less white where none does."""
    place = COMPOSITIONS.get(type(block))
    if place is None:
        return None
    for size, is_tight in (*((size, False) for size in SCALES), *((s, True) for s in _TIGHT)):
        elements = place(block, area, replace(scale, scale=size, is_tight=is_tight))
        if elements is not None:
            return elements
    return None
