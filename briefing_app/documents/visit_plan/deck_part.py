"""The deck as the team sees it: why each slide is there, and which slide answers whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from briefing_app.documents.flow import Block
from briefing_app.documents.text_fit import paragraph
from briefing_app.documents.visit_plan.blocks import columns, marked, table, text, texts
from briefing_app.documents.visit_plan.look import WIDTH
from briefing_app.documents.visit_plan.plan import Part, PartName, Plan, item
from briefing_app.planning.briefing import CoverageRow, SlideReason

_STORY = columns(WIDTH, 9, 49, 42)
_COVERAGE = columns(WIDTH, 22, 30, 48)


def slides_with(plan: Plan, keys: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Number (``7`` or ``7–8``) and title of each planned slide that the deck has, in order."""
    wanted = frozenset(keys)
    entries = [entry for entry in plan.outline if entry.key in wanted]
    found: list[tuple[str, str]] = []
    for _, group in groupby(entries, key=lambda entry: entry.key):
        run = tuple(group)
        found.append((_numbers(run[0].number, run[-1].number), run[0].title))
    return tuple(found)


def _numbers(first: int, last: int) -> str:
    return f"{first}" if first == last else f"{first}–{last}"


def deck_part(plan: Plan) -> Part | None:
    """The slides in their order, each with the reasons for it."""
    told = [reason for reason in plan.team.storyline if slides_with(plan, [reason.slide.key])]
    if not told:
        return None
    phrase = plan.wording.phrase
    headings = (phrase("Slide"), phrase("What it says"), phrase("Why it is there"))
    grid = table(headings, _STORY, (_slide(plan, reason) for reason in told), plan.look)
    return Part(PartName.DECK, (item(grid),))


def _slide(plan: Plan, reason: SlideReason) -> list[Block | None]:
    look = plan.look
    number, title, why = _STORY.widths
    entries = [entry for entry in plan.outline if entry.key == reason.slide.key]
    kind = paragraph(plan.wording.label(reason.slide.kind), look.small)
    return [
        text(_numbers(entries[0].number, entries[-1].number), look.strong, number),
        texts((paragraph(entries[0].title, look.body), kind), title),
        texts((paragraph(plan.reasons(reason.because), look.small),), why),
    ]


def coverage_part(plan: Plan) -> Part | None:
    """Each concern with the slides that answer it; one without a slide is marked."""
    if not plan.team.coverage:
        return None
    phrase = plan.wording.phrase
    headings = (phrase("Who"), phrase("Cares about"), phrase("Slides that answer it"))
    grid = table(headings, _COVERAGE, _coverage_rows(plan), plan.look)
    lead = phrase(
        "The first concern of each is in bold. One without a slide must be answered by word."
    )
    return Part(PartName.COVERAGE, (item(grid),), lead)


def _coverage_rows(plan: Plan) -> Iterator[list[Block | None]]:
    for person_id, group in groupby(plan.team.coverage, key=lambda row: row.person_id):
        name: str = plan.name_of(person_id)
        for row in group:
            yield _coverage(plan, name, row)
            name = ""


def _coverage(plan: Plan, name: str, row: CoverageRow) -> list[Block | None]:
    look = plan.look
    who, topic, slides = _COVERAGE.widths
    answered = marked(slides_with(plan, row.slides), look.body, slides)
    missing = plan.wording.phrase("▼ No slide answers this.")
    return [
        texts((paragraph(name, look.strong),), who),
        text(plan.wording.label(row.topic), look.strong if row.is_first else look.body, topic),
        answered or text(missing, look.strong, slides),
    ]
