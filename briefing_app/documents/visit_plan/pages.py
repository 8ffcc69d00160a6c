"""Puts the visit plan together: page one, the parts behind it, running heads and page numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import repeat
from zoneinfo import ZoneInfo

from briefing_app.documents.flow import Elements, Item, Stack, pour
from briefing_app.documents.placed import Frame, Page, Tag, TextBox
from briefing_app.documents.text_fit import Align, measure, paragraph, text_width
from briefing_app.documents.theme import Colour
from briefing_app.documents.visit_plan.blocks import rule, text
from briefing_app.documents.visit_plan.chain import chain_part, warnings_part
from briefing_app.documents.visit_plan.commerce import commerce_part, competitors_part
from briefing_app.documents.visit_plan.deck_part import coverage_part, deck_part
from briefing_app.documents.visit_plan.glance import allowance_for, glance_elements, in_full_part
from briefing_app.documents.visit_plan.glance_visit import client_name
from briefing_app.documents.visit_plan.look import (
    COLUMN_HEIGHT,
    MARGIN,
    SHEET_HEIGHT,
    SHEET_WIDTH,
    TOP,
    WIDTH,
)
from briefing_app.documents.visit_plan.map_part import map_part
from briefing_app.documents.visit_plan.meeting import agenda_part, objections_part, questions_part
from briefing_app.documents.visit_plan.offer import cases_part, needs_part, products_part
from briefing_app.documents.visit_plan.people import people_part
from briefing_app.documents.visit_plan.plan import Part, PartName, Plan, item
from briefing_app.documents.visit_plan.preparation import materials_part, readiness_part
from briefing_app.documents.visit_plan.progress import follow_ups_part, last_time_part
from briefing_app.documents.visit_plan.running import HEAD_TOP, foot, landmarks, mark, running

_WHITE_BETWEEN_PARTS = 30.0

_PARTS = (
    people_part,
    map_part,
    chain_part,
    warnings_part,
    agenda_part,
    questions_part,
    objections_part,
    needs_part,
    products_part,
    cases_part,
    commerce_part,
    competitors_part,
    deck_part,
    coverage_part,
    materials_part,
    last_time_part,
    follow_ups_part,
    readiness_part,
)
"""The parts behind page one in their order: people first, as they matter most in the room."""


def all_pages(plan: Plan) -> tuple[Page, ...]:
    """Page one and the parts behind it, numbered."""
    allowance = allowance_for(plan)
    parts = [in_full_part(plan, allowance), *(make(plan) for make in _PARTS)]
    kept = [part for part in parts if part is not None]
    details = _details(plan, kept)
    starts = _starts(plan, details, kept)
    first = glance_elements(plan, allowance, starts)
    bodies = (first, *details)
    return tuple(_numbered_pages(plan, bodies))


def _details(plan: Plan, parts: Sequence[Part]) -> tuple[Elements, ...]:
    items = tuple(one for part in parts for one in _with_heading(plan, part))
    column = Frame(MARGIN, TOP, WIDTH, COLUMN_HEIGHT)
    return pour(Stack(items), repeat(column))


def _with_heading(plan: Plan, part: Part) -> Iterator[Item]:
    look = plan.look
    heading = text(plan.wording.label(part.name), look.heading, WIDTH, tag=Tag.HEADING)
    yield item(rule(WIDTH, Colour.INK, 1.5), _WHITE_BETWEEN_PARTS, leads=True)
    yield item(heading, 5.0, leads=True)
    if part.lead:
        yield item(text(part.lead, look.small, WIDTH), 1.0, leads=True)
    yield from part.items


def _starts(
    plan: Plan, details: Sequence[Elements], parts: Iterable[Part]
) -> Mapping[PartName, int]:
    """The page number on which each part begins; page one is 1."""
    page_of = {
        part.title: number
        for number, elements in enumerate(details, start=2)
        for part in landmarks(elements)
    }
    return {part.name: page_of[plan.wording.label(part.name)] for part in parts}


def _numbered_pages(plan: Plan, bodies: Sequence[Elements]) -> Iterator[Page]:
    title = plan.wording.label(PartName.GLANCE)
    words = plan.wording.phrase("For our own team only. Do not leave it behind.")
    for number, elements in enumerate(bodies, start=1):
        marks = landmarks(elements)
        title = marks[0].title if marks else title
        yield Page(
            width=SHEET_WIDTH,
            height=SHEET_HEIGHT,
            elements=(*_head(plan), *elements, *foot(words, number, len(bodies))),
            title=title,
            label=f"{number}",
            level=1 if number == 1 else 0,
            landmarks=marks,
        )


def _head(plan: Plan) -> Iterator[TextBox]:
    sign = mark()
    yield sign
    room = WIDTH - sign.frame.width - 24
    words = measure([paragraph(_running_head(plan, room), running(Align.RIGHT))], room)
    yield TextBox(
        frame=Frame(MARGIN + WIDTH - room, HEAD_TOP + 3, room, words.height),
        text=words,
        name="Running head",
        tag=Tag.ARTIFACT,
    )


def _running_head(plan: Plan, room: float) -> str:
    """Client and day on one line; of a client with a very long name only the day."""
    zone = ZoneInfo(plan.dossier.client.time_zone)
    day = plan.wording.day(plan.dossier.visit.starts_at.astimezone(zone).date())
    visit_plan = plan.wording.phrase("Visit plan")
    both = f"{visit_plan}  ·  {client_name(plan)}  ·  {day}"
    if text_width(both, running()) <= room * 0.97:
        return both
    return f"{visit_plan}  ·  {day}"
