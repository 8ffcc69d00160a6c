"""What to prepare and carry, by stage and attendees, each with the day by which it is ready."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefing_app.domain.audience import Audience
from briefing_app.domain.message import Message, say, say_count
from briefing_app.domain.opportunity import Stage
from briefing_app.planning.briefing import Because, ChecklistItem
from briefing_app.planning.days import working_days_before
from briefing_app.planning.facts import Facts
from briefing_app.planning.next_steps import open_for_client
from briefing_app.planning.objections import unanswered_concerns
from briefing_app.planning.proposal import Hand
from briefing_app.planning.reasons import because, fact

_SPARE_COPIES = 2


@dataclass(frozen=True, slots=True)
class _Task:
    """Something to prepare, so many working days before the visit."""

    days_before: int
    what: Message
    because: Because


def checklist(hand: Hand, audience: Audience) -> tuple[ChecklistItem, ...]:
    """The tasks in the order of their days, none before today or after the visit.

    For a visit that is over there is nothing left to prepare.
    """
    facts = hand.facts
    if facts.visit_day < facts.today:
        return ()
    tasks = [*_agreed(facts), *_materials(hand, audience), *_answers(hand), *_arrangements(facts)]
    items = (
        ChecklistItem(
            what=task.what,
            due=max(facts.today, working_days_before(facts.visit_day, task.days_before)),
            because=(task.because,),
        )
        for task in tasks
    )
    return tuple(sorted(items, key=lambda item: item.due))


def _agreed(facts: Facts) -> Iterator[_Task]:
    opportunity = facts.dossier.opportunity
    if opportunity.strategy is None:
        yield _Task(
            5,
            say("Agree the commercial strategy: channel, charging, aim"),
            because(say("It must stand before the meeting."), fact(opportunity, "strategy")),
        )
    for step in open_for_client(facts):
        if step.due is None or step.due < facts.visit_day:
            yield _Task(
                2,
                say("Settle or date anew what the client was promised: {what}", what=step.what),
                because(say("It stands on the slide of next steps."), fact(step, "due")),
            )
        if not step.owner:
            yield _Task(
                2,
                say("Name an owner for: {what}", what=step.what),
                because(say("It stands on the slide of next steps."), fact(step, "owner")),
            )


def _materials(hand: Hand, audience: Audience) -> Iterator[_Task]:
    facts = hand.facts
    attendees = fact(facts.dossier.visit, "attendees")
    stage = because(
        say("Belongs to the stage: {stage}.", stage=facts.stage), fact(facts.dossier.visit, "stage")
    )
    yield _Task(
        3,
        say(
            "Deck for: {audience}; leader of the meeting has read it aloud once", audience=audience
        ),
        because(say("Each set of attendees gets its own deck."), attendees),
    )
    yield _brochures(facts)
    yield from _demonstrations(hand, audience)
    if hand.cases:
        yield _Task(
            2,
            say(
                "Success case on one page: {cases}",
                cases=tuple(case.name_in_sentence for case in hand.cases),
            ),
            because(say("Clients judge a product by its cases."), fact(hand.cases[0])),
        )
    for words in _STAGE_MATERIALS[facts.stage]:
        yield _Task(3, words, stage)


_STAGE_MATERIALS: dict[Stage, tuple[Message, ...]] = {
    Stage.FIRST_CONTACT: (say("The product in one sentence, known by heart by all who go"),),
    Stage.NEEDS: (say("List of needs as we know them, printed with room to write"),),
    Stage.SOLUTION: (say("Draft of a trial plan with what it must prove"),),
    Stage.NEGOTIATION: (
        say("Frame and terms checked by whoever releases prices"),
        say("Draft of the contract and the documents that approvals ask for"),
    ),
    Stage.DELIVERY_REVIEW: (
        say("Figures of use since the start, beside what was expected"),
        say("Training plan with an assessment set together with the client"),
    ),
}


def _brochures(facts: Facts) -> _Task:
    copies = len(facts.attending) + _SPARE_COPIES
    return _Task(
        2,
        say_count("{count} printed brochure", "{count} printed brochures", copies),
        because(
            say("One for each attendee, and two spare."), fact(facts.dossier.visit, "attendees")
        ),
    )


def _demonstrations(hand: Hand, audience: Audience) -> Iterator[_Task]:
    """A demonstration where somebody will want to see it work."""
    wanted = audience in (Audience.USERS, Audience.TECHNICAL, Audience.MIXED)
    if not wanted or hand.facts.stage not in (Stage.NEEDS, Stage.SOLUTION, Stage.DELIVERY_REVIEW):
        return
    for product in hand.products:
        if product.demo:
            yield _Task(
                3,
                say(
                    "Demonstration of {product} tried out: {demo}",
                    product=product.name,
                    demo=product.demo,
                ),
                because(say("Users and evaluators want to see it work."), fact(product, "demo")),
            )


def _answers(hand: Hand) -> Iterator[_Task]:
    for contact, topic, detail in unanswered_concerns(hand):
        yield _Task(
            3,
            say(
                "Write an answer for {name} on {topic}: {detail}",
                name=contact.person.name,
                topic=topic,
                detail=detail,
            ),
            because(say("Nobody wrote an answer on this subject yet."), contact.fact("concerns")),
        )


def _arrangements(facts: Facts) -> Iterator[_Task]:
    visit = facts.dossier.visit
    yield _Task(
        2,
        say("Time, place and attendees confirmed with the client"),
        because(say("People change their plans."), fact(visit, "starts_at")),
    )
    if len(facts.dossier.team) > 1:
        yield _Task(
            1,
            say("Who of us says what: opening, questions, notes"),
            because(say("Several of us go."), fact(visit, "team")),
        )
    yield _Task(
        1,
        say("Visit plan printed, for our eyes only"),
        because(say("It is read standing, and must not be left behind."), fact(visit)),
    )
