"""The meeting itself: agenda, questions with room to write, objections with answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

from briefing_app.documents.flow import Block, Item, Row
from briefing_app.documents.text_fit import paragraph
from briefing_app.documents.visit_plan.blocks import (
    bullets,
    columns,
    labelled,
    led,
    rows,
    rule,
    table,
    text,
    texts,
    writing_lines,
)
from briefing_app.documents.visit_plan.look import WIDTH
from briefing_app.documents.visit_plan.plan import Part, PartName, Plan, item
from briefing_app.domain.text import Text
from briefing_app.planning.briefing import AgendaItem, LikelyObjection, PlannedQuestion

_AGENDA = columns(WIDTH, 17, 15, 30, 48)
_NUMBER = 22.0
_INSIDE = WIDTH - _NUMBER
_ANSWER_LABEL = _NOTE_LABEL = 62.0
_LINES_TO_ASK, _LINES_TO_WRITE = 2, 1


def agenda_part(plan: Plan) -> Part | None:
    """The parts of the meeting by the clock of the client's zone."""
    if not plan.team.agenda:
        return None
    phrase = plan.wording.phrase
    headings = (phrase("Time"), phrase("Minutes"), phrase("What"), phrase("What for"))
    grid = table(headings, _AGENDA, (_agenda_row(plan, one) for one in plan.team.agenda), plan.look)
    return Part(PartName.AGENDA, (*_visit_note(plan), item(grid, whole=True)))


def _visit_note(plan: Plan) -> Iterator[Item]:
    lines = plan.wording.text(plan.dossier.visit.note).split("\n")
    note = bullets(lines, plan.look.body, WIDTH - _NOTE_LABEL)
    if note is not None:
        row = labelled(plan.wording.phrase("Note"), note, plan.look, _NOTE_LABEL)
        yield item(row, leads=True)


def _agenda_row(plan: Plan, part: AgendaItem) -> list[Block | None]:
    look, wording = plan.look, plan.wording
    time, minutes, what, purpose = _AGENDA.widths
    return [
        text(clock_span(plan, part.starts_after, part.minutes), look.body, time),
        text(wording.number(part.minutes), look.body, minutes),
        text(wording.message(part.title), look.strong, what),
        text(wording.message(part.purpose), look.body, purpose),
    ]


def clock_span(plan: Plan, starts_after: int, minutes: int) -> str:
    """From when to when, in the client's zone; ``starts_after`` in minutes from the start."""
    zone, begin = plan.dossier.client.time_zone, plan.dossier.visit.starts_at
    starts = begin + timedelta(minutes=starts_after)
    ends = starts + timedelta(minutes=minutes)
    return f"{plan.wording.clock(starts, zone)}–{plan.wording.clock(ends, zone)}"


def questions_part(plan: Plan) -> Part | None:
    """The questions, those that must be asked first, each with lines to write on."""
    must = [one for one in plan.team.questions if one.must_ask]
    may = [one for one in plan.team.questions if not one.must_ask]
    if not must and not may:
        return None
    phrase = plan.wording.phrase
    items: list[Item] = []
    for title, questions in ((phrase("Must be asked"), must), (phrase("If time allows"), may)):
        if questions:
            items.append(item(text(title, plan.look.subheading, WIDTH), 16.0, leads=True))
        for question in questions:
            number = plan.team.questions.index(question) + 1
            items.append(item(_question(plan, number, question), 11.0, whole=True))
    return Part(PartName.QUESTIONS, tuple(items))


def _question(plan: Plan, number: int, question: PlannedQuestion) -> Block:
    look, wording = plan.look, plan.wording
    facts = (
        paragraph(whom(plan, question), look.small),
        led(wording.phrase("What for:"), wording.text(question.purpose), look.small),
        led(wording.phrase("Why here:"), plan.reasons(question.because), look.small),
    )
    body = rows(
        (
            text(wording.text(question.question), look.strong, _INSIDE),
            texts(facts, _INSIDE),
            writing_lines(_LINES_TO_ASK if question.must_ask else _LINES_TO_WRITE, _INSIDE),
        ),
        1.5,
    )
    return Row(((0.0, text(f"{number}", look.strong, _NUMBER - 4)), (_NUMBER, body)))


def whom(plan: Plan, question: PlannedQuestion) -> str:
    """Whom to ask."""
    if not question.ask:
        return plan.wording.phrase("Ask anyone there.")
    return plan.wording.phrase("Ask {people}.", people=plan.names(question.ask))


def objections_part(plan: Plan) -> Part | None:
    """What they may say and what we answer, the likeliest first; one answer stands once."""
    if not plan.team.objections:
        return None
    items = [item(rule(WIDTH), 8.0)]
    for same_answer in by_answer(plan.team.objections):
        items.append(item(rows(_answered(plan, same_answer), 2.5), 7.0, whole=True))
        items.append(item(rule(WIDTH), 7.0))
    return Part(PartName.OBJECTIONS, tuple(items))


def by_answer(objections: Iterable[LikelyObjection]) -> tuple[tuple[LikelyObjection, ...], ...]:
    """Objections that have the same answer together, where the likeliest of them stands."""
    groups: dict[Text, list[LikelyObjection]] = {}
    for one in objections:
        groups.setdefault(one.answer, []).append(one)
    return tuple(tuple(group) for group in groups.values())


def _answered(plan: Plan, group: Sequence[LikelyObjection]) -> Iterator[Block]:
    look, wording = plan.look, plan.wording
    inside = WIDTH - _ANSWER_LABEL
    says = bullets((wording.text(one.says) for one in group), look.strong, inside)
    yield labelled(wording.phrase("They say"), says, look, _ANSWER_LABEL)
    answer = text(wording.text(group[0].answer), look.body, inside)
    yield labelled(wording.phrase("We answer"), answer, look, _ANSWER_LABEL)
    people = dict.fromkeys(person for one in group for person in one.likely_from)
    because = dict.fromkeys(reason for one in group for reason in one.because)
    facts = (
        led(wording.phrase("Likely from:"), plan.names(people), look.small),
        paragraph(plan.reasons(because), look.small),
    )
    yield labelled(wording.phrase("Why"), texts(facts, inside), look, _ANSWER_LABEL)
