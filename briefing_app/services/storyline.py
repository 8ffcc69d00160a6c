"""The storyline of a deck in the user's hands: slides switched, moved and reworded, one by one.

The same list of slides is written to a file and taken back in `slides_file`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from briefing_app.domain.audience import Audience
from briefing_app.domain.ids import VisitId
from briefing_app.domain.message import say
from briefing_app.domain.slide_list import SlideChoice, SlideList, SlideWords
from briefing_app.domain.text import Language
from briefing_app.errors import UserError
from briefing_app.planning.client_side import PlannedSlide, SlideKind
from briefing_app.planning.slide_facts import marks
from briefing_app.planning.storyline import place_of
from briefing_app.services.changes import Change
from briefing_app.services.slide_list import PlannedDeck, new_list, planned_deck, without_list
from briefing_app.services.slide_texts import in_language
from briefing_app.store.store import Store

_COVER = SlideKind.COVER.value


@dataclass(frozen=True, slots=True, kw_only=True)
class DeckOf:
    """Which deck is meant: the visit's for ``audience``, as it stands on ``today``."""

    visit: VisitId
    audience: Audience
    today: date


def switch_slide(store: Store, deck_of: DeckOf, *, slide: str, is_on: bool) -> Change:
    """Put a slide, named by its key, into a deck or leave it out.

    One that was never listed comes to where the rules would tell it. UserError for the cover,
    and for a slide with nothing to tell.
    """
    label = say("Put a slide in") if is_on else say("Leave a slide out")
    with store.act(label) as act:
        deck = _deck(store, deck_of)
        _refuse_cover(slide)
        _slide(deck, slide)
        choices = tuple(
            replace(choice, is_on=is_on) if choice.slide == slide else choice
            for choice in _choices(deck)
        )
        _keep(store, deck, replace(_list_of(deck), slides=choices))
    return Change(label, act.records)


def move_slide(store: Store, deck_of: DeckOf, *, slide: str, before: str | None) -> Change:
    """Tell a slide right before another one, ``None``: at the end.

    UserError where the cover would not be the first, and for a slide with nothing to tell.
    """
    label = say("Move a slide")
    with store.act(label) as act:
        deck = _deck(store, deck_of)
        _refuse_cover(slide)
        _refuse_cover(before)
        _slide(deck, slide)
        choices = _moved(_choices(deck), slide, before)
        _keep(store, deck, replace(_list_of(deck), slides=choices))
    return Change(label, act.records)


def reword_slide(
    store: Store,
    deck_of: DeckOf,
    *,
    slide: str,
    name: str,
    made: str,
    words: str,
    language: Language,
) -> Change:
    """Let ``words`` stand in place of the text ``made`` that a slide has under ``name``.

    Empty words, and those of the text itself, give the slide its own text back. The words are
    for ``language`` only. UserError for a slide with nothing to tell.
    """
    label = say("Reword a slide")
    with store.act(label) as act:
        deck = _deck(store, deck_of)
        planned, kept = _slide(deck, slide), _list_of(deck)
        others = tuple(one for one in kept.words if not one.stand_for(slide, name, made, language))
        told = words.strip()
        own = SlideWords(
            slide=slide,
            name=name,
            words=in_language(language, told),
            instead_of=in_language(language, made),
            on=deck_of.today,
            facts=marks(deck.dossier, deck.side, planned),
        )
        changed = (*others, own) if told and told != made else others
        _keep(store, deck, replace(kept, words=changed))
    return Change(label, act.records)


def reset_storyline(store: Store, deck_of: DeckOf) -> Change:
    """Let the rules choose and word the slides of a deck again."""
    label = say("Reset the slides")
    with store.act(label) as act:
        kept = _deck(store, deck_of).kept
        if kept is not None:
            store.delete(SlideList, kept.id)
    return Change(label, act.records)


def _deck(store: Store, deck_of: DeckOf) -> PlannedDeck:
    return planned_deck(store, deck_of.visit, today=deck_of.today, audience=deck_of.audience)


def _slide(deck: PlannedDeck, key: str) -> PlannedSlide:
    found = next((slide for slide in deck.all_slides if slide.key == key), None)
    if found is None:
        raise UserError(
            "There is nothing to tell on the slide {key} any more, so it cannot be changed.",
            key=key,
        )
    return found


def _refuse_cover(slide: str | None) -> None:
    if slide == _COVER:
        raise UserError("A deck begins with its cover. It stays the first slide.")


def _list_of(deck: PlannedDeck) -> SlideList:
    """What is kept of the deck, with every slide that could be told."""
    return replace(deck.kept or new_list(deck), slides=_choices(deck))


def _choices(deck: PlannedDeck) -> tuple[SlideChoice, ...]:
    """All slides in their order; one that no list knew stands where the rules would tell it."""
    listed = {choice.slide for choice in deck.kept.slides} if deck.kept else set()
    known = [slide for slide in deck.all_slides if deck.tells(slide) or slide.key in listed]
    for slide in deck.all_slides:
        if slide not in known:
            known.insert(_position(deck, known, slide), slide)
    return tuple(SlideChoice(slide=one.key, is_on=deck.tells(one)) for one in known)


def _position(deck: PlannedDeck, known: Sequence[PlannedSlide], slide: PlannedSlide) -> int:
    mine = place_of(slide, deck.side)
    after = (number for number, one in enumerate(known) if place_of(one, deck.side) > mine)
    return next(after, len(known))


def _moved(
    choices: Sequence[SlideChoice], slide: str, before: str | None
) -> tuple[SlideChoice, ...]:
    rest = [choice for choice in choices if choice.slide != slide]
    keys = [choice.slide for choice in rest]
    place = keys.index(before) if before in keys else len(rest)
    moved = next(choice for choice in choices if choice.slide == slide)
    return (*rest[:place], moved, *rest[place:])


def _keep(store: Store, deck: PlannedDeck, kept: SlideList) -> None:
    """Keep a list, or drop it where it says what the rules say."""
    by_rule = without_list(deck)
    told = [choice.slide for choice in kept.slides if choice.is_on]
    if kept.words or told != [reason.slide.key for reason in by_rule.plan.slides]:
        store.save([kept])
    elif deck.kept is not None:
        store.delete(SlideList, deck.kept.id)
