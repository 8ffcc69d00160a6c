"""From the client's side to slides: the planned kinds in their order, told in a language."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from briefing_app.documents.deck.grid import LayoutName
from briefing_app.documents.deck.offer_blocks import Break
from briefing_app.documents.deck.rewording import reworded, without_a_place
from briefing_app.documents.deck.slides import Slide
from briefing_app.documents.deck.story.adoption import rollout, training
from briefing_app.documents.deck.story.effort import effort
from briefing_app.documents.deck.story.forward import appendix, commercial, contacts, next_steps
from briefing_app.documents.deck.story.how_it_works import architecture
from briefing_app.documents.deck.story.needs import needs_and_answers
from briefing_app.documents.deck.story.offer import day_before_after, product, proposal
from briefing_app.documents.deck.story.proof import case, compliance, trust
from briefing_app.documents.deck.story.situation import cover, pressures, understanding
from briefing_app.documents.deck.story.stages import (
    introduction,
    priorities,
    progress,
    questions,
)
from briefing_app.documents.deck.story.telling import Telling
from briefing_app.documents.deck.story.terms import give_and_take, options, timing
from briefing_app.documents.deck.story.value import value
from briefing_app.domain.text import Language
from briefing_app.planning.client_side import ClientSide, PlannedSlide, SharedWords, SlideKind

Teller: TypeAlias = Callable[[Telling, PlannedSlide], tuple[Slide, ...]]

TELLERS: Mapping[SlideKind, Teller] = {
    SlideKind.COVER: cover,
    SlideKind.UNDERSTANDING: understanding,
    SlideKind.PRESSURES: pressures,
    SlideKind.NEEDS_AND_ANSWERS: needs_and_answers,
    SlideKind.PROPOSAL: proposal,
    SlideKind.PRODUCT: product,
    SlideKind.DAY_BEFORE_AFTER: day_before_after,
    SlideKind.ARCHITECTURE: architecture,
    SlideKind.EFFORT: effort,
    SlideKind.VALUE: value,
    SlideKind.CASE: case,
    SlideKind.TRUST: trust,
    SlideKind.ROLLOUT: rollout,
    SlideKind.TRAINING: training,
    SlideKind.COMPLIANCE: compliance,
    SlideKind.COMMERCIAL: commercial,
    SlideKind.NEXT_STEPS: next_steps,
    SlideKind.APPENDIX: appendix,
    SlideKind.INTRODUCTION: introduction,
    SlideKind.QUESTIONS: questions,
    SlideKind.PRIORITIES: priorities,
    SlideKind.OPTIONS: options,
    SlideKind.GIVE_AND_TAKE: give_and_take,
    SlideKind.PROGRESS: progress,
    SlideKind.CONTACTS: contacts,
    SlideKind.TIMING: timing,
}
"""Who tells each kind; a kind with nothing to say gives no slide."""

_SHORTEST_CHAPTER = 3
_FEWEST_BREAKS = 2
"""A chapter of two slides needs no break, and a single break divides nothing."""

_CHAPTERS: Mapping[SlideKind, str] = {
    SlideKind.NEEDS_AND_ANSWERS: "proposal",
    SlideKind.PROPOSAL: "proposal",
    SlideKind.PRODUCT: "proposal",
    SlideKind.DAY_BEFORE_AFTER: "proposal",
    SlideKind.ARCHITECTURE: "proposal",
    SlideKind.VALUE: "proposal",
    SlideKind.EFFORT: "proposal",
    SlideKind.CASE: "proof",
    SlideKind.TRUST: "proof",
    SlideKind.COMPLIANCE: "proof",
    SlideKind.ROLLOUT: "way",
    SlideKind.TRAINING: "way",
    SlideKind.OPTIONS: "way",
    SlideKind.GIVE_AND_TAKE: "way",
    SlideKind.TIMING: "way",
    SlideKind.COMMERCIAL: "way",
    SlideKind.QUESTIONS: "way",
    SlideKind.NEXT_STEPS: "way",
}


def storyline(side: ClientSide, language: Language) -> tuple[Slide, ...]:
    """The slides of the planned storyline; kinds without content are left out."""
    telling = Telling(side, language)
    return _varied(
        [
            replace(reworded(slide, planned.words, language), names=telling.names)
            for planned in side.storyline
            for slide in TELLERS[planned.kind](telling, planned)
        ]
    )


def as_made(side: ClientSide, planned: PlannedSlide, language: Language) -> tuple[Slide, ...]:
    """What a planned slide says, or one that could be told, without the user's own words."""
    if planned not in side.storyline:  # some tell by their place among others
        side = replace(side, storyline=(*side.storyline, planned))
    return TELLERS[planned.kind](Telling(side, language), planned)


def words_without_a_place(
    side: ClientSide, language: Language
) -> Iterator[tuple[PlannedSlide, SharedWords]]:
    """Words of the user's own whose text the facts no longer give."""
    for planned in side.storyline:
        for slide in as_made(side, planned, language):
            yield from (
                (planned, words) for words in without_a_place(slide, planned.words, language)
            )


def _varied(slides: Sequence[Slide]) -> tuple[Slide, ...]:
    """The slides, every second of neighbours with like bodies mirrored."""
    result: list[Slide] = []
    for slide in slides:
        before = result[-1].body if result else None
        is_alike = type(before) is type(slide.body) and not (before and before.is_mirrored)
        body = replace(slide.body, is_mirrored=is_alike)
        result.append(replace(slide, body=body))
    return tuple(result)


def chapter_breaks(
    slides: Sequence[Slide], side: ClientSide, language: Language
) -> Mapping[int, Slide]:
    """Section breaks for a long deck, by the position of the slide that each stands before."""
    telling = Telling(side, language)
    kinds = {planned.key: planned.kind for planned in side.storyline}
    chapters = [_CHAPTERS.get(kinds[slide.key], "") for slide in slides]
    opened = [
        position
        for position, chapter in enumerate(chapters)
        if position > 1  # a break right after the cover would say nothing
        and chapters.index(chapter) == position
        and chapters.count(chapter) >= _SHORTEST_CHAPTER
        and chapter
    ]
    if len(opened) < _FEWEST_BREAKS:
        return {}
    return {
        position: _break(telling, chapters[position], number)
        for number, position in enumerate(opened, start=1)
    }


def _break(telling: Telling, chapter: str, number: int) -> Slide:
    words, client = telling.words, telling.client
    messages = {
        "proposal": (
            words.phrase("What we propose, and why it fits {client}", client=client),
            words.phrase("What we propose, and why it fits"),
        ),
        "proof": (
            words.phrase("Who has done it, and why {client} can rely on us", client=client),
            words.phrase("Who has done it, and why you can rely on us"),
        ),
        "way": (
            words.phrase("How {client} gets there, step by step", client=client),
            words.phrase("How you get there, step by step"),
        ),
    }
    return Slide(
        key=f"section:{chapter}",
        kicker=words.phrase("Part {number}", number=number),
        titles=messages[chapter],
        layout=LayoutName.SECTION,
        body=Break(),
        names=telling.names,
    )
