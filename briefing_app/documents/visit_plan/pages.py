"""Puts the visit plan together: page one, the parts behind it, running heads and page numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
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
from briefing_app.documents.visit_plan.map_sheets import (
    COLUMN,
    SIDEWAYS_HEIGHT,
    SIDEWAYS_WIDTH,
    MapSheets,
    map_sheets,
)
from briefing_app.documents.visit_plan.meeting import agenda_part, objections_part, questions_part
from briefing_app.documents.visit_plan.offer import cases_part, needs_part, products_part
from briefing_app.documents.visit_plan.people import people_part
from briefing_app.documents.visit_plan.plan import Part, PartName, Plan, item
from briefing_app.documents.visit_plan.preparation import materials_part, readiness_part
from briefing_app.documents.visit_plan.progress import follow_ups_part, last_time_part
from briefing_app.documents.visit_plan.running import HEAD_TOP, foot, landmarks, mark, running

_WHITE_BETWEEN_PARTS = 30.0

_PARTS_BEFORE_MAP = (people_part,)
"""People first, as they matter most in the room."""

_PARTS_BEHIND_MAP = (
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
"""The other parts behind page one in their order."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What stands between head and foot of a page, and whether the page is turned."""

    elements: Elements
    is_sideways: bool = False

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points."""
        if self.is_sideways:
            return SIDEWAYS_WIDTH, SIDEWAYS_HEIGHT
        return SHEET_WIDTH, SHEET_HEIGHT


def all_pages(plan: Plan) -> tuple[Page, ...]:
    """Page one, the parts behind it, and the map's pictures, numbered."""
    allowance = allowance_for(plan)
    pictures = map_sheets(plan)
    parts = [in_full_part(plan, allowance), *(make(plan) for make in _PARTS_BEFORE_MAP)]
    parts += [map_part(plan, pictures), *(make(plan) for make in _PARTS_BEHIND_MAP)]
    kept = [part for part in parts if part is not None]
    details = _details(plan, kept)
    starts = _starts(plan, details, kept)
    first = glance_elements(plan, allowance, starts)
    sheets = [_Sheet(first), *map(_Sheet, details), *_sideways(plan, pictures)]
    return tuple(_numbered_pages(plan, sheets))


def _details(plan: Plan, parts: Sequence[Part]) -> tuple[Elements, ...]:
    items = tuple(one for part in parts for one in _with_heading(plan, part))
    column = Frame(MARGIN, TOP, WIDTH, COLUMN_HEIGHT)
    return pour(Stack(items), repeat(column))


def _sideways(plan: Plan, pictures: MapSheets) -> Iterator[_Sheet]:
    if pictures.pictures:
        for elements in pour(pictures.block(plan), repeat(COLUMN)):
            yield _Sheet(elements, is_sideways=True)


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


def _numbered_pages(plan: Plan, sheets: Sequence[_Sheet]) -> Iterator[Page]:
    title = plan.wording.label(PartName.GLANCE)
    words = plan.wording.phrase("For our own team only. Do not leave it behind.")
    for number, sheet in enumerate(sheets, start=1):
        marks = landmarks(sheet.elements)
        title = marks[0].title if marks else title
        width, height = sheet.size
        lower = foot(words, number, len(sheets), sheet.size)
        yield Page(
            width=width,
            height=height,
            elements=(*_head(plan, width - 2 * MARGIN), *sheet.elements, *lower),
            title=title,
            label=f"{number}",
            level=1 if number == 1 else 0,
            landmarks=marks,
        )


def _head(plan: Plan, width: float) -> Iterator[TextBox]:
    sign = mark()
    yield sign
    room = width - sign.frame.width - 24
    words = measure([paragraph(_running_head(plan, room), running(Align.RIGHT))], room)
    yield TextBox(
        frame=Frame(MARGIN + width - room, HEAD_TOP + 3, room, words.height),
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
