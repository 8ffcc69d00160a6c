"""What earlier visits left: what was agreed last time, follow-ups that are open, and done."""

from __future__ import annotations

from collections.abc import Iterator

from briefing_app.documents.flow import Block, Item
from briefing_app.documents.text_fit import paragraph
from briefing_app.documents.visit_plan.blocks import (
    bullets,
    columns,
    labelled,
    rows,
    table,
    text,
    texts,
    tick_box,
)
from briefing_app.documents.visit_plan.look import WIDTH
from briefing_app.documents.visit_plan.plan import Part, PartName, Plan, item
from briefing_app.documents.visit_plan.preparation import with_box
from briefing_app.domain.visit import FollowUp, Visit
from briefing_app.domain.visit_record import AgreedKind, AimReached, VisitRecord
from briefing_app.planning.days import local_day
from briefing_app.planning.follow_ups import done_steps, is_overdue, last_time, open_steps

_STEPS = with_box(48, 24, 28)
_DONE = columns(WIDTH, 20, 50, 30)
_LABEL = 96.0
_INSIDE = WIDTH - _LABEL


def last_time_part(plan: Plan) -> Part | None:
    """What the last recorded visit of the project brought; ``None`` before there is one."""
    before = last_time(plan.dossier)
    if before is None:
        return None
    visit, record = before
    facts = rows((labelled(*fact, plan.look, _LABEL) for fact in _last_facts(plan, record)), 5.0)
    if not facts.items:
        return None
    return Part(PartName.LAST_TIME, (item(facts),), _which(plan, visit))


def _which(plan: Plan, visit: Visit) -> str:
    day = local_day(visit.starts_at, plan.dossier.client.time_zone)
    purpose = plan.wording.text(visit.purpose)
    return plan.wording.phrase("On {day}: {purpose}", day=day, purpose=purpose)


def _last_facts(plan: Plan, record: VisitRecord) -> Iterator[tuple[str, Block | None]]:
    look, wording, phrase = plan.look, plan.wording, plan.wording.phrase
    aim = wording.label(record.aim) if record.aim is not AimReached.UNKNOWN else ""
    promised = wording.sentences((aim, wording.text(record.commitment)))
    yield phrase("Left with"), bullets([promised], look.strong, _INSIDE)
    for kind, label in (
        (AgreedKind.DECISION, phrase("Decisions")),
        (AgreedKind.FACT, phrase("Agreed facts")),
    ):
        points = (wording.text(one.words) for one in record.agreed if one.kind is kind)
        yield label, bullets(points, look.body, _INSIDE)
    decision = wording.day(record.next_decision_on) if record.next_decision_on else ""
    upcoming = wording.sentences((wording.text(record.next_decision), decision))
    yield phrase("Next decision"), bullets([upcoming], look.body, _INSIDE)
    yield phrase("Delivery"), bullets([wording.text(record.delivery)], look.body, _INSIDE)
    questions = (wording.text(one) for one in record.open_questions)
    yield phrase("Open questions"), bullets(questions, look.body, _INSIDE)
    said = (wording.text(one.words) for one in record.feedback)
    yield phrase("Feedback"), bullets(said, look.body, _INSIDE)


def follow_ups_part(plan: Plan) -> Part | None:
    """What was promised and is not done, overdue first; then what was done, as progress."""
    items = (*_open_items(plan), *_done_items(plan))
    return Part(PartName.FOLLOW_UPS, items) if items else None


def _open_items(plan: Plan) -> Iterator[Item]:
    phrase = plan.wording.phrase
    still_open = open_steps(plan.dossier)
    if still_open:
        headings = ("", phrase("What"), phrase("Due"), phrase("Owner"))
        cells = (_step(plan, step) for step in still_open)
        yield item(table(headings, _STEPS, cells, plan.look))


def _step(plan: Plan, step: FollowUp) -> list[Block | None]:
    look, wording = plan.look, plan.wording
    _, what, due, owner = _STEPS.widths
    for_client = wording.phrase("Agreed with the client") if step.is_for_client else ""
    is_late = is_overdue(step, plan.briefing.prepared_on)
    day = wording.short_day(step.due) if step.due else wording.phrase("No day set")
    return [
        tick_box(look.body),
        texts(
            (
                paragraph(wording.text(step.what), look.body),
                paragraph(wording.text(step.note), look.small),
                paragraph(for_client, look.small),
            ),
            what,
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


def _done_items(plan: Plan) -> Iterator[Item]:
    phrase = plan.wording.phrase
    done = done_steps(plan.dossier)
    if done:
        yield item(text(phrase("Done so far"), plan.look.subheading, WIDTH), 16.0, leads=True)
        headings = (phrase("Done on"), phrase("What"), phrase("Owner"))
        cells = (_done(plan, step) for step in done)
        yield item(table(headings, _DONE, cells, plan.look), 3.0)


def _done(plan: Plan, step: FollowUp) -> list[Block | None]:
    look, wording = plan.look, plan.wording
    day, what, owner = _DONE.widths
    return [
        text(wording.short_day(step.done_on), look.body, day) if step.done_on else None,
        texts((paragraph(wording.text(step.what), look.body),), what),
        texts((paragraph(wording.text(step.owner), look.body),), owner),
    ]
