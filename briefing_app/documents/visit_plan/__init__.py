"""The visit plan: what our team reads before and during a visit, on paper and for itself alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from briefing_app.documents.placed import Page
from briefing_app.documents.visit_plan.look import Look
from briefing_app.documents.visit_plan.pages import all_pages
from briefing_app.documents.visit_plan.plan import Plan
from briefing_app.domain.audience import Audience
from briefing_app.domain.text import Language
from briefing_app.planning.briefing import Briefing
from briefing_app.wording import wording_in

if TYPE_CHECKING:  # the deck's engine is not needed to print its table of contents
    from briefing_app.documents.deck.slides import OutlineEntry

__all__ = ["visit_plan_pages"]


def visit_plan_pages(
    briefing: Briefing, language: Language, outlines: Mapping[Audience, Sequence[OutlineEntry]]
) -> tuple[Page, ...]:
    """The plan as A4 pages: a card on page one, then everything with its reasons.

    ``outlines`` have an entry for each slide of each of the briefing's decks; they give the
    planned slides their numbers and titles. The same briefing, language and outlines give the
    same pages.
    """
    return all_pages(Plan(briefing, wording_in(language), Look(language), outlines))
