"""Objections to expect, the likeliest first, with the answers that somebody has written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from briefing_app.domain.message import Message, say
from briefing_app.domain.offering import Objection, Product
from briefing_app.domain.opportunity import Competitor, Stage
from briefing_app.domain.stakeholder import ConcernTopic, Support
from briefing_app.domain.text import Language, Text
from briefing_app.planning.briefing import Because, FactReference, LikelyObjection
from briefing_app.planning.concerns import concerns_of
from briefing_app.planning.facts import Contact, Facts
from briefing_app.planning.proposal import Hand
from briefing_app.planning.reasons import because, fact

_COMES_UP_AT: dict[Stage, tuple[ConcernTopic, ...]] = {
    Stage.FIRST_CONTACT: (ConcernTopic.VENDOR, ConcernTopic.REFERENCES),
    Stage.NEEDS: (ConcernTopic.FEATURES, ConcernTopic.DAILY_WORK),
    Stage.SOLUTION: (ConcernTopic.INTEGRATION, ConcernTopic.RELIABILITY, ConcernTopic.SECURITY),
    Stage.NEGOTIATION: (ConcernTopic.COST, ConcernTopic.COMPLIANCE, ConcernTopic.PROCESS),
    Stage.DELIVERY_REVIEW: (ConcernTopic.TRAINING, ConcernTopic.RELIABILITY, ConcernTopic.SAVINGS),
}


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Something that may be said; ``rank`` is how likely before anybody's concerns count."""

    topic: ConcernTopic
    says: Text
    answer: Text
    rank: int
    because: Because


def likely_objections(hand: Hand) -> tuple[LikelyObjection, ...]:
    """The objections of products, pack, competitors and attendees, each with an answer."""
    facts = hand.facts
    found = [*_candidates(hand)]
    scored = [(candidate, *_likelihood(facts, candidate)) for candidate in found]
    scored.sort(key=lambda row: -row[1])
    unique = {
        (c.says, c.answer): (c, people, reasons) for c, _, people, reasons in reversed(scored)
    }
    best = list(reversed(unique.values()))[: facts.settings.objections]
    return tuple(
        LikelyObjection(
            topic=candidate.topic,
            says=candidate.says,
            answer=candidate.answer,
            likely_from=tuple(contact.person.id for contact in people),
            because=(candidate.because, *reasons),
        )
        for candidate, people, reasons in best
    )


def _candidates(hand: Hand) -> Iterator[_Candidate]:
    yield from _spoken(hand)
    yield from _written(hand, hand.products)
    yield from _competitors(hand.facts)


def _written(hand: Hand, products: Iterable[Product]) -> Iterator[_Candidate]:
    for product in products:
        message = say("Often said about {product}.", product=product.name)
        yield from _of(product.objections, 4, message, fact(product, "objections"))
    industry = hand.facts.dossier.industry
    message = say("Often said in {industry}.", industry=industry.name)
    yield from _of(industry.objections, 3, message, fact(industry, "objections"))


def _of(
    objections: tuple[Objection, ...], rank: int, message: Message, source: FactReference
) -> Iterator[_Candidate]:
    for objection in objections:
        if objection.says and objection.answer:
            reason = because(message, source)
            yield _Candidate(objection.topic, objection.says, objection.answer, rank, reason)


def _spoken(hand: Hand) -> Iterator[_Candidate]:
    """What attendees themselves said or are suspected to think, with an answer on the subject.

    What weighs on somebody who is for us is a need, not an objection.
    """
    answers = _answers(hand)
    for contact in hand.facts.attending:
        if contact.support in (Support.CHAMPION, Support.SUPPORTIVE):
            continue
        for concern in contact.stakeholder.concerns if contact.stakeholder else ():
            if concern.detail and concern.topic in answers:
                message = say("On record for {name}.", name=contact.person.name)
                reason = because(message, contact.fact("concerns"))
                answer = answers[concern.topic]
                yield _Candidate(concern.topic, concern.detail, answer, 8, reason)


def _answers(hand: Hand) -> Mapping[ConcernTopic, Text]:
    """An answer a topic, of what the talk is about: what was asked for, or the best product.

    What is written about another product answers another question.
    """
    main = hand.facts.requested or hand.products[:1]
    found: dict[ConcernTopic, Text] = {}
    for candidate in _written(hand, main):
        found.setdefault(candidate.topic, candidate.answer)
    return found


def _competitors(facts: Facts) -> Iterator[_Candidate]:
    for rival in facts.dossier.competitors:
        if rival.strength and rival.our_answer:
            yield _Candidate(
                ConcernTopic.FEATURES,
                _praise(rival),
                rival.our_answer,
                5,
                because(
                    say("{competitor} is in the race.", competitor=rival.name),
                    fact(rival, "strength"),
                ),
            )


def _praise(rival: Competitor) -> Text:
    """What the client may say for a competitor, in each language as far as it is written."""
    (zh, en) = (
        (rival.name.best_for(language), rival.strength.best_for(language)) for language in Language
    )
    return Text("：".join(zh), ": ".join(en))


def _likelihood(
    facts: Facts, candidate: _Candidate
) -> tuple[int, tuple[Contact, ...], tuple[Because, ...]]:
    """Rank, who may say it and why: those with the concern, opponents the more."""
    rank, reasons = candidate.rank, []
    people = tuple(c for c in facts.attending if _cares(c, candidate.topic))
    for contact in people:
        rank += _weight(contact, candidate.topic)
    if people:
        message = say(
            "{topic} is on the mind of {people}.",
            topic=candidate.topic,
            people=tuple(contact.person.name for contact in people),
        )
        reasons.append(because(message, *(contact.fact("concerns") for contact in people)))
    if candidate.topic in _COMES_UP_AT[facts.stage]:
        rank += 2
        message = say("Comes up at this stage: {stage}.", stage=facts.stage)
        reasons.append(because(message, fact(facts.dossier.visit, "stage")))
    return rank, people, tuple(reasons)


def _cares(contact: Contact, topic: ConcernTopic) -> bool:
    return any(topic is known for known, _ in concerns_of(contact).topics)


def _weight(contact: Contact, topic: ConcernTopic) -> int:
    concerns = concerns_of(contact)
    weight = 4 if concerns.first is topic else 2
    weight -= concerns.assumed
    return weight * 2 if contact.support is Support.OPPONENT else weight


def unanswered_concerns(hand: Hand) -> tuple[tuple[Contact, ConcernTopic, Text], ...]:
    """Recorded words of attendees to which nobody wrote an answer."""
    answered = _answers(hand)
    return tuple(
        (contact, concern.topic, concern.detail)
        for contact in hand.facts.attending
        for concern in (contact.stakeholder.concerns if contact.stakeholder else ())
        if concern.detail and concern.topic not in answered
    )
