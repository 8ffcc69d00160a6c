"""The decks of a visit: for each audience its slides, why they are there, whom they answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefing_app.domain.audience import Audience
from briefing_app.domain.message import say
from briefing_app.domain.stakeholder import ConcernTopic
from briefing_app.planning.audience import audience_of, group_of
from briefing_app.planning.briefing import Because, CoverageRow, DeckPlan, SlideReason
from briefing_app.planning.client_side import ClientSide, PlannedSlide
from briefing_app.planning.concerns import concerns_of
from briefing_app.planning.facts import Contact, Facts
from briefing_app.planning.reasons import because, fact
from briefing_app.planning.slide_edits import edited
from briefing_app.planning.story_tables import ALWAYS_FOR, TOLD_AT_STAGE
from briefing_app.planning.storyline import FRAME, choose_slides, concerned

_BY_HAND = (because(say("Somebody of us put it on the list of slides.")),)


def plan_deck(facts: Facts, side: ClientSide, audience: Audience) -> DeckPlan:
    """The deck that tells ``side`` to an audience, with what the user decided about it.

    The side's own audience and storyline are not looked at.
    """
    theirs, people = replace(side, audience=audience), listeners(facts, audience)
    made = choose_slides(theirs, concerned(people), facts.settings)
    kept = next((one for one in facts.dossier.slide_lists if one.audience is audience), None)
    deck, by_rule = edited(facts.dossier, theirs, made, kept), {slide.key for slide in made}
    return DeckPlan(
        audience=audience,
        slides=tuple(
            SlideReason(
                slide=slide,
                because=tuple(_reasons(facts, theirs, people, slide))
                if slide.key in by_rule
                else _BY_HAND,
            )
            for slide in deck.told
        ),
        spare=deck.spare,
        is_kept=kept is not None,
        notices=deck.notices,
    )


def listeners(facts: Facts, audience: Audience) -> tuple[Contact, ...]:
    """Who sees a deck: all at the table where it is for them all, else those of its group.

    Where nobody of the group attends it is for those on the map, who get it afterwards.
    """
    if audience in (Audience.MIXED, audience_of(facts)):
        return facts.attending
    attending, known = (
        tuple(contact for contact in contacts if group_of(contact) is audience)
        for contacts in (facts.attending, facts.contacts)
    )
    return attending or known


def coverage(facts: Facts, decks: Sequence[DeckPlan]) -> tuple[CoverageRow, ...]:
    """For each concern of each attendee, the planned slides of any deck that answer it."""
    slides = {reason.slide.key: reason.slide for deck in decks for reason in deck.slides}
    return tuple(
        CoverageRow(
            person_id=contact.person.id,
            topic=topic,
            is_first=rank == 0,
            slides=tuple(key for key, slide in slides.items() if topic in slide.answers),
        )
        for contact in facts.attending
        for rank, (topic, _) in enumerate(concerns_of(contact).topics)
    )


def _reasons(
    facts: Facts, side: ClientSide, people: Sequence[Contact], slide: PlannedSlide
) -> Iterable[Because]:
    stage = fact(facts.dossier.visit, "stage")
    if slide.kind in FRAME:
        yield because(say("Every deck opens with a cover and ends with next steps."))
    if slide.kind in TOLD_AT_STAGE[side.stage]:
        yield because(say("Belongs to the stage: {stage}.", stage=side.stage), stage)
    if slide.kind in ALWAYS_FOR[side.audience]:
        attendees = fact(facts.dossier.visit, "attendees")
        yield because(
            say("What this audience came for: {audience}.", audience=side.audience), attendees
        )
    for topic in slide.answers:
        askers = [contact for contact in people if _asks(contact, topic)]
        if askers:
            yield _asked(topic, askers)


def _asks(contact: Contact, topic: ConcernTopic) -> bool:
    """True for a first concern, and for any that is on record."""
    concerns = concerns_of(contact)
    recorded = not concerns.assumed and any(topic is known for known, _ in concerns.topics)
    return concerns.first is topic or recorded


def _asked(topic: ConcernTopic, askers: Sequence[Contact]) -> Because:
    return because(
        say(
            "Answers a concern of {people}: {topic}.",
            people=tuple(contact.person.name for contact in askers),
            topic=topic,
        ),
        *(contact.fact("concerns") for contact in askers),
    )
