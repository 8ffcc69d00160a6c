"""What is to be done: materials to prepare, follow-ups still open, and how ready we are."""

from __future__ import annotations

from briefing_app.documents.flow import Block, Item
from briefing_app.documents.flow_table import Columns
from briefing_app.documents.text_fit import paragraph
from briefing_app.documents.visit_plan.blocks import (
    columns,
    table,
    text,
    texts,
    tick_box,
)
from briefing_app.documents.visit_plan.look import WIDTH
from briefing_app.documents.visit_plan.plan import Part, PartName, Plan, item
from briefing_app.domain.visit import FollowUp
from briefing_app.planning.briefing import ChecklistItem, ReadinessPart

_BOX = 16.0
_READY = columns(WIDTH, 30, 14, 56)


def _with_box(*shares: float) -> Columns:
    """A narrow column for the box to tick, then columns in these proportions."""
    rest = columns(WIDTH - _BOX, *shares)
    return Columns((0.0, *(left + _BOX for left in rest.lefts)), (_BOX, *rest.widths))


_MATERIALS = _with_box(50, 18, 32)
_FOLLOW_UPS = _with_box(48, 24, 28)


def materials_part(plan: Plan) -> Part | None:
    """What to prepare and carry, by the day on which it must be ready."""
    if not plan.team.checklist:
        return None
    phrase = plan.wording.phrase
    headings = ("", phrase("What"), phrase("Ready by"), phrase("Why"))
    cells = (_task(plan, one) for one in plan.team.checklist)
    return Part(PartName.MATERIALS, (item(table(headings, _MATERIALS, cells, plan.look)),))


def _task(plan: Plan, task: ChecklistItem) -> list[Block | None]:
    look, wording = plan.look, plan.wording
    _, what, due, why = _MATERIALS.widths
    return [
        tick_box(look.body),
        text(wording.message(task.what), look.body, what),
        text(wording.short_day(task.due), look.strong, due),
        texts((paragraph(plan.reasons(task.because), look.small),), why),
    ]


def follow_ups_part(plan: Plan) -> Part | None:
    """What was promised and is not done."""
    still_open = [step for step in plan.dossier.follow_ups if step.done_on is None]
    if not still_open:
        return None
    phrase = plan.wording.phrase
    headings = ("", phrase("What"), phrase("Due"), phrase("Owner"))
    cells = (_step(plan, step) for step in still_open)
    return Part(PartName.FOLLOW_UPS, (item(table(headings, _FOLLOW_UPS, cells, plan.look)),))


def _step(plan: Plan, step: FollowUp) -> list[Block | None]:
    look, wording = plan.look, plan.wording
    _, what, due, owner = _FOLLOW_UPS.widths
    for_client = wording.phrase("Promised to the client") if step.is_for_client else ""
    is_late = step.due is not None and step.due < plan.briefing.prepared_on
    day = wording.short_day(step.due) if step.due else wording.phrase("No day set")
    return [
        tick_box(look.body),
        texts(
            (paragraph(wording.text(step.what), look.body), paragraph(for_client, look.small)), what
        ),
        texts(
            (
                paragraph(day, look.strong if is_late else look.body),
                paragraph(wording.phrase("Overdue") if is_late else "", look.strong),
            ),
            due,
        ),
        text(
            wording.text(step.owner) or wording.phrase("No owner"),
            look.body if step.owner else look.strong,
            owner,
        ),
    ]


def readiness_part(plan: Plan) -> Part:
    """The score, part by part, with what is missing."""
    ready = plan.team.readiness
    phrase = plan.wording.phrase
    headings = (phrase("Part"), phrase("Points"), phrase("Missing"))
    cells = (_ready(plan, part) for part in ready.parts)
    items: tuple[Item, ...] = (item(table(headings, _READY, cells, plan.look)),)
    lead = phrase("{score} of 100 points.", score=ready.score)
    return Part(PartName.READINESS, items, lead)


def _ready(plan: Plan, part: ReadinessPart) -> list[Block | None]:
    look, wording = plan.look, plan.wording
    name, points, missing = _READY.widths
    is_full = part.points >= part.out_of
    lacking = wording.message(part.missing) if part.missing else ""
    return [
        text(wording.message(part.name), look.body if is_full else look.strong, name),
        text(f"{part.points} / {part.out_of}", look.body, points),
        texts((paragraph(lacking, look.body),), missing),
    ]
