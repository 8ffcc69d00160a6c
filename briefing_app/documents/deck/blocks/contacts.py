"""People to write to, as business cards."""

from __future__ import annotations

from dataclasses import replace

from briefing_app.documents.deck.blocks.parts import (
    PAD,
    Elements,
    Stack,
    across,
    bar,
    hairline,
    needed,
    padded,
    panel,
    stretched,
)
from briefing_app.documents.deck.grid import GUTTER
from briefing_app.documents.deck.spacing import HAIR, WIDE
from briefing_app.documents.deck.story_blocks import Contact, Contacts
from briefing_app.documents.deck.type_scale import TypeScale
from briefing_app.documents.placed import Element, Frame, Tag
from briefing_app.documents.theme import Colour

_COLUMNS = 3
_MOST = 6
_LEAST_CARD = 150.0
_COMPANY_GAP = WIDE
_EDGE = 5.0


def place_contacts(block: Contacts, area: Frame, scale: TypeScale) -> Elements | None:
    """People on up to two rows of three, the company's lines under a hairline below."""
    if len(block.people) > _MOST:
        return None
    people = _people(block, area, scale)
    if people is None:
        return None
    elements, bottom = people
    y = bottom + _COMPANY_GAP if elements else area.y
    lines = Stack(Frame(area.x, y + GUTTER, area.width, area.bottom - y - GUTTER))
    lines.add(block.company, scale.heading(), "Company", tag=Tag.SUBHEADING)
    lines.add(" · ".join(block.company_lines), scale.body(Colour.SLATE), "Company lines", gap=HAIR)
    if not lines.fits:
        return None
    return (*elements, hairline(area.x, y, area.width), *lines.boxes())


def _people(block: Contacts, area: Frame, scale: TypeScale) -> tuple[Elements, float] | None:
    """The cards and where their lowest row ends."""
    tops = across(area, _COLUMNS, GUTTER)
    places = [tops[index % _COLUMNS] for index in range(len(block.people))]
    pairs = list(zip(block.people, places, strict=True))
    height = needed(_card(person, padded(place), scale) for person, place in pairs)
    if height is None:
        return None
    height = stretched(height + 2 * PAD, _LEAST_CARD, area.height)
    elements: list[Element] = []
    bottom = area.y
    for index, (person, place) in enumerate(pairs):
        y = area.y + (height + GUTTER) * (index // _COLUMNS)
        card = replace(place, y=y, height=height)
        bottom = card.bottom
        elements.append(panel(card, Colour.MIST))
        elements.append(bar(replace(card, width=_EDGE)))
        elements.extend(_card(person, padded(card), scale).boxes())
    return None if bottom > area.bottom else (tuple(elements), bottom)


def _card(person: Contact, frame: Frame, scale: TypeScale) -> Stack:
    stack = Stack(frame)
    stack.add(person.name, scale.heading(), "Name", tag=Tag.SUBHEADING)
    stack.add(person.title, scale.detail(), "Title", gap=HAIR)
    for line in person.lines:
        stack.add(line, scale.detail(Colour.INK), "Contact line", gap=HAIR)
    return stack
