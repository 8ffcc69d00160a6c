"""Page one: whom we meet, the most influential first, and who of us goes."""

from __future__ import annotations

from briefing_app.documents.flow import Block, Row, Words
from briefing_app.documents.text_fit import Paragraph, Span, plain
from briefing_app.documents.visit_plan.blocks import badges, columns, rows, text, texts
from briefing_app.documents.visit_plan.glance_visit import ours
from briefing_app.documents.visit_plan.people import by_influence
from briefing_app.documents.visit_plan.plan import SIGNS, PartName, Plan
from briefing_app.documents.visit_plan.space import INSIDE, Card
from briefing_app.planning.briefing import AttendeeBrief

_SIGN = 14.0
_COLUMNS = columns(INSIDE - _SIGN, 18, 40, 42)
_LINES_A_PERSON = 2


def people_row(card: Card) -> Block:
    """A line for each, as many as the allowance has room for, then how many more there are."""
    plan, phrase = card.plan, card.plan.wording.phrase
    attendees = by_influence(plan)
    if not attendees:
        nobody = text(phrase("Nobody is named yet: ask who will come."), plan.look.strong, INSIDE)
        return card.row(phrase("People"), rows((nobody, _ours(card)), 5.0))
    shown = shown_people(card)
    more = len(attendees) - len(shown)
    people = rows((_person(plan, brief) for brief in shown), 4.5)
    rest = _more(card, more) if more else None
    return card.row(phrase("People"), rows((people, rest, _ours(card)), 5.0))


def shown_people(card: Card) -> tuple[AttendeeBrief, ...]:
    """The most influential whose name and title take two lines at most."""
    short = [
        brief
        for brief in by_influence(card.plan)
        if len(_who(card.plan, brief).text.lines) <= _LINES_A_PERSON
    ]
    return tuple(short[: card.allowance.people])


def _person(plan: Plan, brief: AttendeeBrief) -> Block:
    look = plan.look
    support, _, role = _COLUMNS.widths
    cells = _COLUMNS.row(
        (
            text(plan.wording.label(brief.support), look.body, support),
            _who(plan, brief),
            badges([plan.wording.label(one) for one in brief.roles], look.badge, role)
            or text(plan.wording.phrase("Role unknown: ask."), look.small, role),
        )
    )
    moved = tuple((left + _SIGN, cell) for left, cell in cells.cells)
    return Row(((0.0, text(SIGNS[brief.support], look.strong, _SIGN)), *moved))


def _who(plan: Plan, brief: AttendeeBrief) -> Words:
    person = plan.person(brief.person_id)
    name, title = (plain(plan.wording.text(words)) for words in (person.name, person.title))
    spans = (Span(f"{name}  ", bold=True), Span(title))
    both = Paragraph(tuple(span for span in spans if span.text.strip()), plan.look.body)
    return texts((both,), _COLUMNS.widths[1]) or text("?", plan.look.body, _COLUMNS.widths[1])


def _more(card: Card, count: int) -> Words:
    words = card.plan.wording.counted(
        "and {count} more: see page {page}",
        "and {count} more: see page {page}",
        count,
        page=card.page(PartName.PEOPLE),
    )
    return text(words, card.plan.look.strong, INSIDE, link=card.link(PartName.PEOPLE))


def _ours(card: Card) -> Words | None:
    people = ours(card.plan)
    look = card.plan.look
    return card.fitted(people, look.body, INSIDE, PartName.IN_FULL) if people else None
