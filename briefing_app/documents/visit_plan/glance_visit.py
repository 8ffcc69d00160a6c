"""Page one: which visit it is, when and where, what for, and what to carry."""

from __future__ import annotations

from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from briefing_app.documents.flow import Block, Drawn, Row, Words
from briefing_app.documents.placed import Frame, Geometry, Shape, Tag
from briefing_app.documents.text_fit import Style, measure, paragraph
from briefing_app.documents.theme import Colour
from briefing_app.documents.visit_plan.blocks import columns, led, rows, text, texts, tick_box
from briefing_app.documents.visit_plan.look import GAP, WIDTH
from briefing_app.documents.visit_plan.meeting import clock_span
from briefing_app.documents.visit_plan.plan import PartName, Plan
from briefing_app.documents.visit_plan.space import INSIDE, Card
from briefing_app.planning.briefing import ChecklistItem

_SCORE_WIDTH = 118.0
_HEAD = WIDTH - _SCORE_WIDTH - 2 * GAP
_NAME_SIZES = (24.0, 20.0, 17.0, 14.0)
_NAME_LINES = 2
_MEETING = columns(INSIDE, 1, 1)
_BAR_HEIGHT = 6.0
_BOX_COLUMN = 15.0

AIR = 7.0
"""White around the first sentence, on its grey ground."""

SPOKEN_WIDTH = INSIDE - 2 * AIR


@dataclass(frozen=True, slots=True)
class VisitFact:
    """A text of the visit itself as page one would show it."""

    label: str
    words: str
    shown: Words
    is_vital: bool


def visit_facts(card: Card) -> tuple[VisitFact, ...]:
    """The texts of page one that stand on no other page unless they are too long for it."""
    plan, look = card.plan, card.plan.look
    visit, wording, phrase = plan.dossier.visit, plan.wording, plan.wording.phrase
    half, _ = _MEETING.widths
    facts = (
        (phrase("Client"), client_name(plan), _name_style(plan), _HEAD, True),
        (phrase("Purpose"), wording.text(visit.purpose), look.body, _HEAD, False),
        (phrase("Where"), wording.text(visit.place), look.strong, half, False),
        (phrase("From us"), ours(plan), look.body, INSIDE, False),
        (phrase("Best"), wording.text(visit.best_commitment), look.strong, half, True),
        (phrase("At least"), wording.text(visit.least_commitment), look.strong, half, True),
        (phrase("Say first"), opening(plan), look.strong, SPOKEN_WIDTH, True),
    )
    return tuple(
        VisitFact(label, words, text(words, style, width), is_vital)
        for label, words, style, width, is_vital in facts
    )


def opening(plan: Plan) -> str:
    """The first sentence to say."""
    return plan.wording.message(plan.team.opening)


def ours(plan: Plan) -> str:
    """Who of us goes, as a line; empty as long as nobody is named."""
    people = our_team(plan)
    return plan.wording.phrase("From us: {people}", people=people) if people else ""


def client_name(plan: Plan) -> str:
    """The client's short name, or the full one."""
    return plan.wording.text(plan.dossier.client.display_name)


def our_team(plan: Plan) -> str:
    """Who goes, with titles; the first leads the meeting."""
    wording = plan.wording
    people = []
    for one in plan.dossier.team:
        name, title = wording.text(one.name), wording.text(one.title)
        both = wording.phrase("{name} ({title})", name=name, title=title)
        people.append(both if title else name)
    return wording.listing(people)


def _name_style(plan: Plan) -> Style:
    """As large as lets the name stand on two lines."""
    for size in _NAME_SIZES:
        style = plan.look.title(size)
        if len(measure([paragraph(client_name(plan), style)], _HEAD).lines) <= _NAME_LINES:
            return style
    return plan.look.title(_NAME_SIZES[-1])


def head(card: Card) -> Block:
    """The client and the purpose; readiness at the right."""
    plan, look = card.plan, card.plan.look
    visit, wording = plan.dossier.visit, plan.wording
    stage = f"{wording.label(visit.stage)} · {wording.text(plan.dossier.opportunity.name)}"
    name = card.fitted(client_name(plan), _name_style(plan), _HEAD, PartName.IN_FULL, vital=True)
    left = rows(
        (
            replace(name, tag=Tag.TITLE),
            card.fitted(wording.text(visit.purpose), look.body, _HEAD, PartName.IN_FULL),
            _if_room(card, stage, look.small, _HEAD),
        ),
        2.0,
    )
    return Row(((0.0, left), (WIDTH - _SCORE_WIDTH, _readiness(card))))


def _if_room(card: Card, words: str, style: Style, width: float) -> Words | None:
    shown = text(words, style, width)
    return shown if card.has_room_for(shown) else None


def _readiness(card: Card) -> Block:
    plan, look = card.plan, card.plan.look
    ready, phrase = plan.team.readiness, plan.wording.phrase
    score = text(f"{ready.score} / 100", look.title(20.0), _SCORE_WIDTH)
    name = text(phrase("Readiness"), look.label, _SCORE_WIDTH)
    lacking = [part for part in ready.parts if part.missing is not None]
    worst = max(lacking, key=lambda part: part.out_of - part.points, default=None)
    words = plan.wording.message(worst.missing) if worst and worst.missing else ""
    missing = texts((led(phrase("Missing most:"), words, look.small),), _SCORE_WIDTH)
    if missing is not None and not card.has_room_for(missing):
        missing = card.pointer(PartName.READINESS, _SCORE_WIDTH)
    return rows((name, score, _bar(ready.score), missing), 2.5)


def _bar(score: int) -> Drawn:
    """The score as a bar, to be seen without colour."""
    whole = Frame(0, 0, _SCORE_WIDTH, _BAR_HEIGHT)
    done = Frame(0, 0, _SCORE_WIDTH * score / 100, _BAR_HEIGHT)
    shapes = [
        Shape(frame=whole, geometry=Geometry.RECTANGLE, name="whole", border=Colour.SLATE),
    ]
    if score:
        filled = Shape(frame=done, geometry=Geometry.RECTANGLE, name="score", fill=Colour.INK)
        shapes.append(filled)
    return Drawn(_BAR_HEIGHT, tuple(shapes))


def meeting_row(card: Card) -> Block:
    """When and where, side by side."""
    plan, look = card.plan, card.plan.look
    visit, wording, phrase = plan.dossier.visit, plan.wording, plan.wording.phrase
    day = visit.starts_at.astimezone(ZoneInfo(plan.dossier.client.time_zone)).date()
    left, right = _MEETING.widths
    date = phrase("{weekday}, {day}", day=day, weekday=wording.weekday(day))
    when = rows(
        (
            text(clock_span(plan, 0, visit.minutes), look.title(15.0), left),
            text(date, look.strong, left),
            text(
                wording.counted(
                    "{count} minute, the client's local time",
                    "{count} minutes, the client's local time",
                    visit.minutes,
                ),
                look.small,
                left,
            ),
        ),
        1.0,
    )
    place = wording.text(visit.place)
    where = rows(
        (
            text(phrase("Where"), look.label, right),
            card.fitted(place, look.strong, right, PartName.IN_FULL)
            if place
            else text(phrase("Not set yet: ask."), look.strong, right),
        ),
        1.0,
    )
    return card.row(phrase("When"), _MEETING.row((when, where)))


def aims_row(card: Card) -> Block:
    """The best commitment and the least acceptable one, side by side."""
    visit, phrase = card.plan.dossier.visit, card.plan.wording.phrase
    wording = card.plan.wording
    best = _aim(card, phrase("Best"), wording.text(visit.best_commitment))
    least = _aim(card, phrase("At least"), wording.text(visit.least_commitment))
    return card.row(phrase("Leave with"), _MEETING.row((best, least)))


def _aim(card: Card, label: str, words: str) -> Block:
    look, (width, _) = card.plan.look, _MEETING.widths
    unknown = card.plan.wording.phrase("Not written yet: agree it before you go.")
    shown = (
        card.fitted(words, look.strong, width, PartName.IN_FULL, vital=True)
        if words
        else text(unknown, look.body, width)
    )
    return rows((text(label, look.label, width), shown), 1.0)


def carry_row(card: Card) -> Block | None:
    """What must be ready last, with boxes to tick; the rest stands on the page of materials."""
    tasks = card.plan.team.checklist
    if not tasks:
        return None
    shown = _carried(card)
    places = columns(INSIDE, 1, 1)
    width = places.widths[0] - _BOX_COLUMN
    cells = [_task(card, task, width) for task in shown]
    half = (len(cells) + 1) // 2
    left, right = rows(cells[:half], 3.0), rows(cells[half:], 3.0)
    both = places.row((left, right if right.items else None))
    more = len(tasks) - len(shown)
    rest = _more(card, more) if more else None
    return card.row(card.plan.wording.phrase("Have ready"), rows((both, rest), 3.0))


def _carried(card: Card) -> tuple[ChecklistItem, ...]:
    """Those due last, since they are done on the way; none whose text is too long."""
    width = columns(INSIDE, 1, 1).widths[0] - _BOX_COLUMN
    short = [
        task
        for task in card.plan.team.checklist
        if len(_task_words(card, task, width).text.lines) <= min(2, card.allowance.lines)
    ]
    return tuple(short[-card.allowance.carry :])


def _task_words(card: Card, task: ChecklistItem, width: float) -> Words:
    return text(card.plan.wording.message(task.what), card.plan.look.body, width)


def _task(card: Card, task: ChecklistItem, width: float) -> Block:
    box = tick_box(card.plan.look.body)
    return Row(((0.0, box), (_BOX_COLUMN, _task_words(card, task, width))))


def _more(card: Card, count: int) -> Words:
    words = card.plan.wording.counted(
        "and {count} more thing to prepare: page {page}",
        "and {count} more things to prepare: page {page}",
        count,
        page=card.page(PartName.MATERIALS),
    )
    return text(words, card.plan.look.small, INSIDE, link=card.link(PartName.MATERIALS))
