"""A deck as the rules make it, changed by what a user decided about its slides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefing_app.domain.dossier import Dossier
from briefing_app.domain.message import say
from briefing_app.domain.slide_list import SlideList, SlideWords
from briefing_app.planning.briefing import SlideNotice
from briefing_app.planning.client_side import (
    ClientSide,
    PlannedSlide,
    SharedWords,
    SlideKind,
    share,
)
from briefing_app.planning.slide_content import slides_of
from briefing_app.planning.slide_facts import changed, marks


@dataclass(frozen=True, slots=True)
class Edited:
    """The slides that are told, those that could be, and what to tell the user about them."""

    told: tuple[PlannedSlide, ...]
    spare: tuple[PlannedSlide, ...]
    notices: tuple[SlideNotice, ...] = ()


def candidates(side: ClientSide) -> tuple[PlannedSlide, ...]:
    """Every slide that has content, chosen or not."""
    return tuple(slide for kind in SlideKind for slide in slides_of(kind, side))


def edited(
    dossier: Dossier, side: ClientSide, made: Sequence[PlannedSlide], kept: SlideList | None
) -> Edited:
    """The slides in the order that was ``kept`` for them, else as they were ``made``."""
    possible = {slide.key: slide for slide in (*made, *candidates(side))}
    told = tuple(made) if kept is None else tuple(_kept_slides(kept, possible))
    keys = {slide.key for slide in told}
    spare = tuple(slide for slide in _in_order(kept, possible) if slide.key not in keys)
    if kept is None:
        return Edited(told, spare)
    told = tuple(_with_words(slide, kept.words) for slide in told)
    notices = (
        *_new_or_gone(made, kept, possible),
        *(n for slide in told for n in _outdated(dossier, side, slide, kept.words)),
    )
    return Edited(told, spare, notices)


def _kept_slides(kept: SlideList, possible: dict[str, PlannedSlide]) -> Iterator[PlannedSlide]:
    """The slides that are on and still have content; no deck is without its cover."""
    wanted = [choice.slide for choice in kept.slides if choice.is_on and choice.slide in possible]
    cover = SlideKind.COVER.value
    return (possible[key] for key in dict.fromkeys((cover, *wanted)))


def _in_order(kept: SlideList | None, possible: dict[str, PlannedSlide]) -> Iterator[PlannedSlide]:
    listed = [choice.slide for choice in kept.slides if choice.slide in possible] if kept else []
    return (possible[key] for key in dict.fromkeys((*listed, *possible)))


def _with_words(slide: PlannedSlide, words: Sequence[SlideWords]) -> PlannedSlide:
    own = tuple(share(one, SharedWords) for one in words if one.slide == slide.key)
    return replace(slide, words=own)


def _new_or_gone(
    made: Sequence[PlannedSlide], kept: SlideList, possible: dict[str, PlannedSlide]
) -> Iterator[SlideNotice]:
    known = {choice.slide for choice in kept.slides}
    for slide in made:
        if slide.key not in known:
            yield SlideNotice(
                slide, say("This slide is new since you set the list; it is left out so far.")
            )
    for choice in kept.slides:
        if choice.is_on and choice.slide not in possible:
            yield SlideNotice(
                None,
                say(
                    "The slide {key} is on your list, but there is nothing to tell on it any more.",
                    key=choice.slide,
                ),
            )


def _outdated(
    dossier: Dossier, side: ClientSide, slide: PlannedSlide, words: Sequence[SlideWords]
) -> Iterator[SlideNotice]:
    """One notice where facts behind a slide changed since it was reworded."""
    now = marks(dossier, side, slide)
    own = [(one.on, one.facts) for one in words if one.slide == slide.key and one.on]
    for day, then in sorted(own):
        if facts := changed(dossier, then, now):
            yield SlideNotice(
                slide,
                say(
                    "It was reworded on {day}; since then this changed: {facts}. Check it.",
                    day=day,
                    facts=facts,
                ),
            )
            return
