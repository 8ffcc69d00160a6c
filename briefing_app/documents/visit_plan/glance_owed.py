"""Page one: what was promised at earlier visits and is still open."""

from __future__ import annotations

from briefing_app.documents.flow import Block, Words
from briefing_app.documents.visit_plan.blocks import rows, text
from briefing_app.documents.visit_plan.plan import PartName
from briefing_app.documents.visit_plan.space import INSIDE, Card
from briefing_app.domain.visit import FollowUp
from briefing_app.planning.follow_ups import is_overdue, owed_to_client

_SHOWN = 2


def owed_row(card: Card) -> Block | None:
    """The first of them, and on which page the others stand."""
    owed = owed_to_client(card.plan.dossier)
    if not owed:
        return None
    lines = [_owed(card, step) for step in owed[:_SHOWN]]
    more = len(owed) - len(lines)
    if more:
        lines.append(_more(card, more))
    return card.row(card.plan.wording.phrase("Still owed"), rows(lines, 2.0))


def _owed(card: Card, step: FollowUp) -> Words:
    wording, look = card.plan.wording, card.plan.look
    late = wording.phrase("Overdue") if is_overdue(step, card.plan.briefing.prepared_on) else ""
    day = wording.short_day(step.due) if step.due else wording.phrase("No day set")
    facts = wording.run_on((wording.text(step.owner), day, late))
    words = wording.phrase("{name} ({title})", name=wording.text(step.what), title=facts)
    return card.fitted(words, look.strong if late else look.body, INSIDE, PartName.FOLLOW_UPS)


def _more(card: Card, count: int) -> Words:
    words = card.plan.wording.counted(
        "and {count} more promise: page {page}",
        "and {count} more promises: page {page}",
        count,
        page=card.page(PartName.FOLLOW_UPS),
    )
    return text(words, card.plan.look.small, INSIDE, link=card.link(PartName.FOLLOW_UPS))
