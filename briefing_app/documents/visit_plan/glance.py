"""Page one: the card that is read in two minutes in a taxi, and always fits its page.

Where there is too much, the card takes the first of its allowances that fits. Each allows
fewer people, fewer things to carry, smaller type or shorter texts than the one before. What
is left out is left out whole, and the card says on which page it stands: people by their
influence, things to carry by their day, texts that take too many lines by a pointer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from briefing_app.documents.flow import Block, Elements, Stack
from briefing_app.documents.visit_plan.blocks import (
    lines_that_fit,
    rows,
    rule,
    text,
    writing_lines,
)
from briefing_app.documents.visit_plan.glance_owed import owed_row
from briefing_app.documents.visit_plan.glance_people import people_row
from briefing_app.documents.visit_plan.glance_talk import (
    beware_row,
    expect_row,
    questions_row,
    say_row,
)
from briefing_app.documents.visit_plan.glance_visit import (
    aims_row,
    carry_row,
    head,
    meeting_row,
    visit_facts,
)
from briefing_app.documents.visit_plan.look import COLUMN_HEIGHT, MARGIN, TOP, WIDTH, Look
from briefing_app.documents.visit_plan.plan import Part, PartName, Plan, item
from briefing_app.documents.visit_plan.space import Allowance, Card

_LEAST_GAP, _MOST_GAP = 6.0, 9.0
_LEAST_TO_WRITE_ON = 2
_MOST_TO_WRITE_ON = 8

ALLOWANCES = (
    Allowance(people=10, carry=8, lines=6),
    Allowance(people=10, carry=6, lines=5),
    Allowance(people=8, carry=6, lines=5),
    Allowance(people=8, carry=4, lines=5),
    Allowance(people=8, carry=4, lines=5, scale=0.95),
    Allowance(people=6, carry=4, lines=4, scale=0.95),
    Allowance(people=6, carry=4, lines=4, scale=0.9),
    Allowance(people=5, carry=3, lines=3, scale=0.9),
    Allowance(people=4, carry=3, lines=2, scale=0.9),
)
"""From generous to tight; the last one fits whatever the content."""


def allowance_for(plan: Plan) -> Allowance:
    """The first allowance with which the card fits its page."""
    for allowance in ALLOWANCES[:-1]:
        card = Card(_sized(plan, allowance), allowance, {})
        if _stacked(card, _LEAST_GAP).height <= COLUMN_HEIGHT:
            return allowance
    return ALLOWANCES[-1]


def glance_elements(plan: Plan, allowance: Allowance, pages: Mapping[PartName, int]) -> Elements:
    """Page one below its running head; ``pages`` tells where each part begins."""
    card = Card(_sized(plan, allowance), allowance, pages)
    least = _stacked(card, _LEAST_GAP)
    spare = COLUMN_HEIGHT - least.height
    airy = _stacked(card, min(_MOST_GAP, _LEAST_GAP + spare / len(least.items)))
    notes = _notes(card.plan, COLUMN_HEIGHT - airy.height)
    return rows((airy, notes), _MOST_GAP).placed(MARGIN, TOP)


def in_full_part(plan: Plan, allowance: Allowance) -> Part | None:
    """What of the visit itself was too long for the card; ``None`` if nothing was."""
    card = Card(_sized(plan, allowance), allowance, {})
    missing = [
        fact for fact in visit_facts(card) if not card.has_room_for(fact.shown, vital=fact.is_vital)
    ]
    if not missing:
        return None
    items = []
    for fact in missing:
        items.append(item(text(fact.label, plan.look.label, WIDTH), 10.0, leads=True))
        items.append(item(text(fact.words, plan.look.body, WIDTH), 2.0))
    return Part(PartName.IN_FULL, tuple(items))


def _sized(plan: Plan, allowance: Allowance) -> Plan:
    return replace(plan, look=Look(plan.look.language, allowance.scale))


def _stacked(card: Card, gap: float) -> Stack:
    return rows(_ruled(_rows(card)), gap)


def _rows(card: Card) -> Iterator[Block]:
    yield head(card)
    yield meeting_row(card)
    yield people_row(card)
    yield aims_row(card)
    owed = owed_row(card)
    if owed is not None:
        yield owed
    yield say_row(card)
    yield from (row for row in (questions_row(card), expect_row(card)) if row is not None)
    yield from (row for row in (beware_row(card), carry_row(card)) if row is not None)


def _ruled(blocks: Iterator[Block]) -> Iterator[Block]:
    """A line between each two."""
    for position, block in enumerate(blocks):
        if position:
            yield rule(WIDTH)
        yield block


def _notes(plan: Plan, room: float) -> Block | None:
    """Lines to write on where the card leaves room for some."""
    label = text(plan.wording.phrase("Notes"), plan.look.label, WIDTH)
    count = min(_MOST_TO_WRITE_ON, lines_that_fit(room - 3 * _MOST_GAP - label.height))
    if count < _LEAST_TO_WRITE_ON:
        return None
    return rows((rule(WIDTH), label, writing_lines(count, WIDTH)), _MOST_GAP)
