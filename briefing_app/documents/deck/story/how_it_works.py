"""How a product works beside what the client has."""

from __future__ import annotations

from briefing_app.documents.deck.block import Point
from briefing_app.documents.deck.diagram_blocks import Architecture
from briefing_app.documents.deck.grid import LayoutName
from briefing_app.documents.deck.slides import Slide
from briefing_app.documents.deck.story.adoption_words import connected, kept_running, touched
from briefing_app.documents.deck.story.telling import Telling
from briefing_app.documents.icon_choice import OF_DEPARTMENT, Effort, of_fact
from briefing_app.domain.offering import Capability, ProductSurface
from briefing_app.domain.opportunity import Stage
from briefing_app.planning.client_side import PlannedSlide, Proposal

_PARTS = 3
_FACTS = 3
"""So many are shown of a product, the first ones; the brochure has all with their details."""
_EXPLAINED_BESIDE_FACTS = 4
"""More steps that are explained one by one need the room of the facts, which the notes have."""


def architecture(telling: Telling, planned: PlannedSlide) -> tuple[Slide, ...]:
    """What a product touches, the steps in which it works, what it stands on."""
    item, words = telling.proposal(planned), telling.words
    if not item.product.works_in:
        return ()
    name, adoption = telling.read(item.product.name), item.product.adoption
    block = Architecture(
        client_label=words.phrase("At {client}", client=telling.client),
        client_parts=_client_parts(telling, item),
        down=Point(words.phrase("To connect"), connected(words, adoption.integration)),
        back=Point(words.phrase("In operation"), kept_running(words, adoption.running_dependence)),
        product_label=name,
        steps=tuple(_step(telling, step) for step in item.product.works_in),
        facts=_facts(telling, item),
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


def _client_parts(telling: Telling, item: Proposal) -> tuple[Point, ...]:
    """The client's own product, then the departments that gain."""
    words, adoption = telling.words, item.product.adoption
    return (
        Point(
            words.phrase("Your product"),
            touched(words, adoption.surface),
            Effort.IN_THE_PRODUCT.value,
        ),
        *(
            Point(words.label(department), sign=OF_DEPARTMENT.get(department))
            for department in adoption.improves[:_PARTS]
        ),
    )


def _facts(telling: Telling, item: Proposal) -> tuple[Point, ...]:
    if _explains(telling) and len(item.product.works_in) > _EXPLAINED_BESIDE_FACTS:
        return ()
    return tuple(
        Point(telling.read(fact.name), telling.read(fact.detail), of_fact(fact.name))
        for fact in item.product.facts[: _FACTS - _explains(telling)]
    )


def _step(telling: Telling, step: Capability) -> Point:
    detail = telling.read(step.detail) if _explains(telling) else ""
    return Point(telling.read(step.name), detail)


def _explains(telling: Telling) -> bool:
    """True for those who judge how it works, once the talk is about more than who we are."""
    return telling.asks_how and telling.side.stage is not Stage.FIRST_CONTACT


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
