"""What is to be done: materials to prepare, and how ready we are."""

from __future__ import annotations

from briefing_app.documents.flow import Block, Drawn, Item, Row
from briefing_app.documents.flow_table import Columns
from briefing_app.documents.text_fit import paragraph
from briefing_app.documents.visit_plan.blocks import (
    columns,
    rows,
    table,
    text,
    texts,
    tick_box,
    writing_lines,
)
from briefing_app.documents.visit_plan.look import WIDTH
from briefing_app.documents.visit_plan.plan import Part, PartName, Plan, item
from briefing_app.planning.briefing import ChecklistItem, ReadinessPart

_BOX = 16.0
_OWN_TASKS, _OWN_WHITE = 3, 9.0
_READY = columns(WIDTH, 30, 14, 56)


def with_box(*shares: float) -> Columns:
    """A narrow column for the box to tick, then columns in these proportions."""
    rest = columns(WIDTH - _BOX, *shares)
    return Columns((0.0, *(left + _BOX for left in rest.lefts)), (_BOX, *rest.widths))


_MATERIALS = with_box(50, 18, 32)


def materials_part(plan: Plan) -> Part | None:
    """What to prepare and carry, by the day on which it must be ready."""
    if not plan.team.checklist:
        return None
    phrase = plan.wording.phrase
    headings = ("", phrase("What"), phrase("Ready by"), phrase("Why"))
    cells = (_task(plan, one) for one in plan.team.checklist)
    tasks = table(headings, _MATERIALS, cells, plan.look)
    own = (item(_own_task(plan), 0.0) for _ in range(_OWN_TASKS))
    return Part(PartName.MATERIALS, (item(tasks), *own))


def _own_task(plan: Plan) -> Block:
    """A box with a line to write on, for what only the team thinks of."""
    box = rows((Drawn(_OWN_WHITE, ()), tick_box(plan.look.body)), 0.0)
    line = writing_lines(1, WIDTH - _BOX, name="line for a task")
    return Row(((0.0, box), (_BOX, line)))


def _task(plan: Plan, task: ChecklistItem) -> list[Block | None]:
    look, wording = plan.look, plan.wording
    _, what, due, why = _MATERIALS.widths
    return [
        tick_box(look.body),
        text(wording.message(task.what), look.body, what),
        text(wording.short_day(task.due), look.strong, due),
        texts((paragraph(plan.reasons(task.because), look.small),), why),
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
