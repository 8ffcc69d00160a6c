"""The decks as the team sees them: why each slide is there, and which slide answers whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from briefing_app.documents.flow import Block, Item
from briefing_app.documents.text_fit import paragraph
from briefing_app.documents.visit_plan.blocks import columns, marked, table, text, texts
from briefing_app.documents.visit_plan.look import WIDTH
from briefing_app.documents.visit_plan.people import CARDS
from briefing_app.documents.visit_plan.plan import Part, PartName, Plan, item
from briefing_app.domain.stakeholder import ConcernTopic
from briefing_app.planning.briefing import CoverageRow, DeckPlan, SlideReason

if TYPE_CHECKING:  # the deck's engine is not needed to print its table of contents
    from briefing_app.documents.deck.slides import OutlineEntry

_STORY = columns(WIDTH, 9, 49, 42)
_COVERAGE = columns(WIDTH, 22, 30, 48)
_BY_TOPIC = columns(WIDTH, 22, 38, 40)


def slides_with(
    outline: Sequence[OutlineEntry], keys: Iterable[str]
) -> tuple[tuple[str, str], ...]:
    """Number (``7`` or ``7–8``) and title of each planned slide that a deck has, in order."""
    wanted = frozenset(keys)
    entries = [entry for entry in outline if entry.key in wanted]
    found: list[tuple[str, str]] = []
    for _, group in groupby(entries, key=lambda entry: entry.key):
        run = tuple(group)
        found.append((_numbers(run[0].number, run[-1].number), run[0].title))
    return tuple(found)


def _numbers(first: int, last: int) -> str:
    return f"{first}" if first == last else f"{first}–{last}"


def deck_part(plan: Plan) -> Part | None:
    """The slides of each deck in their order, each with the reasons for it."""
    items = tuple(part for deck in plan.team.decks for part in _deck(plan, deck))
    return Part(PartName.DECK, items) if items else None


def _deck(plan: Plan, deck: DeckPlan) -> Iterator[Item]:
    outline = plan.outlines[deck.audience]
    told = [reason for reason in deck.slides if slides_with(outline, [reason.slide.key])]
    if not told:
        return
    if len(plan.team.decks) > 1:
        yield item(text(plan.wording.label(deck.audience), plan.look.strong, WIDTH), leads=True)
    phrase = plan.wording.phrase
    headings = (phrase("Slide"), phrase("What it says"), phrase("Why it is there"))
    yield item(table(headings, _STORY, (_slide(plan, outline, one) for one in told), plan.look))


def _slide(plan: Plan, outline: Sequence[OutlineEntry], reason: SlideReason) -> list[Block | None]:
    look = plan.look
    number, title, why = _STORY.widths
    entries = [entry for entry in outline if entry.key == reason.slide.key]
    kind = paragraph(plan.wording.label(reason.slide.kind), look.small)
    return [
        text(_numbers(entries[0].number, entries[-1].number), look.strong, number),
        texts((paragraph(entries[0].title, look.body), kind), title),
        texts((paragraph(plan.reasons(reason.because), look.small),), why),
    ]


def coverage_part(plan: Plan) -> Part | None:
    """Each concern with the slides that answer it; one without a slide is marked.

    Person by person where few come, else subject by subject.
    """
    if not plan.team.coverage:
        return None
    phrase = plan.wording.phrase
    lead = phrase(
        "The first concern of each is in bold. One without a slide must be answered by word."
    )
    if len(plan.team.attendees) <= CARDS:
        headings = (phrase("Who"), phrase("Cares about"), phrase("Slides that answer it"))
        grid = table(headings, _COVERAGE, _coverage_rows(plan), plan.look)
    else:
        headings = (phrase("Concern"), phrase("Who"), phrase("Slides that answer it"))
        grid = table(headings, _BY_TOPIC, _topic_rows(plan), plan.look)
    return Part(PartName.COVERAGE, (item(grid),), lead)


def _topic_rows(plan: Plan) -> Iterator[list[Block | None]]:
    """A row a subject; those whose first concern it is in bold."""
    look = plan.look
    topic, who, slides = _BY_TOPIC.widths
    by_topic: dict[ConcernTopic, list[CoverageRow]] = {}
    for row in plan.team.coverage:
        by_topic.setdefault(row.topic, []).append(row)
    missing = plan.wording.phrase("▼ No slide answers this.")
    for subject, rows in by_topic.items():
        firsts = plan.names(row.person_id for row in rows if row.is_first)
        others = plan.names(row.person_id for row in rows if not row.is_first)
        answered = marked(_answering(plan, rows[0]), look.body, slides)
        yield [
            text(plan.wording.label(subject), look.strong, topic),
            texts((paragraph(firsts, look.strong), paragraph(others, look.body)), who),
            answered or text(missing, look.strong, slides),
        ]


def _coverage_rows(plan: Plan) -> Iterator[list[Block | None]]:
    for person_id, group in groupby(plan.team.coverage, key=lambda row: row.person_id):
        name: str = plan.name_of(person_id)
        for row in group:
            yield _coverage(plan, name, row)
            name = ""


def _coverage(plan: Plan, name: str, row: CoverageRow) -> list[Block | None]:
    look = plan.look
    who, topic, slides = _COVERAGE.widths
    answered = marked(_answering(plan, row), look.body, slides)
    missing = plan.wording.phrase("▼ No slide answers this.")
    return [
        texts((paragraph(name, look.strong),), who),
        text(plan.wording.label(row.topic), look.strong if row.is_first else look.body, topic),
        answered or text(missing, look.strong, slides),
    ]


def _answering(plan: Plan, row: CoverageRow) -> Iterator[tuple[str, str]]:
    """The slides that answer a concern: numbers and titles; of several decks numbers alone."""
    if len(plan.team.decks) == 1:
        (deck,) = plan.team.decks
        yield from slides_with(plan.outlines[deck.audience], row.slides)
        return
    for deck in plan.team.decks:
        answers = slides_with(plan.outlines[deck.audience], row.slides)
        if numbers := plan.wording.run_on(number for number, _title in answers):
            yield (
                "•",
                plan.wording.phrase("{label}: {value}", label=deck.audience, value=numbers),
            )
