"""The slides of a deck as the screen shows them, those that are left out among them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from briefing_app.domain.message import Message, say
from briefing_app.planning.briefing import WarningKind
from briefing_app.planning.client_side import PlannedSlide, SlideKind
from briefing_app.services.slide_list import DeckInWork
from briefing_app.services.slide_texts import made_texts, own_texts
from briefing_app.services.slide_view import AnsweredConcern, SlideText, SlideView

if TYPE_CHECKING:  # document engines load on use
    from briefing_app.documents.deck.slides import OutlineEntry


def slide_views(deck: DeckInWork, outline: Sequence[OutlineEntry]) -> tuple[SlideView, ...]:
    """All slides that could be told, in the order of the list; ``outline`` has their pages."""
    notices = _notices(deck)
    return tuple(
        _view(deck, slide, outline, notices.get(slide.key, ())) for slide in deck.all_slides
    )


def list_notices(deck: DeckInWork) -> tuple[Message, ...]:
    """What to know of the deck as a whole: slides that are gone, concerns without a slide."""
    gone = (notice.message for notice in deck.plan.notices if notice.slide is None)
    unanswered = (
        caution.message
        for caution in deck.briefing.team_side.cautions
        if caution.kind is WarningKind.CONCERN_UNANSWERED
    )
    return (*gone, *unanswered)


def _view(
    deck: DeckInWork,
    slide: PlannedSlide,
    outline: Sequence[OutlineEntry],
    notices: Sequence[Message],
) -> SlideView:
    numbers = [entry.number for entry in outline if entry.key == slide.key]
    reasons = {one.slide.key: one.because for one in deck.plan.slides}.get(slide.key, ())
    return SlideView(
        key=slide.key,
        name=deck.name_of(slide),
        number=numbers[0] if numbers else 0,
        is_fixed=slide.kind is SlideKind.COVER,
        pages=len(numbers),
        because=tuple(reason.message for reason in reasons),
        answers=tuple(_answers(deck, slide)),
        texts=tuple(_texts(deck, slide)) if numbers else (),
        notices=tuple(notices),
    )


def _answers(deck: DeckInWork, slide: PlannedSlide) -> Iterator[AnsweredConcern]:
    for row in deck.briefing.team_side.coverage:
        if row.topic in slide.answers:
            person = deck.dossier.person(row.person_id)
            yield AnsweredConcern(person.name, row.topic, row.is_first)


def _texts(deck: DeckInWork, slide: PlannedSlide) -> Iterator[SlideText]:
    texts = made_texts(deck, slide)
    own = dict(own_texts(deck, slide, texts))
    return (SlideText(name, made, own.get(name, "")) for name, made in texts.items())


def _notices(deck: DeckInWork) -> Mapping[str, Sequence[Message]]:
    """What to check, by the key of the slide."""
    from briefing_app.documents.deck.storyline import words_without_a_place

    found: defaultdict[str, list[Message]] = defaultdict(list)
    for notice in deck.plan.notices:
        if notice.slide is not None:
            found[notice.slide.key].append(notice.message)
    for slide, words in words_without_a_place(deck.side, deck.language):
        found[slide.key].append(
            say(
                "Your words “{words}” have no place any more, because the text that they replaced"
                " is gone. The slide shows the facts as they are now.",
                words=words.words.written_in(deck.language),
            )
        )
    return found
