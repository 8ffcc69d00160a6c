"""Puts the visit plan together: page one, the parts behind it, running heads and page numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import repeat
from zoneinfo import ZoneInfo

from briefing_app.documents.flow import Elements, Item, Stack, pour
from briefing_app.documents.placed import Frame, Landmark, Page, Rule, Tag, TextBox
from briefing_app.documents.text_fit import (
    WIDTH_MARGIN,
    Align,
    Style,
    measure,
    paragraph,
    text_width,
)
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

INTERNAL = "INTERNAL / 内部"
"""Stands on every page in both languages, whoever finds it."""

_MARK_STYLE = Style(size=9, bold=True, colour=Colour.PAPER, pitch=1.3, align=Align.CENTRE)
_MARK_PADDING = 3.5
_RUNNING = Style(size=8.5, colour=Colour.SLATE, pitch=1.3)
_HEAD_TOP = 30.0
_FOOT_TOP = SHEET_HEIGHT - 36.0
_NUMBER_WIDTH = 60.0
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
        mark.title: number
        for number, elements in enumerate(details, start=2)
        for mark in _landmarks(elements)
    }
    return {part.name: page_of[plan.wording.label(part.name)] for part in parts}


def _landmarks(elements: Elements) -> tuple[Landmark, ...]:
    """The headings on a page, for the outline."""
    return tuple(
        Landmark(" ".join(p.text for p in element.text.paragraphs), element.frame.y)
        for element in elements
        if isinstance(element, TextBox) and element.tag is Tag.HEADING
    )


def _numbered_pages(plan: Plan, bodies: Sequence[Elements]) -> Iterator[Page]:
    title = plan.wording.label(PartName.GLANCE)
    for number, elements in enumerate(bodies, start=1):
        marks = _landmarks(elements)
        title = marks[0].title if marks else title
        yield Page(
            width=SHEET_WIDTH,
            height=SHEET_HEIGHT,
            elements=(*_head(plan), *elements, *_foot(plan, number, len(bodies))),
            title=title,
            label=f"{number}",
            level=1 if number == 1 else 0,
            landmarks=marks,
        )


def _head(plan: Plan) -> Iterator[TextBox | Rule]:
    mark = measure([paragraph(INTERNAL, _MARK_STYLE)], WIDTH)
    inner = mark.lines[0].width / WIDTH_MARGIN + 1
    width, height = inner + 2 * _MARK_PADDING, mark.height + 2 * _MARK_PADDING
    yield TextBox(
        frame=Frame(MARGIN, _HEAD_TOP, width, height),
        text=measure([paragraph(INTERNAL, _MARK_STYLE)], inner),
        name="Internal",
        padding=_MARK_PADDING,
        fill=Colour.INK,
    )
    room = WIDTH - width - 24
    running = measure([paragraph(_running_head(plan, room), _aligned(Align.RIGHT))], room)
    yield TextBox(
        frame=Frame(MARGIN + WIDTH - room, _HEAD_TOP + 3, room, running.height),
        text=running,
        name="Running head",
        tag=Tag.ARTIFACT,
    )


def _running_head(plan: Plan, room: float) -> str:
    """Client and day on one line; of a client with a very long name only the day."""
    zone = ZoneInfo(plan.dossier.client.time_zone)
    day = plan.wording.day(plan.dossier.visit.starts_at.astimezone(zone).date())
    visit_plan = plan.wording.phrase("Visit plan")
    both = f"{visit_plan}  ·  {client_name(plan)}  ·  {day}"
    if text_width(both, _RUNNING) <= room * 0.97:
        return both
    return f"{visit_plan}  ·  {day}"


def _foot(plan: Plan, number: int, count: int) -> Iterator[TextBox | Rule]:
    yield Rule(
        x1=MARGIN,
        y1=_FOOT_TOP - 5,
        x2=MARGIN + WIDTH,
        y2=_FOOT_TOP - 5,
        name="foot rule",
        colour=Colour.STEEL,
        thickness=0.5,
    )
    words = plan.wording.phrase("For our own team only. Do not leave it behind.")
    room = WIDTH - _NUMBER_WIDTH
    left = measure([paragraph(words, _aligned(Align.LEFT))], room)
    right = measure([paragraph(f"{number} / {count}", _aligned(Align.RIGHT))], _NUMBER_WIDTH)
    for x, width, measured, name in (
        (MARGIN, room, left, "Foot"),
        (MARGIN + room, _NUMBER_WIDTH, right, "Page number"),
    ):
        yield TextBox(
            frame=Frame(x, _FOOT_TOP, width, measured.height),
            text=measured,
            name=name,
            tag=Tag.ARTIFACT,
        )


def _aligned(align: Align) -> Style:
    return Style(size=_RUNNING.size, colour=_RUNNING.colour, pitch=_RUNNING.pitch, align=align)
