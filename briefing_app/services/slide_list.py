"""The slide list of a deck: looked at, written to a file, taken back, dropped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from briefing_app.domain.audience import Audience
from briefing_app.domain.dossier import Dossier
from briefing_app.domain.ids import SlideListId, VisitId, new_id
from briefing_app.domain.message import Message, say
from briefing_app.domain.slide_list import SlideList, SlideWords
from briefing_app.domain.text import Language, Text
from briefing_app.errors import UserError
from briefing_app.planning.briefing import Briefing, DeckPlan, WarningKind
from briefing_app.planning.client_side import ClientSide, PlannedSlide
from briefing_app.planning.prepare import prepare
from briefing_app.planning.settings import PlanningSettings
from briefing_app.planning.slide_facts import marks
from briefing_app.services.planning_settings import planning_settings
from briefing_app.store.store import Store

if TYPE_CHECKING:  # document engines load on use
    from briefing_app.documents.deck.slides import DeckPages


@dataclass(frozen=True, kw_only=True)
class PlannedDeck:
    """A deck of a visit as it is planned: which slides, in no language yet."""

    briefing: Briefing
    plan: DeckPlan

    @property
    def side(self) -> ClientSide:
        """What the client sees in it."""
        return self.briefing.side_of(self.plan)

    @property
    def dossier(self) -> Dossier:
        """The facts behind it."""
        return self.briefing.team_side.dossier

    @property
    def kept(self) -> SlideList | None:
        """What the user decided about it so far."""
        lists = self.dossier.slide_lists
        return next((one for one in lists if one.audience is self.plan.audience), None)

    @property
    def all_slides(self) -> tuple[PlannedSlide, ...]:
        """Every slide that could be told, in the order of the list; the cover is the first."""
        told = {reason.slide.key: reason.slide for reason in self.plan.slides}
        spare = {slide.key: slide for slide in self.plan.spare}
        listed = [choice.slide for choice in self.kept.slides] if self.kept else []
        cover = next(iter(told))  # whatever was kept
        keys = dict.fromkeys((cover, *listed, *told, *spare))
        return tuple(told.get(key) or spare[key] for key in keys if key in told or key in spare)

    def tells(self, slide: PlannedSlide) -> bool:
        """True for a slide that the deck shows."""
        return any(reason.slide.key == slide.key for reason in self.plan.slides)

    def name_of(self, slide: PlannedSlide) -> Message:
        """A slide as users know it: what it is for, and which product or case it is about."""
        names: dict[str, Text] = {one.product_id: one.product.name for one in self.side.proposals}
        names.update((one.case_id, one.case.public_name) for one in self.side.cases)
        if slide.subject in names:
            return say("{kind}, {subject}", kind=slide.kind, subject=names[slide.subject])
        return say("{kind}", kind=slide.kind)


@dataclass(frozen=True, kw_only=True)
class DeckInWork(PlannedDeck):
    """A deck of a visit in a language: how it is planned, and its slides laid out."""

    language: Language

    @cached_property
    def pages(self) -> DeckPages:
        """Its slides, laid out once somebody looks at them."""
        from briefing_app.documents.deck.compose import deck_pages

        return deck_pages(self.side, self.language)


def planned_deck(
    store: Store, visit_id: VisitId, *, today: date, audience: Audience | None = None
) -> PlannedDeck:
    """The visit's deck for an audience, without one for whom the visit speaks to.

    UserError when the visit is not there.
    """
    return _planned(store.dossier(visit_id), planning_settings(store), today, audience)


def deck_in_work(
    store: Store,
    visit_id: VisitId,
    *,
    today: date,
    language: Language,
    audience: Audience | None = None,
) -> DeckInWork:
    """The same in a language, to be laid out."""
    return _in_work(planned_deck(store, visit_id, today=today, audience=audience), language)


def _planned(
    dossier: Dossier, settings: PlanningSettings, today: date, audience: Audience | None
) -> PlannedDeck:
    wished = (audience,) if audience else ()
    briefing = prepare(dossier, today, settings, wished)
    (plan,) = briefing.team_side.decks
    return PlannedDeck(briefing=briefing, plan=plan)


def _in_work(deck: PlannedDeck, language: Language) -> DeckInWork:
    return DeckInWork(briefing=deck.briefing, plan=deck.plan, language=language)


def notices(
    side: ClientSide, plan: DeckPlan, pages: DeckPages, language: Language
) -> Iterator[Message]:
    """What to check in a deck whose slides a user set, each with the slide's number."""
    from briefing_app.documents.deck.storyline import words_without_a_place

    numbers = {entry.key: entry for entry in reversed(pages.outline)}
    for notice in plan.notices:
        entry = numbers.get(notice.slide.key) if notice.slide else None
        if entry:
            yield say(
                "Slide {number}, “{title}”: {notice}",
                number=entry.number,
                title=entry.title,
                notice=notice.message,
            )
        elif notice.slide:
            yield say(
                "{kind} ({key}): {notice}",
                kind=notice.slide.kind,
                key=notice.slide.key,
                notice=notice.message,
            )
        else:
            yield notice.message
    for slide, words in words_without_a_place(side, language):
        if entry := numbers.get(slide.key):
            yield say(
                "Slide {number}, “{title}”: your words “{words}” have no place any more, because"
                " the text that they replaced is gone. The slide shows the facts as they are now.",
                number=entry.number,
                title=entry.title,
                words=words.words.written_in(language),
            )


def notices_of(deck: DeckInWork) -> tuple[Message, ...]:
    """What to check in a deck, and the concerns that it leaves without a slide."""
    unanswered = (
        caution.message
        for caution in deck.briefing.team_side.cautions
        if caution.kind is WarningKind.CONCERN_UNANSWERED
    )
    told = notices(deck.side, deck.plan, deck.pages, deck.language)
    return (*told, *(unanswered if deck.plan.is_kept else ()))


def reset_slides(store: Store, deck: DeckInWork) -> bool:
    """Drop what was decided about a deck's slides; False when nothing was."""
    if deck.kept is None:
        return False
    with store.act(say("Change the slides")):
        store.delete(SlideList, deck.kept.id)
    return True


def mark_checked(store: Store, deck: DeckInWork, today: date) -> None:
    """Note that the user looked at a deck's own words: they fit the facts of ``today``.

    Words that have no place any more are dropped. UserError where no list is kept.
    """
    from briefing_app.documents.deck.storyline import words_without_a_place

    if deck.kept is None:
        raise UserError("No slide list is kept for this deck, so there is nothing to check.")
    slides = {reason.slide.key: reason.slide for reason in deck.plan.slides}
    homeless = {
        (slide.key, words.name, words.words)
        for slide, words in words_without_a_place(deck.side, deck.language)
    }
    checked = tuple(
        replace(one, on=today, facts=marks(deck.dossier, deck.side, slides[one.slide]))
        if one.slide in slides
        else one
        for one in deck.kept.words
        if (one.slide, one.name, one.words) not in homeless
    )
    with store.act(say("Change the slides")):
        store.save([replace(deck.kept, words=checked)])


def own_words(deck: DeckInWork) -> Mapping[str, tuple[SlideWords, ...]]:
    """The user's own words in the deck's language, by the key of the slide."""
    found: dict[str, tuple[SlideWords, ...]] = {}
    for one in deck.kept.words if deck.kept else ():
        if one.words.written_in(deck.language):
            found[one.slide] = (*found.get(one.slide, ()), one)
    return found


def new_list(deck: PlannedDeck) -> SlideList:
    """An empty list for a deck, under the id of the one that is kept."""
    return SlideList(
        id=deck.kept.id if deck.kept else SlideListId(new_id()),
        visit=deck.dossier.visit.id,
        audience=deck.plan.audience,
    )


def without_list(deck: PlannedDeck) -> PlannedDeck:
    """The deck as the rules alone plan it."""
    dossier = replace(deck.dossier, slide_lists=())
    settings = deck.briefing.team_side.settings
    return _planned(dossier, settings, deck.briefing.prepared_on, deck.plan.audience)


def laid_out_with(deck: DeckInWork, kept: SlideList, today: date) -> DeckInWork:
    """The deck as it would be with another list, which is not stored yet."""
    dossier = replace(deck.dossier, slide_lists=(kept,))
    settings = deck.briefing.team_side.settings
    return _in_work(_planned(dossier, settings, today, deck.plan.audience), deck.language)
