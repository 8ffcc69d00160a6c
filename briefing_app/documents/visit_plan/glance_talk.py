"""Page one: what to say first, what to ask, what to expect, what to beware of."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from briefing_app.documents.flow import Block, Panel, Row, Words
from briefing_app.documents.text_fit import Paragraph, Span, plain
from briefing_app.documents.theme import Colour
from briefing_app.documents.visit_plan.blocks import balanced, rows, text, texts
from briefing_app.documents.visit_plan.glance_visit import AIR, SPOKEN_WIDTH, opening
from briefing_app.documents.visit_plan.meeting import by_answer, whom
from briefing_app.documents.visit_plan.plan import PartName, Plan
from briefing_app.documents.visit_plan.space import INSIDE, Card
from briefing_app.planning.briefing import LikelyObjection, PlannedQuestion, Severity

_QUESTIONS, _OBJECTIONS, _WARNINGS = 3, 2, 2
_NUMBER = 14.0
_LARGE_LINES = 3
_ASKED = 3


def say_row(card: Card) -> Block:
    """The first sentence, and what the first minutes are for."""
    panel = Panel(block=_spoken(card), width=INSIDE, across=AIR, down=AIR - 2, fill=Colour.MIST)
    return card.row(card.plan.wording.phrase("Say first"), rows((panel, _first_minutes(card)), 4.0))


def _spoken(card: Card) -> Words:
    """The sentence in large type; a long one in the type of the rest."""
    look, words = card.plan.look, opening(card.plan)
    large = balanced(text(words, look.spoken, SPOKEN_WIDTH))
    if len(large.text.lines) <= _LARGE_LINES:
        return large
    return card.fitted(words, look.strong, SPOKEN_WIDTH, PartName.IN_FULL, vital=True)


def _first_minutes(card: Card) -> Block:
    """What the first five minutes are for, up to the first question."""
    plan = card.plan
    zone, visit = plan.dossier.client.time_zone, plan.dossier.visit
    ends = plan.wording.clock(visit.starts_at + timedelta(minutes=visit.minutes), zone)
    words = plan.wording.phrase(
        "First five minutes: say this sentence, agree the aim and the end at {end}, then ask "
        "question 1 and listen.",
        end=ends,
    )
    return text(words, plan.look.small, INSIDE)


def questions_row(card: Card) -> Block | None:
    """The three questions that must be asked, each with whom to ask."""
    first = card.plan.team.questions[:_QUESTIONS]
    if not first:
        return None
    asked = (_numbered(card, n, _question(card, one)) for n, one in enumerate(first, start=1))
    return card.row(card.plan.wording.phrase("Ask"), rows(asked, 3.0))


def _question(card: Card, question: PlannedQuestion) -> Block:
    plan, width = card.plan, INSIDE - _NUMBER
    words = plan.wording.text(question.question)
    spans = (Span(f"{plain(words)}  ", bold=True), Span(_whom(plan, question), colour=Colour.SLATE))
    with_people = texts((Paragraph(spans, plan.look.body),), width)
    if with_people is not None and card.has_room_for(with_people):
        return with_people
    return card.fitted(words, plan.look.strong, width, PartName.QUESTIONS)


def _whom(plan: Plan, question: PlannedQuestion) -> str:
    """Whom to ask; of many only that there are many, all names stand with the question."""
    if len(question.ask) <= _ASKED:
        return whom(plan, question)
    return plan.wording.counted("Ask {count} person.", "Ask {count} people.", len(question.ask))


def expect_row(card: Card) -> Block | None:
    """The two likeliest objections that have different answers."""
    first = [group[0] for group in by_answer(card.plan.team.objections)][:_OBJECTIONS]
    if not first:
        return None
    label = card.plan.wording.phrase("Expect")
    return card.row(label, rows((_objection(card, one) for one in first), 4.0))


def _objection(card: Card, objection: LikelyObjection) -> Block:
    look, wording = card.plan.look, card.plan.wording
    where = PartName.OBJECTIONS
    return rows(
        (
            card.fitted(wording.text(objection.says), look.strong, INSIDE, where),
            card.fitted(_arrowed(wording.text(objection.answer)), look.body, INSIDE, where),
        ),
        0.0,
    )


def beware_row(card: Card) -> Block | None:
    """The gravest warnings, unless they are only to be kept in mind."""
    grave = [one for one in card.plan.team.cautions if one.severity is not Severity.LOW]
    if not grave:
        return None
    look, wording, where = card.plan.look, card.plan.wording, PartName.WARNINGS
    warnings: Iterable[Block] = (
        rows(
            (
                card.fitted(wording.message(one.message), look.strong, INSIDE, where),
                card.fitted(_arrowed(wording.message(one.action)), look.body, INSIDE, where),
            ),
            0.0,
        )
        for one in grave[:_WARNINGS]
    )
    return card.row(wording.phrase("Beware"), rows(warnings, 4.0))


def _numbered(card: Card, number: int, block: Block) -> Block:
    return Row(((0.0, text(f"{number}", card.plan.look.strong, _NUMBER)), (_NUMBER, block)))


def _arrowed(words: str) -> str:
    return f"→ {words}" if words else ""
